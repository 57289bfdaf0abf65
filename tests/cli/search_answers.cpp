#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "program.hpp"

using Catch::Contains;

namespace {

struct Library : Sandbox {
  Library() {
    for (const auto& [name, text] : five_papers()) write("papers/" + name, text);
    environment["MOOT_INDEX"] = path("index").string();
    REQUIRE(moot({"ingest", "papers"}).code == 0);
  }
  nlohmann::json search(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), "search");
    arguments.insert(arguments.end(), {"--format", "json"});
    return nlohmann::json::parse(moot(arguments).out);
  }
};

}  // namespace

TEST_CASE("search --facets counts all hits, whatever the limit") {
  const Library library;
  const auto facets = library.search({"*", "--facets", "--limit", "1"})["facets"];
  const nlohmann::json kent = {{"value", "Kent County Council"}, {"entries", 3}};
  const nlohmann::json county = {{"value", "County"}, {"entries", 3}};
  CHECK(facets["council"]["values"][1] == kent);
  CHECK(facets["type"]["values"][0] == county);
  const auto run = library.moot({"search", "lanterns", "--facets"});
  CHECK_THAT(run.out, Contains("Year: 2024 1 \u00B7 2021 1"));
  CHECK_FALSE(library.search({"*"}).contains("facets"));
}

TEST_CASE("search says why it finds nothing, and what would help") {
  const Library library;
  const Run typo = library.moot({"search", "lantrens", "--council", "Kent"});
  CHECK(typo.code == 1);
  CHECK_THAT(typo.out, Contains("lantrens is in no entry; did you mean lanterns?"));
  CHECK_THAT(typo.out, Contains("These have most of the words"));
  CHECK_THAT(typo.out, Contains("Lanterns on the Harbour Wall"));
  const auto nearest = library.search({"lanterns", "zeppelin", "council:southwark"});
  CHECK(nearest["hits"].empty());
  REQUIRE(nearest["nearest"].size() == 1);
  CHECK(nearest["nearest"][0]["title"] == "Benches in Parks");
  const auto clues = library.search({"weir", "council:southwark"})["clues"];
  REQUIRE(clues.size() == 2);
  CHECK(clues[0]["part"] == "weir");
  CHECK(clues[0]["without"].get<int>() >= 1);
  CHECK(clues[1]["part"] == "council:southwark");
}

TEST_CASE("search tells what it looks for beside the words, and can be told not to") {
  Library library;
  library.write("index/thesaurus.json", R"({"same": [["lamps", "lanterns"]]})");
  const Run run = library.moot({"search", "lamps"});
  CHECK(run.code == 0);
  CHECK_THAT(run.out, Contains("Also looked for, beside lamps: lanterns"));
  CHECK(library.search({"lamps"})["expansions"][0]["why"] == "thesaurus");
  CHECK(library.moot({"search", "lamps", "--no-expand"}).code == 1);
  library.write("index/thesaurus.json", "{\"same\": 7}");
  const Run bad = library.moot({"search", "lamps"});
  CHECK(bad.code == 2);
  CHECK_THAT(bad.err, Contains("thesaurus.json"));
  CHECK_THAT(bad.err, Contains("\"same\""));
}

TEST_CASE("search --sort, --explain, and how many councils have papers of a period") {
  const Library library;
  const auto sorted = library.search({"lanterns", "--sort", "oldest"})["hits"];
  REQUIRE(sorted.size() == 2);
  CHECK(sorted[0]["date"] < sorted[1]["date"]);
  const Run run = library.moot({"search", "lanterns", "--explain", "--from", "2024"});
  CHECK_THAT(run.out, Contains("Understood as: (and (word lanterns) (dates 2024-01-01..))"));
  CHECK_THAT(run.out, Contains("for lanterns (in 2 entries)"));
  CHECK_THAT(run.out, Contains("papers of 1 of its"));
  CHECK(library.moot({"search", "lanterns", "--sort", "size"}).code == 2);
}

TEST_CASE("suggest gives words to search with") {
  Library library;
  library.write("index/thesaurus.json", R"({"same": [["lamps", "lanterns"]]})");
  const Run run = library.moot({"suggest", "lamps", "benchs"});
  CHECK(run.code == 0);
  CHECK_THAT(run.out, Contains("The same as lamps: lanterns"));
  const auto json = nlohmann::json::parse(library.moot({"suggest", "--json", "lantrens"}).out);
  CHECK(json["schema"] == "moot.suggestions/1");
  CHECK(json["spelled"][0]["words"][0] == "lanterns");
  const Run related = library.moot({"suggest", "weir"});
  CHECK_THAT(related.out, Contains("quarry (1)"));
  CHECK(library.moot({"suggest", "zz"}).code == 1);
  CHECK(library.moot({"suggest"}).code == 2);
}

TEST_CASE("similar finds papers like one, and passages whose words recur") {
  Library library;
  const std::string copied =
      "The bridge is to be painted green every third year, and inspected by an engineer before "
      "the winter begins.";
  library.write("more/one.txt",
                "Kent County Council\n\nSubject: Bridges of oak\n\n" + copied + "\n");
  library.write("more/two.txt",
                "Little Marrow Parish Council\n\nSubject: Paint\n\nWe agreed: " + copied + "\n");
  REQUIRE(library.moot({"ingest", "more"}).code == 0);
  const std::string id = library.search({"bridges", "oak"})["hits"][0]["id"];
  const Run run = library.moot({"similar", id});
  CHECK(run.code == 0);
  CHECK_THAT(run.out, Contains("Little Marrow Parish Council"));
  CHECK_THAT(run.out, Contains("19 words recur"));
  const auto json = nlohmann::json::parse(library.moot({"similar", id, "--json"}).out);
  CHECK(json["schema"] == "moot.similar/1");
  CHECK(json["papers"][0]["shared"][0]["words"] == 19);
  CHECK(library.moot({"similar", "no-such-id"}).code == 2);
  std::string capitals = id;
  for (char& letter : capitals) letter = static_cast<char>(std::toupper(letter));
  CHECK(library.moot({"similar", capitals}).out == run.out);
  CHECK(library.moot({"similar"}).code == 2);
}
