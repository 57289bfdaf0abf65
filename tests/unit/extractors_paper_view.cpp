#include "extractors/paper_view.hpp"

#include <stdexcept>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/support/make_paper.hpp"

namespace moot {
namespace {

using test::Laid;
using test::Strings;
using test::View;

const RuleSet& small_rules() {
  static const Result<RuleSet> rules = RuleSet::from_json(R"({"rules": [
      {"id": "title.a", "field": "title", "labels": ["Subject"], "zone": "front"},
      {"id": "date.a", "field": "meeting_date", "labels": ["Date of meeting"]},
      {"id": "member.a", "field": "lead_member", "labels": ["Lead member"]},
      {"id": "present.a", "field": "present", "labels": ["Present"], "kinds": ["minutes"], "shape": "names"},
      {"id": "papers.a", "field": "background_papers", "labels": ["Background papers"], "shape": "names"},
      {"id": "summary.a", "field": "summary", "labels": ["Summary"], "shape": "prose"},
      {"id": "date.b", "field": "report_date", "labels": ["Date"], "zone": "body"},
      {"id": "contacts.a", "field": "contacts", "labels": ["Contact"], "shape": "contacts"},
      {"id": "contacts.p", "field": "contacts/phone", "labels": ["Telephone"]},
      {"id": "ends.a", "shape": "none", "labels": ["Background"]},
      {"id": "implications.a", "field": "implications/legal", "shape": "prose",
       "labels": ["Legal implications"], "parts": ["legal"]},
      {"id": "implications.b", "field": "implications/financial", "shape": "prose",
       "labels": ["Financial implications"], "parts": ["financial"]}]})",
                                                          "small.json");
  if (!rules) throw std::runtime_error(rules.error().message);
  return *rules;
}

const std::string kProse = "The service was reviewed in the spring and all who use it were asked.";

TEST_CASE("find_labels: labels are found in order, without number and colon") {
  const View v(test::text_document(
                   "Subject: Parks\n\nDate of meeting: 4 March 2025\n\n1. Summary\n\n" + kProse),
               "report", small_rules());
  CHECK(v.labels() == Strings{"Subject", "Date of meeting", "Summary"});
  CHECK(v.content(0, Shape::Line) == Strings{"Parks"});
  CHECK(v.content(1, Shape::Line) == Strings{"4 March 2025"});
  CHECK(v.content(2, Shape::Prose) == Strings{kProse});
  CHECK_FALSE(v.view.hits()[0].whole);
  CHECK(v.view.hits()[2].whole);
}

TEST_CASE("find_labels: a rule applies to its kinds of paper alone") {
  const std::string text = "Present: Mrs Ada Quill\n\nSubject: Parks";
  CHECK(View(test::text_document(text), "report", small_rules()).labels() == Strings{"Subject"});
  CHECK(View(test::text_document(text), "minutes", small_rules()).labels() ==
        Strings{"Present", "Subject"});
}

TEST_CASE("find_labels: a rule of the front does not apply in the body, nor the other way round") {
  std::string text = "Date: 1 May 2025\n\nSubject: Parks\n\n1. Background\n\n";
  for (int i = 0; i < 20; ++i) text += "1." + std::to_string(i + 1) + " " + kProse + "\n\n";
  text += "Subject: of the second letter\n\nDate: 2 May 2025\n";
  const View v(test::text_document(text), "report", small_rules());
  CHECK(v.labels() == Strings{"Subject", "Background", "Date"});
  CHECK(v.content(2, Shape::Line) == Strings{"2 May 2025"});
}

TEST_CASE("content: the value of a lone label is the next block") {
  const View v(test::text_document("Lead member\n\nCouncillor Ada Quill\n\nSubject\n\nParks\n"),
               "report", small_rules());
  CHECK(v.content(0, Shape::Line) == Strings{"Councillor Ada Quill"});
  CHECK(v.content(1, Shape::Line) == Strings{"Parks"});
}

TEST_CASE("content: a label is never a value") {
  const View v(
      test::text_document("Lead member:\n\nSubject: Parks\n\nBackground papers:\n\nContact: Ada"),
      "report", small_rules());
  REQUIRE(v.labels() == Strings{"Lead member", "Subject", "Background papers", "Contact"});
  CHECK(v.content(0, Shape::Line).empty());
  CHECK(v.content(2, Shape::Names).empty());
}

TEST_CASE("content: prose goes to the next label or heading of its rank, over sub-headings") {
  const View v(Laid()
                   .heading("1. Summary", 13)
                   .para(kProse)
                   .heading("1.1 Detail", 11)
                   .para("More is said here.")
                   .heading("2. Cost", 13)
                   .para("It costs little.")
                   .get(),
               "report", small_rules());
  REQUIRE(v.labels() == Strings{"Summary"});
  CHECK(v.content(0, Shape::Prose) == Strings{kProse, "Detail", "More is said here."});
}

