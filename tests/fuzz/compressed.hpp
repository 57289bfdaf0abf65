#pragma once
/// \file Bytes compressed as stored documents are: no fuzzer guesses a frame that unpacks.

#include <zstd.h>

#include <string>
#include <string_view>

#include "tests/fuzz/checks.hpp"

namespace moot::test {

inline std::string compressed(std::string_view bytes) {
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  const std::size_t size = ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), 1);
  must(ZSTD_isError(size) == 0, "bytes can be compressed");
  out.resize(size);
  return out;
}

}  // namespace moot::test
