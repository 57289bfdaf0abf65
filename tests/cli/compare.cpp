// `moot compare` through the program: what is found, what goes together, how it ends.

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "program.hpp"

using Catch::Contains;

namespace {

/// The five papers of three councils, read.
struct Library : Sandbox {
  Library() {
    for (const auto& [name, text] : five_papers()) write("papers/" + name, text);
    environment["MOOT_INDEX"] = path("index").string();
    REQUIRE(moot({"ingest", "--quiet", "papers"}).code == 0);
  }
  nlohmann::json compared(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), "compare");
    arguments.insert(arguments.end(), {"--format", "json"});
    const Run run = moot(arguments);
    REQUIRE(run.code == 0);
    return nlohmann::json::parse(run.out);
  }
};

}  // namespace

TEST_CASE("compare: a query gives a column for each council, ids one for each paper, once") {
  const Library library;
  const auto found = library.compared({"*", "--limit", "10"});
  REQUIRE(found["columns"].size() >= 2);
  const std::string first = found["columns"][0]["paper"]["id"];
  const std::string second = found["columns"][1]["paper"]["id"];
  const auto papers = library.compared({second, first, second});
  REQUIRE(papers["columns"].size() == 2);
  CHECK(papers["columns"][0]["paper"]["id"] == second);
  CHECK(papers["query"].is_null());
}

TEST_CASE("compare: each form comes out, also into a file") {
  const Library library;
  for (const char* format : {"text", "markdown", "html", "csv", "json"}) {
    INFO(format);
    const Run run = library.moot({"compare", "*", "--format", format});
    CHECK(run.code == 0);
    CHECK_FALSE(run.out.empty());
    const Run file = library.moot({"compare", "*", "--format", format, "--output", "out"});
    CHECK(file.code == 0);
    CHECK(file.out.empty());
    CHECK(read_all(library.path("out")) == run.out);
    CHECK(library.moot({"compare", "*", "--matrix", "--format", format}).code == 0);
  }
}

TEST_CASE("compare: --fields gives these rows and parts alone") {
  const Library library;
  const auto found = library.compared({"*", "--fields", "title,copied"});
  REQUIRE(found["rows"].size() == 1);
  CHECK(found["rows"][0]["field"] == "title");
  CHECK(found["themes"]["single"].empty());
  const Run wrong = library.moot({"compare", "*", "--fields", "titel"});
  CHECK(wrong.code == 2);
  CHECK_THAT(wrong.err, Contains("there is no row 'titel'"));
}

TEST_CASE("compare: what finds nothing says so, and which council nobody knows") {
  const Library library;
  const Run nothing = library.moot({"compare", "xylophones"});
  CHECK(nothing.code == 1);
  CHECK_THAT(nothing.err, Contains("no paper matches"));
  const Run unknown = library.moot({"compare", "*", "--council", "Atlantis"});
  CHECK(unknown.code == 1);
  CHECK_THAT(unknown.err, Contains("Atlantis: the index has no paper of this council, and no"));
}

TEST_CASE("compare: options that do not go together are refused") {
  const Library library;
  const std::string id = library.compared({"*"})["columns"][0]["paper"]["id"];
  for (const std::vector<std::string>& wrong :
       std::vector<std::vector<std::string>>{{"compare", id, "--council", "Kent"},
                                             {"compare", id, "--each", "paper"},
                                             {"compare", id, "--matrix"},
                                             {"compare", "*", "--limit", "51"},
                                             {"compare", "*", "--matrix", "--over-time"},
                                             {"compare", "*", "--facts", "cost"}}) {
    INFO(wrong.back());
    const Run run = library.moot(wrong);
    CHECK(run.code == 2);
    CHECK_FALSE(run.err.empty());
    CHECK(run.out.empty());
  }
}
