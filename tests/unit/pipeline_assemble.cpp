#include "pipeline/assemble.hpp"

#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

using namespace moot;

namespace {

RawLine body(std::string text, bool paragraph = false) {
  RawLine line;
  line.text = std::move(text);
  line.page = 1;
  line.starts_paragraph = paragraph;
  return line;
}

RawLine head(std::string text) {
  RawLine line = body(std::move(text));
  line.role = LineRole::RunningHead;
  return line;
}

Document from(std::vector<RawLine> lines) {
  RawDocument raw;
  raw.lines = std::move(lines);
  return assemble(std::move(raw));
}

/// The text of two lines, with a vocabulary printed around them.
std::string joined(const std::string& first, const std::string& second,
                   const std::string& elsewhere = "Nothing of note.") {
  return from({body(first), body(second), body(elsewhere, true)}).text;
}

}  // namespace

TEST_CASE("assemble: lines are regular, joined by newlines, and their ranges are their texts") {
  RawDocument raw;
  raw.lines = {body(" The  o\uFB03ce ", true), body("\u00A0"), body("is open\xFF")};
  raw.lines[2].cell = {1, 2, 3};
  raw.title = " A\u00A0 title ";
  raw.bookmarks = {{"1.\u00A0 Apologies", 4, 1}};
  raw.pages = {{595, 842}};
  raw.notes = {{"ocr-used", 1}};
  raw.media_type = "application/pdf";
  const Document doc = assemble(std::move(raw));
  CHECK(doc.text == "The office\nis open\uFFFD");
  REQUIRE(doc.lines.size() == 2);
  CHECK(slice(doc, doc.lines[0].range) == "The office");
  CHECK(slice(doc, doc.lines[1].range) == "is open\uFFFD");
  CHECK(doc.lines[1].cell == Cell{1, 2, 3});
  CHECK(doc.title == "A title");
  CHECK(doc.bookmarks[0].title == "1. Apologies");
  CHECK(doc.bookmarks[0].page == 4);
  CHECK(doc.pages.size() == 1);
  CHECK(doc.notes == std::vector<Note>{{"ocr-used", 1}});
  CHECK(doc.media_type == "application/pdf");
  CHECK(doc.sha256.empty());
}

TEST_CASE("assemble: an empty line's paragraph start passes to the next body line") {
  const Document doc =
      from({body("One", true), body(" ", true), head("Page head"), body("Two"), body("Three")});
  REQUIRE(doc.lines.size() == 4);
  CHECK(doc.lines[1].starts_paragraph);
  CHECK(doc.lines[2].starts_paragraph);
  CHECK_FALSE(doc.lines[3].starts_paragraph);
}

TEST_CASE("assemble: a running head's own paragraph start is not the body's") {
  RawLine number = head("12");
  number.starts_paragraph = true;
  const Document doc = from({body("One", true), number, body("goes on")});
  CHECK_FALSE(doc.lines[2].starts_paragraph);
}

TEST_CASE("assemble: nothing gives an empty document") {
  CHECK(from({}).lines.empty());
  CHECK(from({body(" "), body("")}).text.empty());
}

