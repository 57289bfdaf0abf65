#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sstream>

#include "program.hpp"

using Catch::Contains;
using nlohmann::json;

namespace {

/// An index of five papers, and rules of the user's own.
struct Library : Sandbox {
  Library() {
    environment["MOOT_INDEX"] = path("index").string();
    for (const auto& [name, text] : five_papers()) write("papers/" + name, text);
    write("papers/mine.txt",
          "Little Marrow Parish Council\n\nREPORT\n\nSubject: Benches\n\n"
          "Wards of mine: North Marrow\n");
    write("rules/mine.json", R"({"pack": "mine", "rules": [
      {"id": "wards.mine", "field": "wards", "shape": "names", "labels": ["Wards of mine"]}]})");
    REQUIRE(moot({"ingest", "papers"}).code == 0);
  }

  json wards() const {
    const json hits =
        json::parse(moot({"search", "title:benches", "marrow", "--format", "json"}).out);
    REQUIRE(hits["hits"].size() == 1);
    return json::parse(moot({"show", hits["hits"][0]["id"], "--json"}).out)["wards"];
  }
};

}  // namespace

TEST_CASE("reextract makes records anew without the files, and tells what changed") {
  const Library library;
  REQUIRE(library.wards().empty());
  std::filesystem::rename(library.path("papers"), library.path("elsewhere"));
  const Run run = library.moot({"reextract", "--rules", "rules", "--show", "5"});
  CHECK(run.code == 0);
  CHECK(run.err.empty());
  CHECK_THAT(run.out, Contains("6 files in") && Contains("6 made anew"));
  CHECK_THAT(run.out, Contains("Records: 1 changed, 0 new, 0 gone, 5 the same"));
  CHECK_THAT(run.out, Contains("wards") && Contains("+ North Marrow"));
  CHECK(library.wards() == json{"North Marrow"});
  CHECK(library.moot({"search", "lanterns"}).code == 0);
}

TEST_CASE("reextract passes over what the same rules made, unless it is told to do it again") {
  const Library library;
  const Run same = library.moot({"reextract"});
  CHECK(same.code == 0);
  CHECK_THAT(same.out, Contains("0 made anew, 6 made by these rules already"));
  const Run again = library.moot({"reextract", "--again", "--jobs", "1"});
  CHECK(again.code == 0);
  CHECK_THAT(again.out, Contains("6 made anew") && Contains("6 the same"));
  CHECK(library.moot({"reextract", "--again", "--quiet"}).out.empty());
}

TEST_CASE("reextract renews what paths stand for now, and old versions with --all") {
  const Library library;
  library.write("papers/kent_report.txt", five_papers().at("kent_report.txt") + "\nMore.\n");
  REQUIRE(library.moot({"ingest", "papers"}).code == 0);
  CHECK_THAT(library.moot({"reextract", "--again"}).out, Contains("6 made anew"));
  CHECK_THAT(library.moot({"reextract", "--again", "--all"}).out, Contains("7 made anew"));
}

TEST_CASE("reextract --log appends a line of JSON for each file") {
  const Library library;
  CHECK(library.moot({"reextract", "--again", "--log", "log.jsonl"}).code == 0);
  std::istringstream lines(read_all(library.path("log.jsonl")));
  std::vector<std::string> events;
  for (std::string line; std::getline(lines, line);) {
    events.push_back(json::parse(line)["event"]);
  }
  CHECK(events == std::vector<std::string>{"start", "renewed", "renewed", "renewed", "renewed",
                                           "renewed", "renewed", "end"});
}

TEST_CASE("reextract of what cannot be made anew keeps the records, and exits with 3 or 2") {
  const Sandbox box;
  const Run none = box.moot({"reextract", "--index", "index"});
  CHECK(none.code == 2);
  CHECK_THAT(none.err, Contains("no index"));
  CHECK_FALSE(std::filesystem::exists(box.path("index")));
  box.write("empty.txt", "");
  CHECK(box.moot({"ingest", "empty.txt", "--index", "index"}).code == 2);
  const Run empty = box.moot({"reextract", "--index", "index"});
  CHECK(empty.code == 2);
  CHECK_THAT(empty.err, Contains("there is nothing in this index"));
}
