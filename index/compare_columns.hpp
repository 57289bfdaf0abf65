#pragma once
/// \file Which papers a comparison compares. Internal to compare.cpp.

#include <vector>

#include "index/compare.hpp"

namespace moot {

/// Columns for what a query finds, their papers whole: for each council the best of its papers, or
/// each paper. `more`: councils with papers that match, beyond these.
struct Chosen {
  std::vector<Column> columns;
  std::size_t more = 0;
  std::size_t more_papers = 0;  ///< that match, where each paper is a column
};
Result<Chosen> choose_columns(const Searcher& searcher, const Query& query, const Query& asked,
                              const CompareOptions& options);

/// Gives columns names that tell them apart: council or body, and the date where two would be
/// the same.
void name_columns(std::vector<Column>& columns);

}  // namespace moot
