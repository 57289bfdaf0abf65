#pragma once
/// \file Which spans of time an index has papers of, council by council, and where the gaps are.

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "index/catalogue.hpp"

namespace moot {

/// Months on end without a paper: "2021-03" to "2021-08".
struct MonthGap {
  std::string first, last;
  int months = 0;
  bool operator==(const MonthGap&) const = default;
};

struct CouncilCoverage {
  std::string council;      ///< "" for papers without one
  std::string code;         ///< GSS code, or ""
  std::int64_t papers = 0;  ///< with those that have no date
  std::int64_t undated = 0;
  std::string first, last;  ///< months with a paper; "" where all are undated
  int months = 0;           ///< that have a paper
  std::vector<MonthGap> gaps;
};

/// Counts papers by council and month. Its memory grows with the councils and the years, not with
/// the papers.
class CoverageCounter {
 public:
  /// `date` is an ISO day, or "".
  void add(const std::string& council, const std::string& code, const std::string& date);

  /// By council, in order of name; papers without one last. A gap is told where three months or
  /// more on end have no paper, and the step over them is longer than three times what is usual
  /// for this council: the median of its steps from one month with a paper to the next. So a
  /// council that meets each month has a gap of a quarter, and one that meets each quarter has not.
  std::vector<CouncilCoverage> result() const;

 private:
  struct Counts {
    std::string code;
    std::int64_t undated = 0;
    std::map<int, std::int64_t> months;  ///< papers by month since year 0
  };
  std::map<std::string, Counts> councils_;
};

/// Coverage of what the files stand for now, with what users say of them. A paper's date is that of
/// its entry. Fails with Index or Io.
Result<std::vector<CouncilCoverage>> read_coverage(const Catalogue& catalogue);

}  // namespace moot
