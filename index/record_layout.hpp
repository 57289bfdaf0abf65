#pragma once
/// \file What a Record holds beside its JSON form, Record::range and Record::sections, as bytes.

#include <string>
#include <string_view>

#include "extractors/record.hpp"

namespace moot {

std::string pack_layout(const Record& record);

/// Reads what pack_layout() wrote into `record`. False where the bytes are damaged, or where a
/// range ends before it begins or after `limit`, the size of the document's text.
bool unpack_layout(std::string_view bytes, Record& record, std::size_t limit = std::string::npos);

}  // namespace moot
