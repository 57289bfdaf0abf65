#include "pipeline/read_markdown.hpp"

#include <string>

#include <catch2/catch.hpp>

using namespace moot;

TEST_CASE("read_markdown: what becomes of one line") {
  struct Row {
    const char* what;
    std::string line, text;
    bool bold;
    int level;
  };
  const Row rows[] = {
      {"plain", "The plan", "The plan", false, 0},
      {"heading", "## 2. Purpose ##", "2. Purpose ", false, 2},
      {"no heading", "#12 is a number", "#12 is a number", false, 0},
      {"bold", "**PRESENT:**", "PRESENT:", true, 0},
      {"bold but for its colon", "**PRESENT**:", "PRESENT:", true, 0},
      {"bold in two parts", "**8TH** **NOVEMBER**", "8TH NOVEMBER", true, 0},
      {"bold but for its number", "2.0 **RECOMMENDATIONS**", "2.0 RECOMMENDATIONS", true, 0},
      {"bold in part", "**Note** the plan", "Note the plan", false, 0},
      {"underlined bold", "__Note__", "Note", true, 0},
      {"italics and code", "*the* `plan`", "the plan", false, 0},
      {"stars that mark nothing", "2 * 3 * 4 **", "2 * 3 * 4 **", false, 0},
      {"a line to write on", "Signed: ________", "Signed: ________", false, 0},
      {"escapes", "1\\. \\*the\\* plan\\_a", "1. *the* plan_a", false, 0},
      {"a path stays", "X:\\plans", "X:\\plans", false, 0},
      {"link", "See [the *plan*](http://x/y) now", "See the plan now", false, 0},
      {"square brackets", "the [draft] plan", "the [draft] plan", false, 0},
      {"picture", "![logo](x.png) Council", " Council", false, 0},
      {"address", "<https://example.gov.uk>", "https://example.gov.uk", false, 0},
      {"bullet", "- Note the plan", "\u2022 Note the plan", false, 0},
      {"bullet before a number", "- 2.1 Note", "2.1 Note", false, 0},
      {"bullet before a letter", "* (a) note", "(a) note", false, 0},
      {"bullet before a year", "+ 2024 plan", "\u2022 2024 plan", false, 0},
      {"quotation", "> the plan", "the plan", false, 0},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const RawDocument raw = read_markdown(row.line);
    REQUIRE(raw.lines.size() == 1);
    CHECK(raw.lines[0].text == row.text);
    CHECK(raw.lines[0].style.bold == row.bold);
    CHECK(raw.lines[0].style.heading_level == row.level);
  }
}

TEST_CASE("read_markdown: tables become cells, without the line of dashes") {
  const RawDocument raw =
      read_markdown("Costs\n\n| Item | **Cost** |\n|---|--:|\n| Roads | \\|x |\n| | 5 |\n\nEnd");
  REQUIRE(raw.lines.size() == 7);
  CHECK(raw.lines[1].cell == Cell{1, 1, 1});
  CHECK(raw.lines[2].cell == Cell{1, 1, 2});
  CHECK(raw.lines[2].style.bold);
  CHECK(raw.lines[4].text == " |x ");
  CHECK(raw.lines[5].cell == Cell{1, 3, 2});
  CHECK(raw.lines[6].cell == Cell{});
  CHECK(raw.lines[6].starts_paragraph);
  // OCR writes '|' for 'I': without the line of dashes there is no table.
  CHECK(read_markdown("| will ask | the").lines[0].cell == Cell{});
}

TEST_CASE("read_markdown: headings by underlines, rules and numbers of pages") {
  const RawDocument raw = read_markdown("Title\n=====\n\nPart\n----\n\nwords and\n---\n2\n\nmore");
  REQUIRE(raw.lines.size() == 5);
  CHECK(raw.lines[0].style.heading_level == 1);
  CHECK(raw.lines[1].style.heading_level == 2);
  CHECK(raw.lines[2].style.heading_level == 0);
  CHECK(raw.lines[3].role == LineRole::PageNumber);
  CHECK(raw.lines[4].role == LineRole::Body);
  CHECK_FALSE(raw.lines[4].starts_paragraph);
}

TEST_CASE("read_markdown: what a converter writes at the top of a page is marked") {
  const RawDocument raw = read_markdown(
      "[Original file](http://x/y.pdf)\n\n---\n*<small>Scanned page</small>*\n\nMinutes");
  REQUIRE(raw.lines.size() == 3);
  CHECK(raw.lines[0].role == LineRole::RunningHead);
  CHECK(raw.lines[1].role == LineRole::RunningHead);
  CHECK(raw.lines[2].role == LineRole::Body);
}

TEST_CASE("read_markdown: comments go, items and headings start paragraphs") {
  const RawDocument raw = read_markdown("# A\nb <!-- x\ny -->c\n- d\n- e\nf");
  REQUIRE(raw.lines.size() == 5);
  CHECK(raw.lines[1].text == "b c");
  CHECK(raw.lines[0].starts_paragraph);
  CHECK(raw.lines[2].starts_paragraph);
  CHECK(raw.lines[3].starts_paragraph);
  CHECK_FALSE(raw.lines[4].starts_paragraph);
  CHECK(raw.media_type == "text/markdown");
}
