// Words on pages -> lines -> document -> papers and sections.

#include "pipeline/layout.hpp"

#include "pipeline/assemble.hpp"
#include "tests/fuzz/checks.hpp"
#include "tests/fuzz/made.hpp"

using namespace moot;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  test::Bytes bytes(data, size);
  const std::vector<Page> pages = test::make_pages(bytes);
  RawDocument raw;
  raw.lines = lay_out(pages);
  for (const Page& page : pages) raw.pages.push_back({page.width, page.height});
  test::check_lines(raw.lines, pages.size());
  const Document doc = assemble(std::move(raw));
  test::check_document(doc);
  test::check_structure(doc);
  return 0;
}
