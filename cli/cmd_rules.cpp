#include <fmt/ostream.h>

#include <ostream>

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

}  // namespace

int run_rules(const RulesCommand& command, const Console& console) {
  const Result<RuleSet> rules = load_rules(command.rules);
  if (!rules) return report_failure(console, rules.error());
  switch (command.action) {
    case RulesCommand::Action::List:
      return list_rules(*rules, command.field, console);
    case RulesCommand::Action::Test:
      return test_rules(*rules, console);
    case RulesCommand::Action::Score:
      return score_rules(command, *rules, console);
  }
  return kFailed;
}

}  // namespace moot
