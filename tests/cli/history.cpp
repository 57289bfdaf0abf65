#include <catch2/catch.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "program.hpp"

using Catch::Contains;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

struct Library : Sandbox {
  Library() { environment["MOOT_INDEX"] = path("index").string(); }

  int ingest(const std::string& text) const {
    write("papers/a.txt", text);
    return moot({"ingest", "papers"}).code;
  }

  json history(const std::string& target) const {
    return json::parse(moot({"history", target, "--format", "json"}).out);
  }
};

}  // namespace

TEST_CASE("history tells the versions of a file, by its name or by the id of a record") {
  const Library library;
  REQUIRE(library.ingest("REPORT\n\nSubject: Benches in Parks\n") == 0);
  REQUIRE(library.ingest("REPORT\n\nSubject: Ponds in Parks\n") == 0);
  const json told = library.history("papers/../papers/a.txt");
  CHECK(told["schema"] == "moot.history/1");
  REQUIRE(told["files"].size() == 1);
  const json& file = told["files"][0];
  CHECK(file["path"] == library.path("papers/a.txt").string());
  CHECK(file["state"] == "ingested");
  REQUIRE(file["versions"].size() == 2);
  CHECK(file["versions"][0]["number"] == 1);
  CHECK(file["versions"][0]["present"] == false);
  CHECK(file["versions"][1]["present"] == true);
  const std::string old = file["versions"][0]["records"][0];
  CHECK(library.history(old) == told);
  const Run text = library.moot({"history", "papers/a.txt"});
  CHECK(text.code == 0);
  CHECK_THAT(text.out, Contains("version 1, since 2") && Contains("version 2") &&
                           Contains(", present") && Contains(old + "  ") &&
                           Contains("Benches in Parks"));
}

TEST_CASE("history tells why the last try failed, what is known, and who has the same bytes") {
  const Library library;
  library.write("papers/a.txt.json", R"({"url": "https://marrow.example/a"})");
  library.write("papers/b.txt", "Benches in Parks\n");
  REQUIRE(library.ingest("Benches in Parks\n") == 0);
  const json file = library.history("papers/a.txt")["files"][0];
  CHECK(file["facts"]["beside"]["url"] == "https://marrow.example/a");
  CHECK(file["versions"][0]["same_bytes"] == json{library.path("papers/b.txt").string()});
  CHECK_THAT(library.moot({"history", "papers/a.txt"}).out,
             Contains("the same bytes: " + library.path("papers/b.txt").string()) &&
                 Contains("https://marrow.example/a (from beside the file)"));
  CHECK(library.history(file["versions"][0]["records"][0])["files"].size() == 2);
  library.write("papers/b.txt", "Ponds\n");
  library.ingest("");
  const Run failed = library.moot({"history", "papers/a.txt"});
  CHECK_THAT(failed.out,
             Contains("the last try failed: ") && Contains("version 1") && Contains(", present"));
  CHECK(library.history("papers/a.txt")["files"][0]["state"] == "failed");
}

TEST_CASE("history of what the index does not know is told in a sentence") {
  const Library library;
  CHECK(library.moot({"history", "papers/a.txt"}).code == 2);
  REQUIRE(library.ingest("Benches in Parks\n") == 0);
  const Run file = library.moot({"history", "papers/none.txt"});
  CHECK(file.code == 1);
  CHECK_THAT(file.err, Contains("papers/none.txt: the index knows no file of this name"));
  const Run id = library.moot({"history", "ffff"});
  CHECK(id.code == 1);
  CHECK_THAT(id.err, Contains("no record with this id"));
}

TEST_CASE("show says when a record is of an old version, and where else its bytes are") {
  const Library library;
  library.write("papers/b.txt", "Benches in Parks\n");
  REQUIRE(library.ingest("Benches in Parks\n") == 0);
  const std::string old = library.history("papers/a.txt")["files"][0]["versions"][0]["records"][0];
  const Run both = library.moot({"show", old});
  CHECK_THAT(both.out,
             Contains("The same bytes") && Contains("papers/b.txt") && !Contains("Old version"));
  library.write("papers/b.txt", "Swings in Parks\n");
  REQUIRE(library.ingest("Ponds in Parks\n") == 0);
  const Run shown = library.moot({"show", old});
  CHECK(shown.code == 0);
  CHECK_THAT(shown.out, Contains("Old version") &&
                            Contains("1 of " + library.path("papers/a.txt").string()) &&
                            Contains("see 'moot history'"));
  const json record = json::parse(library.moot({"show", old, "--json"}).out);
  CHECK(record["id"] == old);
  CHECK_FALSE(record.contains("about"));
}
