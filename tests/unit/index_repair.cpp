#include <catch2/catch.hpp>
#include <random>

#include <sqlite3.h>

#include "index/doctor.hpp"
#include "index/index.hpp"
#include "index/repair_marks.hpp"
#include "index/sqlite.hpp"
#include "tests/support/make_document.hpp"
#include "tests/support/make_update.hpp"

using namespace moot;
using namespace moot::test;

namespace {

/// An index of one small file and one whose stored document takes several megabytes.
struct Made : TempDir {
  Made() {
    auto catalogue = Catalogue::open_writer(path());
    REQUIRE(catalogue);
    const Document small = make_document("Benches.\n", "11aa");
    Document large = make_document("Benches too.\n", "22bb");
    std::mt19937 random;
    large.title.resize(12 << 20);
    for (char& letter : large.title) letter = static_cast<char>('a' + random() % 26);
    REQUIRE(catalogue->put({read_file("one.pdf", small, {make_record(small, "11aa-p1")}),
                            read_file("two.pdf", large, {make_record(large, "22bb-p1")})},
                           kNow));
    auto index = IndexWriter::open(path());
    REQUIRE(index);
    REQUIRE(bring_up_to_date(*catalogue, *index));
  }

  void sql(const std::string& statements) const {
    const auto connection = Connection::open(path() + "/catalogue.sqlite", Connection::Mode::Write);
    REQUIRE(connection);
    REQUIRE(connection->run(statements.c_str()));
  }

  /// A value that is NULL where that may not be: SQLite finds that, and has nothing against it.
  void put_null() const {
    const std::string begin = "PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = ";
    const std::string end = " WHERE name = 'corrections'";
    sql(begin + "replace(sql, 'made TEXT NOT NULL', 'made TEXT')" + end);
    sql("INSERT INTO corrections VALUES(1, 'none', '', 0, '', '', NULL)");
    sql(begin + "replace(sql, 'made TEXT', 'made TEXT NOT NULL')" + end);
  }
};

/// SQLite may take no more than this on top of what it has now.
struct LittleMemory {
  explicit LittleMemory(sqlite3_int64 bytes) {
    sqlite3_hard_heap_limit64(sqlite3_memory_used() + bytes);
  }
  ~LittleMemory() { sqlite3_hard_heap_limit64(0); }
};

std::vector<std::string> whats(const Diagnosis& diagnosis) {
  std::vector<std::string> whats;
  for (const Finding& finding : diagnosis.findings) whats.push_back(finding.what);
  return whats;
}

constexpr const char* kFile = "SQLite finds the catalogue's file damaged";
constexpr const char* kContent = "what is stored of a file is damaged";
constexpr const char* kTable = "the search index would not hear of a file";

}  // namespace

TEST_CASE("doctor: what SQLite's indexes made anew do not mend is told once, the rest is mended") {
  const Made index;
  index.put_null();
  SECTION("nothing else is wrong") {
    const auto repair = repair_index(index.path(), kNow);
    REQUIRE(repair);
    CHECK(whats(repair->before) == std::vector<std::string>{kFile});
    CHECK(repair->before.findings.front().count == 1);
    CHECK(whats(repair->after) == std::vector<std::string>{kFile});
    CHECK(repair->after.records == 2);
    CHECK(repair->files_to_read == 0);
  }
  SECTION("tables and content beneath it") {
    index.sql("UPDATE documents SET document = x'00' WHERE sha256 = '22bb'");
    index.sql("DELETE FROM changes WHERE sha256 = '11aa'");
    const auto repair = repair_index(index.path(), kNow);
    REQUIRE(repair);
    CHECK(whats(repair->before) == std::vector<std::string>{kFile, kTable, kContent});
    for (const Finding& finding : repair->before.findings) CHECK(finding.where.size() == 1);
    CHECK(whats(repair->after) == std::vector<std::string>{kFile});
    CHECK(repair->after.entries == 1);
    CHECK(repair->files_to_read == 1);
  }
}

TEST_CASE("doctor: what there is no memory to read is not damaged, and is not dropped") {
  const Made index;
  {
    const LittleMemory little(4 << 20);
    const auto examined = examine_index(index.path());
    const auto repaired = repair_index(index.path(), kNow);
    REQUIRE_FALSE(examined);
    REQUIRE_FALSE(repaired);
    for (const Error& error : {examined.error(), repaired.error()}) {
      CHECK_THAT(error.message, Catch::Contains("more memory than there is"));
      CHECK_THAT(error.hint, Catch::Contains("try again"));
    }
  }
  const auto diagnosis = examine_index(index.path());
  REQUIRE(diagnosis);
  CHECK(whats(*diagnosis).empty());
  CHECK(diagnosis->documents == 2);
}

TEST_CASE("doctor: a file that could not be read just now is none whose content was dropped") {
  const Made index;
  FileResult unreadable = failed_file("three.pdf", "");
  unreadable.file.size = kNoSize;
  unreadable.file.reason = "the file cannot be opened";
  REQUIRE(Catalogue::open_writer(index.path())->put({unreadable}, kNow));
  const auto repair = repair_index(index.path(), kNow);
  REQUIRE(repair);
  CHECK(repair->files_to_read == 0);
}
