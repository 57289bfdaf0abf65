#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <ostream>
#include <thread>

#include "cli/commands.hpp"
#include "cli/event_log.hpp"
#include "cli/find_files.hpp"
#include "cli/ingest_facts.hpp"
#include "cli/ingest_report.hpp"
#include "cli/ingest_store.hpp"
#include "cli/ingestion.hpp"
#include "cli/input.hpp"
#include "cli/interrupt.hpp"
#include "cli/nursery.hpp"
#include "cli/progress.hpp"
#include "cli/prune.hpp"
#include "cli/supervisor.hpp"
#include "cli/worker.hpp"
#include "pipeline/ocr.hpp"

namespace moot {
namespace {

Progress::Mode progress_mode(const IngestCommand& command, const Console& console) {
  if (command.quiet) return Progress::Mode::Silent;
  return console.live ? Progress::Mode::Bar : Progress::Mode::Lines;
}

std::size_t worker_count(const IngestCommand& command) {
  if (command.jobs > 0) return command.jobs;
  return std::max(1U, std::thread::hardware_concurrency());
}

/// One run of `moot ingest`, once workers can be made.
class IngestRun {
 public:
  IngestRun(const IngestCommand& command, const IngestPlan& plan, const std::string& index,
            const Console& console)
      : command_(command), plan_(plan), index_(index), console_(console) {}

  int run(Nursery& nursery) {
    auto log = EventLog::open(command_.log);
    if (!log) return end_with(log.error());
    Result<IngestStore> store = IngestStore::open(index_);
    if (!store) return end_with(store.error());
    const InterruptCatcher catcher;
    log->run("start", report_);
    const auto done = read_all(nursery, *store, *log);
    const auto totals = store->finish();
    log->run(stopped_ ? "interrupted" : "end", report_);
    // What the store could not write is the reason why the reading was stopped.
    if (!totals) return end_with(totals.error());
    if (!done) return end_with(done.error());
    if (!log->good())
      return end_with(fail(ErrorKind::Io, "the log cannot be written", command_.log));
    return tell(*totals);
  }

 private:
  Result<Done> read_all(Nursery& nursery, IngestStore& store, EventLog& log) {
    if (!command_.facts.empty()) {
      if (auto put = put_facts_table(command_.facts, store, report_); !put) return put;
    }
    const auto total = count_files_to_read(store.catalogue());
    if (!total) return total.error();
    Progress progress(console_.err, progress_mode(command_, console_), *total, console_.live_width);
    FactsBeside facts(store, report_);
    const FileSource walk = source(store.catalogue());
    const FileSource files = [&] {
      auto file = InterruptCatcher::interrupted() ? std::nullopt : walk();
      if (file) facts.note(*file);
      return file;
    };
    Ingestion ingestion(plan_, store, report_, files, [&](const FileEvent& event) {
      log.file(event);
      progress.step(!has_records(event.row.state), static_cast<std::size_t>(event.pages));
    });
    const auto next = [&] {
      if (InterruptCatcher::interrupted()) ingestion.stop();
      return ingestion.next();
    };
    const auto take = [&](std::uint64_t tag, Answer answer) {
      return ingestion.take(tag, std::move(answer));
    };
    Result<Done> done = run_requests(nursery, worker_count(command_), plan_.limits, next, take);
    progress.finish();
    stopped_ = InterruptCatcher::interrupted() && walk();
    seconds_ = progress.seconds();
    for (const PathProblem& problem : walk_problems_()) count_problem(report_, problem);
    if (ingestion.failure()) return *ingestion.failure();
    if (!done || stopped_ || !command_.prune) return done;
    return prune(command_.paths, store, report_);
  }

  /// A scan of the same files beforehand, so that the bar knows where it will end.
  Result<std::size_t> count_files_to_read(const Catalogue& catalogue) {
    std::size_t count = 0;
    const FileSource files = source(catalogue);
    while (const auto file = files()) {
      if (InterruptCatcher::interrupted()) break;
      const auto row = untouched(plan_, catalogue, *file);
      if (!row) return row.error();
      if (!*row) ++count;
    }
    return count;
  }

  FileSource source(const Catalogue& catalogue) {
    if (command_.retry_failed) {
      walk_problems_ = [this] { return missing_roots(command_.paths); };
      return failed_files(catalogue, command_.paths);
    }
    auto walk = std::make_shared<FileWalk>(command_.paths,
                                           std::vector<std::string>{command_.facts, command_.log});
    walk_problems_ = [walk] { return walk->take_problems(); };
    return [walk] { return walk->next(); };
  }

  int tell(const Catalogue::Totals& totals) {
    if (report_.files() == 0 && report_.gone == 0 && !InterruptCatcher::interrupted()) {
      const bool none_failed = command_.retry_failed && report_.problems.empty();
      return none_failed ? nothing_to_retry() : end_with(nothing_to_read());
    }
    print_problems(console_.err, report_);
    console_.err.flush();
    if (!command_.quiet) print_summary(console_.out, report_, seconds_, index_, totals);
    if (!stopped_) return exit_code(report_);
    console_.err << "moot: stopped, as you asked; what was read is kept\n"
                    "  run the same command again to go on\n";
    return kIncomplete;
  }

  int nothing_to_retry() {
    if (!command_.quiet) console_.out << "Nothing has failed: there is nothing to try again.\n";
    return kDone;
  }

  static Error nothing_to_read() {
    return fail(ErrorKind::Usage, "there is no file to read", {},
                "name a file, or a folder with PDF, HTML, Markdown or text files");
  }

  int end_with(const Error& error) {
    print_problems(console_.err, report_);
    return report_failure(console_, error);
  }

  const IngestCommand& command_;
  const IngestPlan& plan_;
  const std::string& index_;
  const Console& console_;
  IngestReport report_;
  double seconds_ = 0;
  bool stopped_ = false;  ///< asked to stop, with files left
  std::function<std::vector<PathProblem>()> walk_problems_ = [] {
    return std::vector<PathProblem>();
  };
};

IngestPlan make_plan(const IngestCommand& command, const RuleSet& rules) {
  IngestPlan plan;
  plan.ocr = command.ocr;
  plan.ocr_is_there = [languages = command.ocr.languages, known = std::optional<bool>()]() mutable {
    if (!known) known = prepare_ocr(languages).has_value();
    return *known;
  };
  plan.rules = rules.fingerprint();
  plan.own_rules = !command.rules.empty();
  plan.again = command.retry_failed;
  const auto seconds = static_cast<double>(command.timeout_seconds);
  // By the clock it takes longer on a busy machine or a slow disk.
  plan.limits = {command.memory_mb << 20, seconds, 4 * seconds};
  return plan;
}

}  // namespace

int run_ingest(const IngestCommand& command, const std::string& index, const Console& console) {
  const Result<RuleSet> rules = load_rules(command.rules);
  if (!rules) return report_failure(console, rules.error());
  // Before any handle or thread: workers must inherit nothing.
  Result<Nursery> nursery = Nursery::start([&](const std::string& request, int descriptor) {
    return do_work(request, descriptor, *rules);
  });
  if (!nursery) return report_failure(console, nursery.error());
  const IngestPlan plan = make_plan(command, *rules);
  return IngestRun(command, plan, index, console).run(*nursery);
}

int report_failure(const Console& console, const Error& error) {
  print_error(console.err, error);
  return kFailed;
}

}  // namespace moot
