#pragma once
/// \file What the options_*.cpp files share: options that several commands have, and one function
/// for each command. Each writes into the values that it is given, which must outlive `app`.

#include <CLI/CLI.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "cli/options.hpp"

namespace moot {

inline constexpr const char* kExitCodes =
    "Exit codes: 0 done or found, 1 nothing found, 2 failed, 3 done but incomplete.";

/// The end of a command's help: its examples, then the exit codes.
std::string footer(const char* examples);

/// --index DIR
void add_index(CLI::App* command, std::string& index);

/// --rules DIR
void add_rules(CLI::App* command, std::string& rules);

/// --color WHEN
void add_colour(CLI::App* command, ColourWhen& colour);

/// The options of a search that filter: --council, --body, --kind, --from, --to, --key, --in.
void add_search_filters(CLI::App* command, SearchCommand& search);

/// --ocr WHEN and --ocr-language LANGUAGES
void add_ocr_options(CLI::App* command, OcrChoice& ocr);

/// The names that an option takes, in the order to tell them, each with its value.
template <typename T>
using Choices = std::vector<std::pair<std::string, T>>;

/// "text, json or csv"
template <typename T>
std::string told(const Choices<T>& choices) {
  std::string names;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    if (i > 0) names += i + 1 == choices.size() ? " or " : ", ";
    names += choices[i].first;
  }
  return names;
}

/// An option that takes one of a few names. CLI11's own check prints its tables, and takes the
/// numbers behind the names too.
template <typename T>
CLI::Option* add_choice(CLI::App* command, const std::string& names, const std::string& shown,
                        Choices<T> choices, T& value, const std::string& help) {
  const auto take = [choices = std::move(choices), &value, shown](const std::string& typed) {
    const auto found = std::find_if(choices.begin(), choices.end(),
                                    [&](const auto& choice) { return choice.first == typed; });
    if (found == choices.end()) {
      throw CLI::ValidationError(shown + " takes " + told(choices) + ", not '" + typed + "'");
    }
    value = found->second;
  };
  return command->add_option_function<std::string>(names, take, help);
}

// Commands on the index: options_index.cpp.
void add_ingest(CLI::App& app, IngestCommand& ingest);
void add_search(CLI::App& app, SearchCommand& search, std::vector<std::string>& query);
void add_suggest(CLI::App& app, SuggestCommand& suggest, std::vector<std::string>& query);
void add_similar(CLI::App& app, SimilarCommand& similar);
void add_show(CLI::App& app, ShowCommand& show);

// Queries that are asked again and again: options_watch.cpp.
void add_watch(CLI::App& app, WatchCommand& watch, std::vector<std::string>& query);

// What the index says, carried elsewhere: options_export.cpp.
void add_cite(CLI::App& app, CiteCommand& cite);
void add_export(CLI::App& app, ExportCommand& command, std::vector<std::string>& query);

// Papers side by side: options_compare.cpp.
void add_compare(CLI::App& app, CompareCommand& compare);

// The life of a decision: options_trace.cpp.
void add_trace(CLI::App& app, TraceCommand& trace);

// What users say and see of records: options_users.cpp.
void add_correct(CLI::App& app, CorrectCommand& correct);
void add_suppress(CLI::App& app, SuppressCommand& suppress);
void add_corrections(CLI::App& app, CorrectionsCommand& corrections);
void add_history(CLI::App& app, HistoryCommand& history);

// Making records anew: options_reextract.cpp.
void add_reextract(CLI::App& app, ReextractCommand& reextract);

// Commands on files and rules: options_files.cpp.
void add_extract(CLI::App& app, ExtractCommand& extract);
void add_inspect(CLI::App& app, InspectCommand& inspect);
void add_check(CLI::App& app, CheckCommand& check);
void add_explain(CLI::App& app, ExplainCommand& explain);
void add_rules_command(CLI::App& app, RulesCommand& rules);

// Looking after an index: options_care.cpp.
void add_status(CLI::App& app, StatusCommand& status);
void add_coverage(CLI::App& app, CoverageCommand& coverage);
void add_doctor(CLI::App& app, DoctorCommand& doctor);
void add_backup(CLI::App& app, BackupCommand& backup);

// Measuring: options_score.cpp.
void add_score(CLI::App& app, ScoreCommand& score);
void add_rules_score(CLI::App* rules_command, RulesCommand& rules);

}  // namespace moot
