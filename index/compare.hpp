#pragma once
/// \file Papers compared: what a query finds at several councils, or papers by their ids
/// (docs/COMPARE.md). Asks the search index alone.

#include <cstddef>
#include <string>
#include <vector>

#include "index/comparison.hpp"
#include "index/query.hpp"
#include "index/search.hpp"
#include "pipeline/result.hpp"

namespace moot {

/// A council that a column was asked for.
struct CouncilAsked {
  std::string name;  ///< as typed
  QueryNode filter;  ///< its papers
};

struct CompareOptions {
  std::vector<CouncilAsked> councils;  ///< one column each, in this order; empty: those whose
                                       ///< papers fit best
  bool each_paper = false;             ///< a column for each paper, not for each council
  bool over_time = false;              ///< each paper, in order of date, and what changed
  std::size_t limit = 6;               ///< most columns, where councils does not name them
  std::vector<std::string> fields;     ///< of compare_fields() and compare_parts(); empty: all
};

/// The rows that a comparison may have, in their order; one for each kind of implication.
const std::vector<std::string>& compare_fields();

/// What a comparison has beside its rows: themes, passages, copied, changes.
const std::vector<std::string>& compare_parts();

/// The papers that match `query`. `asked` is the query before the thesaurus widened it: a paper
/// whose title has its words goes before others. No columns where nothing matches and no council is
/// named. Fails as Searcher::search() does.
Result<Comparison> compare_found(const Searcher& searcher, const Query& query, const Query& asked,
                                 const CompareOptions& options);

/// The papers or items with these ids, in this order or in that of time. Fails with Usage where an
/// id is not in the index, else as Searcher::entry() does.
Result<Comparison> compare_entries(const Searcher& searcher, const std::vector<std::string>& ids,
                                   const CompareOptions& options);

}  // namespace moot
