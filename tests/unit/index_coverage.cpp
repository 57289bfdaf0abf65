#include <catch2/catch.hpp>

#include "index/coverage.hpp"
#include "tests/support/make_document.hpp"
#include "tests/support/make_update.hpp"

using namespace moot;
using namespace moot::test;

namespace {

/// Coverage of one council with a paper on each of these days.
CouncilCoverage covered(const std::vector<std::string>& days) {
  CoverageCounter counter;
  for (const std::string& day : days) counter.add("Little Marrow", "", day);
  return counter.result().front();
}

}  // namespace

TEST_CASE("coverage: a gap is longer than what is usual for the council") {
  struct Row {
    std::vector<std::string> days;
    std::vector<MonthGap> gaps;
  };
  const Row rows[] = {
      {{"2021-01-05"}, {}},
      {{"2021-01-05", "2021-01-06", "2021-02-01", "2021-03-01"}, {}},
      // Two months without a paper are a summer.
      {{"2021-01-05", "2021-02-01", "2021-05-01", "2021-06-01"}, {}},
      {{"2021-01-05", "2021-02-01", "2021-06-01", "2021-07-01"}, {{"2021-03", "2021-05", 3}}},
      {{"2021-11-05", "2021-12-01", "2022-04-01", "2022-05-01"}, {{"2022-01", "2022-03", 3}}},
      // Each quarter, and once half a year: as usual.
      {{"2021-01-05", "2021-04-01", "2021-07-01", "2022-01-01", "2022-04-01"}, {}},
      {{"2021-01-05", "2021-04-01", "2021-07-01", "2022-07-01", "2022-10-01"},
       {{"2021-08", "2022-06", 11}}},
      // In any order.
      {{"2021-07-01", "2021-01-05", "2021-06-01", "2021-02-01"}, {{"2021-03", "2021-05", 3}}},
  };
  for (const Row& row : rows) {
    INFO(row.days.front() << " ... " << row.days.back());
    CHECK(covered(row.days).gaps == row.gaps);
  }
}

TEST_CASE("coverage: papers without a date or a council are counted, not placed") {
  CoverageCounter counter;
  counter.add("", "", "2020-01-01");
  counter.add("", "", "2024-01-01");  // no gap: papers that name no council are of many
  counter.add("Marrow", "E07000999", "2021-03-04");
  counter.add("Marrow", "", "");
  counter.add("Marrow", "", "March 2021");
  counter.add("Aldermoor", "", "2021-13-01");
  const auto councils = counter.result();
  REQUIRE(councils.size() == 3);
  CHECK(councils[0].council == "Aldermoor");
  CHECK(councils[0].undated == 1);
  CHECK(councils[0].first.empty());
  CHECK(councils[1].code == "E07000999");
  CHECK(councils[1].papers == 3);
  CHECK(councils[1].undated == 2);
  CHECK(councils[1].first == "2021-03");
  CHECK(councils[1].last == "2021-03");
  CHECK(councils[1].months == 1);
  CHECK(councils[2].council.empty());
  CHECK(councils[2].papers == 2);
  CHECK(councils[2].gaps.empty());
}

TEST_CASE("coverage: present versions count, with the facts that a user gave") {
  const TempDir dir;
  auto catalogue = Catalogue::open_writer(dir.path());
  REQUIRE(catalogue);
  const auto put = [&](const std::string& path, const std::string& sha, const Text& date) {
    const Document doc = make_document("Benches.\n", sha);
    Record record = make_record(doc, sha + "-p1");
    record.meeting_date = date;
    REQUIRE(catalogue->put({read_file(path, doc, {record})}, kNow));
  };
  put("one.pdf", "00aa", "2019-01-01");
  put("one.pdf", "11aa", "2020-05-01");
  put("two.pdf", "22bb", std::nullopt);
  REQUIRE(catalogue->put(
      {FactsGiven{"two.pdf", FactsOrigin::Table,
                  R"({"council": "Little Marrow", "meeting_date": "2021-06-07"})", 0, 0}},
      kNow));
  const auto councils = read_coverage(*catalogue);
  REQUIRE(councils);
  REQUIRE(councils->size() == 2);
  CHECK((*councils)[0].council == "Little Marrow");
  CHECK((*councils)[0].first == "2021-06");
  CHECK((*councils)[1].first == "2020-05");
  CHECK((*councils)[1].papers == 1);
}
