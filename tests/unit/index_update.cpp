#include <catch2/catch.hpp>

#include "index/index.hpp"
#include "index/query.hpp"
#include "tests/support/make_document.hpp"
#include "tests/support/make_update.hpp"

using namespace moot;
using namespace moot::test;

namespace {

FileResult file_of(const std::string& name, const std::string& text) {
  const Document doc = make_document(text, "sha-" + name + std::to_string(text.size()));
  return read_file(name + ".pdf", doc, {make_record(doc, name + "-p1")});
}

std::string titles_found(const std::string& dir, const std::string& query) {
  std::string out;
  const auto results = Searcher::open(dir)->search(*parse_query(query), {});
  REQUIRE(results);
  for (const Hit& hit : results->hits) {
    out += hit.entry.id + "@" + std::to_string(hit.page) + ":" + hit.snippet.text + "\n";
  }
  return out + std::to_string(results->generation);
}

}  // namespace

TEST_CASE("bring_up_to_date: the search index can be lost and made anew") {
  const TempDir dir;
  auto catalogue = Catalogue::open_writer(dir.path());
  REQUIRE(catalogue);
  const auto update = [&] {
    auto index = IndexWriter::open(dir.path());
    REQUIRE(index);
    REQUIRE(bring_up_to_date(*catalogue, *index));
    CHECK(index->generation() == *catalogue->generation());
  };
  REQUIRE(catalogue->put({file_of("one", "Benches.\n\fPonds.\n"), file_of("two", "Benches too.\n")},
                         kNow));
  update();
  CHECK(titles_found(dir.path(), "benches") ==
        "one-p1@1:Benches. Ponds.\ntwo-p1@1:Benches too.\n1");
  // These batches reach the catalogue, but the program dies before Xapian's commit.
  REQUIRE(catalogue->put({file_of("one", "Swings.\n")}, kNow));
  REQUIRE(catalogue->put({FileGone{"two.pdf"}, file_of("three", "Slides and swings.\n")}, kNow));
  CHECK(titles_found(dir.path(), "swings") == "1");
  update();
  const std::string after = titles_found(dir.path(), "swings OR benches");
  CHECK_THAT(after, Catch::Contains("one-p1@1:Swings.") && Catch::Contains("three-p1") &&
                        Catch::EndsWith("\n3"));
  std::filesystem::remove_all(dir.path() + "/xapian");
  update();
  CHECK(titles_found(dir.path(), "swings OR benches") == after);
  update();
  CHECK(titles_found(dir.path(), "swings OR benches") == after);
}

TEST_CASE("IndexWriter: a search index whose making was cut short is made anew") {
  const TempDir dir;
  REQUIRE(IndexWriter::open(dir.path()));
  // Xapian writes this file last.
  std::filesystem::remove(dir.path() + "/xapian/0/iamglass");
  const auto none = Searcher::open(dir.path());
  REQUIRE(!none);
  CHECK_THAT(none.error().message, Catch::Contains("no search index"));
  auto index = IndexWriter::open(dir.path());
  REQUIRE(index);
  CHECK(index->generation() == 0);
  REQUIRE(index->commit(1));
  CHECK(Searcher::open(dir.path()));
}

TEST_CASE("bring_up_to_date: an index of another catalogue is refused") {
  const TempDir dir;
  auto catalogue = Catalogue::open_writer(dir.path());
  auto index = IndexWriter::open(dir.path());
  REQUIRE(index->commit(5));
  const auto done = bring_up_to_date(*catalogue, *index);
  REQUIRE(!done);
  CHECK(done.error().kind == ErrorKind::Index);
  CHECK_THAT(done.error().hint, Catch::Contains("moot doctor --repair"));
}
