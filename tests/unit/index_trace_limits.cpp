#include <catch2/catch.hpp>
#include <set>

#include "tests/support/trace_shelf.hpp"

using namespace moot;
using namespace moot::test;

TEST_CASE("the same number at two councils is two lives") {
  Shelf shelf;
  put_benches(shelf);
  shelf.put(
      {"pond", "decision_notice", kBarrow, "", "2024-05-01", "Ponds and Weirs", "24/00108", ""});
  const auto both = shelf.number("24/00108");
  REQUIRE(both.size() == 2);
  CHECK(both[0].council == kMarrow);
  CHECK(both[0].steps.size() == 9);
  CHECK(told(both[1].steps) == "pond:decision");
  TraceOptions one;
  one.council = "Little Barrow";
  const auto barrow = shelf.number("24/00108", one);
  REQUIRE(barrow.size() == 1);
  CHECK(barrow[0].council == kBarrow);
}

TEST_CASE("papers of two councils that speak of a number are not one life for a third") {
  Shelf shelf;
  shelf.put({"a-sheet", "other", "", "", "2024-02-01", "Notes", "", "Decision No: 24/00108"});
  shelf.put({"m", "report", kMarrow, "Cabinet", "2024-02-01", "Benches", "",
             "Decision No: 24/00108\nForty benches."});
  shelf.put({"b", "report", kBarrow, "Cabinet", "2024-03-01", "Weirs", "",
             "Decision No: 24/00108\nFour weirs."});
  shelf.put({"c", "report", kBarrow, "Cabinet", "2024-03-01", "Ponds", "",
             "Members spoke of 24/00108 at length."});
  for (const DecisionLife& trace : shelf.number("24/00108")) {
    std::set<std::string> councils;
    for (const TraceStep& step : trace.steps) councils.insert(step.entry.council);
    councils.erase("");
    INFO(told(trace.steps));
    CHECK(councils.size() <= 1);
  }
  const DecisionLife sheet = shelf.entry("a-sheet");
  CHECK(sheet.council.empty());
  CHECK(told(sheet.steps) == "a-sheet:supporting");
}

TEST_CASE("a paper without a council leads to the one council that has its number") {
  Shelf shelf;
  put_benches(shelf);
  shelf.put({"map", "appendix", "", "", "", "24/00108 - Map of seats", "", ""});
  const DecisionLife life = shelf.entry("map");
  CHECK(life.council == kMarrow);
  CHECK(life.steps.size() == 10);
}

TEST_CASE("a number that two bodies of a council count apart is two lives") {
  Shelf shelf;
  shelf.put({"a", "report", kMarrow, "Cabinet", "2024-02-01", "Benches in Parks", "24/00108", ""});
  shelf.put(
      {"am/4", "minutes", kMarrow, "Cabinet", "2024-02-01", "24/00108 - Benches in Parks", "", ""});
  shelf.put({"b", "report", kMarrow, "Harbour Board", "2024-03-01", "Dredging of the Old Dock",
             "24/00108", ""});
  const auto lives = shelf.number("24/00108");
  REQUIRE(lives.size() == 2);
  CHECK(told(lives[0].steps) == "a:report am/4:minutes");
  CHECK(told(lives[1].steps) == "b:report");
  CHECK(says(step_of(lives[0].unplaced, "b").against, "another_matter"));
}

TEST_CASE("a number that begins another one's is not that one") {
  Shelf shelf;
  put_benches(shelf);
  shelf.put({"other", "decision_notice", kMarrow, "", "2024-05-01", "Hedges", "24/001081", ""});
  shelf.put({"short", "report", kMarrow, "", "2024-05-01", "Weirs", "", "Decision No: 24/0010"});
  CHECK(shelf.number("24/00108").front().steps.size() == 9);
  CHECK(told(shelf.number("24/001081").front().steps) == "other:decision");
}

