// kill -9 at any moment of an ingestion: running again completes the work, and the index is that
// of a run that nobody killed. MOOT_FAULT_KILLS and MOOT_FAULT_SEED change the long test.

#include <signal.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <random>
#include <thread>

#include "dump.hpp"
#include "generate_papers.hpp"
#include "processes.hpp"

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;
using Lines = std::vector<std::string>;

namespace {

enum Target : std::size_t { kSupervisor, kWorker, kNursery, kAll, kTargets };
constexpr const char* kTargetNames[kTargets] = {"supervisor", "worker", "nursery", "all"};
constexpr auto kMostRun = std::chrono::minutes(3);

/// A state of the index that runs begin with, and what an ingestion that nobody kills makes of it.
struct Start {
  const char* name = "";
  fs::path folder{};  ///< a copy is taken of it; empty: no index
  bool without_search = false;
  Lines reference{};
  int code = 0;
  std::size_t changes = 0;  ///< writings of files, about
  Milliseconds time{0};
};

/// An index that is being made, killed and made again beside one that was not.
class KillTest {
 public:
  KillTest(const PaperMix& mix, bool with_corpus, std::uint64_t seed) : random_(seed) {
    fs::create_directories(box_.path("papers"));
    if (with_corpus) {
      fs::copy(MOOT_SOURCE_DIR "/corpus/papers", box_.path("papers/corpus"),
               fs::copy_options::recursive);
    }
    PaperMix older = mix;
    older.seed = mix.seed + 1;
    generate_papers(box_.path("papers"), older);
    PaperMix moving;
    moving.papers = 6;
    moving.seed = mix.seed + 2;
    generate_papers(box_.path("papers/moved-from"), moving);
    starts_.push_back(clean_run({"no index", {}}));
    fs::rename(index(), box_.path("older"));
    generate_papers(box_.path("papers"), mix);
    fs::rename(box_.path("papers/moved-from"), box_.path("papers/moved-to"));
    starts_.back() = clean_run(starts_.back());
    fs::rename(index(), box_.path("whole"));
    starts_.push_back(clean_run({"older papers", box_.path("older")}));
    starts_.push_back(clean_run({"no search index", box_.path("whole"), true}));
    for (const std::string& line : starts_[0].reference) {
      if (line.rfind("shown ", 0) == 0) ids_.push_back(line.substr(6, line.find(' ', 6) - 6));
    }
    REQUIRE_FALSE(ids_.empty());
  }

  /// Kills until `kills` hit a run at work; gives how many series went wrong.
  std::size_t run(std::size_t kills) {
    while (hits_ < kills) {
      problems_.clear();
      start_ = &starts_[random_() % starts_.size()];
      story_ = std::string("begin with ") + start_->name + "; ";
      lay_out(*start_);
      for (std::size_t left = 1 + random_() % 3; left > 0 && hits_ < kills; --left) kill_once();
      complete();
      if (std::getenv("MOOT_FAULT_STORIES") != nullptr) std::cout << story_ << std::endl;
      if (!problems_.empty()) report_problems();
    }
    return failed_;
  }

  std::string summary() const {
    std::string text = std::to_string(hits_) + " kills (";
    for (std::size_t i = 0; i < kTargets; ++i) {
      text += (i > 0 ? ", " : "") + std::to_string(hit_[i]) + " of " + kTargetNames[i];
    }
    return text + ") of ingestions of " + std::to_string(files_) + " files";
  }

 private:
  std::string index() const { return box_.path("index").string(); }
  Lines ingest() const {
    return {"ingest", box_.path("papers").string(), "--index", index(), "--quiet"};
  }
  void problem(const std::string& text) { problems_.push_back(text); }
  bool one_in(std::size_t n) { return random_() % n == 0; }

  /// Puts the index into a state to begin with.
  void lay_out(const Start& start) {
    fs::remove_all(index());
    fs::create_directories(index());
    if (!start.folder.empty()) fs::copy(start.folder, index(), fs::copy_options::recursive);
    if (start.without_search) fs::remove_all(index() + "/xapian");
  }

