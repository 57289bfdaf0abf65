#include "index/coverage.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "index/entry.hpp"
#include "index/sqlite.hpp"

namespace moot {
namespace {

constexpr int kLeastGap = 3;
constexpr int kTimesUsual = 3;

/// Months since year 0; none where `date` does not begin with a month.
std::optional<int> month_of(const std::string& date) {
  int year = 0, month = 0;
  const char* const at = date.data();
  if (date.size() < 7 || date[4] != '-') return std::nullopt;
  const bool read = std::from_chars(at, at + 4, year).ptr == at + 4 &&
                    std::from_chars(at + 5, at + 7, month).ptr == at + 7;
  if (!read || month < 1 || month > 12) return std::nullopt;
  return year * 12 + month - 1;
}

std::string named(int month) {
  std::string year = std::to_string(month / 12);
  year.insert(0, 4 - std::min<std::size_t>(4, year.size()), '0');
  const std::string number = std::to_string(month % 12 + 1);
  return year + (number.size() < 2 ? "-0" : "-") + number;
}

/// The median step from one month with a paper to the next; of an even number the smaller.
int usual_step(const std::map<int, std::int64_t>& months) {
  std::vector<int> steps;
  for (auto at = months.begin(); std::next(at) != months.end(); ++at) {
    steps.push_back(std::next(at)->first - at->first);
  }
  if (steps.empty()) return 1;
  const auto middle = steps.begin() + static_cast<std::ptrdiff_t>((steps.size() - 1) / 2);
  std::nth_element(steps.begin(), middle, steps.end());
  return *middle;
}

std::vector<MonthGap> gaps_in(const std::map<int, std::int64_t>& months) {
  std::vector<MonthGap> gaps;
  const int usual = usual_step(months);
  for (auto at = months.begin(); std::next(at) != months.end(); ++at) {
    const int next = std::next(at)->first;
    const int empty = next - at->first - 1;
    if (empty < kLeastGap || empty + 1 <= kTimesUsual * usual) continue;
    gaps.push_back({named(at->first + 1), named(next - 1), empty});
  }
  return gaps;
}

}  // namespace

void CoverageCounter::add(const std::string& council, const std::string& code,
                          const std::string& date) {
  Counts& counts = councils_[council];
  if (counts.code.empty()) counts.code = code;
  if (const auto month = month_of(date)) {
    ++counts.months[*month];
  } else {
    ++counts.undated;
  }
}

std::vector<CouncilCoverage> CoverageCounter::result() const {
  std::vector<CouncilCoverage> all;
  for (const auto& [council, counts] : councils_) {
    CouncilCoverage one;
    one.council = council;
    one.code = counts.code;
    one.papers = one.undated = counts.undated;
    one.months = static_cast<int>(counts.months.size());
    for (const auto& [month, papers] : counts.months) one.papers += papers;
    if (!counts.months.empty()) {
      one.first = named(counts.months.begin()->first);
      one.last = named(counts.months.rbegin()->first);
      // Papers that name no council are of many.
      if (!council.empty()) one.gaps = gaps_in(counts.months);
    }
    all.push_back(std::move(one));
  }
  // "" sorts first.
  if (!all.empty() && all.front().council.empty()) {
    std::rotate(all.begin(), all.begin() + 1, all.end());
  }
  return all;
}

Result<std::vector<CouncilCoverage>> read_coverage(const Catalogue& catalogue) {
  Snapshot snapshot(catalogue.connection());
  if (auto begun = snapshot.begin(); !begun) return begun.error();
  CoverageCounter counter;
  std::string sha;
  while (true) {
    const auto next = catalogue.next_content(sha);
    if (!next) return next.error();
    if (!*next) return counter.result();
    sha = **next;
    const auto records = catalogue.records_of(sha);
    if (!records) return records.error();
    for (const Record& record : *records) {
      counter.add(record.council ? record.council->name : "",
                  record.council ? record.council->code.value_or("") : "",
                  entry_date(record).value_or(""));
    }
  }
}

}  // namespace moot
