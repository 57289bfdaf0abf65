// An HTML page -> lines -> document -> papers and sections.

#include "pipeline/assemble.hpp"
#include "pipeline/normalise.hpp"
#include "pipeline/read_html.hpp"
#include "tests/fuzz/checks.hpp"

using namespace moot;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  RawDocument raw = read_html(to_utf8({reinterpret_cast<const char*>(data), size}));
  test::check_lines(raw.lines, 0);
  const Document doc = assemble(std::move(raw));
  test::check_document(doc);
  test::check_structure(doc);
  return 0;
}