  /// `start` with what a run makes of it.
  Start clean_run(Start start) {
    lay_out(start);
    files_ = 0;
    for (const auto& entry : fs::recursive_directory_iterator(box_.path("papers"))) {
      if (entry.is_regular_file()) ++files_;
    }
    Changes changes(index());
    const auto begin = Clock::now();
    const Run run = run_prepared(ingest(), box_.path("run"));
    start.time = std::chrono::duration_cast<Milliseconds>(Clock::now() - begin);
    INFO(run.err);
    REQUIRE((run.code == 0 || run.code == 3));
    start.code = run.code;
    start.changes = changes.seen();
    const auto lines = dump(index());
    INFO((lines ? "" : lines.error().message));
    REQUIRE(lines);
    start.reference = *lines;
    return start;
  }

  /// Half of the moments by the clock, half by what was written: commits take but milliseconds.
  bool wait_for_moment(Target target, Background& program, Changes& changes) {
    const auto fraction = std::uniform_real_distribution<>(0, 1)(random_);
    if (target == kWorker || one_in(2)) {
      const Milliseconds pause(
          static_cast<long>(fraction * static_cast<double>(start_->time.count())));
      story_ += "after " + std::to_string(pause.count()) + " ms ";
      return !program.wait(pause);
    }
    const auto count =
        static_cast<std::size_t>(fraction * static_cast<double>(start_->changes)) + 1;
    story_ += "at change " + std::to_string(count) + " ";
    for (int tries = 0; !changes.wait_for(count, Milliseconds(200)); ++tries) {
      if (program.wait(Milliseconds(0))) return false;
      if (tries > 100) return true;
    }
    std::this_thread::sleep_for(std::chrono::microseconds(random_() % 2000));
    return !program.wait(Milliseconds(0));
  }

  /// False where there was nobody to hit.
  bool hit(Target target, pid_t supervisor) {
    const std::vector<pid_t> nursery = children_of(supervisor);
    if (target == kSupervisor) return kill(supervisor, SIGKILL) == 0;
    if (target == kAll) return kill(-supervisor, SIGKILL) == 0;
    if (nursery.empty()) return false;
    if (target == kNursery) return kill(nursery[0], SIGKILL) == 0;
    const std::vector<pid_t> workers = children_of(nursery[0]);
    if (workers.empty()) return false;
    return kill(workers[random_() % workers.size()], SIGKILL) == 0;
  }

  void kill_once() {
    const auto target = static_cast<Target>(random_() % kTargets);
    story_ += std::string("kill ") + kTargetNames[target] + " ";
    Changes changes(index());
    Background program(ingest(), box_.path("run"));
    if (one_in(4)) read("while the writer is at work");
    if (wait_for_moment(target, program, changes) && hit(target, program.pid())) {
      ++hits_;
      ++hit_[target];
    } else {
      story_ += "(missed) ";
    }
    const auto run = program.wait(kMostRun);
    if (!run) return problem("the killed run did not end");
    check_end(target, *run);
    check_all_gone(program.pid());
    story_ += "exit " + std::to_string(run->code) + "; ";
    read("after the kill");
  }

  /// A run that lost workers only ends by itself: it goes on without them, or says why it cannot.
  /// What says that it is done is done.
  void check_end(Target target, const Run& run) {
    const bool killed = run.code == 128 + SIGKILL;
    if (killed && (target == kSupervisor || target == kAll)) return;
    if (run.code == start_->code) return compare();
    if (target == kNursery && run.code == 2 && run.err.find("moot: ") != std::string::npos) return;
    problem("ended with " + std::to_string(run.code) + ": " + run.err);
  }

  void compare() {
    const auto lines = dump(index());
    if (!lines) return problem(lines.error().where + ": " + lines.error().message);
    if (*lines == start_->reference) return;
    problem("not as a clean run:\n" + difference(start_->reference, *lines));
  }

  void check_all_gone(pid_t group) {
    const auto until = Clock::now() + std::chrono::seconds(10);
    while (!members_of(group).empty()) {
      if (Clock::now() > until) {
        kill(-group, SIGKILL);
        return problem("processes lived on after the end");
      }
      std::this_thread::sleep_for(Milliseconds(5));
    }
  }

