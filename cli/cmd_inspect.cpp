#include <ostream>

#include "cli/commands.hpp"
#include "cli/input.hpp"
#include "cli/stages.hpp"
#include "extractors/extract.hpp"
#include "extractors/record_json.hpp"
#include "pipeline/pdf_words.hpp"
#include "pipeline/read.hpp"

namespace moot {
namespace {

int print_pages(const Input& input, const std::string& file, const Console& console) {
  const Result<PdfWords> words = read_pdf_words(input.bytes);
  if (!words) return report_failure(console, about_file(words.error(), file));
  console.out << stage_pages(words->pages);
  return kDone;
}

/// The stages that need rules.
int print_understood(const InspectCommand& command, const Document& document,
                     const Console& console) {
  const Result<RuleSet> rules = load_rules(command.rules);
  if (!rules) return report_failure(console, rules.error());
  for (const Record& record : extract(document, *rules, command.file)) {
    if (command.stage == "record") {
      console.out << to_json(record, 2) << '\n';
    } else {
      console.out << stage_entries(record, document);
    }
  }
  return kDone;
}

}  // namespace

int run_inspect(const InspectCommand& command, std::istream& in, const Console& console) {
  const std::string& stage = command.stage;
  const Result<Input> input = command.file == "-" ? read_stream(in) : read_input(command.file);
  if (!input) return report_failure(console, about_file(input.error(), command.file));
  const Result<Document> document = read_document(input->bytes);
  if (!document && stage != "pages") {
    return report_failure(console, about_file(document.error(), command.file));
  }
  if (stage == "pages") {
    if (!document || document->media_type == "application/pdf") {
      return print_pages(*input, command.file, console);
    }
    return report_failure(
        console,
        fail(ErrorKind::Usage, "only a PDF has words on pages; this is " + document->media_type,
             command.file, "see 'moot inspect lines'"));
  }
  if (stage == "lines") {
    console.out << stage_lines(*document);
  } else if (stage == "papers") {
    console.out << stage_papers(*document);
  } else if (stage == "sections") {
    console.out << stage_sections(*document);
  } else {
    return print_understood(command, *document, console);
  }
  return kDone;
}

}  // namespace moot
