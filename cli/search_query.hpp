#pragma once
/// \file The options of `moot search` as filters of the query language.

#include "cli/options.hpp"
#include "index/query.hpp"

namespace moot {

/// The query with a filter for each option: several values of one option are alternatives, the
/// options together all hold. Fails with BadQuery; for an option `where` names it. Pure.
Result<Query> to_query(const SearchCommand& command);

}  // namespace moot
