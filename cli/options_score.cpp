#include "cli/options_parts.hpp"

namespace moot {
namespace {

CLI::Option* add_gold(CLI::App* command, std::vector<std::string>& gold) {
  return command
      ->add_option("--gold", gold, "Folder with gold files (*.json); several: all of them")
      ->type_name("DIR")
      ->allow_extra_args(false);
}

}  // namespace

void add_score(CLI::App& app, ScoreCommand& score) {
  CLI::App* command = app.add_subcommand("score", "Compare records with what people read");
  command->add_option("PATH", score.paths, "Files and folders with the papers that the gold is of")
      ->required();
  add_gold(command, score.gold)->required();
  add_rules(command, score.rules);
  add_ocr_options(command, score.ocr);
  command->add_option("--without", score.without, "Switch these rules off")
      ->type_name("RULE,...")
      ->delimiter(',')
      ->allow_extra_args(false);
  command->add_flag("--leave-one-out", score.leave_one_out,
                    "Each council's score without the rules that only its papers support");
  command->add_flag("--by-document", score.by_document, "Each paper's F1, the worst first");
  command->add_option("--errors", score.errors, "Print up to N values that are not right")
      ->type_name("N")
      ->check(CLI::Range(0, 100000000).description(""));
  command->add_flag("--json", score.json, "Everything as JSON (schema moot.score/1)");
  command->footer(footer(
      R"(A gold file is a record that a person wrote (docs/RECORD.md). Two figures are given: softly, a text is
right when nine tenths of its words are; strictly, when it is the same but for case, white space and
the look of quotes and dashes.

Examples:
  moot score --gold corpus/gold corpus/papers
  moot score --gold my-gold/ papers/ --errors 20
  moot score --gold my-gold/ papers/ --without title.subject-label,kind.strategy
  moot score --gold my-gold/ papers/ --json | jq .fields.title)"));
}

void add_rules_score(CLI::App* rules_command, RulesCommand& rules) {
  CLI::App* command = rules_command->add_subcommand(
      "score", "How often each rule is right: as it was measured, or on your own gold");
  CLI::Option* gold = add_gold(command, rules.gold);
  command->add_option("PATH", rules.paths, "Files and folders with the papers that the gold is of")
      ->needs(gold);
  command->add_option("--write", rules.write, "Write the figures to this file, as JSON")
      ->type_name("FILE")
      ->needs(gold);
  add_rules(command, rules.rules);
  command->footer(footer(R"(Examples:
  moot rules score                                        the figures that confidence comes from
  moot rules score --gold my-gold/ papers/ --rules my-rules/)"));
}

}  // namespace moot
