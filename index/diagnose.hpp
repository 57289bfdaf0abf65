#pragma once
/// \file Why a query finds nothing, and what would help.

#include <string>
#include <vector>

#include "index/query.hpp"
#include "index/respell.hpp"
#include "index/search.hpp"
#include "pipeline/result.hpp"

namespace moot {

/// What one part of a query did to its answer.
struct Clue {
  std::string part;         ///< as a query would ask for it
  std::size_t alone = 0;    ///< entries that it finds by itself
  std::size_t without = 0;  ///< entries that the query finds without it; 0 for the only part
  std::size_t apart = 0;    ///< of a phrase: entries with all its words
  std::vector<std::string> spelled;  ///< words of the index that are spelled like it
  bool unknown_council = false;      ///< a `council:` that the gazetteer does not know either
};

/// A clue for each of the parts that must all hold, in order: for those of a query without hits.
/// What is found without a part is counted only where there are up to twelve. One that finds
/// something alone, and without which nothing more is found, has none. Fails as Searcher::search()
/// does.
Result<std::vector<Clue>> diagnose(const Searcher& searcher, Respeller& respeller,
                                   const Query& query);

}  // namespace moot
