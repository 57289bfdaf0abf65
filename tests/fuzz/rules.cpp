// A file of text, Markdown or HTML -> records with the built-in rules -> JSON and entries.

#include "extractors/rules.hpp"

#include <string_view>

#include "extractors/extract.hpp"
#include "pipeline/read.hpp"
#include "tests/fuzz/checks.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto rules = moot::RuleSet::built_in();
  const auto doc = moot::read_document({reinterpret_cast<const char*>(data), size});
  if (!doc || doc->media_type == "application/pdf") return 0;
  moot::test::check_document(*doc);
  moot::test::check_structure(*doc);
  moot::test::check_records(*doc, moot::extract(*doc, *rules, "made.txt"));
  return 0;
}
