// Lines with pages, looks and cells, as PDFs give them -> records -> entries, and what is stored.

#include "extractors/extract.hpp"
#include "index/document_blob.hpp"
#include "pipeline/assemble.hpp"
#include "tests/fuzz/checks.hpp"
#include "tests/fuzz/made.hpp"

using namespace moot;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto rules = RuleSet::built_in();
  test::Bytes bytes(data, size);
  const Document doc = assemble(test::make_lines(bytes));
  test::check_records(doc, extract(doc, *rules, "made.pdf"));
  const auto blob = pack_document(doc);
  test::must(blob.has_value(), "a document can be stored");
  const auto stored = unpack_document(*blob);
  test::must(stored && stored->text == doc.text, "and is read back");
  return 0;
}
