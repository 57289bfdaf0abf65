#include <algorithm>
#include <ostream>
#include <thread>

#include "cli/commands.hpp"
#include "cli/find_files.hpp"
#include "cli/ingest_report.hpp"
#include "cli/ingest_store.hpp"
#include "cli/input.hpp"
#include "cli/nursery.hpp"
#include "cli/progress.hpp"
#include "cli/supervisor.hpp"
#include "cli/wire.hpp"
#include "cli/worker.hpp"

namespace moot {
namespace {

bool is_unchanged(const FoundFile& file, const std::optional<FileRow>& row) {
  return row && row->size == file.size && row->modified_ns == file.modified_ns &&
         (row->state == FileState::Ingested || row->state == FileState::Partial);
}

/// The files that must be read; the others are counted as unchanged. With rules of the user all
/// must be: what rules the records were made with is not kept.
Result<std::vector<FoundFile>> changed_files(std::vector<FoundFile> files, bool own_rules,
                                             const IngestStore& store, IngestReport& report) {
  if (own_rules) return files;
  std::vector<FoundFile> changed;
  for (FoundFile& file : files) {
    const auto row = store.known(file.path);
    if (!row) return row.error();
    if (is_unchanged(file, *row)) {
      ++report.unchanged;
    } else {
      changed.push_back(std::move(file));
    }
  }
  return changed;
}

Progress::Mode progress_mode(const IngestCommand& command, const Console& console) {
  if (command.quiet) return Progress::Mode::Silent;
  return console.live ? Progress::Mode::Bar : Progress::Mode::Lines;
}

std::size_t worker_count(const IngestCommand& command) {
  if (command.jobs > 0) return command.jobs;
  return std::max(1U, std::thread::hardware_concurrency());
}

/// Where the results of files go, each once.
struct Results {
  const std::vector<FoundFile>& files;
  const Limits& limits;
  IngestStore& store;
  IngestReport& report;
  Progress& progress;

  /// False when nothing more can be stored.
  bool put(const FoundFile& file, FileResult result) {
    count_file(report, file, result);
    const FileState state = result.file.state;
    progress.step(state == FileState::Failed || state == FileState::Skipped);
    return store.put(std::move(result));
  }

  bool take(std::uint64_t tag, const Answer& answer) {
    const FoundFile& file = files[tag];
    const bool answered = answer.how == Answer::How::Answered;
    std::optional<FileResult> result = answered ? unpack(answer.bytes) : std::nullopt;
    // Bytes that are no answer: what they come from is no longer our program.
    const Answer::How how = answered ? Answer::How::Crashed : answer.how;
    return put(file, result ? std::move(*result) : lost(file, spoken(how, limits)));
  }

  static FileResult lost(const FoundFile& file, const Error& why) {
    return not_read(file.path, file.size, file.modified_ns, why);
  }
};

/// Reads `files` in workers and puts what they say into the store.
Result<Done> read_files(Nursery& nursery, std::size_t workers, Results results) {
  std::size_t at = 0;
  bool stopped = false;
  const NextRequest next = [&]() -> std::optional<Request> {
    while (at < results.files.size() && !stopped) {
      const FoundFile& file = results.files[at++];
      Result<Descriptor> open = open_input(file.path);
      if (open) return Request{at - 1, file.path, std::move(*open)};
      stopped = !results.put(file, Results::lost(file, open.error()));
    }
    return std::nullopt;
  };
  const TakeAnswer take = [&](std::uint64_t tag, const Answer& answer) {
    return results.take(tag, answer) && !stopped;
  };
  return run_requests(nursery, workers, results.limits, next, take);
}

Limits limits_of(const IngestCommand& command) {
  const auto seconds = static_cast<double>(command.timeout_seconds);
  // By the clock it takes longer on a busy machine or a slow disk.
  return {command.memory_mb << 20, seconds, 4 * seconds};
}

int fail_with(const Console& console, const IngestReport& report, const Error& error) {
  print_problems(console.err, report);
  return report_failure(console, error);
}

/// All that happens once workers can be made.
int ingest(const IngestCommand& command, const std::string& index, const Console& console,
           Nursery& nursery, FoundFiles found) {
  IngestReport report;
  for (const PathProblem& problem : found.problems) count_problem(report, problem);
  if (found.files.empty()) {
    const Error nothing = fail(ErrorKind::Usage, "there is no file to read", {},
                               "name a file, or a folder with PDF, HTML, Markdown or text files");
    return fail_with(console, report, nothing);
  }
  Result<IngestStore> store = IngestStore::open(index);
  if (!store) return fail_with(console, report, store.error());
  auto changed = changed_files(std::move(found.files), !command.rules.empty(), *store, report);
  if (!changed) return fail_with(console, report, changed.error());
  Progress progress(console.err, progress_mode(command, console), changed->size(),
                    console.live_width);
  const Limits limits = limits_of(command);
  const auto done =
      read_files(nursery, worker_count(command), {*changed, limits, *store, report, progress});
  const auto totals = store->finish();
  progress.finish();
  if (!totals) return fail_with(console, report, totals.error());
  if (!done) return fail_with(console, report, done.error());
  print_problems(console.err, report);
  console.err.flush();
  if (!command.quiet) print_summary(console.out, report, progress.seconds(), index, *totals);
  return exit_code(report);
}

}  // namespace

int run_ingest(const IngestCommand& command, const std::string& index, const Console& console) {
  const Result<RuleSet> rules = load_rules(command.rules);
  if (!rules) return report_failure(console, rules.error());
  // Before any handle or thread: workers must inherit nothing.
  Result<Nursery> nursery = Nursery::start(reader_job(*rules));
  if (!nursery) return report_failure(console, nursery.error());
  return ingest(command, index, console, *nursery, find_files(command.paths));
}

int report_failure(const Console& console, const Error& error) {
  print_error(console.err, error);
  return kFailed;
}

}  // namespace moot