TEST_CASE("content: a label without a field ends what stands before it") {
  const View v(test::text_document("Summary\n\n" + kProse + "\n\nBackground\n\nThe plan is old."),
               "report", small_rules());
  CHECK(v.content(0, Shape::Prose) == Strings{kProse});
}

TEST_CASE("content: labels of contacts belong inside a block of contacts") {
  const View v(
      test::text_document("Contact: Ada Quill\n\nTelephone: 01632 960123\n\nSummary: " + kProse),
      "report", small_rules());
  CHECK(v.content(0, Shape::Contacts) == Strings{"Ada Quill", "Telephone: 01632 960123"});
}

TEST_CASE("content: the value of a cell stands in the cell to its right") {
  const View v(Laid()
                   .cell(1, 1, "Subject")
                   .cell(1, 2, "Parks")
                   .cell(2, 1, "Lead member")
                   .cell(2, 2, "Ada Quill")
                   .get(),
               "report", small_rules());
  REQUIRE(v.labels() == Strings{"Subject", "Lead member"});
  CHECK(v.content(0, Shape::Line) == Strings{"Parks"});
  CHECK(v.content(1, Shape::Line) == Strings{"Ada Quill"});
}

TEST_CASE("content: in a row of labels the values stand in the row below") {
  const View v(Laid()
                   .cell(1, 1, "Subject", true)
                   .cell(1, 2, "Lead member", true)
                   .cell(2, 1, "Parks")
                   .cell(2, 2, "Ada Quill")
                   .get(),
               "report", small_rules());
  REQUIRE(v.view.hits().size() == 2);
  CHECK(v.view.hits()[0].above);
  CHECK(v.content(0, Shape::Line) == Strings{"Parks"});
  CHECK(v.content(1, Shape::Line) == Strings{"Ada Quill"});
}

TEST_CASE("content: an empty cell gives nothing, not the label below it") {
  const View v(Laid().cell(1, 1, "Subject").cell(2, 1, "Lead member").cell(2, 2, "Ada Quill").get(),
               "report", small_rules());
  REQUIRE(v.labels() == Strings{"Subject", "Lead member"});
  CHECK(v.content(0, Shape::Line).empty());
}

TEST_CASE("find_labels: implications that were run on after a sentence are found") {
  const View v(
      test::text_document("Legal implications: There are none. Financial implications The cost is "
                          "met from reserves."),
      "report", small_rules());
  REQUIRE(v.labels() == Strings{"Legal implications", "Financial implications"});
  CHECK(v.content(0, Shape::Prose) == Strings{"There are none. "});
  CHECK(v.content(1, Shape::Prose) == Strings{"The cost is met from reserves."});
}

TEST_CASE("find_labels: a mention inside a sentence is no label") {
  const View v(
      test::text_document("The legal implications are told below. Legal implications were few."),
      "report", small_rules());
  CHECK(v.labels().empty());
}

TEST_CASE("has_label: tells the blocks in which a label stands") {
  const View v(
      test::text_document("Subject: Parks\n\nSomething else altogether\n\nLead member: Ada"),
      "report", small_rules());
  REQUIRE(v.view.blocks().size() == 3);
  CHECK(v.view.has_label(0));
  CHECK_FALSE(v.view.has_label(1));
  CHECK(v.view.has_label(2));
}

TEST_CASE("front_end: the body starts at the first section's label") {
  const View v(test::text_document("Parks\n\nSubject: Parks\n\nSummary\n\n" + kProse), "report",
               small_rules());
  CHECK(v.view.front_end() == 2);
}

TEST_CASE("pieces: parts of blocks between two places, empty ones left out") {
  const View v(test::text_document("One two\n\nThree four\n\nFive"), "report", small_rules());
  const std::size_t two = v.doc.text.find("two"), four = v.doc.text.find("four");
  const auto pieces = v.view.pieces(0, {two, four});
  REQUIRE(pieces.size() == 2);
  CHECK(v.view.text(pieces[0].range) == "two");
  CHECK(v.view.text(pieces[1].range) == "Three ");
  CHECK(pieces[1].block == 1);
  CHECK(v.view.pieces(0, {two, two}).empty());
}

TEST_CASE("find_labels: a paper without lines has no hits") {
  const View v(Document{}, "report", small_rules());
  CHECK(v.view.hits().empty());
  CHECK(v.view.blocks().empty());
}

}  // namespace
}  // namespace moot
