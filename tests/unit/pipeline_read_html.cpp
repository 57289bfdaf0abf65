#include "pipeline/read_html.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace moot;

namespace {

/// The lines' texts, with '/' before each that starts no paragraph.
std::vector<std::string> texts(const RawDocument& raw) {
  std::vector<std::string> out;
  for (const RawLine& line : raw.lines) {
    std::string text = line.text;
    while (text.ends_with(' ')) text.pop_back();
    out.push_back((line.starts_paragraph ? "" : "/") + text);
  }
  return out;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("read_html: blocks become lines") {
  struct Row {
    const char* what;
    std::string html;
    Texts expected;
  };
  const Row rows[] = {
      {"paragraphs", "<p>One\n two</p><p>Three", {"One two", "Three"}},
      {"words outside", "One<div>Two</div>Three", {"One", "Two", "Three"}},
      {"inline markup", "<p>The <b>pl</b>an<span> x</span></p>", {"The plan x"}},
      {"label and value", "<p><span class=\"mgLabel\">Date: </span>\n\t1 May</p>", {"Date: 1 May"}},
      {"line breaks", "<p>One<br>Two<br/><br>Three</p>", {"One", "/Two", "Three"}},
      {"blank paragraphs", "<p>One</p><p>&nbsp;</p><p>Two</p>", {"One", "Two"}},
      {"entities",
       "<p>Bath &amp; Wells &pound;5 &#8217; &bogus;</p>",
       {"Bath & Wells \u00A3"
        "5 \u2019 &bogus;"}},
      {"bullets", "<ul><li>One<li>Two</ul>", {"\u2022 One", "\u2022 Two"}},
      {"numbers",
       "<ol start=3><li>One</li><li value=7>Two</li><li>Three</li></ol>",
       {"3. One", "7. Two", "8. Three"}},
      {"letters", "<ol type=a><li>One</li><li>Two</li></ol>", {"a. One", "b. Two"}},
      {"roman by style",
       "<ol style=\"list-style-type: lower-roman\"><li>A<li>B<li>C<li>D</ol>",
       {"i. A", "ii. B", "iii. C", "iv. D"}},
      {"no marks", "<ul style='list-style: none'><li>One</ul>", {"One"}},
      {"an item's own number", "<ul><li>2.1 Note</ul>", {"2.1 Note"}},
      {"a paragraph in an item", "<ul><li><p>One</p><p>Two</p></ul>", {"\u2022 One", "Two"}},
      {"Word's bullet", "<p>&middot;&nbsp;&nbsp; One</p>", {"\u2022 One"}},
      {"terms", "<dl><dt>Date<dd>1 May</dl>", {"Date", "1 May"}},
      {"preformatted", "<pre>One\nTwo\n\nThree</pre>", {"One", "/Two", "Three"}},
      {"scripts and controls",
       "<p>One<script>x<p></script><style>y</style></p><button>z</button>",
       {"One"}},
      {"hidden",
       "<p>One</p><p style='display: none'>x<p hidden>y<p class=\"a sr-only\">z</p>",
       {"One"}},
      {"a page's hidden name",
       "<h1 style='display: none;' class='mgMainTitleTxt'>Decision details</h1><h1 hidden>x</h1>",
       {"Decision details"}},
      {"a file's size", "<p>Minutes <span class=mgFileSize>PDF 172 KB</span></p>", {"Minutes"}},
      {"broken nesting",
       "<p><b>One</p><p><i>Two</b></i></div></td><p>Three",
       {"One", "Two", "Three"}},
      {"no markup at all", "words", {"words"}},
      {"nothing", "", {}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(texts(read_html(row.html)) == row.expected);
  }
}

TEST_CASE("read_html: title, headings, bold and indentation") {
  const RawDocument raw = read_html(
      "<html><head><title>Issue details</title></head><body><h2>Purpose</h2>"
      "<p><b>Wards:</b></p><p style='font-weight: bold'>All</p><p><b>One</b> word</p>"
      "<ul><li>a<ul><li>b</ul></ul><p style='margin-left:36.0pt'>c</p><p>d");
  CHECK(raw.title == "Issue details");
  CHECK(raw.media_type == "text/html");
  REQUIRE(raw.lines.size() == 8);
  CHECK(raw.lines[0].style.heading_level == 2);
  CHECK(raw.lines[1].style.heading_level == 0);
  CHECK(raw.lines[1].style.bold);
  CHECK(raw.lines[2].style.bold);
  CHECK_FALSE(raw.lines[3].style.bold);
  CHECK(raw.lines[4].box.x0 == 18);
  CHECK(raw.lines[5].box.x0 == 36);
  CHECK(raw.lines[6].box.x0 == 36);
  CHECK(raw.lines[7].box.x0 == 0);
  CHECK(raw.lines[7].page == 0);
}

TEST_CASE("read_html: data tables become cells") {
  const RawDocument raw = read_html(
      "<table><tr><th>Meeting<th colspan=2>Date<tr><td>Cabinet<td>1 May<td>2 pm"
      "<tr><td>Council<td><td>3 pm</table><p>End");
  REQUIRE(raw.lines.size() == 8);
  CHECK(raw.lines[0].cell == Cell{1, 1, 1});
  CHECK(raw.lines[0].style.bold);
  CHECK(raw.lines[1].cell == Cell{1, 1, 2});
  CHECK(raw.lines[4].cell == Cell{1, 2, 3});
  CHECK(raw.lines[6].cell == Cell{1, 3, 3});
  CHECK(raw.lines[7].cell == Cell{});
}

TEST_CASE("read_html: tables for layout become blocks") {
  struct Row {
    const char* what;
    std::string html;
    Texts expected;
  };
  const Row rows[] = {
      {"one cell", "<table><tr><td>One<tr><td>Two</table>", {"One", "Two"}},
      {"numbers in cells",
       "<table><tr><td>1.</td><td>Apologies<p>None.</td><tr><td>2.<td>Minutes</table>",
       {"1. Apologies", "None.", "2. Minutes"}},
      {"headings in cells", "<table><tr><td><h2>A</h2><td>b</table>", {"A", "b"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const RawDocument raw = read_html(row.html);
    CHECK(texts(raw) == row.expected);
    for (const RawLine& line : raw.lines) CHECK(line.cell == Cell{});
  }
}

TEST_CASE("read_html: a table inside a layout table keeps its cells and counts from 1") {
  const RawDocument raw = read_html("<table><tr><td>x<td><table><tr><td>a<td>b</table></table>");
  REQUIRE(raw.lines.size() == 3);
  CHECK(raw.lines[0].cell == Cell{});
  CHECK(raw.lines[1].cell == Cell{1, 1, 1});
  CHECK(raw.lines[2].cell == Cell{1, 1, 2});
}

TEST_CASE("read_html: what belongs to the site is marked, not dropped") {
  struct Row {
    const char* html;
    bool chrome;
  };
  const Row rows[] = {
      {"<nav>x</nav>", true},
      {"<div class=\"side-nav\">x</div>", true},
      {"<div id=breadcrumbHolder>x</div>", true},
      {"<div class=mgFooter>x</div>", true},
      {"<header>x</header>", true},
      {"<div role=banner>x</div>", true},
      {"<main><header>x</header></main>", false},
      {"<main><nav>x</nav></main>", true},
      {"<div class=menu><main>x</main></div>", false},
      {"<div class=navigable>x</div>", false},
      {"<div class=shareholders>x</div>", false},
      {"<form class=a>x</form>", false},
      {"<a class='skip-link'>x</a>", true},
      {"<p>y <a class='skip-link'>x</a></p>", false},
      {"<td id=leftmenu>x</td>", true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.html);
    const RawDocument raw =
        read_html("<body class='has-nav'><p>The council met.</p>" + std::string(row.html));
    REQUIRE(raw.lines.size() == 2);
    CHECK((raw.lines[1].role == LineRole::RunningHead) == row.chrome);
    CHECK(raw.lines[0].role == LineRole::Body);
  }
}

TEST_CASE("read_html: what stands outside the committee system's own part is the site's") {
  const RawDocument raw = read_html(
      "<body><table><tr><td><p>What's new</p></td><td><div class=nav><div id='modgov'><h1>Decision "
      "details</h1><p>The council met.</p></div></div><p>Top</p></td></tr></table>");
  REQUIRE(raw.lines.size() == 4);
  CHECK(raw.lines[0].role == LineRole::RunningHead);
  CHECK(raw.lines[1].role == LineRole::Body);
  CHECK(raw.lines[2].role == LineRole::Body);
  CHECK(raw.lines[3].role == LineRole::RunningHead);
}

TEST_CASE("read_html: a page that would be nothing but the site's is the paper") {
  const RawDocument raw = read_html("<div class=menu><p>The council met.</p></div>");
  REQUIRE(raw.lines.size() == 1);
  CHECK(raw.lines[0].role == LineRole::Body);
}

TEST_CASE("read_html: deep nesting is cut with a note, unclosed marks are read to the end") {
  std::string deep = "<p>start</p>";
  for (int i = 0; i < 100'000; ++i) deep += "<div>";
  const RawDocument cut = read_html(deep + "end");
  CHECK(texts(cut) == Texts{"start"});
  CHECK(cut.notes == std::vector<Note>{{"truncated", 0}});

  std::string open;
  for (int i = 0; i < 1'000; ++i) open += "<font>";
  const RawDocument whole = read_html(open + "end");
  CHECK(texts(whole) == Texts{"end"});
  CHECK(whole.notes.empty());
}

TEST_CASE("read_html: a declared encoding does not undo UTF-8") {
  const RawDocument raw =
      read_html("<head><meta charset=\"iso-8859-1\"></head><p>Cyngor T\u0175r</p>");
  CHECK(texts(raw) == Texts{"Cyngor T\u0175r"});
}
