#include <catch2/catch.hpp>

#include "tests/support/trace_shelf.hpp"

using namespace moot;
using namespace moot::test;

TEST_CASE("trace_number tells each stage of a life in order, with reasons") {
  Shelf shelf;
  put_benches(shelf);
  const auto traces = shelf.number("24-00108");
  REQUIRE(traces.size() == 1);
  const DecisionLife& trace = traces[0];
  CHECK(told(trace.steps) ==
        "issue:forward_plan agenda/5:agenda report:report equality:supporting view/7:view "
        "draft:proposed_record record:decision callin/2:call_in later:afterwards");
  CHECK(trace.unplaced.empty());
  CHECK(trace.council == kMarrow);
  CHECK(trace.numbers == std::vector<std::string>{"24/00108"});
  CHECK(trace.title == "Benches in Parks");
  CHECK(trace.decision_maker == "Cabinet Member for Parks");
  CHECK(step_of(trace.steps, "issue").date == "2024-01-02");
  CHECK(step_of(trace.steps, "issue").date_of == std::string("notice"));
  CHECK(step_of(trace.steps, "draft").date.empty());
  CHECK(says(step_of(trace.steps, "draft").reasons, "same_number"));
  CHECK(says(step_of(trace.steps, "report").reasons, "number_as_label"));
  CHECK(says(step_of(trace.steps, "report").reasons, "same_meeting"));
  CHECK(step_of(trace.steps, "report").page == 2);
  CHECK(says(step_of(trace.steps, "agenda/5").reasons, "number_in_title"));
  REQUIRE(trace.named.size() == 1);
  CHECK(trace.named[0].date == "2024-01-20");
  CHECK(trace.named[0].meeting == "Parks Panel");
  for (const TraceStep& step : trace.steps) {
    CHECK(step.strength >= 0.6);
    for (const Passage& passage : step.entry.passages) CHECK(passage.text.empty());
  }
}

TEST_CASE("a report that comes up each quarter is not one life") {
  Shelf shelf;
  shelf.put({"q1", "report", kMarrow, "Cabinet", "2024-06-01",
             "Revenue and Capital Monitoring Report - Q1 2024-25", "24/00031", ""});
  shelf.put({"q2", "report", kMarrow, "Cabinet", "2024-09-01",
             "Revenue and Capital Monitoring Report - Q2 2024-25", "24/00062", ""});
  shelf.put({"min/9", "minutes", kMarrow, "Cabinet", "2024-09-01",
             "Revenue and Capital Monitoring Report - Q2 2024-25", "", ""});
  shelf.put({"q3", "report", kMarrow, "Cabinet", "2024-12-01",
             "Revenue and Capital Monitoring Report - Q3 2024-25", "", ""});
  for (const DecisionLife& trace : {shelf.number("24/00062").front(), shelf.entry("q2")}) {
    CHECK(told(trace.steps) == "q2:report min/9:minutes");
    CHECK(trace.unplaced.size() == 2);
    CHECK(says(step_of(trace.unplaced, "q1").against, "another_number"));
    CHECK(says(step_of(trace.unplaced, "q3").against, "another_period"));
  }
}

TEST_CASE("a standing report without period or number stays with its meeting") {
  Shelf shelf;
  for (const std::string month : {"01", "02", "03", "04"}) {
    const std::string date = "2024-" + month + "-10";
    shelf.put({"r" + month, "report", kMarrow, "Cabinet", date, "Corporate Risk Register", "", ""});
    shelf.put({"m" + month + "/6", "minutes", kMarrow, "Cabinet", date, "Corporate Risk Register",
               "", ""});
  }
  const DecisionLife trace = shelf.entry("r02");
  CHECK(told(trace.steps) == "r02:report m02/6:minutes");
  CHECK(trace.unplaced.size() == 6);
  CHECK(says(trace.unplaced[0].against, "standing_title"));
}

