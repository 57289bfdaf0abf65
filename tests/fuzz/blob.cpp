// A stored document whose bytes were damaged. The first byte says whether the damage was done
// before or after compressing.

#include <zstd.h>

#include "index/document_blob.hpp"
#include "tests/fuzz/checks.hpp"

using namespace moot;

namespace {

std::string compressed(std::string_view bytes) {
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  const std::size_t size = ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), 1);
  test::must(ZSTD_isError(size) == 0, "bytes can be compressed");
  out.resize(size);
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes{reinterpret_cast<const char*>(data) + 1, size - 1};
  const auto doc = unpack_document((data[0] & 1U) != 0 ? compressed(bytes) : std::string(bytes));
  if (!doc) return 0;
  for (const Line& line : doc->lines) slice(*doc, line.range);
  test::must(pack_document(*doc).has_value(), "what was read can be stored");
  return 0;
}
