#pragma once
/// \file Bytes made smaller with zstd, for what is stored.

#include <cstdint>
#include <string>
#include <string_view>

#include "pipeline/result.hpp"

namespace moot {

/// Fails with Index where zstd does.
Result<std::string> compress(std::string_view plain);

/// What compress() was given, where that is `most` bytes at most: a few bytes may claim to be many.
/// Fails with Index where the bytes are damaged or more than that, with Io where there is not
/// enough memory.
Result<std::string> decompress(std::string_view bytes, std::uint64_t most);

}  // namespace moot