TEST_CASE("the number of a planning application is told, and not placed") {
  Shelf shelf;
  put_benches(shelf);
  shelf.put({"plan", "report", kMarrow, "Planning Committee", "2024-05-01", "The Old Mill", "",
             "Application 24/00108/FUL seeks leave for a barn."});
  shelf.put({"app", "report", kMarrow, "Planning Committee", "2024-06-01", "The New Mill", "",
             "Planning application 24/00108 seeks leave for a barn."});
  const DecisionLife trace = shelf.number("24/00108").front();
  CHECK(trace.steps.size() == 9);
  REQUIRE(trace.unplaced.size() == 2);
  CHECK(says(step_of(trace.unplaced, "plan").against, "part_of_another_number"));
  CHECK(says(step_of(trace.unplaced, "app").against, "planning_reference"));
}

TEST_CASE("appendices that follow a placed report in its file come with it") {
  Shelf shelf;
  const auto in_pack = [](Paper paper, int page) {
    Entry entry = entry_of(paper);
    entry.sha256 = "sha-pack";
    entry.page = page;
    return entry;
  };
  shelf.add(in_pack({"pack-p1", "agenda", kMarrow, "Cabinet", "2024-02-01", "", "", "Agenda"}, 1));
  shelf.add(in_pack(
      {"pack-p3", "report", kMarrow, "Cabinet", "2024-02-01", "Benches", "24/00108", ""}, 3));
  shelf.add(in_pack({"pack-p8", "appendix", "", "", "", "Delivery plan", "", ""}, 8));
  shelf.add(
      in_pack({"pack-p9", "report", kMarrow, "Cabinet", "2024-02-01", "Ponds", "24/00109", ""}, 9));
  shelf.add(in_pack({"pack-pA", "appendix", "", "", "", "Map of ponds", "", ""}, 12));
  const DecisionLife trace = shelf.number("24/00108").front();
  CHECK(told(trace.steps) == "pack-p3:report pack-p8:supporting");
  CHECK(step_of(trace.steps, "pack-p8").date_of == std::string("pack"));
}

TEST_CASE("of the papers behind a placed report only its appendices come with it") {
  Shelf shelf;
  const auto put = [&](const std::string& id, int page, const char* kind, const char* title,
                       const char* number, const char* text) {
    Entry entry = entry_of({id, kind, "", "", "", title, number, text});
    entry.sha256 = "sha-pack";
    entry.page = page;
    shelf.add(entry);
  };
  Entry report = entry_of({"pack-p03", "report", kMarrow, "Cabinet", "2024-02-01", "Benches",
                           "24/00108", "Appendix 2: Plan of Seats\nSee the Travel Plan."});
  report.sha256 = "sha-pack";
  report.page = 3;
  shelf.add(report);
  put("pack-p05", 5, "other", "Annex 1 - Costs", "", "");
  put("pack-p06", 6, "other", "Plan of Seats", "", "");
  put("pack-p07", 7, "strategy", "Travel Plan", "", "");
  put("pack-p08", 8, "correspondence", "Question by a resident", "", "");
  put("pack-p09", 9, "other", "Data Protection Impact Assessment", "", "");
  put("pack-p10", 10, "decision_notice", "Ponds and Weirs", "", "");
  put("pack-p11", 11, "appendix", "Appendix A - Map of ponds", "", "");
  const DecisionLife trace = shelf.number("24/00108").front();
  CHECK(told(trace.steps) ==
        "pack-p03:report pack-p05:supporting pack-p06:supporting pack-p09:supporting");
  CHECK(told(trace.unplaced) == "pack-p07:supporting pack-p08:supporting");
  CHECK(says(step_of(trace.steps, "pack-p06").reasons, "same_pack"));
  CHECK(says(step_of(trace.unplaced, "pack-p08").reasons, "behind_report"));
}

