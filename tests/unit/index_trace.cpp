#include <catch2/catch.hpp>

#include "index/trace.hpp"
#include "tests/support/make_document.hpp"

using namespace moot;
using namespace moot::test;

namespace {

constexpr const char* kMarrow = "Great Marrow District Council";
constexpr const char* kBarrow = "Little Barrow Borough Council";

/// A paper without items. What it says besides is body text.
struct Paper {
  std::string id, kind, council, body, date, title, number, text;
};

Entry entry_of(const Paper& paper) {
  Entry entry;
  entry.id = paper.id;
  entry.record_id = paper.id.substr(0, paper.id.find('/'));
  entry.kind = paper.kind;
  entry.council = paper.council;
  entry.body = paper.body;
  entry.date = paper.date;
  entry.title = paper.title;
  entry.decision_number = paper.number;
  entry.sha256 = "sha-" + entry.record_id;
  entry.path = "/papers/" + entry.record_id + ".pdf";
  entry.page = 1;
  if (!paper.title.empty()) entry.passages.push_back({"title", "", paper.title, "/title", 1});
  if (!paper.text.empty()) entry.passages.push_back({"body", "", paper.text, "", 2});
  return entry;
}

/// An index of what is put on it.
class Shelf {
 public:
  void put(const Paper& paper) { entries_.push_back(entry_of(paper)); }
  void add(Entry entry) { entries_.push_back(std::move(entry)); }

  std::vector<DecisionLife> number(const std::string& number, TraceOptions options = {}) {
    auto traces = trace_number(searcher(), number, options);
    REQUIRE(traces);
    return std::move(*traces);
  }
  DecisionLife entry(const std::string& id) {
    auto traces = trace_entry(searcher(), id, {});
    REQUIRE(traces);
    REQUIRE(traces->size() == 1);
    return std::move(traces->front());
  }
  const Searcher& searcher() {
    if (searcher_) return *searcher_;
    auto writer = IndexWriter::open(dir_.path());
    REQUIRE(writer);
    std::map<std::string, std::vector<Entry>> files;
    for (const Entry& entry : entries_) files[entry.sha256].push_back(entry);
    for (const auto& [sha256, entries] : files) REQUIRE(writer->replace(sha256, entries));
    REQUIRE(writer->commit(1));
    auto opened = Searcher::open(dir_.path());
    REQUIRE(opened);
    searcher_.emplace(std::move(*opened));
    return *searcher_;
  }

 private:
  TempDir dir_;
  std::vector<Entry> entries_;
  std::optional<Searcher> searcher_;
};

/// "issue:forward_plan report:report ..."
std::string told(const std::vector<TraceStep>& steps) {
  std::string out;
  for (const TraceStep& step : steps) {
    out += (out.empty() ? "" : " ") + step.entry.id + ":" + to_string(step.stage);
  }
  return out;
}

bool says(const std::vector<TraceReason>& reasons, const std::string& what) {
  return std::any_of(reasons.begin(), reasons.end(),
                     [&](const TraceReason& reason) { return reason.what == what; });
}

const TraceStep& step_of(const std::vector<TraceStep>& steps, const std::string& id) {
  const auto found = std::find_if(steps.begin(), steps.end(),
                                  [&](const TraceStep& step) { return step.entry.id == id; });
  REQUIRE(found != steps.end());
  return *found;
}

Entry with_resolution(const Paper& paper, const std::string& resolution) {
  Entry entry = entry_of(paper);
  entry.passages.push_back({"resolutions", "", resolution, "/items/0/resolutions", 3});
  return entry;
}

/// The whole life of 24/00108 at Great Marrow.
void put_benches(Shelf& shelf) {
  Entry issue =
      entry_of({"issue", "issue_details", kMarrow, "", "", "Benches in Parks", "24/00108", ""});
  issue.notice_date = "2024-01-02";
  issue.decision_maker = "Cabinet Member for Parks";
  shelf.add(issue);
  shelf.put({"agenda/5", "agenda", kMarrow, "Parks Committee", "2024-02-01",
             "24/00108 - Benches in Parks", "", ""});
  Entry report = entry_of({"report", "report", kMarrow, "Parks Committee", "2024-02-01",
                           "Benches in Parks", "", "Decision number: 24/00108"});
  report.route = "2024-01-20 Parks Panel\n2024-02-01 Parks Committee";
  shelf.add(report);
  shelf.put({"equality", "equality_assessment", "", "", "", "Benches in the Parks of Great Marrow",
             "", "Assessment of 24/00108 on those who sit."});
  shelf.add(with_resolution({"view/7", "minutes", kMarrow, "Parks Committee", "2024-02-01",
                             "Benches in Parks (24/00108)", "", ""},
                            "That the proposed decision be endorsed."));
  shelf.put({"draft", "decision_notice", kMarrow, "", "", "Benches in Parks", "24/00108",
             "PROPOSED RECORD OF DECISION. Decision to be taken by the Cabinet Member for Parks"});
  shelf.put({"record", "decision_notice", kMarrow, "", "2024-02-20", "Benches in Parks", "24/00108",
             "RECORD OF DECISION. Taken by the Cabinet Member for Parks"});
  shelf.put({"callin/2", "minutes", kMarrow, "Scrutiny Committee", "2024-03-01",
             "Call-in of Decision 24/00108 - Benches in Parks", "", ""});
  shelf.put({"later", "report", kMarrow, "Parks Committee", "2024-09-01",
             "Benches in Parks: one summer on", "", "Decision No: 24/00108"});
}

}  // namespace

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
