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

/// Reads `files` in workers and puts what they say into the store.
Result<Done> read_files(const std::vector<FoundFile>& files, Nursery& nursery, std::size_t workers,
                        IngestStore& store, IngestReport& report, Progress& progress) {
  std::vector<std::string> requests;
  for (const FoundFile& file : files) requests.push_back(file.path);
  const TakeAnswer take = [&](std::size_t request, std::optional<std::string> answer) {
    const FoundFile& file = files[request];
    std::optional<FileResult> result;
    if (answer) result = unpack(*answer);
    if (!result) result = crashed(file.path, file.size, file.modified_ns);
    count_file(report, file, *result);
    const FileState state = result->file.state;
    progress.step(state == FileState::Failed || state == FileState::Skipped);
    return store.put(std::move(*result));
  };
  return run_requests(nursery, workers, requests, take);
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
  const auto done = read_files(*changed, nursery, worker_count(command), *store, report, progress);
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
