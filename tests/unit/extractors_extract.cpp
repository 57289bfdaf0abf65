#include "extractors/extract.hpp"

#include <set>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "extractors/record_json.hpp"
#include "tests/support/make_paper.hpp"

namespace moot {
namespace {

using test::Laid;
using test::Strings;

const std::string kReport =
    "From: Ada Quill, Director of Place\n\nTo: Parks Committee - 4 March 2025\n\nSubject: 25/00120 "
    "- Parks "
    "Plan\n\nDecision no: 25/00120\n\nKey Decision: Yes - it affects two wards\n\nClassification: "
    "UNRESTRICTED\n\nWards affected: Elm; Ash\n\nSummary: The report tells what is planned for the "
    "parks.\n\n"
    "Recommendations:\n\nThe committee is asked to:\n\n(a) adopt the plan; and\n\n(b) note its "
    "cost.\n\n"
    "1. Background\n\n1.1 The parks were last looked at in 2019, when little was done about "
    "them.\n\n"
    "2. Options\n\n2.1 Do nothing, which was rejected.\n\n2.2 Adopt the plan.\n\n"
    "3. Financial implications\n\n3.1 There are none that are not met from the budget of the "
    "year.\n\n"
    "4. Consultation\n\n4.1 All who live by the parks were asked, and most of them were for the "
    "plan.\n\n"
    "5. Background papers\n\nParks Plan 2019\n\n6. Contact details\n\nAda Quill, Director of "
    "Place\n\n"
    "01632 960123\n\nada.quill@example.org\n";

Record read_report() {
  return test::text_record(kReport);
}

TEST_CASE("extract: a report, field by field") {
  const Record record = read_report();
  CHECK(record.kind == "report");
  CHECK(record.language == "en");
  CHECK(test::said(record.title) == "Parks Plan");
  CHECK(test::said(record.decision_number) == "25/00120");
  CHECK(test::said(record.body) == "Parks Committee");
  CHECK(test::said(record.meeting_date) == "2025-03-04");
  REQUIRE(record.from.size() == 1);
  CHECK(test::said(record.from[0].name) == "Ada Quill");
  CHECK(test::said(record.from[0].role) == "Director of Place");
  CHECK(record.key_decision == true);
  CHECK(test::said(record.key_decision_reason) == "it affects two wards");
  CHECK(test::said(record.classification) == "UNRESTRICTED");
  CHECK(test::said(record.exempt) == "open");
  CHECK(record.wards == Strings{"Elm", "Ash"});
  CHECK(test::said(record.summary) == "The report tells what is planned for the parks.");
  CHECK(test::shown(record.recommendations) ==
        Strings{"a|adopt the plan; and", "b|note its cost."});
  CHECK(test::shown(record.options) ==
        Strings{"2.1|Do nothing, which was rejected.", "2.2|Adopt the plan."});
  CHECK(test::shown(record.implications) ==
        Strings{"financial|There are none that are not met from the budget of the year.|-"});
  CHECK(test::said(record.consultation) ==
        "All who live by the parks were asked, and most of them were for the plan.");
  CHECK(record.background_papers == Strings{"Parks Plan 2019"});
  CHECK(test::shown(record.contacts) ==
        Strings{"Ada Quill|Director of Place|01632 960123|ada.quill@example.org"});
}

TEST_CASE("extract: what the paper does not state is empty") {
  const Record record = read_report();
  CHECK_FALSE(record.council);
  CHECK_FALSE(record.decision_date);
  CHECK_FALSE(record.call_in);
  CHECK_FALSE(record.reasons);
  CHECK(record.resolutions.empty());
  CHECK(record.items.empty());
  CHECK(record.present.empty());
}

/// The pointers of every value that is not null, and of every entry of a list.
std::set<std::string> pointers(const Record& record) {
  std::set<std::string> out;
  for (const TextField& field : text_fields()) {
    if (record.*field.member) out.insert(std::string("/") + field.name);
  }
  for (const NumberedField& field : numbered_fields()) {
    for (std::size_t i = 0; i < (record.*field.member).size(); ++i) {
      out.insert(std::string("/") + field.name + "/" + std::to_string(i) + "/text");
    }
  }
  for (const ListField& field : list_fields()) {
    for (std::size_t i = 0; i < (record.*field.member).size(); ++i) {
      out.insert(std::string("/") + field.name + "/" + std::to_string(i));
    }
  }
  for (std::size_t i = 0; i < record.implications.size(); ++i) {
    out.insert("/implications/" + std::to_string(i) + "/text");
  }
  for (std::size_t i = 0; i < record.contacts.size(); ++i) {
    if (record.contacts[i].email) out.insert("/contacts/" + std::to_string(i) + "/email");
  }
  if (record.key_decision) out.insert("/key_decision");
  out.insert({"/kind", "/language"});
  return out;
}

TEST_CASE("extract: every value has evidence, and nothing else has") {
  const Document doc = test::text_document(kReport);
  const Record record = test::record_of(doc);
  for (const std::string& pointer : pointers(record)) {
    INFO(pointer);
    REQUIRE(record.evidence.contains(pointer));
    CHECK(record.evidence.at(pointer).rule != "");
    for (const Place& place : record.evidence.at(pointer).where) {
      CHECK(place.range.begin < place.range.end);
      CHECK(place.range.end <= doc.text.size());
    }
  }
  CHECK_FALSE(record.evidence.contains("/decision_date"));
}

TEST_CASE("extract: the evidence of a text stands where its words stand") {
  const Document doc = test::text_document(kReport);
  const Record record = test::record_of(doc);
  for (const char* pointer : {"/summary", "/recommendations/1/text", "/consultation"}) {
    INFO(pointer);
    const auto& where = record.evidence.at(pointer).where;
    REQUIRE(where.size() == 1);
    const std::string words(slice(doc, where[0].range));
    CHECK((words == record.summary || words == record.recommendations[1].text ||
           words == record.consultation));
  }
}

TEST_CASE("extract: same document, same records") {
  const Document doc = test::text_document(kReport);
  const auto a = extract(doc, test::built_in_rules(), "a.txt");
  const auto b = extract(doc, test::built_in_rules(), "a.txt");
  REQUIRE(a.size() == 1);
  REQUIRE(b.size() == 1);
  CHECK(to_json(a[0]) == to_json(b[0]));
}

TEST_CASE("extract: id, source and pages") {
  Document doc = Laid()
                     .heading("REPORT TO PARKS COMMITTEE")
                     .para("Subject: Parks Plan")
                     .new_page()
                     .para("Recommendations")
                     .para("1. That the plan be adopted.")
                     .get();
  doc.sha256 = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
  doc.notes = {{"ocr-used", 2}, {"truncated", 0}};
  const auto records = extract(doc, test::built_in_rules(), "papers/parks.pdf");
  REQUIRE(records.size() == 1);
  const Record& record = records[0];
  CHECK(record.id == "0123456789abcdef-p1");
  CHECK(record.source.path == "papers/parks.pdf");
  CHECK(record.source.sha256 == doc.sha256);
  CHECK(record.source.media_type == "application/pdf");
  REQUIRE(record.source.pages);
  CHECK(*record.source.pages == std::pair{1, 2});
  CHECK(record.source.page_count == 2);
  CHECK(record.source.ocr);
  CHECK(record.notes == doc.notes);
  CHECK(record.range == TextRange{0, doc.text.size()});
}

TEST_CASE("extract: a source without pages has none in its record") {
  Document doc = test::text_document(kReport);
  doc.sha256 = "0123456789abcdef";
  const auto records = extract(doc, test::built_in_rules(), "a.txt");
  REQUIRE(records.size() == 1);
  CHECK_FALSE(records[0].source.pages);
  CHECK_FALSE(records[0].source.page_count);
  CHECK(records[0].id == "0123456789abcdef-p1");
}

TEST_CASE("extract: an empty document gives no record") {
  CHECK(extract(Document{}, test::built_in_rules(), "empty.txt").empty());
}

TEST_CASE("extract: a trace for each record, with what lost") {
  std::vector<Trace> traces;
  const auto records =
      extract(test::text_document(kReport), test::built_in_rules(), "a.txt", &traces);
  REQUIRE(traces.size() == records.size());
  bool title = false;
  for (const Candidate& candidate : traces[0].candidates) {
    if (candidate.field == "title" && candidate.won) title = candidate.text == "Parks Plan";
    CHECK(candidate.why != "");
  }
  CHECK(title);
}

TEST_CASE("extract: sections lie inside the record, in order, with their headings") {
  const Record record = read_report();
  REQUIRE(record.sections.size() > 3);
  std::size_t at = record.range.begin;
  Strings headings;
  for (const SectionRange& section : record.sections) {
    CHECK(section.range.begin >= at);
    CHECK(section.range.end <= record.range.end);
    at = std::max(at, section.range.end);
    headings.push_back(section.heading);
  }
  CHECK(std::count(headings.begin(), headings.end(), "Consultation") == 1);
}

TEST_CASE("extract: a proposed record of decision is a decision notice with a proposed decision") {
  const Record record = test::text_record(
      "PROPOSED RECORD OF DECISION\n\nDECISION TO BE TAKEN BY:\n\nAda Quill, Cabinet Member for "
      "Parks\n\n"
      "DECISION NO:\n\n25/00120\n\nSubject: Parks Plan\n\nDecision:\n\nAs Cabinet Member for "
      "Parks, I agree to:\n\n"
      "(a) ADOPT the plan; and\n\n(b) NOTE its cost.\n\nReason(s) for decision:\n\nTo meet the "
      "duty of the "
      "Council to keep its parks.\n");
  CHECK(record.kind == "decision_notice");
  CHECK(test::said(record.decision_number) == "25/00120");
  REQUIRE(record.proposed_decision);
  CHECK(record.proposed_decision->starts_with("As Cabinet Member for Parks, I agree to:"));
  CHECK(record.proposed_decision->find("NOTE its cost.") != std::string::npos);
  CHECK(record.resolutions.empty());
  CHECK(test::said(record.reasons) == "To meet the duty of the Council to keep its parks.");
}

TEST_CASE("extract: a decision page") {
  const Record record = test::text_record(
      "Decision details\n\nParks Plan\n\nDecision Maker: Cabinet\n\nDecision status: "
      "Recommendations Approved\n\n"
      "Is Key decision?: No\n\nIs subject to call in?: Yes\n\nPurpose:\n\nTo say what is planned "
      "for the parks of "
      "the town.\n\nDecision:\n\nThat the plan be adopted from April, with its map.\n\nReasons for "
      "the "
      "decision:\n\nTo meet the duty of the Council.\n\nAlternative options "
      "considered:\n\nNone.\n\nReport "
      "author: Ada Quill\n\nPublication date: 27/03/2025\n\nDate of decision: "
      "26/03/2025\n\nEffective from: "
      "04/04/2025\n");
  CHECK(record.kind == "decision_details");
  CHECK(test::said(record.decision_maker) == "Cabinet");
  CHECK(test::said(record.decision_status) == "Recommendations Approved");
  CHECK(record.key_decision == false);
  CHECK(record.call_in == true);
  CHECK(test::shown(record.resolutions) ==
        Strings{"|That the plan be adopted from April, with its map."});
  CHECK(test::said(record.reasons) == "To meet the duty of the Council.");
  CHECK(record.options.empty());
  CHECK(test::said(record.publication_date) == "2025-03-27");
  CHECK(test::said(record.decision_date) == "2025-03-26");
  CHECK(test::said(record.effective_date) == "2025-04-04");
  CHECK(test::shown(record.contacts) == Strings{"Ada Quill|||"});
}

}  // namespace
}  // namespace moot