  /// A reader gives an answer or a clear sentence.
  void read(const char* when) {
    const std::string& id = ids_[random_() % ids_.size()];
    const Lines commands[] = {{"search", "council", "--index", index()},
                              {"show", id, "--index", index()}};
    for (const Lines& command : commands) {
      const Run run = run_prepared(command, box_.path("reader"));
      const bool spoke = run.err.rfind("moot: ", 0) == 0;
      if (run.code == 0 || run.code == 1 || (run.code == 2 && spoke)) continue;
      problem(command[0] + " " + when + " gave " + std::to_string(run.code) + ": " + run.err);
    }
  }

  void complete() {
    const Run run = run_prepared(ingest(), box_.path("run"), {}, kMostRun);
    if (run.code != start_->code) {
      problem("completing gave " + std::to_string(run.code) + ": " + run.err);
    }
    compare();
  }

  void report_problems() {
    ++failed_;
    std::cout << "failed: " << story_ << "\n";
    for (const std::string& text : problems_) std::cout << "  " << text << "\n";
    const fs::path kept = fs::path(MOOT_FAULTS_DIR) / ("failed-" + std::to_string(failed_));
    fs::create_directories(kept.parent_path());
    fs::remove_all(kept);
    fs::copy(index(), kept, fs::copy_options::recursive);
    std::cout << "  the index is kept in " << kept.string() << std::endl;
  }

  Sandbox box_;
  std::mt19937_64 random_;
  std::vector<Start> starts_;
  const Start* start_ = nullptr;
  Lines ids_;
  std::size_t files_ = 0;
  std::size_t hits_ = 0, failed_ = 0;
  std::size_t hit_[kTargets] = {};
  std::string story_;
  Lines problems_;
};

std::uint64_t number_from(const char* variable, std::uint64_t otherwise) {
  const char* text = std::getenv(variable);
  return text != nullptr ? std::strtoull(text, nullptr, 10) : otherwise;
}

std::string first_line_of(const std::string& command) {
  const Sandbox box;
  box.other({"sh", "-c", command + " > line"});
  const std::string text = read_all(box.path("line"));
  return text.substr(0, text.find('\n'));
}

/// The commit under test, with -dirty where it is not quite that one.
std::string commit() {
  return first_line_of("git -C '" MOOT_SOURCE_DIR "' describe --always --dirty --exclude '*'");
}

/// For docs/FAULTS.md.
void write_result(const nlohmann::ordered_json& result) {
  fs::create_directories(MOOT_FAULTS_DIR);
  std::ofstream(MOOT_FAULTS_DIR "/kills.json") << result.dump(1) << "\n";
}

}  // namespace

TEST_CASE("a few kills of an ingestion cost nothing") {
  const std::uint64_t seed = number_from("MOOT_FAULT_SEED", std::random_device{}());
  INFO("MOOT_FAULT_SEED=" << seed);
  PaperMix mix;
  mix.papers = 24;
  mix.copies = 6;
  mix.broken = 5;
  mix.large = 2;
  KillTest test(mix, false, seed);
  CHECK(test.run(6) == 0);
}

TEST_CASE("200 kills of an ingestion cost nothing", "[.long]") {
  const std::uint64_t seed = number_from("MOOT_FAULT_SEED", std::random_device{}());
  const std::size_t kills = number_from("MOOT_FAULT_KILLS", 200);
  std::cout << "MOOT_FAULT_SEED=" << seed << std::endl;
  PaperMix mix;
  mix.papers = 120;
  mix.copies = 20;
  mix.broken = 15;
  mix.large = 4;
  const std::string tested = commit();
  const auto begin = Clock::now();
  KillTest test(mix, true, seed);
  const std::size_t failed = test.run(kills);
  const std::chrono::duration<double> seconds = Clock::now() - begin;
  std::cout << test.summary() << "\n";
  write_result({{"what", test.summary()},
                {"runs", kills},
                {"failed", failed},
                {"seconds", static_cast<long>(seconds.count())},
                {"commit", tested},
                {"date", first_line_of("date +%F")},
                {"seed", seed}});
  CHECK(failed == 0);
}
