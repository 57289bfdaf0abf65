/// \file The `moot` program: arguments in, exit code out.

#include <csignal>
#include <exception>
#include <iostream>

#include "cli/commands.hpp"
#include "cli/environment.hpp"

namespace {

using namespace moot;

/// Runs the command that it is called with.
struct Runner {
  Environment environment = read_environment();

  Console console(ColourWhen colour = ColourWhen::Auto) const {
    return make_console(std::cout, std::cerr, environment, colour);
  }
  std::string index(const std::string& option) const { return index_folder(option, environment); }

  int operator()(const PrintCommand& c) const { return std::cout << c.text, kDone; }
  int operator()(const IngestCommand& c) const { return run_ingest(c, index(c.index), console()); }
  int operator()(const ExtractCommand& c) const {
    return run_extract(c, std::cin, console(c.colour));
  }
  int operator()(const SearchCommand& c) const {
    return run_search(c, index(c.index), console(c.colour));
  }
  int operator()(const SuggestCommand& c) const {
    return run_suggest(c, index(c.index), console(c.colour));
  }
  int operator()(const SimilarCommand& c) const {
    return run_similar(c, index(c.index), console(c.colour));
  }
  int operator()(const ShowCommand& c) const {
    return run_show(c, index(c.index), console(c.colour));
  }
  int operator()(const CiteCommand& c) const { return run_cite(c, index(c.index), console()); }
  int operator()(const ExportCommand& c) const { return run_export(c, index(c.index), console()); }
  int operator()(const CompareCommand& c) const {
    return run_compare(c, index(c.index), console(c.colour));
  }
  int operator()(const TraceCommand& c) const {
    return run_trace(c, index(c.index), console(c.colour));
  }
  int operator()(const WatchCommand& c) const {
    return run_watch(c, index(c.index), console(c.colour));
  }
  int operator()(const CorrectCommand& c) const {
    return run_correct(c, index(c.index), console());
  }
  int operator()(const SuppressCommand& c) const {
    return run_suppress(c, index(c.index), std::cin, console());
  }
  int operator()(const CorrectionsCommand& c) const {
    return run_corrections(c, index(c.index), console());
  }
  int operator()(const HistoryCommand& c) const {
    return run_history(c, index(c.index), console());
  }
  int operator()(const ReextractCommand& c) const {
    return run_reextract(c, index(c.index), console());
  }
  int operator()(const InspectCommand& c) const { return run_inspect(c, std::cin, console()); }
  int operator()(const CheckCommand& c) const {
    return run_check(c, index(c.index), std::cin, console(c.colour));
  }
  int operator()(const ExplainCommand& c) const {
    return run_explain(c, std::cin, console(c.colour));
  }
  int operator()(const RulesCommand& c) const { return run_rules(c, console()); }
  int operator()(const StatusCommand& c) const { return run_status(c, index(c.index), console()); }
  int operator()(const CoverageCommand& c) const {
    return run_coverage(c, index(c.index), console());
  }
  int operator()(const DoctorCommand& c) const { return run_doctor(c, index(c.index), console()); }
  int operator()(const BackupCommand& c) const { return run_backup(c, index(c.index), console()); }
  int operator()(const ScoreCommand& c) const { return run_score(c, console()); }
};

}  // namespace

int main(int argc, char** argv) try {
  // `moot search | head` ends quietly, even where the caller ignores this signal.
  std::signal(SIGPIPE, SIG_DFL);
  // A limit on the size of files is then an error of writing, like a full disk, and no sudden end.
  std::signal(SIGXFSZ, SIG_IGN);
  std::ios::sync_with_stdio(false);  // so that output goes out in blocks
  const Runner runner;
  const auto command = parse_command_line({argv + 1, argv + argc});
  if (!command) return report_failure(runner.console(), command.error());
  const int code = std::visit(runner, *command);
  std::cout.flush();
  if (std::cout) return code;
  return report_failure(runner.console(), fail(ErrorKind::Io, "the output cannot be written"));
} catch (const std::exception& error) {
  std::cerr << "moot: something went wrong inside moot: " << error.what()
            << "\n  please report it with the command that you gave\n";
  return moot::kFailed;
}
