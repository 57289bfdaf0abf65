// What the other tests here rest on: equal states are printed equal, and others are not.

#include "index/catalogue.hpp"
#include "index/search.hpp"
#include "library.hpp"

namespace fs = std::filesystem;

namespace {

PaperMix some_papers() {
  PaperMix mix;
  mix.papers = 12;
  mix.copies = 4;
  return mix;
}

std::string first_sha(const moot::Catalogue& catalogue) {
  return catalogue.changes_since(0)->at(0).sha256;
}

}  // namespace

TEST_CASE("dump: the order of ingestion does not matter") {
  const Library library(some_papers());
  const fs::path index = library.path("index");
  for (const char* name :
       {"z-copy1.txt", "paper7.pdf", "paper2.txt", "z-copy3.txt", "a-copy0.txt"}) {
    const fs::path paper = library.path("papers") / "0" / name;
    if (!fs::exists(paper)) continue;
    CHECK(library.moot({"ingest", paper.string(), "--index", index.string()}).code == 0);
  }
  CHECK(library.ingest(index).code == 0);
  library.check_whole(index);
}

TEST_CASE("dump: what was lost, doubled or not followed is seen") {
  const Library library(some_papers());
  const std::string index = library.path("clean").string();
  std::uint64_t generation = 0;
  {
    const auto catalogue = moot::Catalogue::open_reader(index);
    REQUIRE(catalogue);
    generation = *catalogue->generation();
    auto writer = moot::IndexWriter::open(index);
    REQUIRE(writer);
    SECTION("an entry lost") {
      REQUIRE(writer->replace(first_sha(*catalogue), {}));
      REQUIRE(writer->commit(generation));
      CHECK(difference(library.reference, *dump(index)).rfind("- entry ", 0) == 0);
    }
    SECTION("an entry too many") {
      moot::Entry entry;
      entry.id = entry.record_id = "0123456789abcdef-p1";
      REQUIRE(writer->replace("0123456789abcdef", {entry}));
      REQUIRE(writer->commit(generation));
      CHECK(difference(library.reference, *dump(index)).rfind("+ entry 0123456789abcdef", 0) == 0);
    }
    SECTION("a batch that the search index has not had") {
      REQUIRE(writer->commit(generation - 1));
      CHECK_FALSE(dump(index));
    }
  }
}

TEST_CASE("dump: a row of the catalogue that changed is seen") {
  const Library library(some_papers());
  const std::string index = library.path("clean").string();
  REQUIRE(fs::remove(library.path("papers/0/paper2.txt")));
  library.write("papers/0/paper2.txt", "Quite another paper.\n");
  REQUIRE(library.ingest(index).code == 0);
  const std::string seen = difference(library.reference, *dump(index));
  for (const char* row : {"- files", "+ files", "+ documents", "+ records", "+ shown", "+ entry"}) {
    CHECK_THAT(seen, Catch::Contains(row));
  }
}
