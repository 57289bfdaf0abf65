#include <catch2/catch.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "program.hpp"

using Catch::Contains;
using nlohmann::json;

namespace {

/// Two papers of a decision, and one of another council with the same number.
struct Library : Sandbox {
  Library() {
    write("papers/report.txt", R"(Great Marrow District Council

REPORT

To: Parks Committee, 17 January 2024

Subject: Benches in Parks

Decision no: 24/00108

Recommendation(s):
The Committee is asked to endorse the purchase of forty benches.
)");
    write("papers/record.txt", R"(Great Marrow District Council

RECORD OF DECISION

Decision number: 24/00108

Subject: Benches in Parks

Date of decision: 4 February 2024

Decision:
Forty benches are to be bought before summer.
)");
    write("papers/other.txt", R"(Little Barrow Borough Council

RECORD OF DECISION

Decision number: 24/00108

Subject: Repair of the Old Weir

Date of decision: 4 May 2024

Decision:
The weir is to be repaired before winter.
)");
    environment["MOOT_INDEX"] = path("index").string();
    REQUIRE(moot({"ingest", "papers"}).code == 0);
  }

  json trace(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), "trace");
    arguments.insert(arguments.end(), {"--format", "json"});
    return json::parse(moot(arguments).out);
  }
};

}  // namespace

TEST_CASE("trace prints a time line with reasons, one for each council that has the number") {
  const Library library;
  const Run both = library.moot({"trace", "24-00108"});
  CHECK(both.code == 0);
  CHECK(both.err.empty());
  CHECK_THAT(both.out, Contains("2 lives have this number"));
  const Run one = library.moot({"trace", "24/00108", "--council", "Great Marrow"});
  CHECK(one.code == 0);
  CHECK_THAT(one.out,
             Catch::StartsWith("24/00108  Benches in Parks\nGreat Marrow District Council"));
  CHECK_THAT(one.out, Contains("2024-01-17  Report \xC2\xB7 Parks Committee\n"));
  CHECK_THAT(one.out, Contains("2024-02-04  Record of decision\n"));
  CHECK_THAT(one.out, Contains("why: it bears the number: 24/00108"));
  CHECK_THAT(one.out, !Contains("Weir"));
  CHECK_THAT(one.out, !Contains("\x1b["));
  CHECK_THAT(library.moot({"trace", "24/00108", "--color", "always"}).out, Contains("\x1b["));
}

TEST_CASE("trace as JSON has lives, steps, reasons and what was not placed") {
  const Library library;
  const json all = library.trace({"24/00108"});
  CHECK(all["schema"] == "moot.trace/1");
  CHECK(all["target"] == "24/00108");
  REQUIRE(all["lives"].size() == 2);
  const json& life = all["lives"][0];
  CHECK(life["council"]["name"] == "Great Marrow District Council");
  CHECK(life["numbers"] == json{"24/00108"});
  REQUIRE(life["steps"].size() == 2);
  const json& step = life["steps"][0];
  CHECK(step["stage"] == "report");
  CHECK(step["date"] == "2024-01-17");
  CHECK(step["reasons"][0]["what"] == "same_number");
  CHECK(step["strength"].get<double>() > 0.9);
  for (const char* key : {"unplaced", "named", "bounds", "references"}) CHECK(life[key].is_array());
  // A paper's id tells the same life, also its first letters, also in capitals.
  std::string id = step["id"];
  CHECK(library.trace({id})["lives"][0]["steps"].size() == 2);
  for (char& c : id) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  const json by_id = library.trace({id.substr(0, 12)});
  REQUIRE(by_id["lives"].size() == 1);
  CHECK(by_id["lives"][0]["steps"][0]["reasons"][0]["what"] == "start");
}

TEST_CASE("trace warns where the search index is behind the catalogue") {
  const Library library;
  namespace fs = std::filesystem;
  const fs::path live = library.path("index/xapian"), old = library.path("old");
  fs::copy(live, old, fs::copy_options::recursive);
  library.write("papers/late.txt", "Great Marrow District Council\n\nREPORT\n\nSubject: Ponds\n");
  REQUIRE(library.moot({"ingest", "papers"}).code == 0);
  CHECK(library.moot({"trace", "24/00108"}).err.empty());
  fs::remove_all(live);
  fs::rename(old, live);
  for (const char* number : {"24/00108", "24/99999"}) {
    CHECK_THAT(library.moot({"trace", number}).err, Contains("behind the catalogue by 1 file"));
  }
}

TEST_CASE("trace tells what is wrong with a number") {
  const Library library;
  const Run run = library.moot({"trace", "benches"});
  CHECK(run.code == 2);
  CHECK_THAT(run.err, Contains("benches") && Contains("no digit"));
}

TEST_CASE("trace takes an item's id in letters of any size, and checks --council with an id") {
  const Library library;
  library.write("papers/minutes.txt", R"(Great Marrow District Council

Parks Committee

MINUTES of the meeting held on 17 January 2024

7. Benches in Parks

RESOLVED: That forty benches be bought.

8A. Ponds and Weirs

RESOLVED: That four ponds be dug.
)");
  REQUIRE(library.moot({"ingest", "papers"}).code == 0);
  const json hits = json::parse(library.moot({"search", "title:ponds", "--format", "json"}).out);
  const std::string id = hits["hits"][0]["id"];
  REQUIRE(id.find('/') != std::string::npos);
  for (int (*in_size)(int) : {&::toupper, &::tolower}) {
    std::string typed = id;
    for (char& c : typed) c = static_cast<char>(in_size(static_cast<unsigned char>(c)));
    CHECK(library.trace({typed})["lives"][0]["steps"][0]["id"] == id);
  }
  CHECK(library.moot({"trace", id, "--council", "Great Marrow"}).code == 0);
  const Run other = library.moot({"trace", id, "--council", "Little Barrow"});
  CHECK(other.code == 2);
  CHECK_THAT(other.err, Contains("is of Great Marrow District Council, not of 'Little Barrow'"));
}

TEST_CASE("trace exits with 1 when nothing has the number, and 2 when it cannot look") {
  const Library library;
  for (const char* target : {"24/99999", "0123456789abcdef-p1"}) {
    const Run none = library.moot({"trace", target});
    CHECK(none.code == 1);
    CHECK(none.out.empty());
    CHECK_THAT(none.err, Contains(target));
  }
  CHECK(library.moot({"trace", "24/00108", "--council", "Harrowmere"}).code == 1);
  CHECK(library.moot({"trace", "24/00108", "--index", "elsewhere"}).code == 2);
  CHECK(library.moot({"trace", "24/00108", "--format", "csv"}).code == 2);
}
