#pragma once
/// \file A query that finds nothing -> the query that comes nearest to it and may find something.

#include <optional>

#include "index/query.hpp"
#include "index/respell.hpp"
#include "pipeline/result.hpp"

namespace moot {

/// The query with its words as alternatives, where before all had to be there: phrases fall into
/// their words, of which the first 32 are taken, and a word that no entry has becomes the one that is spelled most like it. What is
/// a filter stays. None where the query asks for no words, or has nothing to give way. Fails as
/// Searcher::search() does.
Result<std::optional<Query>> nearest_query(Respeller& respeller, const Query& query);

}  // namespace moot
