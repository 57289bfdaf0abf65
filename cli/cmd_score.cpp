#include <algorithm>
#include <chrono>
#include <ostream>

#include "cli/commands.hpp"
#include "cli/input.hpp"
#include "cli/score_formats.hpp"
#include "cli/score_input.hpp"

namespace moot {
namespace {

/// The rules that the command asks for, without those that it switches off.
Result<RuleSet> chosen_rules(const ScoreCommand& command) {
  Result<RuleSet> rules = load_rules(command.rules);
  if (!rules || command.without.empty()) return rules;
  for (const std::string& id : command.without) {
    const bool known = std::any_of(rules->rules().begin(), rules->rules().end(),
                                   [&](const Rule& rule) { return rule.id == id; });
    if (!known) {
      return fail(ErrorKind::Usage, "there is no rule '" + id + "'", "--without",
                  "see 'moot rules list'; what the program finds without a rule cannot be "
                  "switched off");
    }
  }
  return rules->without({command.without.begin(), command.without.end()});
}

}  // namespace

int run_score(const ScoreCommand& command, const Console& console) {
  const auto start = std::chrono::steady_clock::now();
  const Result<RuleSet> rules = chosen_rules(command);
  if (!rules) return report_failure(console, rules.error());
  const Result<ScoreInput> input =
      read_score_input(command.gold, command.paths, command.ocr, console);
  if (!input) return report_failure(console, input.error());
  const auto records = [&](const std::vector<Gold>& golds, const RuleSet& with) {
    return extract_all(input->documents, golds, with);
  };
  ScoreReport report;
  report.files = input->documents.size();
  report.set = score_set(input->golds, records(input->golds, *rules));
  if (command.leave_one_out) {
    auto rows = leave_one_out(input->golds, report.set, *rules, records);
    if (!rows) return report_failure(console, rows.error());
    report.left_out = std::move(*rows);
  }
  report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  if (command.json) {
    console.out << score_json(report, command.errors);
  } else {
    if (command.by_document) console.out << score_documents(report.set) << '\n';
    console.out << score_mistakes(report.set, command.errors) << score_tables(report);
  }
  return input->whole ? kDone : kIncomplete;
}

}  // namespace moot