TEST_CASE("a life without a number is traced by title, meeting and wording, across bodies") {
  Shelf shelf;
  const std::string asked =
      "That the Housing Allocations Scheme be adopted from the first day of October with the bands "
      "in Appendix 1.";
  Entry report = entry_of({"report", "report", kBarrow, "Executive", "2025-07-15",
                           "Housing Allocations Scheme 2025", "", "Body of the report."});
  report.passages.push_back({"recommendations", "", asked, "/recommendations", 2});
  shelf.add(report);
  shelf.put({"plan", "forward_plan", kBarrow, "", "2025-06-01", "Forward Plan of Key Decisions", "",
             "Road repairs 2025\nHousing Allocations Scheme 2025\nExecutive, 15 July 2025"});
  shelf.add(with_resolution({"minutes/8", "minutes", kBarrow, "Executive", "2025-07-15",
                             "New homes: who is housed first", "", ""},
                            asked));
  shelf.add(with_resolution({"panel/3", "minutes", kBarrow, "Overview and Scrutiny Panel",
                             "2025-06-20", "Housing Allocations Scheme 2025", "", ""},
                            "That the report be noted."));
  shelf.put({"far", "report", kMarrow, "Cabinet", "2025-07-01", "Housing Allocations Scheme 2025",
             "", ""});
  const DecisionLife trace = shelf.entry("report");
  CHECK(told(trace.steps) == "plan:forward_plan panel/3:view report:report minutes/8:minutes");
  CHECK(says(step_of(trace.steps, "minutes/8").reasons, "same_wording"));
  CHECK(says(step_of(trace.steps, "minutes/8").reasons, "same_meeting"));
  CHECK(says(step_of(trace.steps, "plan").reasons, "title_in_text"));
  CHECK(trace.numbers.empty());
  CHECK(trace.unplaced.empty());
}

TEST_CASE(
    "a scrutiny committee before the decision gives its view, after it looks back or calls in") {
  Shelf shelf;
  put_benches(shelf);
  shelf.put({"before/1", "minutes", kMarrow, "Scrutiny Committee", "2024-02-10",
             "24/00108 - Benches in Parks", "", "Members asked about the wood."});
  shelf.put({"after/1", "minutes", kMarrow, "Scrutiny Committee", "2024-08-10",
             "24/00108 - Benches in Parks", "", "Members asked how the benches wear."});
  shelf.put({"told/4", "minutes", kMarrow, "Council", "2024-03-09", "Announcements", "",
             "The Leader said that decision 24/00108, which had been called in, would go on."});
  shelf.put({"aside/4", "minutes", kMarrow, "Council", "2024-03-10", "Questions", "",
             "A member spoke of 24/00108 and of the weather."});
  const DecisionLife trace = shelf.number("24/00108").front();
  CHECK(step_of(trace.steps, "before/1").stage == TraceStage::View);
  CHECK(step_of(trace.steps, "after/1").stage == TraceStage::Afterwards);
  CHECK(step_of(trace.steps, "told/4").stage == TraceStage::CallIn);
  REQUIRE(trace.unplaced.size() == 1);
  CHECK(trace.unplaced[0].entry.id == "aside/4");
  CHECK(says(trace.unplaced[0].against, "another_title"));
}

TEST_CASE("a report number leads to the decision's own number, and back") {
  Shelf shelf;
  Entry report = entry_of({"report", "report", kMarrow, "Cabinet", "2024-02-01", "Weirs", "",
                           "Report number: CAB/24/07"});
  report.references = {"CAB/24/07"};
  Entry record = entry_of({"record", "decision_notice", kMarrow, "", "2024-02-03",
                           "Repair of the Old Weir", "D/2024/118", "Report: CAB/24/07"});
  record.references = {"CAB/24/07"};
  shelf.add(report);
  shelf.add(record);
  shelf.put({"other", "decision_notice", kMarrow, "", "2024-02-03", "Ponds", "D/2024/119", ""});
  for (const char* number : {"CAB/24/07", "D/2024/118"}) {
    const DecisionLife life = shelf.number(number).front();
    CHECK(told(life.steps) == "report:report record:decision");
    CHECK(life.numbers.front() == "D/2024/118");
  }
}

