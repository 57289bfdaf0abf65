#include "cli/options.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <optional>
#include <utility>

#include "cli/options_parts.hpp"

namespace moot {
namespace {

constexpr const char* kVersion = "moot 0.1.0";

constexpr const char* kMainFooter = R"(Examples:
  moot ingest papers/                          read a folder into the index
  moot search digital strategy --kind report   find papers
  moot search 'in:legal "equality duty"'       words in one part of a paper
  moot show 9f86d081884c7d65-p3 --evidence     one record, and where each value stands
  moot extract report.pdf > records.jsonl      records without an index

Exit codes: 0 done or found, 1 nothing found, 2 failed, 3 done but incomplete.
'moot help COMMAND' tells more of a command.)";

// A word such as "-draft" belongs to the query, not to the options. CLI11 would take it for an
// option, so its hyphen travels as a byte that no command line holds.
constexpr char kHyphenOfWord = '\x01';

/// The values that CLI11 writes into.
struct Parsed {
  IngestCommand ingest;
  ExtractCommand extract;
  SearchCommand search;
  SuggestCommand suggest;
  SimilarCommand similar;
  ShowCommand show;
  TraceCommand trace;
  CompareCommand compare;
  CorrectCommand correct;
  SuppressCommand suppress;
  CorrectionsCommand corrections;
  HistoryCommand history;
  ReextractCommand reextract;
  InspectCommand inspect;
  CheckCommand check;
  ExplainCommand explain;
  RulesCommand rules;
  ScoreCommand score;
  StatusCommand status;
  CoverageCommand coverage;
  DoctorCommand doctor;
  BackupCommand backup;
  CiteCommand cite;
  ExportCommand export_command;
  WatchCommand watch;
  std::vector<std::string> query, suggest_query, watch_query;
  bool version = false;
};

void set_up(CLI::App& app, Parsed& parsed) {
  app.description("moot reads councils' papers, makes records of them, and finds them again.");
  app.set_help_flag("--help,-h", "Print this help");
  app.add_flag("--version", parsed.version, "Print the version");
  add_ingest(app, parsed.ingest);
  add_extract(app, parsed.extract);
  add_search(app, parsed.search, parsed.query);
  add_suggest(app, parsed.suggest, parsed.suggest_query);
  add_similar(app, parsed.similar);
  add_show(app, parsed.show);
  add_cite(app, parsed.cite);
  add_export(app, parsed.export_command, parsed.query);
  add_compare(app, parsed.compare);
  add_trace(app, parsed.trace);
  add_watch(app, parsed.watch, parsed.watch_query);
  add_correct(app, parsed.correct);
  add_suppress(app, parsed.suppress);
  add_corrections(app, parsed.corrections);
  add_history(app, parsed.history);
  add_reextract(app, parsed.reextract);
  add_inspect(app, parsed.inspect);
  add_check(app, parsed.check);
  add_explain(app, parsed.explain);
  add_rules_command(app, parsed.rules);
  add_score(app, parsed.score);
  add_status(app, parsed.status);
  add_coverage(app, parsed.coverage);
  add_doctor(app, parsed.doctor);
  add_backup(app, parsed.backup);
  app.add_subcommand("help", "Print the help of a command");
  app.footer(kMainFooter);  // last, because commands inherit it
}

std::vector<std::string> guard_query_words(std::vector<std::string> arguments) {
  if (arguments.empty()) return arguments;
  const std::string command = arguments.front();
  const bool adds = command == "watch" && arguments.size() > 1 && arguments[1] == "add";
  if (command != "search" && command != "suggest" && command != "export" && command != "compare" &&
      !adds) {
    return arguments;
  }
  for (std::string& argument : arguments) {
    const bool limit = argument.substr(0, 2) == "-n" &&
                       argument.find_first_not_of("0123456789", 2) == std::string::npos;
    const bool option = argument.size() < 2 || argument[0] != '-' || argument[1] == '-' ||
                        argument == "-h" || limit ||
                        (argument == "-o" && (command == "export" || command == "compare"));
    if (!option) argument[0] = kHyphenOfWord;
  }
  return arguments;
}

std::string restored(std::string text) {
  std::replace(text.begin(), text.end(), kHyphenOfWord, '-');
  return text;
}

std::string joined_query(const std::vector<std::string>& words) {
  std::string query;
  for (const std::string& word : words) {
    if (!query.empty()) query += ' ';
    query += word;
  }
  return restored(query);
}

/// The command that the arguments reached, deepest first.
const CLI::App* reached(const CLI::App& app) {
  const auto chosen = app.get_subcommands();
  return chosen.empty() ? &app : reached(*chosen.front());
}

Error usage(const CLI::App& app, std::string message) {
  const CLI::App* command = reached(app);
  std::string help = "moot --help";
  if (command != &app) help = "moot help " + app.get_subcommands().front()->get_name();
  message = restored(std::move(message));
  while (!message.empty() && (message.back() == '.' || message.back() == '\n')) message.pop_back();
  return fail(ErrorKind::Usage, std::move(message), {}, "see '" + help + "'");
}

/// "help search" reads as "search --help": CLI11 would take "search" for a second command.
Result<std::vector<std::string>> without_help_command(const CLI::App& app,
                                                      std::vector<std::string> arguments) {
  if (arguments.empty() || arguments.front() != "help") return arguments;
  arguments.erase(arguments.begin());
  if (!arguments.empty()) {
    const auto commands = app.get_subcommands([](const CLI::App*) { return true; });
    const bool known = std::any_of(commands.begin(), commands.end(), [&](const CLI::App* command) {
      return command->get_name() == arguments.front();
    });
    if (!known) {
      return fail(ErrorKind::Usage, "there is no command '" + arguments.front() + "'", {},
                  "see 'moot --help'");
    }
  }
  arguments.emplace_back("--help");
  return arguments;
}

WatchCommand chosen_watch(Parsed& parsed, const std::string& action) {
  parsed.watch.action = action == "add"      ? WatchCommand::Action::Add
                        : action == "list"   ? WatchCommand::Action::List
                        : action == "remove" ? WatchCommand::Action::Remove
                                             : WatchCommand::Action::Run;
  parsed.watch.search.query = joined_query(parsed.watch_query);
  return std::move(parsed.watch);
}

RulesCommand chosen_rules(Parsed& parsed, const std::string& action) {
  parsed.rules.action = action == "list"    ? RulesCommand::Action::List
                        : action == "score" ? RulesCommand::Action::Score
                                            : RulesCommand::Action::Test;
  return std::move(parsed.rules);
}

CompareCommand chosen_compare(Parsed& parsed) {
  parsed.compare.search.query = joined_query(parsed.compare.targets);
  for (std::string& target : parsed.compare.targets) target = restored(target);
  return std::move(parsed.compare);
}

/// The command of this name where what was parsed is all of it.
std::optional<Command> plain_command(const std::string& name, Parsed& parsed) {
  if (name == "extract") return std::move(parsed.extract);
  if (name == "similar") return std::move(parsed.similar);
  if (name == "show") return std::move(parsed.show);
  if (name == "cite") return std::move(parsed.cite);
  if (name == "compare") return chosen_compare(parsed);
  if (name == "trace") return std::move(parsed.trace);
  if (name == "correct") return std::move(parsed.correct);
  if (name == "suppress") return std::move(parsed.suppress);
  if (name == "corrections") return std::move(parsed.corrections);
  if (name == "history") return std::move(parsed.history);
  if (name == "reextract") return std::move(parsed.reextract);
  if (name == "inspect") return std::move(parsed.inspect);
  if (name == "check") return std::move(parsed.check);
  if (name == "explain") return std::move(parsed.explain);
  if (name == "score") return std::move(parsed.score);
  if (name == "status") return std::move(parsed.status);
  if (name == "coverage") return std::move(parsed.coverage);
  if (name == "doctor") return std::move(parsed.doctor);
  if (name == "backup") return std::move(parsed.backup);
  return std::nullopt;
}

Result<Command> chosen_command(CLI::App& app, Parsed& parsed) {
  if (parsed.version) return Command(PrintCommand{std::string(kVersion) + "\n"});
  const auto chosen = app.get_subcommands();
  if (chosen.empty()) return usage(app, "say what to do: ingest, extract, search, show, ...");
  const std::string name = chosen.front()->get_name();
  const auto parts = chosen.front()->get_subcommands();
  const std::string action = parts.empty() ? "" : parts.front()->get_name();
  if (auto plain = plain_command(name, parsed)) return std::move(*plain);
  if (name == "rules") return Command(chosen_rules(parsed, action));
  if (name == "watch") return Command(chosen_watch(parsed, action));
  if (name == "ingest") {
    const bool something = !parsed.ingest.paths.empty() || parsed.ingest.retry_failed;
    if (!something) return usage(app, "PATH is required, or --retry-failed");
    return Command(std::move(parsed.ingest));
  }
  if (name == "export") {
    if (!parsed.query.empty()) parsed.export_command.query = joined_query(parsed.query);
    return Command(std::move(parsed.export_command));
  }
  if (name == "suggest") {
    parsed.suggest.query = joined_query(parsed.suggest_query);
    return Command(std::move(parsed.suggest));
  }
  parsed.search.query = joined_query(parsed.query);
  return Command(std::move(parsed.search));
}

}  // namespace

Result<Command> parse_command_line(const std::vector<std::string>& arguments) {
  CLI::App app("", "moot");
  Parsed parsed;
  set_up(app, parsed);
  const auto words = without_help_command(app, arguments);
  if (!words) return words.error();
  std::vector<std::string> backwards = guard_query_words(*words);
  std::reverse(backwards.begin(), backwards.end());  // as CLI11 wants them
  try {
    app.parse(std::move(backwards));
    return chosen_command(app, parsed);
  } catch (const CLI::CallForHelp&) {
    return Command(PrintCommand{reached(app)->help()});
  } catch (const CLI::Error& error) {
    return usage(app, error.what());
  }
}

}  // namespace moot
