#pragma once
/// \file Made-up papers of decisions for tests of trace.hpp, and what a test asks of a life.

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "index/trace.hpp"
#include "tests/support/make_document.hpp"

namespace moot::test {

inline constexpr const char* kMarrow = "Great Marrow District Council";
inline constexpr const char* kBarrow = "Little Barrow Borough Council";

/// A paper without items. What it says besides is body text.
struct Paper {
  std::string id, kind, council, body, date, title, number, text;
};

inline Entry entry_of(const Paper& paper) {
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
inline std::string told(const std::vector<TraceStep>& steps) {
  std::string out;
  for (const TraceStep& step : steps) {
    out += (out.empty() ? "" : " ") + step.entry.id + ":" + to_string(step.stage);
  }
  return out;
}

inline bool says(const std::vector<TraceReason>& reasons, const std::string& what) {
  return std::any_of(reasons.begin(), reasons.end(),
                     [&](const TraceReason& reason) { return reason.what == what; });
}

inline const TraceStep& step_of(const std::vector<TraceStep>& steps, const std::string& id) {
  const auto found = std::find_if(steps.begin(), steps.end(),
                                  [&](const TraceStep& step) { return step.entry.id == id; });
  REQUIRE(found != steps.end());
  return *found;
}

inline Entry with_resolution(const Paper& paper, const std::string& resolution) {
  Entry entry = entry_of(paper);
  entry.passages.push_back({"resolutions", "", resolution, "/items/0/resolutions", 3});
  return entry;
}

/// The whole life of 24/00108 at Great Marrow.
inline void put_benches(Shelf& shelf) {
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

}  // namespace moot::test
