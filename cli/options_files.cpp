#include "cli/options_parts.hpp"

namespace moot {

const std::vector<std::string>& inspect_stages() {
  static const std::vector<std::string> kStages = {"pages",    "lines",  "papers",
                                                   "sections", "record", "entries"};
  return kStages;
}

void add_extract(CLI::App& app, ExtractCommand& extract) {
  CLI::App* command = app.add_subcommand("extract", "Print the records of files as JSON Lines");
  command->add_option("FILE", extract.files, "Files; '-' is standard input")->required();
  command->add_flag("--pretty", extract.pretty, "Text for people instead of JSON");
  add_rules(command, extract.rules);
  add_ocr_options(command, extract.ocr);
  add_colour(command, extract.colour);
  command->footer(footer(R"(Examples:
  moot extract report.pdf | jq .title
  moot extract --pretty minutes.html
  curl -s https://example.org/report.pdf | moot extract -)"));
}

void add_inspect(CLI::App& app, InspectCommand& inspect) {
  CLI::App* command = app.add_subcommand("inspect", "Print a stage on the way from file to index");
  Choices<std::string> stages;
  for (const std::string& stage : inspect_stages()) stages.emplace_back(stage, stage);
  add_choice(command, "STAGE", "STAGE", stages, inspect.stage,
             "pages, lines, papers, sections, record or entries")
      ->required();
  command->add_option("FILE", inspect.file, "A file; '-' is standard input")->required();
  add_rules(command, inspect.rules);
  add_ocr_options(command, inspect.ocr);
  command->footer(footer(R"(One thing a line, for eyes and for diff.

Examples:
  moot inspect lines report.pdf | less
  moot inspect sections page.html)"));
}

void add_check(CLI::App& app, CheckCommand& check) {
  CLI::App* command = app.add_subcommand(
      "check", "Say which parts of a statutory record of an executive decision are there");
  command->add_option("FILE|ID", check.target, "A file, '-', or the id of a record in the index")
      ->required();
  command->add_flag("--json", check.json, "JSON Lines (schema moot.check/1), one paper a line");
  add_rules(command, check.rules);
  add_ocr_options(command, check.ocr);
  add_index(command, check.index);
  add_colour(command, check.colour);
  command->footer(
      R"(The parts are those of regulations 12 and 13 of the Local Authorities (Executive Arrangements)
(Meetings and Access to Information) (England) Regulations 2012. What is not in this paper may be
published elsewhere: this is no legal judgement.

Examples:
  moot check decision.pdf
  moot check cabinet-minutes.pdf --json
  moot check 9f86d081884c7d65-p3

Exit codes: 0 all parts are there, 1 some are not or the regulations do not apply, 2 failed.)");
}

void add_explain(CLI::App& app, ExplainCommand& explain) {
  CLI::App* command =
      app.add_subcommand("explain", "Say which rule gave a value, and what lost against it");
  command->add_option("FILE", explain.file, "A file; '-' is standard input")->required();
  command->add_option("POINTER", explain.pointer,
                      "JSON Pointer of a record: /title, /recommendations/0 (else all values)");
  command->add_option("--paper", explain.paper, "Which paper of the file: its number or id")
      ->type_name("N|ID");
  add_rules(command, explain.rules);
  add_ocr_options(command, explain.ocr);
  add_colour(command, explain.colour);
  command->footer(footer(
      R"(The pointers are those of the record that 'moot extract' prints. A value that the paper does not
state gives exit code 1, and what was seen and refused.

Examples:
  moot explain report.pdf
  moot explain report.pdf /recommendations/0/text
  moot explain pack.pdf --paper 3 /implications)"));
}

void add_rules_command(CLI::App& app, RulesCommand& rules) {
  CLI::App* command = app.add_subcommand("rules", "List and test the rules");
  command->require_subcommand(1);
  CLI::App* list = command->add_subcommand("list", "What rules there are");
  CLI::App* test = command->add_subcommand("test", "Run every rule's own examples");
  list->add_option("--field", rules.field, "Only rules for this field")->type_name("FIELD");
  for (CLI::App* action : {list, test}) {
    add_rules(action, rules.rules);
    action->footer(kExitCodes);
  }
  add_rules_score(command, rules);
  command->footer(footer(R"(Examples:
  moot rules list --field title
  moot rules test --rules my-rules/
  moot rules score)"));
}

}  // namespace moot
