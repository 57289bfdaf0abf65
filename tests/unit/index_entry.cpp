#include <catch2/catch.hpp>

#include <set>

#include "index/entry.hpp"
#include "index/words.hpp"
#include "tests/support/make_document.hpp"

using namespace moot;
using namespace moot::test;

namespace {

const Passage* find(const Entry& entry, const std::string& field) {
  for (const Passage& passage : entry.passages) {
    if (passage.field == field) return &passage;
  }
  return nullptr;
}

std::set<std::string> all_words(const std::vector<Entry>& entries) {
  std::set<std::string> words;
  for (const Entry& entry : entries) {
    for (const Passage& passage : entry.passages) {
      for (const std::string& word : folded_words(passage.heading + " " + passage.text)) {
        words.insert(word);
      }
    }
  }
  return words;
}

const char* const kReport =
    "Cabinet, 30 January 2024\n"
    "Replacement of benches\n"
    "~Page head of the report\n"
    "1. Summary\n"
    "1.1 The benches are worn.\n"
    "1.2 They shall be replaced.\n"
    "\f2. Recommendations\n"
    "2.1 That Cabinet agrees the replacement.\n"
    "2.2 That officers report back.\n"
    "3. Legal implications\n"
    "There is a duty of care. Table follows 450 900.\n"
    "Signed off by the solicitor.\n"
    "4. Background\n"
    "The benches were made in 1950.\n";

struct Report {
  Document doc = make_document(kReport);
  Record record = make_record(doc, "00ff-p1");
  Report() {
    record.council = Council{"Little Marrow Parish Council", "E04000001"};
    record.body = "Cabinet";
    record.meeting_date = "2024-01-30";
    record.title = "Replacement of benches";
    record.key_decision = true;
    record.summary = "The benches are worn.\nThey shall be replaced.";
    record.recommendations = {{"2.1", "That Cabinet agrees the replacement."},
                              {"2.2", "That officers report back."}};
    record.implications = {
        {"legal", "Legal implications", "There is a duty of care.", std::nullopt}};
    add_evidence(record, doc, "/title", "Replacement of benches");
    add_evidence(record, doc, "/summary", "The benches are worn.\n1.2 They shall be replaced.");
    add_evidence(record, doc, "/recommendations/0/text", "That Cabinet agrees the replacement.");
    add_evidence(record, doc, "/recommendations/1/text", "That officers report back.");
    add_evidence(record, doc, "/implications/0/text",
                 "There is a duty of care. Table follows 450 900.");
    record.sections = {
        {"Summary", range_of(doc, "1.1 The benches are worn.\n1.2 They shall be replaced.")},
        {"Recommendations", range_of(doc,
                                     "2.1 That Cabinet agrees the replacement.\n2.2 That officers "
                                     "report back.")},
        {"Legal implications", range_of(doc,
                                        "There is a duty of care. Table follows 450 900.\nSigned "
                                        "off by the solicitor.")},
        {"Background", range_of(doc, "The benches were made in 1950.")}};
  }
};

}  // namespace

TEST_CASE("to_entries: a report is one entry with what is known of it") {
  const Report report;
  const auto entries = to_entries(report.record, report.doc);
  REQUIRE(entries.size() == 1);
  const Entry& entry = entries[0];
  CHECK(entry.id == "00ff-p1");
  CHECK(entry.council == "Little Marrow Parish Council");
  CHECK(entry.council_code == "E04000001");
  CHECK(entry.date == "2024-01-30");
  CHECK(entry.key_decision == "yes");
  CHECK(entry.page == 1);
}

TEST_CASE("to_entries: fields become passages with heading, pointer and page") {
  const Report report;
  const Entry entry = to_entries(report.record, report.doc).at(0);
  CHECK(*find(entry, "title") == Passage{"title", "", "Replacement of benches", "/title", 1});
  CHECK(*find(entry, "summary") == Passage{"summary", "Summary",
                                           "The benches are worn.\nThey shall be replaced.",
                                           "/summary", 1});
  CHECK(*find(entry, "recommendations") ==
        Passage{"recommendations", "Recommendations",
                "2.1 That Cabinet agrees the replacement.\n2.2 That officers report back.",
                "/recommendations", 2});
  CHECK(*find(entry, "legal") == Passage{"legal", "Legal implications", "There is a duty of care.",
                                         "/implications/0/text", 2});
}

