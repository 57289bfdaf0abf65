// A stored document whose bytes were damaged. The first byte says whether the damage was done
// before or after compressing.

#include "index/document_blob.hpp"
#include "tests/fuzz/checks.hpp"
#include "tests/fuzz/compressed.hpp"

using namespace moot;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes{reinterpret_cast<const char*>(data) + 1, size - 1};
  const auto doc =
      unpack_document((data[0] & 1U) != 0 ? test::compressed(bytes) : std::string(bytes));
  if (!doc) return 0;
  for (const Line& line : doc->lines) slice(*doc, line.range);
  test::must(pack_document(*doc).has_value(), "what was read can be stored");
  return 0;
}
