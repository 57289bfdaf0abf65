#pragma once
/// \file Names of councils, bodies and people as parts of ids. Pure.

#include <string>

#include "extractors/record.hpp"

namespace moot {

/// "Kent County Council" -> "kent-county-council": letters and digits of ASCII, words parted by
/// hyphens; "unnamed" where nothing is left.
std::string slug(const std::string& name);

/// "E10000016" where the council's code is known, else the slug of its name; "" without a council.
std::string council_key(const Record& record);

/// The title; where the paper has none, its kind, body and date.
std::string paper_name(const Record& record);

/// Opens the file of the record at the page where the value at `pointer` stands; at the paper's
/// first page where it stands on none.
std::string value_link(const Record& record, const std::string& pointer);

}  // namespace moot
