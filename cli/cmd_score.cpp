#include <chrono>
#include <ostream>

#include "cli/commands.hpp"
#include "cli/input.hpp"
#include "cli/score_formats.hpp"
#include "cli/score_input.hpp"

namespace moot {

int run_score(const ScoreCommand& command, const Console& console) {
  const auto start = std::chrono::steady_clock::now();
  const Result<RuleSet> rules = load_rules(command.rules);
  if (!rules) return report_failure(console, rules.error());
  const Result<ScoreInput> input = read_score_input(command.gold, command.paths, console);
  if (!input) return report_failure(console, input.error());
  ScoreReport report;
  report.files = input->documents.size();
  report.set = score_set(input->golds, extract_all(input->documents, *rules));
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
