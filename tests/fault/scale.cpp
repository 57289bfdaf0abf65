// Many files: those that have not changed are passed over, and memory does not grow with their
// number. How long it takes is measured elsewhere (script/bench), and only printed here.

#include <catch2/catch.hpp>
#include <iostream>

#include "cli/program.hpp"
#include "measured_run.hpp"
#include "small_papers.hpp"

using Catch::Contains;

namespace {

/// `count` files are ingested, and the second time all are passed over.
void check_passed_over(std::size_t count) {
  const Sandbox box;
  generate_small_papers(box.path("papers"), count, 300);
  const std::string number = std::to_string(count);
  const Run first = box.moot({"ingest", "papers", "--index", "index"});
  CHECK(first.code == 0);
  CHECK_THAT(first.out, Contains(number + " read\n"));
  const Run again = box.moot({"ingest", "papers", "--index", "index"});
  CHECK(again.code == 0);
  CHECK_THAT(again.out, Contains("0 read, " + number + " unchanged"));
  CHECK_THAT(again.out, Contains("now holds " + number + " records of " + number + " files"));
  std::cout << first.out << again.out;
}

MeasuredRun ingest_new(std::size_t count) {
  const Sandbox box;
  generate_small_papers(box.path("papers"), count, 20'000);
  const MeasuredRun run = run_measured({MOOT_PROGRAM, "ingest", box.path("papers").string(),
                                        "--index", box.path("index").string(), "--jobs", "2"});
  REQUIRE(run.code == 0);
  return run;
}

}  // namespace

TEST_CASE("a thousand files that have not changed are passed over") {
  check_passed_over(1000);
}

TEST_CASE("a hundred thousand files that have not changed are passed over", "[.long]") {
  check_passed_over(100'000);
}

TEST_CASE("memory does not grow with the number of files", "[.long]") {
  const MeasuredRun few = ingest_new(10);
  const MeasuredRun many = ingest_new(1000);
  std::cout << "10 files: " << few.own_memory << " bytes, a worker " << few.descendant_memory
            << "; 1,000 files: " << many.own_memory << ", a worker " << many.descendant_memory
            << std::endl;
  CHECK(static_cast<double>(many.own_memory) < 1.1 * static_cast<double>(few.own_memory));
  CHECK(static_cast<double>(many.descendant_memory) <
        1.1 * static_cast<double>(few.descendant_memory));
}
