#pragma once
/// \file An entry as Xapian's document data: what search, show, trace and compare need of it.

#include <cstddef>
#include <string>
#include <string_view>

#include "index/entry.hpp"

namespace moot {

/// Two parts, each compressed: the entry with its passages' fields, headings, pointers and pages as
/// JSON, and the passages' texts and the short values. Xapian's own compression would take four
/// times as long to unpack, for each hit of a page. "" where zstd fails.
std::string to_data(const Entry& entry);

/// The entry of to_data() without its values, its passages without their texts; an empty one of
/// damaged bytes.
Entry parse_data(std::string_view data);

/// The entry of to_data() with all of it but Entry::people.
Entry parse_whole_data(std::string_view data);

/// The text of passage `index`; empty where there is none.
std::string passage_text(std::string_view data, std::size_t index);

}  // namespace moot
