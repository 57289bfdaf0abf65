// What became of each proposal, and the reason that decided.

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "extractors/builder.hpp"
#include "tests/support/make_paper.hpp"
#include "tests/support/make_value.hpp"

namespace moot {
namespace {

using test::kText;
using test::Strings;
using test::value;
using test::View;

/// "+ POINTER by RULE: why" of each candidate.
Strings traced(const RecordBuilder& builder) {
  Trace trace;
  builder.finish(&trace);
  Strings lines;
  for (const Candidate& candidate : trace.candidates) {
    lines.push_back((candidate.won ? "+ " : "- ") + candidate.pointer + " by " + candidate.rule +
                    ": " + candidate.why);
  }
  return lines;
}

TEST_CASE("trace: a scalar says by what it won or lost: weight, place, or being tried first") {
  const View v(test::text_document(kText));
  RecordBuilder builder(v.view);
  builder.propose({"a.strong", 2}, "title", {value("strong", 10)});
  builder.propose({"a.weak", 0.5}, "title", {value("weak", 0)});
  builder.propose({"a.after", 2}, "title", {value("after", 20)});
  builder.propose({"a.same", 2}, "title", {value("same", 10)});
  builder.propose({"a.alone", 1}, "summary", {value("alone", 10)});
  CHECK(traced(builder) ==
        Strings{"+ /title by a.strong: of those of weight 2 at this place it was tried first",
                "- /title by a.same: a.strong was tried first at this place and is of the same "
                "weight, 2",
                "- /title by a.after: a.strong stands before it and is of the same weight, 2",
                "- /title by a.weak: its weight, 0.5, is below that of a.strong, 2",
                "+ /summary by a.alone: nothing else was proposed"});
}

TEST_CASE("trace: a list printed twice, and an entry said twice, name what they repeat") {
  const View v(test::text_document(kText));
  RecordBuilder builder(v.view);
  builder.propose({"a.list", 1}, "options", {value("Close.", 0, "1"), value("CLOSE", 5, "1")});
  builder.propose({"a.again", 1}, "options", {value("Close.", 20), value("Open.", 25)});
  CHECK(traced(builder) ==
        Strings{"+ /options/0/text by a.list: of those of weight 1 it stands first",
                "+ /options/0/number by a.list: of those of weight 1 it stands first",
                "- /options/0/text by a.list: it says the same as /options/0 and has the same "
                "number: kept once",
                "- /options/0/text by a.again: it says the same as /options/0, in another list; "
                "of the lists one is kept, and a.list stands before it and is of the same weight, "
                "1",
                "- /options by a.again: a.list stands before it and is of the same weight, 1"});
}

TEST_CASE("trace: implications are kept, the same one of the same kind once") {
  const View v(test::text_document(kText));
  RecordBuilder builder(v.view);
  Value law = value("Law.", 5);
  law.kind = "legal";
  law.heading = "Legal";
  Value again = value("LAW", 20);
  again.kind = "legal";
  builder.propose({"i.again", 5}, "implications", {again});
  builder.propose({"i.legal", 1}, "implications", {law});
  CHECK(traced(builder) ==
        Strings{"+ /implications/0/kind by i.legal: the heading is one of its rule's",
                "+ /implications/0/heading by i.legal: every implication is kept, in the order of "
                "the paper",
                "+ /implications/0/text by i.legal: every implication is kept, in the order of "
                "the paper",
                "- /implications/0/text by i.again: it says the same as /implications/0, of the "
                "same kind: kept once"});
}

TEST_CASE("trace: contacts say with whom they were united, and what was there already") {
  const View v(test::text_document(kText));
  RecordBuilder builder(v.view);
  Value first = value("Ada Quill", 0);
  first.phone = "01632 960123";
  Value second = value("ADA QUILL", 10);
  second.email = "ada@example.org";
  builder.propose({"c.a", 1}, "contacts", {first});
  builder.propose({"c.b", 1}, "contacts", {second});
  const std::string own = "no contact that weighs more or stands before it has this name or email";
  CHECK(traced(builder) ==
        Strings{"+ /contacts/0/name by c.a: " + own, "+ /contacts/0/phone by c.a: " + own,
                "- /contacts/0/name by c.b: the contact with the same name or email has one "
                "already, by c.a",
                "+ /contacts/0/email by c.b: the contact with the same name or email had none "
                "yet"});
}

TEST_CASE("trace: people, timetables, items, flags and councils have a pointer a part") {
  const View v(test::text_document(kText));
  RecordBuilder builder(v.view);
  Value person = value("", 0);
  person.role = "Leader";
  Value item = value("Ponds", 5, "1");
  item.resolutions = {value("To clean.", 9)};
  item.resolutions[0].rule = "r.resolved";
  builder.propose({"f.x", 1}, "from", {person});
  builder.propose({"i.x", 1}, "items", {item});
  builder.propose({"k.x", 1}, "key_decision", {value("yes", 0)});
  builder.propose({"council.x", 1}, "council", {value("Aldermere Council", 0, "E07000999")});
  Trace trace;
  builder.finish(&trace);
  Strings pointers;
  for (const Candidate& candidate : trace.candidates) {
    CHECK(candidate.won);
    CHECK(candidate.why != "");
    pointers.push_back(candidate.pointer + " " + candidate.rule);
  }
  CHECK(pointers == Strings{"/key_decision k.x", "/council council.x", "/council/code council.x",
                            "/from/0/role f.x", "/items/0/number i.x", "/items/0/title i.x",
                            "/items/0/text i.x", "/items/0/resolutions/0 r.resolved"});
}

TEST_CASE("trace: what a rule refused is told, and fills nothing") {
  const View v(test::text_document(kText));
  RecordBuilder builder(v.view);
  builder.refuse({"d.label", 3}, "meeting_date", value("next week", 0), "it is no date");
  CHECK_FALSE(builder.has("meeting_date"));
  CHECK_FALSE(builder.covers("meeting_date", {0, 3}));
  Trace trace;
  CHECK_FALSE(builder.finish(&trace).meeting_date);
  REQUIRE(trace.candidates.size() == 1);
  CHECK(trace.candidates[0].refused);
  CHECK_FALSE(trace.candidates[0].won);
  CHECK(trace.candidates[0].why == "it is no date");
}

TEST_CASE("trace: a label that has no value of its form under it is told with its words") {
  const Document doc =
      test::text_document("Subject: Benches in Parks\n\nMeeting date: next week\n");
  Trace trace;
  extract_paper(doc, test::whole_paper(doc), test::built_in_rules(), "report", &trace);
  bool found = false;
  for (const Candidate& candidate : trace.candidates) {
    if (candidate.field != "meeting_date" || !candidate.refused) continue;
    found = true;
    CHECK(candidate.text == "next week");
    CHECK(slice(doc, candidate.label) == "Meeting date");
    CHECK_THAT(candidate.why, Catch::Contains("(date)"));
  }
  CHECK(found);
}

TEST_CASE("trace: a paper that says that there are no options has a note of it, silence has none") {
  const std::string head = "RECORD OF DECISION\n\nDecision No: 25/00012\n\nReasons\n\nWorn.\n\n";
  const Record told = test::text_record(
      head + "Alternative options considered and rejected\n\nNone\n", "decision_notice");
  CHECK(told.options.empty());
  REQUIRE(told.notes.size() == 1);
  CHECK(told.notes[0].what == "options-none-stated");
  CHECK(test::text_record(head, "decision_notice").notes.empty());
}

}  // namespace
}  // namespace moot
