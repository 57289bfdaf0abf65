// What a worker answers, taken by somebody who reads hostile files -> what the supervisor stores.
// Of the input, two bytes say how long the document is, which comes next, before it is compressed;
// all else is as it is sent.

#include "cli/wire.hpp"

#include <algorithm>

#include "index/packing.hpp"
#include "tests/fuzz/bytes.hpp"
#include "tests/fuzz/checks.hpp"
#include "tests/fuzz/compressed.hpp"

using namespace moot;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Asked asked{"made.pdf", std::string(64, '0')};
  test::Bytes in(data, size);
  const std::size_t high = in.byte();
  const std::size_t low = in.byte();
  const std::size_t length = std::min(in.rest().size(), high << 8U | low);
  // Read; no reason, no hint, no page wanted; with content.
  std::string sent("\0\0\0\0\1", 5);
  pack_text(sent, test::compressed(in.rest().substr(0, length)));
  sent += in.rest().substr(length);
  const auto answer = unpack_read(sent, asked);
  if (!answer || !answer->content) return 0;
  test::must(answer->content->records.size() == answer->content->signatures.size(),
             "each record has its signature");
  for (const Record& record : answer->content->records) {
    test::check_stored(answer->document, record);
  }
  return 0;
}
