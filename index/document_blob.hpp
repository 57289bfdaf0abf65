#pragma once
/// \file Document <-> bytes, compressed, as the catalogue stores it.

#include <string>
#include <string_view>

#include "pipeline/document.hpp"
#include "pipeline/result.hpp"

namespace moot {

/// The whole Document, exact to the last bit of each box: packed by hand (packing.hpp), the lines
/// column by column so that zstd finds what repeats, then compressed with zstd. Fails with Index
/// when zstd does.
Result<std::string> pack_document(const Document& doc);

/// Reads what pack_document() wrote. Fails with Index when the bytes are damaged, with Io when
/// there is not enough memory.
Result<Document> unpack_document(std::string_view bytes);

}  // namespace moot
