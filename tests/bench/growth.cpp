// How the time for hostile texts (tests/support/hostile.hpp) grows with their size: `growth [KB
// [PART]]` reads, extracts and makes entries of each text behind each head at that size and at
// twice it, and prints those that take more than 2.6 times as long, or long at all. PART: only
// names that hold it.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/extract.hpp"
#include "index/entry.hpp"
#include "pipeline/read.hpp"
#include "tests/support/hostile.hpp"

namespace {

constexpr double kFactor = 2.6;  // what is linear takes twice as long, and noise adds to that
constexpr double kShort = 0.02;  // seconds, below which factors are noise
constexpr double kLong = 2.0;    // seconds a megabyte, which nothing should take

double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

struct Times {
  double read = 0, extract = 0, entries = 0;
};

Times measure(const std::string& text, const moot::RuleSet& rules) {
  Times times;
  double begin = cpu_seconds();
  const auto lap = [&](double& into) {
    const double now = cpu_seconds();
    into = now - begin;
    begin = now;
  };
  const auto document = moot::read_document(text);
  lap(times.read);
  if (!document) return times;
  const auto records = moot::extract(*document, rules, "");
  lap(times.extract);
  for (const moot::Record& record : records) moot::to_entries(record, *document);
  lap(times.entries);
  return times;
}

bool is_bad(double once, double twice, double megabytes) {
  return (twice > kShort && twice > kFactor * once) || twice > kLong * megabytes;
}

}  // namespace

int main(int argc, char** argv) {
  const std::size_t bytes = (argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 64) * 1024;
  const std::string_view part = argc > 2 ? argv[2] : "";
  const auto rules = moot::RuleSet::built_in();
  if (!rules || bytes == 0) return 2;
  measure(std::string(moot::test::kHostileHeads[1].unit), *rules);  // fills the lazy tables
  const double megabytes = 2.0 * static_cast<double>(bytes) / (1 << 20);
  std::size_t bad = 0;
  for (const auto& row : moot::test::kHostile) {
    for (const auto& head : moot::test::kHostileHeads) {
      const std::string name =
          std::string(row.name) + (head.name.empty() ? "" : ", ") + std::string(head.name);
      if (name.find(part) == std::string::npos) continue;
      const Times once = measure(moot::test::hostile_text(head.unit, row.unit, bytes), *rules);
      const Times twice = measure(moot::test::hostile_text(head.unit, row.unit, 2 * bytes), *rules);
      const bool slow = is_bad(once.read, twice.read, megabytes) ||
                        is_bad(once.extract, twice.extract, megabytes) ||
                        is_bad(once.entries, twice.entries, megabytes);
      bad += slow;
      if (!slow && part.empty()) continue;
      std::printf("%-45s read %.3f %.3f  extract %.3f %.3f  entries %.3f %.3f\n", name.c_str(),
                  once.read, twice.read, once.extract, twice.extract, once.entries, twice.entries);
      std::fflush(stdout);
    }
  }
  std::printf("%zu grow too fast\n", bad);
  return bad == 0 ? 0 : 1;
}