TEST_CASE("to_entries: a list whose first number stands before its section keeps its heading") {
  Report report;
  report.record.sections[1].range.begin += 4;  // behind "2.1 "
  add_evidence(report.record, report.doc, "/recommendations/0/number", "2.1");
  const Entry entry = to_entries(report.record, report.doc).at(0);
  CHECK(find(entry, "recommendations")->heading == "Recommendations");
}

TEST_CASE("to_entries: text that is in no field comes as body, a passage a section") {
  const Report report;
  const Entry entry = to_entries(report.record, report.doc).at(0);
  std::string body;
  for (const Passage& passage : entry.passages) {
    if (passage.field != "body") continue;
    body += passage.heading + " | " + passage.text + " | " + std::to_string(passage.page) + "\n";
  }
  CHECK(body ==
        " | Cabinet, 30 January 2024 | 1\n"
        "Legal implications | There is a duty of care. Table follows 450 900. "
        "Signed off by the solicitor. | 2\n"
        "Background | The benches were made in 1950. | 2\n");
}

TEST_CASE("to_entries: body text keeps its paragraphs, a number alone stays with what follows") {
  Document doc =
      make_document("1.1\nThe benches are worn\nand grey.\nThey shall go.\n~Head\nNew ones come.");
  for (const std::size_t line : {0, 1, 3, 5}) doc.lines[line].starts_paragraph = true;
  const Record record = make_record(doc, "00ff-p1");
  CHECK(find(to_entries(record, doc)[0], "body")->text ==
        "1.1 The benches are worn and grey.\nThey shall go.\nNew ones come.");
}

TEST_CASE("to_entries: each word of the paper is in a passage, but for running heads and numbers") {
  const Report report;
  const auto words = all_words(to_entries(report.record, report.doc));
  for (const Line& line : report.doc.lines) {
    if (line.role != LineRole::Body) continue;
    for (const std::string& word : folded_words(slice(report.doc, line.range))) {
      INFO(word);
      CHECK((words.count(word) == 1 || word.size() == 1));
    }
  }
  CHECK(words.count("head") == 0);
}

TEST_CASE("to_entries: without any field or section the whole paper is body") {
  const Document doc = make_document("One line.\nAnother line.\n");
  const auto entries = to_entries(make_record(doc, "00aa-p1"), doc);
  REQUIRE(entries.size() == 1);
  REQUIRE(entries[0].passages.size() == 1);
  CHECK(entries[0].passages[0].text == "One line. Another line.");
}

TEST_CASE("to_entries: a heading keeps neither its number nor that of the paragraph under it") {
  const Document doc =
      make_document("1. Introduction\n1.1\nBenches wear.\n2 Summary\nNote. All well.\n");
  Record record = make_record(doc, "00aa-p1");
  record.sections = {{"Introduction", range_of(doc, "Benches wear.")},
                     {"Summary", range_of(doc, "Note. All well.")}};
  record.summary = "All well.";
  add_evidence(record, doc, "/summary", "All well.");
  std::string found;
  const Entry entry = to_entries(record, doc).at(0);
  for (const Passage& passage : entry.passages) {
    found += passage.field + " | " + passage.heading + " | " + passage.text + "\n";
  }
  // The summary does not begin its section, so the section's heading need not be its own.
  CHECK(found ==
        "summary |  | All well.\n"
        "body | Introduction | Benches wear.\n"
        "body | Summary | Note.\n");
}

TEST_CASE("to_entries: damaged ranges and an empty document do no harm") {
  Document doc = make_document("One line.\n");
  Record record = make_record(doc, "00aa-p1");
  record.range = {4, 999};
  record.sections = {{"x", {800, 900}}, {"y", {6, 2}}};
  record.summary = "One";
  record.evidence["/summary"].where = {{1, {}, {700, 800}}};
  CHECK(to_entries(record, doc).size() == 1);
  CHECK(to_entries(record, Document{}).at(0).passages.size() == 1);
}

