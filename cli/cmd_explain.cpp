#include <fmt/ostream.h>

#include <algorithm>
#include <ostream>

#include "cli/commands.hpp"
#include "cli/explain.hpp"
#include "cli/input.hpp"
#include "extractors/extract.hpp"

namespace moot {
namespace {

std::string pages_of(const Record& record) {
  if (!record.source.pages) return {};
  const auto [first, last] = *record.source.pages;
  return first == last ? fmt::format(", page {}", first)
                       : fmt::format(", pages {} to {}", first, last);
}

/// "1 (report, pages 3 to 9), 2 (minutes, page 10)".
std::string papers_told(const std::vector<Record>& records) {
  constexpr std::size_t kMost = 12;
  std::string list;
  for (std::size_t i = 0; i < std::min(records.size(), kMost); ++i) {
    list +=
        fmt::format("{}{} ({}{})", i > 0 ? ", " : "", i + 1, records[i].kind, pages_of(records[i]));
  }
  if (records.size() > kMost) list += fmt::format(", ... {}", records.size());
  return list;
}

/// The papers that `wanted`, a number or the start of an id, means; all of them where it is empty.
Result<std::vector<std::size_t>> chosen_papers(const std::vector<Record>& records,
                                               const ExplainCommand& command) {
  constexpr std::size_t kLongestNumber = 6;  // digits: an id is longer
  const std::string& wanted = command.paper;
  const bool number = wanted.size() <= kLongestNumber &&
                      wanted.find_first_not_of("0123456789") == std::string::npos;
  std::vector<std::size_t> chosen;
  for (std::size_t i = 0; i < records.size(); ++i) {
    const bool meant = wanted.empty() ||
                       (number ? std::stoul(wanted) == i + 1 : records[i].id.rfind(wanted, 0) == 0);
    if (meant) chosen.push_back(i);
  }
  const std::string papers = "its papers: " + papers_told(records);
  if (records.empty()) {
    return fail(ErrorKind::NoText, "there is no paper in it", command.file);
  }
  if (chosen.empty()) {
    return fail(ErrorKind::Usage, "it has no paper '" + wanted + "'", command.file, papers);
  }
  if (chosen.size() > 1 && !command.pointer.empty()) {
    return fail(ErrorKind::Usage, "it holds several papers: say which with --paper", command.file,
                papers);
  }
  return chosen;
}

}  // namespace

int run_explain(const ExplainCommand& command, std::istream& in, const Console& console) {
  const Result<RuleSet> rules = load_rules(command.rules);
  if (!rules) return report_failure(console, rules.error());
  const Result<Document> document = load_document(command.file, in, command.ocr);
  if (!document) return report_failure(console, document.error());
  std::vector<Trace> traces;
  const std::vector<Record> records = extract(*document, *rules, command.file, &traces);
  const auto papers = chosen_papers(records, command);
  if (!papers) return report_failure(console, papers.error());
  for (std::size_t i : *papers) {
    const Explaining of{*document, *rules, records[i], traces[i], console.colour, console.width};
    if (command.pointer.empty()) {
      console.out << explain_all(of);
      continue;
    }
    const auto explained = explain_value(of, command.pointer);
    if (!explained) return report_failure(console, about_file(explained.error(), command.file));
    console.out << explained->text;
    return explained->stated ? kDone : kNothingFound;
  }
  return kDone;
}

}  // namespace moot
