// Whatever a file holds, ingesting it ends, and what became of it is told.

#include <catch2/catch.hpp>
#include <chrono>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "cli/program.hpp"
#include "hostile/files.hpp"

using namespace moot::test;

namespace {

/// The number before `what` in the first line of what the program printed: "9 files in 0.1 s: 3
/// read, 2 read in part"; 0 where it is not said.
std::size_t said(const std::string& text, const std::string& what) {
  const std::string line = text.substr(0, text.find('\n')) + ",";
  for (const char* end : {",", " another name,"}) {
    const std::size_t at = line.find(" " + what + end);
    if (at == std::string::npos) continue;
    const std::size_t before = line.find_last_not_of("0123456789", at - 1);
    return std::stoul(line.substr(before + 1));
  }
  return 0;
}

std::size_t accounted_for(const Run& run) {
  std::size_t count = 0;
  for (const char* what : {"read", "read in part", "known under", "skipped", "failed"}) {
    count += said(run.out, what);
  }
  return count;
}

/// The files of which status says that something is wrong, and what.
std::set<std::string> files_told(const Sandbox& box) {
  const Run run = box.moot({"status", "--index", "index", "--format", "json"});
  CHECK(run.code == 0);
  std::set<std::string> files;
  const nlohmann::json status = nlohmann::json::parse(run.out);
  for (const auto& problem : status["problems"]) {
    if (problem["reason"].get<std::string>().empty()) continue;
    for (const auto& file : problem["files"]) {
      files.insert(std::filesystem::path(file["path"].get<std::string>()).filename());
    }
  }
  return files;
}

/// The files that something is found in: the index is as sound as ever.
std::set<std::string> files_with_hits(const Sandbox& box) {
  const Run run =
      box.moot({"search", "*", "--index", "index", "--format", "json", "--limit", "100000"});
  CHECK(run.code == 0);
  std::set<std::string> files;
  const nlohmann::json results = nlohmann::json::parse(run.out);
  for (const auto& hit : results["hits"]) {
    files.insert(std::filesystem::path(hit["source"]["path"].get<std::string>()).filename());
  }
  return files;
}

/// Ingests the files into an index of their own and gives those of which nothing right is told.
std::vector<std::string> untold(const std::vector<HostileFile>& files,
                                const std::vector<std::string>& options) {
  const Sandbox box;
  for (const HostileFile& file : files) box.write("papers/" + file.name, file.bytes());
  std::vector<std::string> command = {"ingest", "papers", "--index", "index", "--jobs", "2"};
  command.insert(command.end(), options.begin(), options.end());
  const Run run = box.moot(command);
  INFO(run.out << run.err);
  CHECK((run.code == 0 || run.code == 3));
  CHECK(run.out.rfind(std::to_string(files.size()) + " files in ", 0) == 0);
  CHECK(accounted_for(run) == files.size());
  const std::set<std::string> found = files_with_hits(box);
  const std::set<std::string> told = files_told(box);
  std::vector<std::string> bad;
  for (const HostileFile& file : files) {
    const bool read = found.contains(file.name);
    if (!read && (file.fate == Fate::Read || !told.contains(file.name))) bad.push_back(file.name);
  }
  return bad;
}

/// Names of no files: a check against it prints those that there are.
const std::vector<std::string> kNone;

std::vector<HostileFile> quick_files() {
  std::vector<HostileFile> files = all_hostile_files();
  std::erase_if(files, [](const HostileFile& file) { return file.slow; });
  return files;
}

void write_result(std::size_t runs, std::size_t failed, double seconds) {
  std::filesystem::create_directories(MOOT_FAULTS_DIR);
  const std::time_t now = std::time(nullptr);
  char date[16];
  std::strftime(date, sizeof date, "%Y-%m-%d", std::gmtime(&now));
  std::string commit;
  if (FILE* git =
          popen("git -C " MOOT_SOURCE_DIR " describe --always --dirty=+ --exclude='*' 2>/dev/null",
                "r")) {
    for (int c = std::fgetc(git); c != EOF && c != '\n'; c = std::fgetc(git)) {
      commit += static_cast<char>(c);
    }
    pclose(git);
  }
  const nlohmann::json result = {{"what", "hostile files, ingested"},
                                 {"runs", runs},
                                 {"failed", failed},
                                 {"seconds", seconds},
                                 {"commit", commit},
                                 {"date", date}};
  std::ofstream(MOOT_FAULTS_DIR "/hostile.json") << result << "\n";
}

}  // namespace

TEST_CASE("of every hostile file it is told what became of it", "[.][long]") {
  CHECK(untold(quick_files(), {"--timeout", "10"}) == kNone);
}

TEST_CASE("of every damaged copy of a paper it is told what became of it") {
  const std::string papers = MOOT_SOURCE_DIR "/corpus/papers/";
  const std::string good = read_all(papers + "harrowmere/parking-charges-report.pdf");
  REQUIRE(!good.empty());
  CHECK(untold(damaged_copies("paper", good, 10), {}) == kNone);
}

TEST_CASE("all hostile files, and damage at every hundredth of papers", "[.][long]") {
  std::vector<HostileFile> files = all_hostile_files();
  const std::string papers = MOOT_SOURCE_DIR "/corpus/papers/";
  for (const char* name : {"harrowmere/parking-charges-report.pdf", "eastmere/cabinet-minutes.pdf",
                           "wealdshire/library-hours-decision.pdf"}) {
    const std::string good = read_all(papers + name);
    REQUIRE(!good.empty());
    const auto damaged = damaged_copies(std::filesystem::path(name).stem().string(), good, 1);
    files.insert(files.end(), damaged.begin(), damaged.end());
  }
  const auto started = std::chrono::steady_clock::now();
  const std::vector<std::string> bad = untold(files, {"--timeout", "20"});
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - started;
  write_result(files.size(), bad.size(), seconds.count());
  CHECK(bad == kNone);
}
