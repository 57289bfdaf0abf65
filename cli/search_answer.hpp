#pragma once
/// \file All that `moot search` answers, before it takes a form.

#include <cstddef>
#include <string>
#include <vector>

#include "index/diagnose.hpp"
#include "index/expand.hpp"
#include "index/search.hpp"

namespace moot {

struct SearchAnswer {
  Query query;  ///< with what it was expanded by
  SearchOptions options;
  SearchResults results;
  std::vector<Expansion> expansions;
  std::vector<Clue> clues;       ///< why there are no hits
  std::vector<Hit> nearest;      ///< where there are none: what has most of the query's words
  std::size_t files_behind = 0;  ///< that the catalogue has and the search index lacks
};

/// The answer as text for people: the query as it was understood where that was asked for, the
/// hits, the facets, and how far the answer reaches. Pure.
std::string present_answer(const SearchAnswer& answer, bool colour, int width);

/// What is looked for beside the words of a query, a line each; "" for nothing. Pure.
std::string spoken_expansions(const std::vector<Expansion>& expansions);

}  // namespace moot
