#include "cli/options_parts.hpp"

namespace moot {
namespace {

std::string is_whole_number(const std::string& typed) {
  const bool digits = typed.find_first_not_of("0123456789") == std::string::npos;
  const bool whole = digits && !typed.empty() && typed.size() < 19 && typed[0] != '0';
  return whole ? "" : "'" + typed + "' is no number of 'moot corrections'";
}

constexpr const char* kIdHelp = "As search prints it; its first letters are enough";

}  // namespace

void add_correct(CLI::App& app, CorrectCommand& correct) {
  CLI::App* command = app.add_subcommand("correct", "Say that a value of a record is another");
  CLI::Option* undo = command
                          ->add_option("--undo", correct.undo,
                                       "Take back a correction or suppression by its number")
                          ->type_name("NUMBER")
                          ->check(is_whole_number);
  CLI::Option* id = command->add_option("ID", correct.id, kIdHelp);
  CLI::Option* pointer =
      command->add_option("POINTER", correct.pointer, "JSON Pointer of the value: /title");
  CLI::Option* value = command->add_option("VALUE", correct.value, "What is right");
  add_index(command, correct.index);
  command->callback([=] {
    if (undo->count() > 0 && id->count() > 0) {
      throw CLI::ValidationError("--undo takes a number, and no ID goes with it");
    }
    if (undo->count() > 0) return;
    for (const CLI::Option* needed : {id, pointer, value}) {
      if (needed->count() == 0) throw CLI::RequiredError(needed->get_name());
    }
  });
  command->footer(footer(
      R"(Texts are taken word for word, 'null' says that there is none; dates are 2024-05-06, flags yes or
no, lists and what has parts are JSON. Corrections outlive new rules and new versions of the file.

Examples:
  moot correct 9f86d081884c7d65-p3 /title 'Benches in Parks'
  moot correct 9f86 /meeting_date 2024-05-06
  moot correct 9f86 /wards '["North", "South"]'
  moot correct --undo 3)"));
}

void add_suppress(CLI::App& app, SuppressCommand& suppress) {
  CLI::App* command =
      app.add_subcommand("suppress", "Let a value, or words, of a paper be shown no more");
  command->add_option("ID", suppress.id, kIdHelp)->required();
  CLI::Option* pointer =
      command->add_option("POINTER", suppress.pointer, "JSON Pointer of the value: /contacts/0");
  CLI::Option* words =
      command
          ->add_option("--words", suppress.words,
                       "These words, wherever they stand in the file; '-' reads standard input")
          ->type_name("WORDS");
  add_index(command, suppress.index);
  command->callback([=] {
    if (pointer->count() + words->count() == 0) {
      throw CLI::ValidationError("POINTER is required, or --words");
    }
    if (pointer->count() > 0 && words->count() > 0) {
      throw CLI::ValidationError("give POINTER or --words, not both");
    }
  });
  command->footer(footer(
      R"(What stood there is shown no more and found no more, in all papers of the file and in all its
versions. 'moot corrections' lists what was suppressed, 'moot correct --undo' takes it back.

Examples:
  moot suppress 9f86d081884c7d65-p3 /contacts/0
  moot suppress 9f86 --words '01632 960123'
  moot suppress 9f86 --words - < words.txt)"));
}

void add_corrections(CLI::App& app, CorrectionsCommand& corrections) {
  CLI::App* command = app.add_subcommand("corrections", "List what was corrected and suppressed");
  add_choice<bool>(command, "--format", "--format", {{"text", false}, {"json", true}},
                   corrections.json, "text or json (schema moot.corrections/1)")
      ->type_name("FORMAT");
  add_index(command, corrections.index);
  command->footer(footer(R"(What was suppressed is not shown here either.

Examples:
  moot corrections
  moot corrections --format json | jq '.corrections[] | select(.holds | not)')"));
}

void add_history(CLI::App& app, HistoryCommand& history) {
  CLI::App* command =
      app.add_subcommand("history", "Tell what a file stood for, version by version");
  command->add_option("PATH|ID", history.target, "A file, or the id of a record of it")->required();
  add_choice<bool>(command, "--format", "--format", {{"text", false}, {"json", true}}, history.json,
                   "text or json (schema moot.history/1)")
      ->type_name("FORMAT");
  add_index(command, history.index);
  command->footer(footer(
      R"(Only what a file stands for now is found by 'moot search'; 'moot show' shows old records too.

Examples:
  moot history papers/agenda.pdf
  moot history 9f86d081884c7d65-p3 --format json)"));
}

}  // namespace moot
