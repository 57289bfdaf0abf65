#include <catch2/catch.hpp>
#include <sstream>

#include "cli/compare_formats.hpp"
#include "cli/output.hpp"
#include "tests/support/made_comparison.hpp"

using namespace moot;
using Catch::Matchers::Contains;

namespace {

/// Words that are markup, commands or nonsense in one form or another.
const std::vector<std::string>& hostile_words() {
  static const std::vector<std::string> words = {
      "a | b\nc",
      "<script>alert(1)</script> & \"q\"",
      "\x1b[31mred\x1b[0m \x07\x01 \u009B31m",
      "*bold* _it_ `code` [x](http://e.example) ~~no~~ http://e.example www.e.example",
      "=HYPERLINK(\"http://e.example\")",
      "left \u202Ethgir\u202C \u2066iso\u2069 \u200Fmark",
      std::string(5000, 'x'),
      "",
      "\xFF\xFE broken \xC3",
      " \n\n "};
  return words;
}

/// The made-up comparison with hostile words wherever a paper's words can stand.
Comparison hostile(const std::string& words) {
  Comparison made = made_comparison();
  for (Column& column : made.columns) {
    column.name = column.council = column.code = column.why = words;
    if (column.paper.id.empty()) continue;
    column.paper.title = column.paper.body = column.paper.date = column.paper.path = words;
    column.paper.kind = column.paper.id = words + "x";
  }
  made.columns[0].others = {made.columns[0].paper};
  const Quote quote{words, words, words, words, 1};
  const std::vector<TextRange> marks = {{0, 3}, {4, 9}};
  for (Row& row : made.rows) {
    row.field = words;
    for (ComparedCell& cell : row.cells) cell.quotes = {quote, quote};
  }
  for (Theme* theme : {&made.shared[0], &made.single[0]}) {
    theme->words = words;
    theme->passages = {quote};  // fewer than columns
  }
  made.passages[0] = {0, 1, quote, quote, 0.5, marks, marks};
  made.copied[0] = {0, 7, quote, quote, 3};  // no such column
  for (Changed& change : made.changes) {
    change.before = change.after = quote;
    change.differs_before = change.differs_after = marks;
  }
  return made;
}

std::size_t times(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos;
       at = text.find(part, at + part.size())) {
    ++count;
  }
  return count;
}

}  // namespace

TEST_CASE("a comparison as Markdown") {
  const std::string text = comparison_to_markdown(made_comparison(), "benches");
  CHECK_THAT(
      text,
      Catch::StartsWith(
          "# Papers compared: benches\n\n"
          "| | Marrow | Fenwold | Tarn |\n"
          "|---|---|---|---|\n"
          "| **Paper** | [Plan of Marrow](<file:///papers/Marrow.pdf>), 6 March 2024 · Cabinet · "
          "Report, id 00aa-p1<br>why: the newest of those that match best<br>and 3 more of this "
          "council that match | [Plan of Fenwold](<file:///papers/Fenwold.pdf>), 6 March 2024 · "
          "Cabinet · Report, id 00bb-p1 | *no paper found* |\n"
          "| **Financial implications** | *None stated:*<br>No cost. "
          "([p. 3](<file:///papers/Marrow.pdf#page=3>)) | It costs £5. "
          "([p. 9](<file:///papers/Fenwold.pdf#page=9>))<br>And staff time. | *no paper found* |\n"
          "| **Risks** | *not in this paper* | Rain. "
          "([p. 2](<file:///papers/Fenwold.pdf#page=2>)) | *no paper found* |\n"));
  CHECK_THAT(text, Contains("\n## All have (1 theme)\n\n- **old benches**\n  - **Marrow**, once: "
                            "Mend **old benches**. ([p. 4]"));
  CHECK_THAT(text, Contains("\n- 75 % alike\n  - **Marrow**: We **mend** benches. ([p. 4]"));
  CHECK_THAT(text, Contains("\n- 5 words recur\n  - **Marrow**: for the good of all ([p. 7]"));
  CHECK_THAT(text, Contains("\n### Fenwold to Marrow\n\n1 added, 0 dropped, 1 reworded, 0 kept."));
  CHECK_THAT(text, Contains("\n- **Added**: A new aim. ([p. 2]"));
  CHECK_THAT(text, Contains("\n  - id 00cc-p1: [Older plan](<"));
  CHECK_THAT(text, Contains("\n1 more council has papers that match. --limit shows more.\n"));
}