TEST_CASE("a short number that is given again begins another life") {
  Shelf shelf;
  shelf.put({"a", "decision_notice", kMarrow, "", "2019-02-01", "Benches in Parks", "12", ""});
  shelf.put({"b", "decision_notice", kMarrow, "", "2024-02-01", "Ponds and Weirs", "12", ""});
  shelf.put({"c", "report", kMarrow, "Cabinet", "2024-01-20", "Ponds and Weirs", "12", ""});
  shelf.put({"d", "report", kMarrow, "Cabinet", "2024-01-20", "Hedges", "", "12 hedges were cut."});
  const auto traces = shelf.number("12");
  REQUIRE(traces.size() == 2);
  CHECK(told(traces[0].steps) == "c:report b:decision");
  CHECK(told(traces[1].steps) == "a:decision");
}

TEST_CASE("bounds of the search for candidates are told") {
  Shelf shelf;
  put_benches(shelf);
  TraceOptions narrow;
  narrow.most = 2;
  const auto traces = shelf.number("24/00108", narrow);
  REQUIRE_FALSE(traces.empty());
  REQUIRE_FALSE(traces[0].bounds.empty());
  CHECK(traces[0].bounds[0].looked_at == 2);
  CHECK(traces[0].bounds[0].found > 2);
  CHECK(shelf.number("24/00108").front().bounds.empty());
}

TEST_CASE(
    "papers without a council are looked for behind those of others, and none is cut unsaid") {
  Shelf shelf;
  shelf.put({"r", "report", kMarrow, "Cabinet", "2024-02-01",
             "Benches in Parks of the Old Harbour Town", "24/00108", ""});
  for (int i = 0; i < 12; ++i) {
    shelf.put({"b" + std::to_string(i), "report", kBarrow, "Cabinet", "2024-02-01",
               "Benches in Parks of the Old Harbour Town", "", ""});
  }
  shelf.put({"x", "other", "", "", "", "Benches in Parks of the Old Harbour Town", "", ""});
  TraceOptions few;
  few.most = 3;
  const auto enough = shelf.number("24/00108", few);
  REQUIRE(enough.size() == 1);
  CHECK(told(enough[0].steps) == "r:report x:supporting");
  few.most = 2;
  const auto cut = shelf.number("24/00108", few);
  REQUIRE(cut.size() == 1);
  REQUIRE(cut[0].bounds.size() == 1);
  CHECK(cut[0].bounds[0].looked_at == 10);
  CHECK(cut[0].bounds[0].found == 13);
}

TEST_CASE("what cannot be traced is told") {
  Shelf shelf;
  put_benches(shelf);
  shelf.put({"agenda", "agenda", kMarrow, "Parks Committee", "2024-02-01", "", "", "Agenda"});
  shelf.put({"blank", "other", kMarrow, "", "", "", "", "Words without a title."});
  CHECK(shelf.number("24/99999").empty());
  CHECK(trace_entry(shelf.searcher(), "nothing", {})->empty());
  const auto wordless = trace_number(shelf.searcher(), "benches", {});
  REQUIRE_FALSE(wordless);
  CHECK(wordless.error().kind == ErrorKind::BadQuery);
  const auto many = trace_entry(shelf.searcher(), "agenda", {});
  REQUIRE_FALSE(many);
  CHECK(many.error().hint.find("agenda/5") != std::string::npos);
  const auto blank = trace_entry(shelf.searcher(), "blank", {});
  REQUIRE_FALSE(blank);
  CHECK(blank.error().message.find("neither a number nor a title") != std::string::npos);
}

TEST_CASE("hostile numbers and titles do not break a trace") {
  Shelf shelf;
  std::string odd = "\"Benches\" OR (ponds* -weir:\xFF\x01 ";
  for (int i = 0; i < 2000; ++i) odd += "word" + std::to_string(i) + " ";
  shelf.put({"odd", "report", kMarrow, "\"(Cabinet", "2024-02-01", odd, "24/00108", odd});
  CHECK(shelf.number("24/00108").front().steps.size() == 1);
  for (const std::string& number : {std::string("24/00108\" OR *"), std::string(100000, '1'),
                                    std::string("((((1"), std::string("1\0002", 3)}) {
    const auto traces = trace_number(shelf.searcher(), number, {});
    CHECK((!traces || traces->size() < 2));
  }
}
