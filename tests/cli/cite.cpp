#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "program.hpp"

using Catch::Contains;
using nlohmann::json;

namespace {

struct Library : Sandbox {
  Library() {
    environment["MOOT_INDEX"] = path("index").string();
    write("papers/pack.pdf", small_pdf({{"Great Marrow District Council", "REPORT",
                                         "Subject: Benches in Parks", "Date: 17 January 2024"},
                                        {"Recommendation", "That the benches be mended."}}));
    write("papers/pack.pdf.json",
          R"({"url": "https://marrow.example/pack.pdf", "retrieved": "2024-05-06"})");
    REQUIRE(moot({"ingest", "papers"}).code == 0);
  }
  std::string id() const {
    const json hits = json::parse(moot({"search", "benches", "--format", "json"}).out);
    return hits["hits"][0]["id"];
  }
};

}  // namespace

TEST_CASE("cite prints a sentence, BibTeX and CSL-JSON of a record, down to its page") {
  const Library library;
  const std::string id = library.id();
  const Run plain = library.moot({"cite", id, "--page", "2"});
  CHECK(plain.code == 0);
  CHECK_THAT(plain.out, Contains("Benches in Parks") && Contains("p. 2 of pack.pdf") &&
                            Contains("https://marrow.example/pack.pdf#page=2") &&
                            Contains("retrieved 6 May 2024") && Contains("Moot record " + id));
  const Run bibtex = library.moot({"cite", id.substr(0, 8), "--format", "bibtex"});
  CHECK(bibtex.code == 0);
  CHECK_THAT(bibtex.out, Catch::StartsWith("@"));
  const Run csl = library.moot({"cite", id, id, "--format", "csl-json"});
  CHECK(csl.code == 0);
  CHECK(json::parse(csl.out).size() == 2);
}

TEST_CASE("cite of what is not there: exit codes and sentences") {
  const Library library;
  const std::string id = library.id();
  const Run none = library.moot({"cite", "ffff"});
  CHECK(none.code == 1);
  CHECK_THAT(none.err, Contains("no record with this id"));
  CHECK(library.moot({"cite", id + "/9"}).code == 1);
  CHECK(library.moot({"cite", id, "--page", "3"}).code == 1);
  const Run some = library.moot({"cite", id, "ffff"});
  CHECK(some.code == 3);
  CHECK_THAT(some.out, Contains(id));
  CHECK(library.moot({"cite", id, id, "--page", "1"}).code == 2);
  CHECK(library.moot({"cite", id, "--page", "0"}).code == 2);
  CHECK(library.moot({"cite", id, "--format", "ris"}).code == 2);
}
