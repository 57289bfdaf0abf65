#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "program.hpp"

using Catch::Contains;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

/// An index of five papers, one file that is locked, one with a page without text, one of a kind
/// that is not read, and one that was good once.
struct Mixed : Sandbox {
  Mixed() {
    environment["MOOT_INDEX"] = path("index").string();
    for (const auto& [name, text] : five_papers()) write("papers/" + name, text);
    write("papers/once.pdf", small_pdf({{"Swings in Parks"}}));
    REQUIRE(moot({"ingest", "-q", "--ocr", "off", "papers"}).code == 0);
    write("papers/once.pdf", "");
    write("papers/empty.pdf", "");
    write("papers/gaps.pdf", small_pdf({{"Benches in Parks"}, {}, {"Ponds in Parks"}, {}}));
    write("papers/sheet.xlsx", std::string("PK\x03\x04\x14\x00", 6) + std::string(60, 'x'));
    REQUIRE(moot({"ingest", "-q", "--ocr", "off", "papers"}).code == 3);
  }
};

}  // namespace

TEST_CASE("status tells what the index holds, and each file that it lacks with the reason") {
  const Mixed box;
  const Run run = box.moot({"status"});
  CHECK(run.code == 0);
  CHECK(run.err.empty());
  CHECK_THAT(run.out, Contains("9: 5 read, 1 read in part, 2 failed, 1 skipped"));
  CHECK_THAT(run.out, Contains("Records       7"));
  CHECK_THAT(run.out, Contains("up to date"));
  CHECK_THAT(run.out, Contains("2 files failed: "));
  CHECK_THAT(run.out, Contains("empty.pdf\n"));
  CHECK_THAT(run.out, Contains("once.pdf (its last good version can be found)"));
  CHECK_THAT(run.out, Contains("1 file was read in part: there is no text on some pages"));
  CHECK_THAT(run.out, Contains("gaps.pdf, pages 2, 4\n"));
  CHECK_THAT(run.out, Contains("1 file was skipped"));
  CHECK(run.out.find("kent_report.txt") == std::string::npos);
}

TEST_CASE("status as JSON has every file that is lacking, and sums that fit") {
  const Mixed box;
  const Run run = box.moot({"status", "--format", "json"});
  CHECK(run.code == 0);
  const json status = json::parse(run.out);
  CHECK(status["schema"] == "moot.status/1");
  CHECK(status["files"] ==
        json{{"total", 9}, {"ingested", 5}, {"partial", 1}, {"failed", 2}, {"skipped", 1}});
  CHECK(status["pages"]["seen"] == 5);
  CHECK(status["pages"]["with_text"] == 3);
  CHECK(status["letters"]["read"] > 500);
  CHECK(status["search"]["files_behind"] == 0);
  CHECK(status["search"]["generation"] == status["generation"]);
  CHECK(status["bytes"]["catalogue"] > 1000);
  std::size_t files = 0;
  for (const auto& problem : status["problems"]) {
    CHECK(problem["count"] == problem["files"].size());
    CHECK_FALSE(problem["reason"].get<std::string>().empty());
    files += problem["files"].size();
    if (problem["state"] != "partial") continue;
    CHECK(problem["note"] == "no-text-layer");
    CHECK(problem["files"][0]["pages"] == json{2, 4});
  }
  CHECK(files == 4);
}

TEST_CASE("status shows the first paths of a large group, and all when told to") {
  Sandbox box;
  box.environment["MOOT_INDEX"] = box.path("index").string();
  box.write("papers/good.txt", "Benches\n");
  for (int i = 10; i < 35; ++i) box.write("papers/bad" + std::to_string(i) + ".pdf", "");
  CHECK(box.moot({"ingest", "-q", "papers"}).code == 3);
  const Run some = box.moot({"status"});
  CHECK_THAT(some.out, Contains("25 files failed") && Contains("bad29.pdf") &&
                           !Contains("bad30.pdf") && Contains("and 5 more"));
  const Run all = box.moot({"status", "--all"});
  CHECK_THAT(all.out, Contains("bad34.pdf") && !Contains("more:"));
  CHECK(json::parse(box.moot({"status", "--format", "json"}).out)["problems"][0]["count"] == 25);
}

TEST_CASE("status of an index without a search index says so; without a catalogue it fails") {
  const Mixed box;
  fs::remove_all(box.path("index/xapian"));
  const Run run = box.moot({"status"});
  CHECK(run.code == 0);
  CHECK_THAT(run.out, Contains("there is no search index in this folder"));
  CHECK(json::parse(box.moot({"status", "--format", "json"}).out)["search"]["entries"].is_null());
  const Run none = box.moot({"status", "--index", "elsewhere"});
  CHECK(none.code == 2);
  CHECK_THAT(none.err, Contains("there is no index"));
}

TEST_CASE("coverage tells of each council the months with papers, as text, JSON and CSV") {
  Sandbox box;
  box.environment["MOOT_INDEX"] = box.path("index").string();
  for (const auto& [name, text] : five_papers()) box.write("papers/" + name, text);
  box.write("papers/nobody.txt", "Benches\n");
  REQUIRE(box.moot({"ingest", "-q", "papers"}).code == 0);
  const Run text = box.moot({"coverage"});
  CHECK(text.code == 0);
  CHECK_THAT(text.out, Contains("Kent County Council: 3 papers, 2020-09 to 2024-01, in 3 months"));
  CHECK_THAT(text.out, Contains("(no council): 1 paper, 1 without a date"));
  const json councils = json::parse(box.moot({"coverage", "--format", "json"}).out)["councils"];
  REQUIRE(councils.size() == 4);
  CHECK(councils[0]["council"] == "Kent County Council");
  CHECK(councils[0]["code"] == "E10000016");
  CHECK(councils[0]["papers"] == 3);
  CHECK(councils[3]["council"].is_null());
  CHECK(councils[3]["undated"] == 1);
  const Run csv = box.moot({"coverage", "--format", "csv", "--council", "little marrow"});
  CHECK_THAT(csv.out, Catch::StartsWith("council,code,papers,undated,first,last,months,gaps\r\n"));
  CHECK_THAT(csv.out,
             Contains("Marrow") && Contains(",1,0,2023-06,2023-06,1,") && !Contains("Kent"));
  CHECK(box.moot({"coverage", "--council", "Atlantis"}).code == 1);
}
