#include <ostream>

#include "cli/commands.hpp"
#include "cli/input.hpp"
#include "cli/stages.hpp"
#include "extractors/extract.hpp"
#include "extractors/record_json.hpp"
#include "pipeline/media_type.hpp"
#include "pipeline/read.hpp"
#include "pipeline/read_pdf.hpp"

namespace moot {
namespace {

int print_pages(const Input& input, const InspectCommand& command, const Console& console) {
  if (const MediaType type = sniff(input.bytes); type.kind != FileKind::Pdf) {
    return report_failure(
        console, fail(ErrorKind::Usage, "only a PDF has words on pages; this is " + type.name,
                      command.file, "see 'moot inspect lines'"));
  }
  ReadReport report;
  const Result<PdfWords> words = read_pdf_pages(input.bytes, read_options(command.ocr), report);
  if (!words) return report_failure(console, about_file(words.error(), command.file));
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
  if (stage == "pages") return print_pages(*input, command, console);
  const Result<Document> document = read_document(input->bytes, read_options(command.ocr));
  if (!document) return report_failure(console, about_file(document.error(), command.file));
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