TEST_CASE("a comparison as Markdown: no word of a paper is markup") {
  Comparison made = made_comparison();
  std::string& text = made.rows[1].cells[1].quotes[0].text;
  text = "a|b *c* _d_ `e` [f](g) <h> & ~i~ \\ $j$\nhttp://k.example www.l.example";
  CHECK_THAT(comparison_to_markdown(made, ""),
             Contains("| a\\|b \\*c\\* \\_d\\_ \\`e\\` \\[f\\](g) &lt;h&gt; &amp; \\~i\\~ \\\\ "
                      "\\$j\\$<br>http\\://k.example www\\.l.example ([p. 2]"));
  made.passages[0].here.text = "unmended benches";  // bold inside a word
  made.passages[0].differs_here = {{2, 8}};
  made.columns[0].paper.url = "https://e.example/a(b)?c=1&copy=2";
  const std::string marked = comparison_to_markdown(made, "# 1 | 2");
  CHECK_THAT(marked, Contains("un<b>mended</b> benches"));
  CHECK_THAT(marked, Contains("](<https://e.example/a(b)?c=1&amp;copy=2#page=4>)"));
  CHECK_THAT(marked, Catch::StartsWith("# Papers compared: # 1 \\| 2\n"));
}

TEST_CASE("a comparison as HTML has headings in order, a caption and heads of rows and columns") {
  const std::string html = comparison_to_html(made_comparison(), "<benches>");
  CHECK_THAT(html, Catch::StartsWith("<!DOCTYPE html>\n<html lang=\"en-GB\">\n"));
  CHECK_THAT(html, Contains("<title>Papers compared: &lt;benches&gt;</title>"));
  CHECK_THAT(html, Contains("<a class=\"skip\" href=\"#comparison\">"));
  CHECK(times(html, "<h1>") == 1);
  CHECK_THAT(html, Contains("role=\"region\" aria-labelledby=\"table-caption\" tabindex=\"0\""));
  CHECK_THAT(html, Contains("<caption id=\"table-caption\">What the papers say"));
  CHECK_THAT(html, Contains("<th scope=\"col\"><a href=\"#paper-1\"><bdi>Marrow</bdi></a>"));
  CHECK_THAT(html, Contains("<th scope=\"row\"><span>Financial implications</span></th>\n"));
  CHECK_THAT(html, Contains("<td><span class=\"who\"><bdi>Tarn</bdi></span><p class=\"none\">no "
                            "paper found</p></td>"));
  CHECK_THAT(html, Contains("<p class=\"none\">not in this paper</p>"));
  CHECK_THAT(html, Contains("<p class=\"told\">None stated:</p>"));
  CHECK_THAT(html,
             Contains("<bdi class=\"words\" lang=\"cy\">It costs £5.</bdi> <span "
                      "class=\"where\">(<a href=\"file:///papers/Fenwold.pdf#page=9\">page 9 "
                      "of <bdi>Fenwold</bdi></a>, under “<bdi lang=\"cy\">Resources</bdi>”)"));
  CHECK_THAT(html, Contains("size: A4 landscape"));
  CHECK(times(html, "<script") == 0);
  CHECK(times(html, "src=") == 0);
  CHECK(times(html, "url(") == 0);
}

