#include "extractors/builder.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/support/make_paper.hpp"
#include "tests/support/make_value.hpp"

namespace moot {
namespace {

using test::kText;
using test::Strings;
using test::value;
using test::View;

Value contact(const std::string& name, Text email, Text phone, std::size_t at) {
  Value out = value(name, at);
  out.email = std::move(email);
  out.phone = std::move(phone);
  return out;
}

TEST_CASE("finish: a scalar goes to the highest weight, then to the earliest place") {
  const View v(test::text_document(kText));
  RecordBuilder builder(v.view);
  builder.propose({"a.late", 2}, "title", {value("late", 20)});
  builder.propose({"a.early", 2}, "title", {value("early", 10)});
  builder.propose({"a.weak", 1}, "title", {value("weak", 0)});
  const Record record = builder.finish(nullptr);
  CHECK(test::said(record.title) == "early");
  CHECK(record.evidence.at("/title").rule == "a.early");
  CHECK(record.evidence.at("/title").basis == Basis::Stated);
  REQUIRE(record.evidence.at("/title").where.size() == 1);
  CHECK(record.evidence.at("/title").where[0].range == TextRange{10, 13});
}

TEST_CASE("finish: the basis of the origin is kept") {
  const View v(test::text_document(kText));
  RecordBuilder builder(v.view);
  builder.propose({"council.domain", 1, Basis::Inferred}, "council",
                  {value("Aldermere Borough Council", 0)});
  const Record record = builder.finish(nullptr);
  REQUIRE(record.council);
  CHECK(record.council->name == "Aldermere Borough Council");
  CHECK(record.evidence.at("/council").basis == Basis::Inferred);
}

TEST_CASE("finish: a list comes from one proposal, each text once") {
  const View v(test::text_document(kText));
  RecordBuilder builder(v.view);
  builder.propose({"a.first", 1}, "recommendations",
                  {value("Note the plan.", 0, "1"), value("Note  the PLAN", 5, "1"),
                   value("Adopt it.", 9, "2")});
  builder.propose({"a.second", 1}, "recommendations", {value("Something else", 20, "1")});
  const Record record = builder.finish(nullptr);
  CHECK(test::shown(record.recommendations) == Strings{"1|Note the plan.", "2|Adopt it."});
  CHECK(record.evidence.contains("/recommendations/1/text"));
  CHECK(record.evidence.contains("/recommendations/1/number"));
  CHECK_FALSE(record.evidence.contains("/recommendations/2/text"));
}

TEST_CASE("finish: flags are read from yes and no") {
  const View v(test::text_document(kText));
  RecordBuilder builder(v.view);
  builder.propose({"k", 1}, "key_decision", {value("yes", 0)});
  builder.propose({"c", 1}, "call_in", {value("no", 5)});
  const Record record = builder.finish(nullptr);
  CHECK(record.key_decision == true);
  CHECK(record.call_in == false);
}

TEST_CASE("finish: implications are united in order of their place, the same one once") {
  const View v(test::text_document(kText));
  RecordBuilder builder(v.view);
  const auto implication = [](const std::string& kind, const std::string& text, std::size_t at) {
    Value out = value(text, at);
    out.kind = kind;
    out.heading = "Heading";
    return out;
  };
  builder.propose({"i.legal", 1}, "implications", {implication("legal", "Law.", 20)});
  builder.propose({"i.money", 1}, "implications", {implication("financial", "Money.", 10)});
  builder.propose({"i.again", 5}, "implications", {implication("legal", "LAW", 30)});
  const Record record = builder.finish(nullptr);
  CHECK(test::shown(record.implications) == Strings{"financial|Money.|-", "legal|Law.|-"});
}

TEST_CASE("finish: contacts with the same email or name are one") {
  const View v(test::text_document(kText));
  RecordBuilder builder(v.view);
  builder.propose({"c.a", 1}, "contacts", {contact("Ada Quill", {}, "01632 960123", 0)});
  builder.propose({"c.b", 1}, "contacts", {contact("ADA QUILL", "ada@example.org", {}, 10)});
  builder.propose({"c.c", 1}, "contacts", {contact("", "ADA@example.org", "01632 960999", 20)});
  builder.propose({"c.d", 1}, "contacts", {contact("Ben Rook", {}, {}, 30)});
  const Record record = builder.finish(nullptr);
  CHECK(test::shown(record.contacts) ==
        Strings{"Ada Quill||01632 960123|ada@example.org", "Ben Rook|||"});
  CHECK(record.evidence.at("/contacts/0/email").rule == "c.b");
}

TEST_CASE("finish: the title that stands behind a table of meetings is none of them") {
  const View v(test::text_document(kText));
  RecordBuilder builder(v.view);
  Value meeting = value("Cabinet", 10);
  meeting.date = "2025-03-04";
  builder.propose({"t.t", 1}, "title", {value("Lantern Strategy", 0)});
  builder.propose({"t.x", 1}, "timetable",
                  {meeting, value("Council", 20), value("LANTERN STRATEGY", 30)});
  const Record record = builder.finish(nullptr);
  REQUIRE(record.timetable.size() == 2);
  CHECK(record.timetable[1].meeting == "Council");
}

TEST_CASE("finish: people and timetables") {
  const View v(test::text_document(kText));
  RecordBuilder builder(v.view);
  Value person = value("", 0);
  person.role = "Leader";
  Value step = value("Cabinet", 10);
  step.date = "2025-03-04";
  builder.propose({"from.x", 1}, "from", {value("Ada Quill", 5), person});
  builder.propose({"t.x", 1}, "timetable", {step});
  const Record record = builder.finish(nullptr);
  REQUIRE(record.from.size() == 2);
  CHECK(test::said(record.from[0].name) == "Ada Quill");
  CHECK_FALSE(record.from[1].name);
  CHECK(test::said(record.from[1].role) == "Leader");
  CHECK(record.evidence.contains("/from/0/name"));
  CHECK(record.evidence.contains("/from/1/role"));
  REQUIRE(record.timetable.size() == 1);
  CHECK(test::said(record.timetable[0].date) == "2025-03-04");
}

TEST_CASE("has: whether a field has a proposal of this weight") {
  const View v(test::text_document(kText));
  RecordBuilder builder(v.view);
  CHECK_FALSE(builder.has("title"));
  builder.propose({"a", 1}, "title", {});
  CHECK_FALSE(builder.has("title"));
  builder.propose({"a", 1}, "title", {value("x", 0)});
  CHECK(builder.has("title"));
  CHECK(builder.has("title", 1));
  CHECK_FALSE(builder.has("title", 2));
  CHECK_FALSE(builder.has("body"));
}

TEST_CASE("finish: the trace has every proposal, and says why it won or lost") {
  const View v(test::text_document(kText));
  RecordBuilder builder(v.view);
  builder.propose({"a.strong", 2}, "title", {value("strong", 10)});
  builder.propose({"a.weak", 1}, "title", {value("weak", 0)});
  builder.propose({"a.after", 2}, "title", {value("after", 20)});
  Trace trace;
  builder.finish(&trace);
  REQUIRE(trace.candidates.size() == 3);
  for (const Candidate& candidate : trace.candidates) {
    INFO(candidate.rule);
    CHECK(candidate.field == "title");
    CHECK(candidate.won == (candidate.rule == "a.strong"));
    CHECK(candidate.why != "");
    if (!candidate.won) CHECK(candidate.why.find("a.strong") != std::string::npos);
  }
}

TEST_CASE("finish: without proposals the record is empty") {
  const View v(test::text_document(kText));
  const Record record = RecordBuilder(v.view).finish(nullptr);
  CHECK(record.evidence.empty());
  CHECK(parts(record).empty());
  CHECK_FALSE(record.council);
}

}  // namespace
}  // namespace moot
