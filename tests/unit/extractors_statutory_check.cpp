#include "extractors/statutory_check.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace moot {
namespace {

/// A record of a decision by a member of a county in England, with everything in it.
Record full_notice() {
  Record record;
  record.kind = "decision_notice";
  record.title = "Benches in Parks";
  record.council = Council{"Kent County Council", "E10000016"};
  record.decision_maker = "Cabinet Member for Parks";
  record.decision_date = "2025-03-04";
  record.resolutions = {{"1", "That the benches be painted."}};
  record.reasons = "They are worn.";
  record.options = {{{}, "To do nothing."}};
  record.conflicts_of_interest = "Cllr Day declared an interest as a painter.";
  record.dispensations = "Granted by the head of paid service.";
  record.evidence["/reasons"] = {{{3, {}, {5, 9}}}, "reasons.heading", {}, Basis::Stated};
  return record;
}

/// "(a)+ (a)+ (b)- (e)0": found, not found, not called for.
std::string states(const StatutoryDecision& decision) {
  std::string text;
  for (const StatutoryPart& part : decision.parts) {
    const char sign = part.state == PartState::Found      ? '+'
                      : part.state == PartState::NotFound ? '-'
                                                          : '0';
    text += (text.empty() ? "" : " ") + part.paragraph + sign;
  }
  return text;
}

std::string states(const Record& record) {
  const StatutoryCheck check = check_record(record);
  return check.decisions.size() == 1 ? states(check.decisions[0]) : "not one decision";
}

TEST_CASE("check_record: a full notice has all parts, with pointer, words and page") {
  const StatutoryCheck check = check_record(full_notice());
  CHECK(check.applies == Applies::Yes);
  CHECK(check.regulation == "13(2)");
  REQUIRE(check.decisions.size() == 1);
  CHECK(states(check.decisions[0]) == "(a)+ (a)+ (b)+ (c)+ (d)+ (e)+");
  const StatutoryPart& reasons = check.decisions[0].parts[2];
  CHECK(reasons.pointer == "/reasons");
  CHECK(reasons.words == "They are worn.");
  CHECK(reasons.page == 3);
}

TEST_CASE("check_record: each part that is missing is told") {
  Record record = full_notice();
  record.resolutions.clear();
  CHECK(states(record) == "(a)- (a)+ (b)+ (c)+ (d)+ (e)+");
  record = full_notice();
  record.decision_date.reset();
  CHECK(states(record) == "(a)+ (a)- (b)+ (c)+ (d)+ (e)+");
  record.meeting_date = "2025-03-04";
  CHECK(states(record) == "(a)+ (a)+ (b)+ (c)+ (d)+ (e)+");
  record = full_notice();
  record.reasons.reset();
  CHECK(states(record) == "(a)+ (a)+ (b)- (c)+ (d)+ (e)+");
  record = full_notice();
  record.options.clear();
  CHECK(states(record) == "(a)+ (a)+ (b)+ (c)- (d)+ (e)+");
  record.notes.push_back({"options-none-stated", 2});
  CHECK(states(record) == "(a)+ (a)+ (b)+ (c)+ (d)+ (e)+");
  record = full_notice();
  record.conflicts_of_interest.reset();
  record.dispensations.reset();
  CHECK(states(record) == "(a)+ (a)+ (b)+ (c)+ (d)- (e)-");
}

TEST_CASE("check_record: a dispensation is called for by a conflict that was declared") {
  struct Row {
    const char* conflicts;
    const char* states;
  };
  const Row rows[] = {{"None", "(d)+ (e)0"},
                      {"N/A", "(d)+ (e)0"},
                      {"(Item 2)\nNo declarations were received.", "(d)+ (e)0"},
                      {"There were none.", "(d)+ (e)0"},
                      {"Cllr Day declared an interest as a painter.", "(d)+ (e)-"},
                      {"No member of staff.\nCllr Day declared a conflict.", "(d)+ (e)-"},
                      {"Cllr Day; a dispensation was granted.", "(d)+ (e)+"}};
  for (const Row& row : rows) {
    Record record = full_notice();
    record.dispensations.reset();
    record.conflicts_of_interest = row.conflicts;
    INFO(row.conflicts);
    CHECK(states(record) == std::string("(a)+ (a)+ (b)+ (c)+ ") + row.states);
  }
}

TEST_CASE("check_record: the regulation is told by who decided") {
  struct Row {
    const char* maker;
    const char* regulation;
  };
  const Row rows[] = {{"Leader of the Council", "13(2)"},
                      {"Cllr Ada Day, Portfolio Holder for Parks", "13(2)"},
                      {"Director of Parks", "13(4)"},
                      {"Chief Executive", "13(4)"},
                      {"Cabinet", "12(2)"},
                      {"Executive Board", "12(2)"},
                      {"Somebody", "12(2), 13(2) or 13(4)"}};
  for (const Row& row : rows) {
    Record record = full_notice();
    record.decision_maker = row.maker;
    INFO(row.maker);
    CHECK(check_record(record).regulation == row.regulation);
    CHECK(check_record(record).applies == Applies::Yes);
  }
}

TEST_CASE("check_record: whether the regulations apply is told by council, kind and body") {
  const auto with = [](auto change) {
    Record record = full_notice();
    change(record);
    return record;
  };
  struct Row {
    Record record;
    Applies applies;
    const char* why;
  };
  const std::vector<Row> rows = {
      {with([](Record& r) {
         r.council = Council{"City of Edinburgh Council", "S12000036"};
       }),
       Applies::No, "not in England"},
      {with([](Record& r) {
         r.council = Council{"Cardiff Council", "W06000015"};
       }),
       Applies::No, "not in England"},
      {with([](Record& r) {
         r.council = Council{"Tees Valley Combined Authority", "E47000006"};
       }),
       Applies::No, "rules of their own"},
      {with([](Record& r) {
         r.council = Council{"Little Marrow Parish Council", {}};
       }),
       Applies::No, "no executive"},
      {with([](Record& r) {
         r.council = Council{"Cyngor Cymuned Llanfaes", {}};
       }),
       Applies::No, "no executive"},
      {with([](Record& r) {
         r.council = Council{"Wealdmere District Council", {}};
       }),
       Applies::Unknown, "not in the table"},
      {with([](Record& r) { r.council.reset(); }), Applies::Unknown, "does not name its council"},
      {with([](Record& r) { r.kind = "report"; }), Applies::No, "kind report"},
      {with([](Record& r) {
         r.resolutions.clear();
         r.proposed_decision = "To paint the benches.";
       }),
       Applies::No, "still to be taken"},
      {with([](Record& r) { r.resolutions[0].text = "It hereby REFUSES outline permission."; }),
       Applies::No, "permission"},
      {with([](Record& r) { r.resolutions[0].text = "To grant permission to use the hall."; }),
       Applies::Yes, "in England"},
      {with([](Record& r) { r.decision_maker = "Licensing Committee"; }), Applies::Unknown,
       "may be no part of an executive"},
      {with([](Record& r) { r.kind = "decision_details"; }), Applies::Yes, "is in England"}};
  for (const Row& row : rows) {
    const StatutoryCheck check = check_record(row.record);
    INFO(row.why);
    CHECK(check.applies == row.applies);
    CHECK_THAT(check.why, Catch::Contains(row.why));
    CHECK(check.decisions.empty() == (row.applies == Applies::No));
  }
}

Record cabinet_minutes() {
  Record record;
  record.kind = "minutes";
  record.council = Council{"Kent County Council", "E10000016"};
  record.body = "Cabinet";
  record.meeting_date = "2025-03-04";
  record.items = {{"1", "Declarations of interest", "No interests were declared.", {}},
                  {"2", "Minutes", "", {"the minutes be signed."}},
                  {"3",
                   "Benches",
                   "The benches are worn.\nReasons for the decision: they are worn.\n"
                   "Alternative options considered and rejected\nTo do nothing.",
                   {"to paint the benches."}},
                  {"4", "Ponds", "The reasons were many.", {"to clean the pond."}},
                  {"5", "Any other business", "", {}}};
  return record;
}

TEST_CASE("check_record: minutes of an executive are checked item by item, without procedure") {
  const StatutoryCheck check = check_record(cabinet_minutes());
  CHECK(check.applies == Applies::Yes);
  CHECK(check.regulation == "12(2)");
  REQUIRE(check.decisions.size() == 2);
  CHECK(check.decisions[0].title == "Benches");
  CHECK(check.decisions[0].pointer == "/items/2");
  CHECK(states(check.decisions[0]) == "(a)+ (a)+ (b)+ (c)+ (d)+ (e)0");
  CHECK(check.decisions[0].parts[2].words == "Reasons for the decision: they are worn.");
  CHECK(check.decisions[0].parts[3].words ==
        "Alternative options considered and rejected To do nothing.");
  CHECK(check.decisions[0].parts[4].pointer == "/items/0/text");
  CHECK(states(check.decisions[1]) == "(a)+ (a)+ (b)- (c)- (d)+ (e)0");
}

TEST_CASE("check_record: minutes of other bodies are no records of executive decisions") {
  struct Row {
    const char* body;
    Applies applies;
  };
  const Row rows[] = {{"Cabinet", Applies::Yes},
                      {"Executive Board", Applies::Yes},
                      {"Planning Committee", Applies::No},
                      {"Cabinet Scrutiny Committee", Applies::No},
                      {"Parks Cabinet Committee", Applies::Unknown}};
  for (const Row& row : rows) {
    Record record = cabinet_minutes();
    record.body = row.body;
    INFO(row.body);
    CHECK(check_record(record).applies == row.applies);
  }
  Record record = cabinet_minutes();
  record.body.reset();
  CHECK(check_record(record).applies == Applies::Unknown);
  record = cabinet_minutes();
  record.items.resize(2);
  CHECK(check_record(record).applies == Applies::No);
  record.items.clear();
  record.resolutions = {{{}, "to paint the benches."}};
  CHECK(states(record) == "(a)+ (a)+ (b)- (c)- (d)- (e)-");
}

}  // namespace
}  // namespace moot
