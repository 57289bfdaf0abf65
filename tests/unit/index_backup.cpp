#include <atomic>
#include <catch2/catch.hpp>
#include <fstream>
#include <thread>

#include "index/backup.hpp"
#include "index/doctor.hpp"
#include "index/index.hpp"
#include "tests/support/make_document.hpp"
#include "tests/support/make_update.hpp"

using namespace moot;
using namespace moot::test;
namespace fs = std::filesystem;

namespace {

FileResult file_number(int number) {
  const std::string sha = "sha" + std::to_string(1000 + number);
  const Document doc = make_document("Benches and swings of park " + sha + ".\n", sha);
  return read_file(sha + ".pdf", doc, {make_record(doc, sha + "-p1")});
}

Result<Done> put(const std::string& dir, int from, int to) {
  auto catalogue = Catalogue::open_writer(dir);
  if (!catalogue) return catalogue.error();
  auto index = IndexWriter::open(dir);
  if (!index) return index.error();
  for (int i = from; i < to; ++i) {
    if (const auto done = catalogue->put({file_number(i)}, kNow); !done) return done.error();
    if (auto done = bring_up_to_date(*catalogue, *index); !done) return done;
  }
  return Done{};
}

}  // namespace

TEST_CASE("backup: copies made while a writer is at work are sound") {
  const TempDir dir;
  const std::string index = dir.path() + "/index";
  REQUIRE(put(index, 0, 5));
  std::atomic<bool> stop = false;
  std::thread writer([&] {
    for (int i = 5; !stop && put(index, i, i + 40); i += 40) {
    }
  });
  for (int i = 0; i < 5; ++i) {
    const std::string copy = dir.path() + "/copy" + std::to_string(i);
    const auto totals = back_up(index, copy);
    CHECK((totals && totals->records >= 5));
    const auto diagnosis = examine_index(copy);
    REQUIRE(diagnosis);
    CHECK(diagnosis->findings.empty());
    CHECK(diagnosis->entries == totals->records);
    CHECK_FALSE(fs::exists(copy + ".part"));
  }
  stop = true;
  writer.join();
}

TEST_CASE("backup: a copy takes only a folder of its own") {
  const TempDir dir;
  const std::string index = dir.path() + "/index";
  REQUIRE(put(index, 0, 2));
  fs::create_directories(dir.path() + "/full/inner");
  fs::create_directories(dir.path() + "/empty");
  std::ofstream(dir.path() + "/file") << "words";
  for (const char* taken : {"/full", "/file", "/index"}) {
    const auto copied = back_up(index, dir.path() + taken);
    REQUIRE_FALSE(copied);
    CHECK_THAT(copied.error().message, Catch::Contains("not an empty one"));
  }
  CHECK(back_up(index, dir.path() + "/empty/"));
  CHECK(Searcher::open(dir.path() + "/empty"));
  CHECK_FALSE(back_up(index, dir.path() + "/empty"));
}

TEST_CASE("backup: what an earlier copy left half made is taken away") {
  const TempDir dir;
  const std::string index = dir.path() + "/index";
  REQUIRE(put(index, 0, 2));
  fs::create_directories(dir.path() + "/copy.part/xapian/0");
  std::ofstream(dir.path() + "/copy.part/catalogue.sqlite") << "half";
  std::ofstream(dir.path() + "/copy.part/unfinished-copy") << "";
  REQUIRE(back_up(index, dir.path() + "/copy"));
  CHECK(examine_index(dir.path() + "/copy")->findings.empty());
  CHECK_FALSE(fs::exists(dir.path() + "/copy/unfinished-copy"));
}

TEST_CASE("backup: an index that lies where the copy would be made is left as it is") {
  const TempDir dir;
  const std::string index = dir.path() + "/index";
  REQUIRE(put(index, 0, 2));
  REQUIRE(put(dir.path() + "/copy.part", 0, 3));
  const auto copied = back_up(index, dir.path() + "/copy");
  REQUIRE_FALSE(copied);
  CHECK_THAT(copied.error().message, Catch::Contains("other files are in it"));
  const auto left = examine_index(dir.path() + "/copy.part");
  REQUIRE(left);
  CHECK(left->findings.empty());
  CHECK(left->records == 3);
}

TEST_CASE("backup: a search index that is lost is made anew in the copy") {
  const TempDir dir;
  const std::string index = dir.path() + "/index";
  REQUIRE(put(index, 0, 2));
  fs::remove_all(index + "/xapian");
  REQUIRE(back_up(index, dir.path() + "/copy"));
  CHECK(examine_index(dir.path() + "/copy")->findings.empty());
}

TEST_CASE("backup: users' own files are copied too, those of others are not") {
  const TempDir dir;
  const std::string index = dir.path() + "/index";
  REQUIRE(put(index, 0, 2));
  fs::create_directories(index + "/watches/folder.json");
  std::ofstream(index + "/thesaurus.json") << "{}";
  for (const char* name : {"parks.json", "parks.json.part-7", "lock"}) {
    std::ofstream(index + "/watches/" + name) << "words";
  }
  // What an earlier copy left half made has such files too.
  fs::create_directories(dir.path() + "/copy.part/watches");
  std::ofstream(dir.path() + "/copy.part/watches/old.json") << "old";
  std::ofstream(dir.path() + "/copy.part/unfinished-copy") << "";
  const auto copied = back_up(index, dir.path() + "/copy");
  INFO((copied ? std::string() : copied.error().message));
  REQUIRE(copied);
  CHECK(fs::file_size(dir.path() + "/copy/thesaurus.json") == 2);
  std::vector<std::string> names;
  for (const auto& file : fs::directory_iterator(dir.path() + "/copy/watches")) {
    names.push_back(file.path().filename().string());
  }
  CHECK(names == std::vector<std::string>{"parks.json"});
}
