#pragma once
/// \file Search results for programs: JSON (schema "moot.hits/1") and CSV (RFC 4180). Pure.

#include <string>
#include <vector>

#include "cli/search_answer.hpp"

namespace moot {

/// One JSON object with a newline at its end. Values that are not known are null; `highlights`
/// are byte ranges [begin, end) of the snippet's UTF-8.
std::string hits_to_json(const SearchAnswer& answer);

/// One hit as it stands there, on one line; with "told", where that is not empty.
std::string hit_to_json(const Hit& hit, const std::string& told);

/// The expansions as they stand there, on one line.
std::string expansions_to_json(const std::vector<Expansion>& expansions);

/// A header row and one row a hit; lines end with CR LF.
std::string hits_to_csv(const SearchResults& results);

}  // namespace moot