TEST_CASE("minutes of the body that decides are the decision's minutes") {
  Shelf shelf;
  Entry draft = entry_of({"draft", "decision_notice", kMarrow, "", "", "Benches", "24/00108",
                          "Proposed record of decision"});
  draft.decision_maker = "Cabinet";
  shelf.add(draft);
  shelf.add(with_resolution({"committee/1", "minutes", kMarrow, "Parks Committee", "2024-01-05",
                             "24/00108 - Benches", "", ""},
                            "That the report be noted."));
  shelf.add(with_resolution(
      {"cabinet/2", "minutes", kMarrow, "CABINET", "2024-02-05", "24/00108 - Benches", "", ""},
      "That the benches be bought."));
  CHECK(told(shelf.number("24/00108").front().steps) ==
        "committee/1:view draft:proposed_record cabinet/2:minutes");
}

TEST_CASE("a matter that was put off to the next meeting goes on, a standing report does not") {
  Shelf shelf;
  const auto put = [&](const std::string& id, const char* date, const char* title) {
    shelf.put({id, "minutes", kMarrow, "Council", date, title, "", ""});
  };
  put("m1/4", "2024-01-08", "Roof of the Pavilion at Lower Field");
  put("m2/5", "2024-01-29", "Roof of the Pavilion at Lower Field");
  put("m3/7", "2024-02-26", "Instruct builders: pavilion roof, Lower Field");
  put("m1/9", "2024-01-08", "Revenue Budget and Treasury Monitoring Report");
  put("m2/9", "2024-01-29", "Revenue Budget and Treasury Monitoring Report");
  const DecisionLife roof = shelf.entry("m1/4");
  CHECK(told(roof.steps).starts_with("m1/4:minutes m2/5:"));
  CHECK(roof.steps.size() + roof.unplaced.size() == 3);
  CHECK(shelf.entry("m1/9").steps.size() == 1);
}

TEST_CASE("minutes whose items have no titles are tied by number and day") {
  Shelf shelf;
  shelf.put({"a/5", "agenda", kMarrow, "", "2024-02-01", "Award Tender AB-PW-2024-1 Sand", "", ""});
  shelf.put({"a/6", "agenda", kMarrow, "", "2024-02-01", "Award Tender AB-PW-2024-2 Sand", "", ""});
  shelf.put({"m/R2024-093", "minutes", kMarrow, "Council", "2024-02-01", "J. Doe, R. Roe", "",
             "That the tender AB-PW-2024-1 go to the lowest bidder."});
  for (const DecisionLife& life : {shelf.number("AB-PW-2024-1").front(), shelf.entry("a/5")}) {
    INFO(told(life.steps) + " not " + told(life.unplaced));
    CHECK(told(life.steps) == "a/5:agenda m/R2024-093:minutes");
  }
}

TEST_CASE("a title that items of one paper bear again and again names no matter") {
  Shelf shelf;
  for (const char* id : {"m/R2024-091", "m/R2024-093", "m/R2024-095", "n/R2024-102"}) {
    Entry item = entry_of({id, "minutes", kMarrow, "Council", "2024-02-01",
                           "J. Doe, R. Roe, M. Moe", "", "That it be so."});
    item.references = {std::string(id).substr(2)};
    shelf.add(item);
  }
  const auto lives = shelf.number("R2024-093");
  REQUIRE(lives.size() == 1);
  CHECK(told(lives[0].steps) == "m/R2024-093:minutes");
}

TEST_CASE("a paper whose number only a label in its text tells leads to others that bear it") {
  Shelf shelf;
  shelf.put({"n", "decision_notice", kMarrow, "", "2024-03-01", "Barn at the Old Mill", "",
             "Application ref no: 24/00108/FUL\nRefused."});
  shelf.put({"r", "report", kMarrow, "", "2024-02-20", "Considerations", "",
             "Ref no: 24/00108/FUL\nThe barn is large."});
  shelf.put({"o", "report", kMarrow, "", "2024-02-20", "Considerations", "",
             "Ref no: 24/00109/FUL\nThe shed is small."});
  CHECK(told(shelf.entry("n").steps) == "r:report n:decision");
}
