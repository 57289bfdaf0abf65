#include <fmt/ostream.h>

#include <algorithm>
#include <ostream>
#include <set>

#include "cli/commands.hpp"
#include "cli/input.hpp"
#include "extractors/extract.hpp"

namespace moot {
namespace {

std::string joined(const std::vector<std::string>& parts, const char* between) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : between) + part;
  return text;
}

/// "implications" asks for "implications/legal" too.
bool is_asked_for(const std::string& field, const std::string& asked) {
  return asked.empty() || field == asked || field.rfind(asked + "/", 0) == 0;
}

/// The fields that a record or a rule has, "implications/legal" among them.
std::set<std::string> known_fields(const RuleSet& rules) {
  std::set<std::string> fields{"council", "items", "kind", "title"};
  for (const TextField& field : text_fields()) fields.insert(field.name);
  for (const NumberedField& field : numbered_fields()) fields.insert(field.name);
  for (const ListField& field : list_fields()) fields.insert(field.name);
  for (const Rule& rule : rules.rules()) {
    if (rule.field.empty()) continue;
    fields.insert(rule.field);
    fields.insert(rule.field.substr(0, rule.field.find('/')));
  }
  return fields;
}

/// Names the fields that stand on the level of the one asked for.
Error no_such_field(const std::set<std::string>& fields, const std::string& asked) {
  const std::size_t slash = asked.find('/');
  std::string front;
  if (slash != std::string::npos && fields.count(asked.substr(0, slash)) > 0) {
    front = asked.substr(0, slash + 1);
  }
  std::vector<std::string> names;
  for (const std::string& field : fields) {
    const bool below = field.find('/') != std::string::npos;
    if (below == !front.empty() && field.rfind(front, 0) == 0) names.push_back(field);
  }
  return fail(ErrorKind::Usage, "there is no field '" + asked + "'", "--field",
              "there are: " + joined(names, ", "));
}

/// What `rules list` prints as the field of the candidate's rule. A candidate bears the field of
/// the record only, which is the front of it.
std::string full_field(const Candidate& candidate, const RuleSet& rules) {
  for (const Rule& rule : rules.rules()) {
    if (rule.id == candidate.rule && is_asked_for(rule.field, candidate.field)) return rule.field;
  }
  return candidate.field;
}

int list_rules(const RuleSet& rules, const std::string& field, const Console& console) {
  std::size_t count = 0;
  for (const Rule& rule : rules.rules()) {
    if (!is_asked_for(rule.field, field)) continue;
    ++count;
    fmt::print(
        console.out, "{:<40} {:<24} {:<28} {}\n", rule.id, rule.field.empty() ? "-" : rule.field,
        rule.kinds.empty() ? "all kinds" : joined(rule.kinds, ","),
        rule.labels.empty() ? "/" + joined(rule.patterns, "/ /") + "/" : joined(rule.labels, "; "));
  }
  fmt::print(console.out, "{} {}\n", count, count == 1 ? "rule" : "rules");
  return count > 0 ? kDone : kNothingFound;
}

int test_rules(const RuleSet& rules, const Console& console) {
  std::size_t examples = 0;
  std::size_t near_misses = 0;
  std::size_t failures = 0;
  for (const Rule& rule : rules.rules()) {
    examples += rule.examples.size();
    near_misses += rule.near_misses.size();
    for (const std::string& failure : check_examples(rules, rule)) {
      ++failures;
      fmt::print(console.out, "{}: {}: {}\n", rule.pack, rule.id, failure);
    }
  }
  fmt::print(console.out, "{} rules, {} examples, {} near misses: {}\n", rules.rules().size(),
             examples, near_misses,
             failures == 0 ? "all right" : fmt::format("{} wrong", failures));
  return failures == 0 ? kDone : kFailed;
}

void print_candidate(const Candidate& candidate, const Document& document, const Console& console) {
  constexpr std::size_t kMostBytes = 100;
  std::string text = candidate.text;
  std::replace(text.begin(), text.end(), '\n', ' ');
  if (text.size() > kMostBytes) {
    std::size_t end = kMostBytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    text = text.substr(0, end) + "...";
  }
  std::string page;
  if (!document.lines.empty() && candidate.range.end <= document.text.size()) {
    const int number = document.lines[line_at(document, candidate.range.begin)].page;
    if (number > 0) page = fmt::format(" p{}", number);
  }
  fmt::print(console.out, "  {} {} by {}{}: \"{}\"\n", candidate.won ? "+" : "-", candidate.field,
             candidate.rule, page, printable(text));
  if (!candidate.why.empty()) fmt::print(console.out, "      {}\n", printable(candidate.why));
}

int explain_rules(const RulesCommand& command, const RuleSet& rules, std::istream& in,
                  const Console& console) {
  const std::set<std::string> fields = known_fields(rules);
  if (!command.field.empty() && fields.count(command.field) == 0) {
    return report_failure(console, no_such_field(fields, command.field));
  }
  const Result<Document> document = load_document(command.file, in);
  if (!document) return report_failure(console, document.error());
  std::vector<Trace> traces;
  const std::vector<Record> records = extract(*document, rules, command.file, &traces);
  std::size_t count = 0;
  for (std::size_t i = 0; i < records.size() && i < traces.size(); ++i) {
    fmt::print(console.out, "{} {} {}\n", records[i].id, records[i].kind,
               printable(records[i].title.value_or("(no title)")));
    auto& candidates = traces[i].candidates;
    // Rivals for one field stand together, the winner first.
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) {
                       return a.field != b.field ? a.field < b.field : a.won && !b.won;
                     });
    for (const Candidate& candidate : candidates) {
      if (!is_asked_for(full_field(candidate, rules), command.field)) continue;
      ++count;
      print_candidate(candidate, *document, console);
    }
  }
  fmt::print(console.out, "{} {}; + won, - lost\n", count, count == 1 ? "proposal" : "proposals");
  return count > 0 ? kDone : kNothingFound;
}

}  // namespace

int run_rules(const RulesCommand& command, std::istream& in, const Console& console) {
  const Result<RuleSet> rules = load_rules(command.rules);
  if (!rules) return report_failure(console, rules.error());
  switch (command.action) {
    case RulesCommand::Action::List:
      return list_rules(*rules, command.field, console);
    case RulesCommand::Action::Test:
      return test_rules(*rules, console);
    case RulesCommand::Action::Explain:
      return explain_rules(command, *rules, in, console);
  }
  return kFailed;
}

}  // namespace moot
