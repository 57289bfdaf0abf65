#include <fmt/ostream.h>

#include <algorithm>
#include <filesystem>
#include <ostream>
#include <vector>

#include <nlohmann/json.hpp>

#include "cli/commands.hpp"
#include "cli/find_record.hpp"
#include "cli/input.hpp"
#include "extractors/extract.hpp"
#include "extractors/statutory_check.hpp"

namespace moot {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kRegulations = "SI 2012/2089";
constexpr const char* kElsewhere =
    "A part that is not in this paper may be published elsewhere. This is no legal judgement.";

std::string spoken(PartState state) {
  if (state == PartState::Found) return "found";
  return state == PartState::NotFound ? "not found in this paper" : "not called for";
}

std::string spoken(Applies applies) {
  if (applies == Applies::Yes) return "yes";
  return applies == Applies::No ? "no" : "not known";
}

/// Some words on one line.
std::string quoted(std::string words) {
  constexpr std::size_t kMostBytes = 160;
  std::replace(words.begin(), words.end(), '\n', ' ');
  if (words.size() <= kMostBytes) return "\"" + printable(words) + "\"";
  std::size_t end = kMostBytes;
  while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0U) == 0x80U) --end;
  return "\"" + printable(words.substr(0, end)) + "...\"";
}

std::string rule_at(const Record& record, const std::string& pointer) {
  const auto found = record.evidence.find(pointer);
  return found == record.evidence.end() ? std::string() : found->second.rule;
}

Json part_json(const Record& record, const StatutoryPart& part) {
  const auto text = [](const std::string& value) { return value.empty() ? Json() : Json(value); };
  return {{"paragraph", part.paragraph},
          {"what", part.what},
          {"state", spoken(part.state)},
          {"pointer", text(part.pointer)},
          {"words", text(part.words)},
          {"page", part.page > 0 ? Json(part.page) : Json()},
          {"rule", text(rule_at(record, part.pointer))},
          {"remark", text(part.remark)}};
}

Json check_json(const Record& record, const StatutoryCheck& check) {
  Json decisions = Json::array();
  for (const StatutoryDecision& decision : check.decisions) {
    Json parts = Json::array();
    for (const StatutoryPart& part : decision.parts) parts.push_back(part_json(record, part));
    decisions.push_back(
        {{"title", decision.title}, {"pointer", decision.pointer}, {"parts", parts}});
  }
  return {{"schema", "moot.check/1"},
          {"id", record.id},
          {"kind", record.kind},
          {"path", record.source.path},
          {"regulations", kRegulations},
          {"regulation", check.regulation.empty() ? Json() : Json(check.regulation)},
          {"applies", spoken(check.applies)},
          {"why", check.why},
          {"decisions", decisions}};
}

void print_part(const Record& record, const StatutoryPart& part, const Console& console) {
  std::string line = fmt::format("  {} {}: {}", part.paragraph, part.what,
                                 tinted(spoken(part.state), Tone::Label, console.colour));
  if (part.page > 0) line += fmt::format(", page {}", part.page);
  if (!part.remark.empty()) line += " (" + printable(part.remark) + ")";
  fmt::print(console.out, "{}\n", wrapped(line, console.width, 6));
  if (part.words.empty()) return;
  const std::string rule = rule_at(record, part.pointer);
  const std::string by = rule.empty() ? "" : fmt::format("  [{}, {}]", part.pointer, rule);
  fmt::print(console.out, "      {}\n", wrapped(quoted(part.words) + by, console.width, 6));
}

void print_check(const Record& record, const StatutoryCheck& check, const Console& console) {
  const std::string head = fmt::format("{} {} {}", record.id, record.kind,
                                       printable(record.title.value_or("(no title)")));
  fmt::print(console.out, "{}\n", tinted(head, Tone::Title, console.colour));
  std::string applies = fmt::format("Regulation {} of {}", check.regulation, kRegulations);
  if (check.applies == Applies::No) applies = fmt::format("{} does not apply", kRegulations);
  if (check.applies == Applies::Unknown) applies += ", if it applies, which is not known";
  applies += ": " + printable(check.why) + ".";
  fmt::print(console.out, "{}\n", wrapped(applies, console.width, 0));
  for (const StatutoryDecision& decision : check.decisions) {
    if (!decision.pointer.empty()) {
      fmt::print(console.out, "{} {}\n", decision.pointer, printable(decision.title));
    }
    for (const StatutoryPart& part : decision.parts) print_part(record, part, console);
  }
}

/// Prints the checks of these papers. All parts must be there, of one decision at least.
int print_checks(const std::vector<Record>& records, const CheckCommand& command,
                 const Console& console) {
  std::size_t decisions = 0;
  bool complete = true;
  for (const Record& record : records) {
    const StatutoryCheck check = check_record(record);
    for (const StatutoryDecision& decision : check.decisions) {
      ++decisions;
      complete = complete && std::none_of(decision.parts.begin(), decision.parts.end(),
                                          [](const StatutoryPart& part) {
                                            return part.state == PartState::NotFound;
                                          });
    }
    if (command.json) {
      console.out << check_json(record, check).dump(-1, ' ', false, Json::error_handler_t::replace)
                  << '\n';
    } else {
      print_check(record, check, console);
    }
  }
  if (!command.json && decisions > 0 && !complete) {
    fmt::print(console.out, "{}\n", wrapped(kElsewhere, console.width, 0));
  }
  return decisions > 0 && complete ? kDone : kNothingFound;
}

/// An id, and no file of that name.
bool is_id(const std::string& target) {
  constexpr std::size_t kLeast = 4;  // digits
  const std::size_t digits = target.find_first_not_of("0123456789abcdefABCDEF");
  const bool looks = std::min(digits, target.size()) >= kLeast &&
                     (digits == std::string::npos || target.compare(digits, 2, "-p") == 0 ||
                      target.compare(digits, 2, "-P") == 0);
  std::error_code ignored;
  return looks && !std::filesystem::exists(target, ignored);
}

}  // namespace

int run_check(const CheckCommand& command, const std::string& index, std::istream& in,
              const Console& console) {
  if (is_id(command.target)) {
    Result<Record> record = find_record(index, command.target);
    if (!record) return report_failure(console, record.error());
    return print_checks({std::move(*record)}, command, console);
  }
  const Result<RuleSet> rules = load_rules(command.rules);
  if (!rules) return report_failure(console, rules.error());
  const Result<Document> document = load_document(command.target, in, command.ocr);
  if (!document) return report_failure(console, document.error());
  return print_checks(extract(*document, *rules, command.target), command, console);
}

}  // namespace moot