TEST_CASE("a comparison as HTML tells what differs, was copied and has changed") {
  const std::string html = comparison_to_html(made_comparison(), "");
  CHECK_THAT(html, Contains("<h3>All have (1 theme)</h3>"));
  CHECK_THAT(html, Contains("<p>14 times</p><p><bdi class=\"words\" lang=\"cy\">The <strong>old "
                            "benches</strong> rot.</bdi>"));
  CHECK_THAT(html, Contains("<h4>Only <bdi>Fenwold</bdi> has</h4>"));
  CHECK_THAT(html, Contains("We <mark><span class=\"unseen\" lang=\"en\">differs: "
                            "</span>mend</mark> benches."));
  CHECK_THAT(html, Contains("<p>5 words recur: <strong><bdi>Marrow</bdi></strong>"));
  CHECK_THAT(html, Contains("<del><span class=\"unseen\" lang=\"en\">dropped: </span>2020</del>"));
  CHECK_THAT(html, Contains("<ins><span class=\"unseen\" lang=\"en\">added: </span>2030</ins>"));
  CHECK_THAT(html, Contains("<p><a href=\"#others-1\">and 3 more of this council that match</a>"));
  CHECK_THAT(html, Contains("<h3 id=\"others-1\"><bdi>Marrow</bdi></h3>"));
  CHECK_THAT(html, Contains("1 more council has papers that match."));
}

TEST_CASE("a comparison as HTML lets rows of more than part of a page go on on the next") {
  Comparison made = made_comparison();
  CHECK_THAT(comparison_to_html(made, ""), !Contains("<tr class=\"long\">"));
  made.rows[0].cells[0].quotes[0].text = std::string(5000, 'a');
  CHECK(times(comparison_to_html(made, ""), "<tr class=\"long\">") == 1);
}

TEST_CASE("a comparison of nothing says so in every form") {
  CHECK(comparison_to_text({}, {"x", false, false, 80}) ==
        "0 papers compared: x\nno paper found\n");
  CHECK(comparison_to_markdown({}, "") == "# Papers compared\n\nno paper found\n");
  CHECK_THAT(comparison_to_html({}, ""), Contains("<p class=\"none\">no paper found</p>"));
  CHECK(times(comparison_to_csv({}), "\r\n") == 1);
  CHECK_THAT(comparison_to_json({}, ""), Contains("\"columns\": []"));
}

TEST_CASE("a comparison: hostile words of papers stay words, and lines fit") {
  for (const std::string& words : hostile_words()) {
    const Comparison made = hostile(words);
    for (const int width : {0, 40, 80, 200}) {
      for (const bool colour : {false, true}) {
        const std::string text = comparison_to_text(made, {words, false, colour, width});
        std::istringstream lines(text);
        for (std::string line; std::getline(lines, line);) {
          const bool fits = width == 0 || display_width(line) <= static_cast<std::size_t>(width);
          if (!fits) FAIL("too wide at " << width << ": " << line);
        }
        CHECK(times(text, "\x07") + times(text, "\u202E") + times(text, "\u009B") == 0);
        CHECK((colour || times(text, "\x1b") == 0));
        CHECK(times(text, "\x1b[31m") == 0);
      }
    }
    const std::string html = comparison_to_html(made, words);
    CHECK(times(html, "<script") + times(html, "\x1b") == 0);
    CHECK(times(html, "<bdi") == times(html, "</bdi>"));
    const std::string markdown = comparison_to_markdown(made, words);
    CHECK(times(markdown, "<script") + times(markdown, "\x1b") + times(markdown, "](http:") == 0);
    const std::string csv = comparison_to_csv(made);
    CHECK(times(csv, ",=HYPER") + times(csv, ",\"=HYPER") == 0);
    CHECK(times(comparison_to_json(made, words), "moot.compare/1") == 1);
  }
}

TEST_CASE("a comparison as Markdown: every row of the table has the same columns") {
  for (const std::string& words : hostile_words()) {
    std::istringstream lines(comparison_to_markdown(hostile(words), words));
    std::size_t rows = 0;
    for (std::string line; std::getline(lines, line);) {
      if (line.empty() || line[0] != '|') continue;
      ++rows;
      CHECK(times(line, "|") - times(line, "\\|") == 5);
    }
    CHECK(rows == 5);
  }
}
