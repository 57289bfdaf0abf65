// A rule pack's text -> rules -> a small paper read with them.

#include "extractors/extract.hpp"
#include "pipeline/read.hpp"
#include "tests/fuzz/checks.hpp"

using namespace moot;

namespace {

constexpr std::string_view kPaper = R"(# Report to Cabinet

Weston Parish Council

Subject: The plan of parks

Report of: Jane Day, Head of Parks

Date: 1 January 2024

Recommendations

1. That the plan be noted.

2. That it be so.

Financial implications: the cost is £500.

Contact officer: Jane Day, 01632 960001, a.day@example.org
)";

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto doc = read_document(kPaper);
  const auto rules = RuleSet::from_json({reinterpret_cast<const char*>(data), size}, "made.json");
  if (!rules) return 0;
  test::check_records(*doc, extract(*doc, *rules, "made.txt"));
  for (const Rule& rule : rules->rules()) check_examples(*rules, rule);
  return 0;
}
