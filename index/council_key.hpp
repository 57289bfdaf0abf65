#pragma once
/// \file Councils and bodies as parts of ids. Pure.

#include <string>

#include "extractors/record.hpp"

namespace moot {

/// "Kent County Council" -> "kent-county-council": letters and digits of ASCII, words parted by
/// hyphens; "unnamed" where nothing is left.
std::string slug(const std::string& name);

/// "E10000016" where the council's code is known, else the slug of its name; "" without a council.
std::string council_key(const Record& record);

}  // namespace moot
