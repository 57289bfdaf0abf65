#pragma once
/// \file The options of `moot search` as filters of the query language.

#include <string>
#include <string_view>
#include <vector>

#include "cli/options.hpp"
#include "index/query.hpp"

namespace moot {

/// Whether an option filters. Pure.
bool has_options(const SearchCommand& command);

/// The query with a filter for each option: several values of one option are alternatives, the
/// options together all hold. Fails with BadQuery; for an option `where` names it. Pure.
Result<Query> to_query(const SearchCommand& command);

/// Options of search whose names the query leaves out as words: "-limit 3" is NOT limit, and 3.
/// Pure.
std::vector<std::string> likely_slips(std::string_view query);

}  // namespace moot