TEST_CASE("assemble: a hyphen that only breaks the word goes, one that belongs to it stays") {
  struct Row {
    const char* what;
    std::string first, second, elsewhere, expected;
  };
  const Row rows[] = {
      {"no witness: broken", "the recom-", "mendation is", "x", "the recommendation\nis\nx"},
      {"joined elsewhere", "the recom-", "mendation is", "A Recommendation was",
       "the recommendation\nis\nA Recommendation was"},
      {"hyphened elsewhere", "an on-", "line form", "the on-line form",
       "an on-line\nform\nthe on-line form"},
      {"more often joined", "to co-", "operate now", "cooperate, cooperate, co-operate",
       "to cooperate\nnow\ncooperate, cooperate, co-operate"},
      {"a prefix of compounds", "a self-", "assessment of", "x", "a self-assessment\nof\nx"},
      {"a doubtful prefix and a word", "done in-", "house by", "a house",
       "done in-house\nby\na house"},
      {"a doubtful prefix and no word", "the in-", "formation is", "x", "the information\nis\nx"},
      {"two words of the document", "our customer-", "facing staff", "the customer is facing",
       "our customer-facing\nstaff\nthe customer is facing"},
      {"two words that are often one", "set out with-", "in the", "with care; in it",
       "set out within\nthe\nwith care; in it"},
      {"a longer compound", "an up-to-", "date plan", "x", "an up-to-date\nplan\nx"},
      {"years", "for 2024-", "25 and", "x", "for 2024-25\nand\nx"},
      {"a capital follows", "the Aber-", "Glas road", "x", "the Aber-Glas\nroad\nx"},
      {"capitals, joined elsewhere", "RECOM-", "MENDATIONS FOR", "the recommendations",
       "RECOMMENDATIONS\nFOR\nthe recommendations"},
      {"as often joined as not", "done in-", "house by", "in-house, inhouse",
       "done in-house\nby\nin-house, inhouse"},
      {"an email address", "democratic-", "services@example.gov.uk now", "x",
       "democratic-services@example.gov.uk\nnow\nx"},
      {"a web address", "www.example.gov.uk/some-", "page for", "x",
       "www.example.gov.uk/some-page\nfor\nx"},
      {"a soft hyphen", "the recom\u00AD", "mendation is", "x", "the recommendation\nis\nx"},
      {"a not sign, as OCR gives", "the sub\u00AC", "committee is", "x", "the subcommittee\nis\nx"},
      {"a soft hyphen in a compound", "done in\u00AD", "house by", "in-house",
       "done in-house\nby\nin-house"},
      {"the mark after the word moves too", "the recom-", "mendation, which", "x",
       "the recommendation,\nwhich\nx"},
      {"the second line goes when it is empty", "the recom-", "mendation.", "x",
       "the recommendation.\nx"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(joined(row.first, row.second, row.elsewhere) == row.expected);
  }
}

TEST_CASE("assemble: what is no broken word stays as it is") {
  struct Row {
    const char* what;
    std::string first, second;
  };
  const Row rows[] = {
      {"a dash after a space", "Present -", "councillors of"},
      {"a suspended hyphen", "pre- and post-", "and later war"},
      {"a letter of a list", "the sub-", "a) first"},
      {"a number after a word", "Covid-", "19 cases"},
      {"only a hyphen", "-", "word"},
      {"a full stop", "the end.", "and more"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(joined(row.first, row.second) == row.first + "\n" + row.second + "\nNothing of note.");
  }
}

TEST_CASE("assemble: a word broken over three lines becomes one") {
  CHECK(from({body("the re-"), body("commen-"), body("dation is")}).text ==
        "the recommendation\nis");
}

TEST_CASE("assemble: a running head between the halves stays where it is") {
  const Document doc = from({body("the recom-"), head("12"), head("Pack"), body("mendation is")});
  CHECK(doc.text == "the recommendation\n12\nPack\nis");
}

TEST_CASE("assemble: halves in different cells, sizes or paragraphs are not joined") {
  RawLine left = body("the recom-");
  RawLine right = body("mendation is");
  left.cell = {1, 1, 1};
  right.cell = {1, 1, 2};
  CHECK(from({left, right}).text == "the recom-\nmendation is");
  right.cell = left.cell;
  CHECK(from({left, right}).text == "the recommendation\nis");
  right.style.size = 18;
  left.style.size = 11;
  CHECK(from({left, right}).text == "the recom-\nmendation is");
  CHECK(from({body("Place-"), body("Making", true)}).text == "Place-\nMaking");
}

TEST_CASE("assemble: capitals are broken where the document breaks words") {
  const std::vector<RawLine> lines = {body("BUILDING CON-"), body("STRUCTION PLAN")};
  CHECK(from(lines).text == "BUILDING CON-STRUCTION\nPLAN");
  std::vector<RawLine> typeset = lines;
  typeset.insert(typeset.end(),
                 {body("the recom-", true), body("mendation"), body("recommendation")});
  CHECK(from(typeset).text == "BUILDING CONSTRUCTION\nPLAN\nthe recommendation\nrecommendation");
}

TEST_CASE("assemble: a document of compounds is one of word processors, and hyphens stay") {
  const Document doc = from({body("the long-"), body("term plan"), body("a zero-"),
                             body("carbon aim"), body("long-term", true)});
  CHECK(doc.text == "the long-term\nplan\na zero-carbon\naim\nlong-term");
}