namespace {

struct Minutes {
  Document doc = make_document(
      "Minutes of the Parks Committee\n"
      "1 Apologies\n"
      "None were sent.\n"
      "2 Benches\n"
      "The benches were discussed.\n"
      "RESOLVED: to mend them.\n"
      "\f2 Ponds\n"
      "The ponds were discussed.\n"
      "Any other business\n"
      "The meeting closed at nine.\n");
  Record record = make_record(doc, "00bb-p1");
  Minutes() {
    record.kind = "minutes";
    record.meeting_date = "2023-05-01";
    record.items = {{"1", "Apologies", "None were sent.", {}},
                    {"2", "Benches", "The benches were discussed.", {"to mend them."}},
                    {"2", "Ponds", "The ponds were discussed.", {}},
                    {std::nullopt, "Any other business", "", {}}};
    record.resolutions = {{"2", "to mend them."}};
    add_evidence(record, doc, "/items/0/title", "Apologies");
    add_evidence(record, doc, "/items/0/text", "None were sent.");
    add_evidence(record, doc, "/items/1/title", "Benches");
    add_evidence(record, doc, "/items/1/text", "The benches were discussed.");
    add_evidence(record, doc, "/items/1/resolutions/0", "to mend them.");
    add_evidence(record, doc, "/resolutions/0/text", "to mend them.");
    add_evidence(record, doc, "/items/2/title", "Ponds");
    add_evidence(record, doc, "/items/2/text", "The ponds were discussed.");
    add_evidence(record, doc, "/items/3/title", "Any other business");
  }
};

}  // namespace

TEST_CASE("to_entries: minutes give one entry for what is outside the items and one an item") {
  const Minutes minutes;
  const auto entries = to_entries(minutes.record, minutes.doc);
  REQUIRE(entries.size() == 5);
  CHECK(entries[0].id == "00bb-p1");
  CHECK(entries[0].title.empty());
  std::string outside;
  for (const Passage& passage : entries[0].passages) outside += passage.text + "|";
  CHECK(outside == "Minutes of the Parks Committee\nRESOLVED:\nThe meeting closed at nine.|");
  CHECK(entries[2].title == "Benches");
  CHECK(entries[2].date == "2023-05-01");
  CHECK(find(entries[2], "resolutions")->text == "to mend them.");
  CHECK(find(entries[2], "resolutions")->pointer == "/items/1/resolutions");
  CHECK(entries[3].page == 2);
}

TEST_CASE("to_entries: no two items have one id") {
  const Minutes minutes;
  const auto entries = to_entries(minutes.record, minutes.doc);
  std::vector<std::string> ids;
  for (const Entry& entry : entries) ids.push_back(entry.id);
  CHECK(ids ==
        std::vector<std::string>{"00bb-p1", "00bb-p1/1", "00bb-p1/2", "00bb-p1/2b", "00bb-p1/4"});
}

TEST_CASE("to_entries: short values stand beside the passages, each with its place") {
  Report report;
  Record& record = report.record;
  record.decision_maker = "The Leader";
  record.timetable = {{"Scrutiny", "2024-01-10"}, {"Council", std::nullopt}};
  record.appendices = {"Appendix A - Plan"};
  record.contacts = {{"Jo Doe", "Clerk", std::nullopt, "jo@example.org"}};
  record.evidence["/contacts/0/name"].where = {{2, {}, {0, 1}}};
  std::vector<std::string> told;
  const std::vector<Entry> entries = to_entries(record, report.doc);
  for (const Passage& value : entries[0].values) {
    told.push_back(value.field + "|" + value.text + "|" + value.pointer);
    CHECK(value.page == (value.pointer == "/contacts/0" ? 2 : 0));
  }
  CHECK(told == std::vector<std::string>{
                    "body|Cabinet|/body", "decision_maker|The Leader|/decision_maker",
                    "meeting_date|2024-01-30|/meeting_date", "key_decision|yes|/key_decision",
                    "timetable|2024-01-10 Scrutiny|/timetable/0", "timetable|Council|/timetable/1",
                    "appendices|Appendix A - Plan|/appendices/0",
                    "contacts|Jo Doe, Clerk, jo@example.org|/contacts/0",
                    "person|Jo Doe|/contacts/0"});
}

TEST_CASE("to_entries: notice, due date and route stand in the paper's entry, not in its items") {
  Report report;
  report.record.notice_published = "2023-12-20";
  report.record.decision_due = "2024-01-30";
  report.record.timetable = {{"Parks\nPanel", "2024-01-09"}, {"Undated Panel", std::nullopt}};
  report.record.items.push_back({"1", "Apologies", "", {}});
  const auto entries = to_entries(report.record, report.doc);
  REQUIRE(entries.size() == 2);
  CHECK(entries[0].notice_date == "2023-12-20");
  CHECK(entries[0].due_date == "2024-01-30");
  CHECK(entries[0].route == "2024-01-09 Parks Panel");
  CHECK(entries[1].route.empty());
}
