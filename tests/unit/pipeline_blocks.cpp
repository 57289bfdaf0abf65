#include "pipeline/blocks.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/support/make_lines.hpp"

namespace moot {
namespace {

using test::Laid;
using test::Strings;

/// "H1 6 Legal" for a heading, "P words", "L a words", "L * words", "C1.2 words" for a cell.
Strings shown(const Document& doc) {
  Strings out;
  for (const Block& block : find_blocks(doc, test::whole_paper(doc))) {
    std::string text;
    switch (block.kind) {
      case BlockKind::Heading:
        text = "H";
        break;
      case BlockKind::Paragraph:
        text = "P";
        break;
      case BlockKind::ListItem:
        text = "L";
        break;
      case BlockKind::TableCell:
        text = "C" + std::to_string(block.cell.row) + "." + std::to_string(block.cell.column);
        break;
    }
    if (!block.number.empty()) text += " " + block.number;
    if (block.bullet) text += " *";
    out.push_back(text + " " + text_of(doc, block.range));
  }
  return out;
}

const std::string kLong = "The service was reviewed in the spring and all who use it were asked";
const std::string kRest = "what they thought of it, and most of them answered within a month.";

TEST_CASE("range_of: bytes of a text with a running head inside stand where they are printed") {
  Laid laid;
  laid.para("Agreed by the Cabinet");
  laid.line("Page 1 of 2", {.role = LineRole::PageNumber});
  const Document doc = laid.line("on 30 January 2025.").get();
  const TextRange all{0, doc.text.size()};
  const std::string text = text_of(doc, all);
  CHECK(text == "Agreed by the Cabinet on 30 January 2025.");
  const std::size_t begin = text.find("30 January");
  CHECK(slice(doc, range_of(doc, all, begin, begin + 15)) == "30 January 2025");
  CHECK(range_of(doc, all, 0, text.size()) == all);
}

TEST_CASE("find_blocks: the lines of a paragraph are one block, a gap starts another") {
  const Document doc = Laid().para(kLong).line(kRest).para("A second one. " + kLong).get();
  CHECK(shown(doc) == Strings{"P " + kLong + " " + kRest, "P A second one. " + kLong});
}

TEST_CASE("find_blocks: the first and last line of a block are its own") {
  const Document doc = Laid().para(kLong).line(kRest).para("Second. " + kLong).get();
  const auto blocks = find_blocks(doc, test::whole_paper(doc));
  REQUIRE(blocks.size() == 2);
  CHECK(blocks[0].first_line == 0);
  CHECK(blocks[0].last_line == 2);
  CHECK(blocks[1].first_line == 2);
  CHECK(blocks[1].last_line == 3);
}

TEST_CASE("find_blocks: only the lines of the paper count") {
  const Document doc =
      Laid().para("One of these.").para("Two of these.").para("Three of them.").get();
  const auto blocks = find_blocks(doc, Paper{1, 2, 1, 1, ""});
  REQUIRE(blocks.size() == 1);
  CHECK(text_of(doc, blocks[0].range) == "Two of these.");
}

TEST_CASE("find_blocks: a page break in the middle of a sentence starts no block") {
  const Document doc = Laid()
                           .para(kLong)
                           .head("Aldermere Council, Cabinet, 4 March 2025")
                           .new_page()
                           .para(kRest)
                           .get();
  CHECK(shown(doc) == Strings{"P " + kLong + " " + kRest});
}

TEST_CASE("find_blocks: a bold label whose last line is bold only in part is one block") {
  const Document doc = Laid()
                           .para(kLong + " " + kRest)
                           .heading("Any interest declared and any dispensation granted by the", 10)
                           .line("Proper Officer: None")
                           .get();
  const Strings blocks = shown(doc);
  CHECK(blocks.back().ends_with(
      " Any interest declared and any dispensation granted by the Proper Officer: None"));
  const Strings apart =
      shown(Laid().para(kLong).heading("Financial implications", 10).line("None.").get());
  CHECK(apart.size() == 3);
}

TEST_CASE("find_blocks: an empty paper has no blocks") {
  CHECK(find_blocks(Document{}, Paper{}).empty());
  CHECK(shown(Laid().head("only a running head").get()).empty());
}

TEST_CASE("find_blocks: markers start list items and are not part of the text") {
  const Document doc = Laid()
                           .para("It is recommended that the committee should do all of these:")
                           .para("1. note the report;", 90)
                           .para("(a) with its appendix;", 108)
                           .para("• and its map.", 126)
                           .get();
  const auto blocks = find_blocks(doc, test::whole_paper(doc));
  CHECK(shown(doc) == Strings{"P It is recommended that the committee should do all of these:",
                              "L 1 note the report;", "L a with its appendix;",
                              "L * and its map."});
  REQUIRE(blocks.size() == 4);
  CHECK(blocks[1].level == 1);
  CHECK(blocks[2].level == 2);
  CHECK(blocks[3].level == 3);
  CHECK(blocks[1].indent == Approx(90));
}

TEST_CASE("find_blocks: a number by chance at the start of a line is no marker") {
  const Document doc = Laid()
                           .para(kLong + " in section")
                           .line("7.1 above, and what they thought of it was told.")
                           .get();
  CHECK(shown(doc).size() == 1);
}

TEST_CASE("find_blocks: what follows a line to sign stands apart from it") {
  const Document doc =
      Laid().para("Signed ______________ Dated ______________").line("16.01.8 Finance").get();
  const auto blocks = find_blocks(doc, test::whole_paper(doc));
  REQUIRE(blocks.size() == 2);
  CHECK(blocks[1].number == "16.01.8");
}

TEST_CASE("find_blocks: a year and an initial that run over a line's end are no markers") {
  for (const char* rest : {"2023. Carried by all who were there.", "P. Harries spoke to it."}) {
    INFO(rest);
    const Document doc = Laid()
                             .para(rest[0] == '2' ? "The motion of the town on December 19,"
                                                  : "It was said by Cllr.")
                             .line(rest)
                             .get();
    const auto blocks = find_blocks(doc, test::whole_paper(doc));
    CHECK(blocks.size() == 1);
  }
}

TEST_CASE("find_blocks: a house's number at a line's start is no marker") {
  const Document doc = Laid()
                           .para("1. That the licence be granted in respect of The Tin Whistle,")
                           .line("214 Copper Row, on the terms that were set out in the report.")
                           .get();
  CHECK(find_blocks(doc, test::whole_paper(doc)).size() == 1);
  const Document spaced = Laid()
                              .para("1. That the licence be granted in respect of The Tin Whistle,")
                              .para("214 Copper Row, on the terms that were set out in the report.")
                              .get();
  CHECK(find_blocks(spaced, test::whole_paper(spaced)).back().number.empty());
  const Document list = Laid().para("1 Adopt the plan,").para("2 Note its cost.").get();
  CHECK(find_blocks(list, test::whole_paper(list)).size() == 2);
}

TEST_CASE("find_blocks: dates and times are no list items") {
  for (const std::string date :
       {"12 March 2024", "4 Mawrth 2024", "10.00 am", "30 January, at the hall"}) {
    INFO(date);
    const auto blocks = shown(Laid().para(kLong + " " + kRest).para(date).para(kLong + ".").get());
    REQUIRE(blocks.size() == 3);
    CHECK(blocks[1].ends_with(" " + date));
    CHECK(blocks[1].starts_with("P "));
  }
}

TEST_CASE("find_blocks: a cell is a block of its own, with its place") {
  const Document doc = Laid()
                           .cell(1, 1, "Issue")
                           .cell(1, 2, "Implications")
                           .cell(2, 1, "Legal")
                           .cell(2, 2, "There are none that the solicitor")
                           .cell(2, 2, "knows of.")
                           .get();
  CHECK(shown(doc) == Strings{"C1.1 Issue", "C1.2 Implications", "C2.1 Legal",
                              "C2.2 There are none that the solicitor knows of."});
}

TEST_CASE("find_blocks: a bold line is a heading, with its number apart") {
  const Document doc = Laid()
                           .heading("REPORT ON PARKS", 16)
                           .para(kLong)
                           .line(kRest)
                           .heading("6. Legal implications")
                           .para(kLong)
                           .line(kRest)
                           .heading("6.1 Powers")
                           .para(kRest)
                           .get();
  const auto blocks = find_blocks(doc, test::whole_paper(doc));
  const Strings list = shown(doc);
  REQUIRE(list.size() == 6);
  CHECK(list[0] == "H REPORT ON PARKS");
  CHECK(list[2] == "H 6 Legal implications");
  CHECK(list[4] == "H 6.1 Powers");
  CHECK(blocks[0].level < blocks[2].level);
  CHECK(blocks[2].level < blocks[4].level);
}

TEST_CASE("find_blocks: the source's own headings keep their rank") {
  const Document doc = test::markdown_document(
      "# Parks\n\nThe parks are well kept by all who use them in the summer.\n\n## "
      "Cost\n\nLittle.\n");
  const auto blocks = find_blocks(doc, test::whole_paper(doc));
  REQUIRE(blocks.size() == 4);
  CHECK(blocks[0].kind == BlockKind::Heading);
  CHECK(blocks[1].kind == BlockKind::Paragraph);
  CHECK(blocks[2].kind == BlockKind::Heading);
  CHECK(blocks[0].level < blocks[2].level);
}

TEST_CASE("find_blocks: in plain text a short line before a paragraph is a heading") {
  const Document doc = test::text_document(
      "Background\n\n" + kLong + ", and what they said of it is told here at some length.\n\n" +
      "LEGAL IMPLICATIONS\n\n7.1 " + kLong + ".\n");
  const Strings list = shown(doc);
  REQUIRE(list.size() == 4);
  CHECK(list[0] == "H Background");
  CHECK(list[2] == "H LEGAL IMPLICATIONS");
}

TEST_CASE("find_blocks: a bold sentence with its full stop is no heading") {
  const Strings list = shown(
      Laid().heading("The committee should act soon, before the winter comes.").para(kLong).get());
  REQUIRE(list.size() == 2);
  CHECK(list[0].starts_with("P "));
}

TEST_CASE("find_blocks: ranges lie in order inside the document and do not overlap") {
  const Document doc = Laid()
                           .heading("1. Purpose")
                           .para(kLong)
                           .head("a running head")
                           .line(kRest)
                           .para("• first")
                           .cell(1, 1, "2.1 in a cell")
                           .get();
  std::size_t at = 0;
  for (const Block& block : find_blocks(doc, test::whole_paper(doc))) {
    CHECK(block.range.begin >= at);
    CHECK(block.range.begin <= block.range.end);
    CHECK(block.range.end <= doc.text.size());
    at = block.range.end;
  }
}

TEST_CASE("text_of: line ends are spaces, running heads and page numbers are left out") {
  Laid::Look number;
  number.role = LineRole::PageNumber;
  const Document doc =
      Laid().line("one two").head("RUNNING HEAD").line("- 4 -", number).line("three").get();
  CHECK(text_of(doc, {0, doc.text.size()}) == "one two three");
  CHECK(text_of(doc, {4, 7}) == "two");
  CHECK(text_of(doc, {3, 3}) == "");
  CHECK(text_of(Document{}, {0, 0}) == "");
}

TEST_CASE("find_blocks: a dash that comes to stand at a line's start is no bullet") {
  const Document doc = Laid()
                           .para("1. That the minutes of the Council of 27 October 2025 (AB120/25")
                           .line("\u2013 AB139/25), having been circulated, be confirmed as a true")
                           .line("record.")
                           .para("\u2013 a dash at the start of a paragraph is one")
                           .get();
  const auto blocks = find_blocks(doc, test::whole_paper(doc));
  REQUIRE(blocks.size() == 2);
  CHECK(text_of(doc, blocks[0].range).ends_with("be confirmed as a true record."));
  CHECK(blocks[1].bullet);
}

TEST_CASE("find_blocks: a line that ends with an article goes on below, in other type too") {
  const Document doc = Laid()
                           .heading("Any interest declared when it was taken and allowed by the")
                           .para("Proper Officer: None")
                           .get();
  const auto blocks = find_blocks(doc, test::whole_paper(doc));
  REQUIRE(blocks.size() == 1);
  CHECK(text_of(doc, blocks[0].range).ends_with("by the Proper Officer: None"));
}

TEST_CASE("find_blocks: postcodes, ends of words and bold 'or' are no headings") {
  for (const char* text :
       {"SA19 7LY", "Market Square, PO30 2QS", "OR", "at 10.00 am", "will hold a closed meeting"}) {
    CAPTURE(text);
    const Document doc = Laid().heading(text).para("The market is held on each Monday.").get();
    CHECK(find_blocks(doc, test::whole_paper(doc))[0].kind != BlockKind::Heading);
  }
  for (const char* text : {"PART 2 ABC", "e-Petitions", "SCHEDULE 12A"}) {
    CAPTURE(text);
    const Document doc = Laid().heading(text).para("The market is held on each Monday.").get();
    CHECK(find_blocks(doc, test::whole_paper(doc))[0].kind == BlockKind::Heading);
  }
}

}  // namespace
}  // namespace moot
