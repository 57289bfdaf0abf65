// Lines with looks and cells -> document -> papers, blocks and sections.

#include "pipeline/sections.hpp"

#include "pipeline/assemble.hpp"
#include "tests/fuzz/checks.hpp"
#include "tests/fuzz/made.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  moot::test::Bytes bytes(data, size);
  const moot::Document doc = moot::assemble(moot::test::make_lines(bytes));
  moot::test::check_document(doc);
  moot::test::check_structure(doc);
  return 0;
}
