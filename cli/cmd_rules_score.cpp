#include <fmt/ostream.h>

#include <algorithm>
#include <fstream>
#include <ostream>

#include "cli/commands.hpp"
#include "cli/score_input.hpp"
#include "extractors/score_set.hpp"

namespace moot {
namespace {

void print_table(const RuleTable& table, const RuleSet& rules, const Console& console) {
  fmt::print(console.out, "{:<44} {:>6} {:>6} {:>10} {:>11} {:>7} {:>9}\n", "rule", "fired",
             "right", "precision", "confidence", "papers", "councils");
  for (const auto& [id, row] : table) {
    fmt::print(
        console.out, "{:<44} {:>6} {:>6} {:>10.3f} {:>11.3f} {:>7} {:>9}\n", printable(id),
        row.fired, row.right,
        static_cast<double>(row.right) / static_cast<double>(std::max<std::size_t>(row.fired, 1)),
        confidence(row), row.papers, row.councils);
  }
  const auto never = std::count_if(
      rules.rules().begin(), rules.rules().end(),
      [&](const Rule& rule) { return !rule.field.empty() && !table.contains(rule.id); });
  fmt::print(console.out, "{} measured; {} rules for a field were not, for they never fired\n",
             table.size(), never);
}

Result<Done> write_table(const RuleTable& table, const std::string& path) {
  std::ofstream file(path, std::ios::binary);
  file << to_json(table);
  file.close();
  if (file) return Done{};
  return fail(ErrorKind::Io, "the figures cannot be written to this file", path,
              "check that its folder is there and that you may write in it");
}

}  // namespace

int score_rules(const RulesCommand& command, const RuleSet& rules, const Console& console) {
  if (command.gold.empty()) {
    print_table(measured_rules(), rules, console);
    return kDone;
  }
  // What a rule gets right is measured on words that are the file's own.
  const Result<ScoreInput> input =
      read_score_input(command.gold, command.paths, {OcrMode::Off, {}}, console);
  if (!input) return report_failure(console, input.error());
  const RuleTable table =
      count_rules(score_set(input->golds, extract_all(input->documents, input->golds, rules)));
  print_table(table, rules, console);
  if (!command.write.empty()) {
    if (auto done = write_table(table, command.write); !done) {
      return report_failure(console, done.error());
    }
  }
  return input->whole ? kDone : kIncomplete;
}

}  // namespace moot
