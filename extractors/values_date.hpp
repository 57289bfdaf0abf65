#pragma once
/// \file Names of months. Private to extractors/.

#include <string_view>

namespace moot {

/// 1 to 12 for the name of a month in English or Welsh, in any case: abbreviations, mutated forms
/// and common slips too. 0 for any other word ("May" and "may" are told apart by who asks).
int month_of(std::string_view word);

}  // namespace moot
