#include <ostream>

#include "cli/commands.hpp"
#include "cli/input.hpp"
#include "cli/present.hpp"
#include "extractors/extract.hpp"
#include "extractors/record_json.hpp"

namespace moot {
namespace {

void print_records(const std::vector<Record>& records, const ExtractCommand& command,
                   const Console& console, bool& first) {
  PresentOptions options;
  options.colour = console.colour;
  options.width = console.width;
  for (const Record& record : records) {
    if (!command.pretty) {
      console.out << to_json(record) << '\n';
      continue;
    }
    if (!first) console.out << '\n' << std::string(72, '-') << "\n\n";
    first = false;
    console.out << present_record(record, options);
  }
}

}  // namespace

int run_extract(const ExtractCommand& command, std::istream& in, const Console& console) {
  const Result<RuleSet> rules = load_rules(command.rules);
  if (!rules) return report_failure(console, rules.error());
  std::size_t failed = 0;
  bool first = true;
  for (const std::string& file : command.files) {
    const Result<Document> document = load_document(file, in, command.ocr);
    if (!document) {
      console.out.flush();
      print_error(console.err, document.error());
      ++failed;
      continue;
    }
    print_records(extract(*document, *rules, file), command, console, first);
  }
  if (failed == 0) return kDone;
  return failed == command.files.size() ? kFailed : kIncomplete;
}

}  // namespace moot
