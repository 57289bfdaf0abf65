// What many files cost: `scale MOOT FOLDER [COUNT]` makes small papers in FOLDER, ingests them,
// scans them again, and prints tables. COUNT is 100,000 unless said.

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "tests/fault/measured_run.hpp"
#include "tests/fault/small_papers.hpp"

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kSmall = 300;  // bytes: the cost is that of a file, not of its text
constexpr std::size_t kMiddling = 20'000;

MeasuredRun ingest(const std::string& program, const fs::path& folder) {
  const MeasuredRun run = run_measured({program, "ingest", (folder / "papers").string(), "--index",
                                        (folder / "index").string(), "--quiet"});
  if (run.code != 0) {
    std::fprintf(stderr, "scale: %s ingest ended with %d\n", program.c_str(), run.code);
    std::exit(1);
  }
  return run;
}

double megabytes(std::size_t bytes) {
  return static_cast<double>(bytes) / 1e6;
}

void print_row(const char* what, std::size_t count, const MeasuredRun& run) {
  std::printf("| %s | %zu | %.2f | %.2f | %.1f | %.1f |\n", what, count, run.seconds, run.own_cpu,
              megabytes(run.own_memory), megabytes(run.descendant_memory));
}

void print_scan(const std::string& program, const fs::path& folder, std::size_t count) {
  generate_small_papers(folder / "papers", count, kSmall);
  print_row("new files of 300 bytes", count, ingest(program, folder));
  // The better of two, for the first may still find folders that are not in memory.
  const MeasuredRun one = ingest(program, folder);
  const MeasuredRun other = ingest(program, folder);
  print_row("the same, unchanged", count, other.seconds < one.seconds ? other : one);
  fs::remove_all(folder);
}

void print_memory(const std::string& program, const fs::path& folder, std::size_t count) {
  generate_small_papers(folder / "papers", count, kMiddling);
  print_row("new files of 20,000 bytes", count, ingest(program, folder));
  fs::remove_all(folder);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3 || argc > 4) {
    std::fputs("usage: scale MOOT FOLDER [COUNT]\n", stderr);
    return 2;
  }
  const std::string program = argv[1];
  const fs::path folder = fs::path(argv[2]) / "scale";
  if (fs::exists(folder)) {
    std::fprintf(stderr, "scale: %s is there already\n", folder.c_str());
    return 2;
  }
  std::puts("| run | files | seconds | of its processor | memory, MB | a worker, MB |");
  std::puts("|---|---|---|---|---|---|");
  print_scan(program, folder, argc > 3 ? std::strtoull(argv[3], nullptr, 10) : 100'000);
  for (const std::size_t count : {10, 100, 1000}) print_memory(program, folder, count);
  return 0;
}
