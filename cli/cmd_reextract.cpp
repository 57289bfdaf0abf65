#include <algorithm>
#include <ostream>
#include <thread>

#include "cli/commands.hpp"
#include "cli/event_log.hpp"
#include "cli/input.hpp"
#include "cli/interrupt.hpp"
#include "cli/nursery.hpp"
#include "cli/progress.hpp"
#include "cli/renewal.hpp"
#include "cli/worker.hpp"

namespace moot {
namespace {

/// One run of `moot reextract`, once workers can be made.
class ReextractRun {
 public:
  ReextractRun(const ReextractCommand& command, const RenewPlan& plan, const std::string& index,
               const Console& console)
      : command_(command), plan_(plan), index_(index), console_(console) {
    report_.show = command.show;
  }

  int run(Nursery& nursery) {
    auto log = EventLog::open(command_.log);
    if (!log) return end_with(log.error());
    // Who mistypes its folder must not get a new index.
    if (const auto there = Catalogue::open_reader(index_); !there) return end_with(there.error());
    Result<IngestStore> store = IngestStore::open(index_);
    if (!store) return end_with(store.error());
    const InterruptCatcher catcher;
    log->renewal("start", report_);
    const auto done = renew_all(nursery, *store, *log);
    const auto totals = store->finish();
    log->renewal(InterruptCatcher::interrupted() ? "interrupted" : "end", report_);
    // What the store could not write is the reason why the work was stopped.
    if (!totals) return end_with(totals.error());
    if (!done) return end_with(done.error());
    if (!log->good()) {
      return end_with(fail(ErrorKind::Io, "the log cannot be written", command_.log));
    }
    return tell();
  }

 private:
  Result<Done> renew_all(Nursery& nursery, IngestStore& store, EventLog& log) {
    const auto total = count_to_renew(store.catalogue());
    if (!total) return total.error();
    Progress progress(console_.err, mode(), *total, console_.live_width);
    Renewal renewal(plan_, store, report_, [&](const RenewEvent& event) {
      log.renewed(event);
      progress.step(!event.reason.empty(), 0);
    });
    const auto next = [&] {
      if (InterruptCatcher::interrupted()) renewal.stop();
      return renewal.next();
    };
    const auto take = [&](std::uint64_t tag, const Answer& answer) {
      return renewal.take(tag, answer);
    };
    const std::size_t workers =
        command_.jobs > 0 ? command_.jobs : std::max(1U, std::thread::hardware_concurrency());
    Result<Done> done = run_requests(nursery, workers, plan_.limits, next, take);
    progress.finish();
    seconds_ = progress.seconds();
    if (renewal.failure()) return *renewal.failure();
    return done;
  }

  /// So that the bar knows where it will end.
  Result<std::size_t> count_to_renew(const Catalogue& catalogue) const {
    std::size_t count = 0;
    std::string after;
    while (!InterruptCatcher::interrupted()) {
      const auto sha = catalogue.next_content(after, plan_.contents);
      if (!sha) return sha.error();
      if (!*sha) break;
      after = **sha;
      const auto before = renewed_before(plan_, catalogue, after);
      if (!before) return before.error();
      if (!*before) ++count;
    }
    return count;
  }

  Progress::Mode mode() const {
    if (command_.quiet) return Progress::Mode::Silent;
    return console_.live ? Progress::Mode::Bar : Progress::Mode::Lines;
  }

  int tell() {
    const bool interrupted = InterruptCatcher::interrupted();
    if (report_.renewed + report_.passed_over + report_.failed == 0 && !interrupted) {
      return end_with(fail(ErrorKind::Usage, "there is nothing in this index", index_,
                           "fill it with 'moot ingest'"));
    }
    print_problems(console_.err, report_.problems);
    console_.err.flush();
    if (!command_.quiet) print_summary(console_.out, report_, seconds_, console_.width);
    if (!interrupted) return exit_code(report_);
    console_.err << "moot: stopped, as you asked; what was made anew is kept\n"
                    "  run the same command again to go on\n";
    return kIncomplete;
  }

  int end_with(const Error& error) {
    print_problems(console_.err, report_.problems);
    return report_failure(console_, error);
  }

  const ReextractCommand& command_;
  const RenewPlan& plan_;
  const std::string& index_;
  const Console& console_;
  RenewReport report_;
  double seconds_ = 0;
};

RenewPlan make_plan(const ReextractCommand& command, const RuleSet& rules) {
  RenewPlan plan;
  plan.rules = rules.fingerprint();
  plan.again = command.again;
  if (command.all) plan.contents = Catalogue::Contents::WithOldVersions;
  const auto seconds = static_cast<double>(command.timeout_seconds);
  plan.limits = {command.memory_mb << 20, seconds, 4 * seconds};
  return plan;
}

}  // namespace

int run_reextract(const ReextractCommand& command, const std::string& index,
                  const Console& console) {
  const Result<RuleSet> rules = load_rules(command.rules);
  if (!rules) return report_failure(console, rules.error());
  // Before any handle or thread: workers must inherit nothing.
  Result<Nursery> nursery = Nursery::start([&](const std::string& request, int descriptor) {
    return do_work(request, descriptor, *rules);
  });
  if (!nursery) return report_failure(console, nursery.error());
  const RenewPlan plan = make_plan(command, *rules);
  return ReextractRun(command, plan, index, console).run(*nursery);
}

}  // namespace moot
