#include <catch2/catch.hpp>
#include <fstream>

#define XAPIAN_MOVE_SEMANTICS
#include <sqlite3.h>
#include <xapian.h>

#include "extractors/record_json.hpp"
#include "index/doctor.hpp"
#include "index/index.hpp"
#include "index/query.hpp"
#include "index/record_layout.hpp"
#include "index/sqlite.hpp"
#include "tests/support/make_document.hpp"
#include "tests/support/make_update.hpp"

using namespace moot;
using namespace moot::test;
namespace fs = std::filesystem;

namespace {

FileResult file_of(const std::string& name, const std::string& sha, const std::string& text) {
  const Document doc = make_document(text, sha);
  FileResult result = read_file(name, doc, {make_record(doc, sha + "-p1")});
  result.file.sha256 = sha;
  return result;
}

/// An index of two files; the first had another version.
struct Made : TempDir {
  Made() {
    auto catalogue = Catalogue::open_writer(path());
    REQUIRE(catalogue);
    REQUIRE(catalogue->put({file_of("one.pdf", "00aa", "Swings.\n")}, kNow));
    REQUIRE(catalogue->put(
        {file_of("one.pdf", "11aa", "Benches.\n\fPonds.\n"),
         file_of("two.pdf", "22bb", "Benches too.\n"), failed_file("three.pdf", "33cc")},
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
};

std::string found(const std::string& dir, const std::string& query) {
  std::string ids;
  const auto searcher = Searcher::open(dir);
  REQUIRE(searcher);
  const auto results = searcher->search(*parse_query(query), {});
  REQUIRE(results);
  for (const Hit& hit : results->hits) ids += hit.entry.id + " ";
  return ids;
}

std::string told(const Diagnosis& diagnosis) {
  std::string text;
  for (const Finding& finding : diagnosis.findings) {
    text += finding.what + "\n";
    for (const std::string& where : finding.where) text += "  " + where + "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("doctor: a sound index has nothing to mend, and mending changes nothing") {
  const Made index;
  const auto diagnosis = examine_index(index.path());
  REQUIRE(diagnosis);
  CHECK(told(*diagnosis).empty());
  CHECK(diagnosis->files == 3);
  CHECK(diagnosis->documents == 3);
  CHECK(diagnosis->records == 3);
  CHECK(diagnosis->entries == 2);
  const auto repair = repair_index(index.path(), kNow);
  REQUIRE(repair);
  CHECK(repair->files_to_read == 0);
  CHECK(*Catalogue::open_reader(index.path())->generation() == 2);
}

TEST_CASE("doctor: what is wrong with the catalogue is told and mended") {
  struct Row {
    const char* damage;
    const char* what;
    const char* where;
    std::int64_t to_read;
    const char* found_after;
  };
  const Row rows[] = {
      {"UPDATE documents SET document = x'00' WHERE sha256 = '22bb'",
       "what is stored of a file is damaged", "two.pdf", 1, "11aa-p1 "},
      {"UPDATE records SET record = '{' WHERE sha256 = '11aa'",
       "what is stored of a file is damaged", "one.pdf", 1, "22bb-p1 "},
      {"UPDATE records SET layout = x'00ff7f00' WHERE sha256 = '00aa'",
       "what is stored of a file is damaged", "one.pdf", 0, "11aa-p1 22bb-p1 "},
      {"DELETE FROM records WHERE sha256 = '22bb'", "a document has no records", "two.pdf", 1,
       "11aa-p1 "},
      {"DELETE FROM documents WHERE sha256 = '22bb'",
       "a row of one table speaks of a row of another", "records", 1, "11aa-p1 "},
      {"DELETE FROM versions WHERE path = 'two.pdf'", "not in its history", "two.pdf", 0,
       "11aa-p1 22bb-p1 "},
      {"INSERT INTO versions VALUES('gone.pdf', 1, '22bb', '')", "history of a file that is not",
       "gone.pdf", 0, "11aa-p1 22bb-p1 "},
      {"DELETE FROM versions WHERE sha256 = '00aa'", "content is stored that no file", "00aa", 0,
       "11aa-p1 22bb-p1 "},
      {"DELETE FROM changes WHERE sha256 = '22bb'", "would not hear of a file", "two.pdf", 0,
       "11aa-p1 22bb-p1 "},
      {"UPDATE changes SET generation = 99 WHERE sha256 = '22bb'", "still to come", "22bb", 0,
       "11aa-p1 22bb-p1 "},
      {"UPDATE files SET kept = '00aa' WHERE path = 'one.pdf'", "does not stand for what was read",
       "one.pdf", 1, "22bb-p1 "},
      {"DELETE FROM state", "count of generations is lost", "generation", 0, "11aa-p1 22bb-p1 "},
      {"INSERT INTO facts VALUES('two.pdf', 0, '{', 0, 0)", "facts about a file", "two.pdf", 0,
       "11aa-p1 22bb-p1 "},
  };
  for (const Row& row : rows) {
    INFO(row.damage);
    const Made index;
    index.sql(row.damage);
    const auto diagnosis = examine_index(index.path());
    REQUIRE(diagnosis);
    CHECK_THAT(told(*diagnosis), Catch::Contains(row.what) && Catch::Contains(row.where));
    const auto repair = repair_index(index.path(), kNow);
    REQUIRE(repair);
    CHECK(told(repair->after).empty());
    CHECK(repair->files_to_read == row.to_read);
    CHECK(found(index.path(), "benches") == row.found_after);
    CHECK(told(*examine_index(index.path())).empty());
  }
}

TEST_CASE("doctor: damage beneath damage is mended at one go, and all of it is told") {
  const Made index;
  // An index of SQLite's that did not hear of a change to its table.
  index.sql(
      "CREATE TABLE hidden AS SELECT * FROM sqlite_master WHERE name = 'files_kept'; "
      "PRAGMA writable_schema = ON; DELETE FROM sqlite_master WHERE name = 'files_kept'");
  index.sql("UPDATE files SET kept = '00aa' WHERE path = 'one.pdf'");
  index.sql(
      "PRAGMA writable_schema = ON; INSERT INTO sqlite_master SELECT * FROM hidden; "
      "DELETE FROM hidden");
  const auto diagnosis = examine_index(index.path());
  REQUIRE(diagnosis);
  CHECK_THAT(told(*diagnosis), Catch::Contains("SQLite finds"));
  const auto repair = repair_index(index.path(), kNow);
  REQUIRE(repair);
  CHECK_THAT(told(repair->before),
             Catch::Contains("SQLite finds") && Catch::Contains("does not stand for"));
  CHECK(told(repair->after).empty());
  CHECK(repair->files_to_read == 1);
  CHECK(told(*examine_index(index.path())).empty());
}

TEST_CASE("doctor: a search index that cannot be written is made anew") {
  const Made index;
  fs::remove(index.path() + "/xapian/0/termlist.glass");
  CHECK_FALSE(examine_index(index.path())->findings.empty());
  const auto repair = repair_index(index.path(), kNow);
  REQUIRE(repair);
  CHECK(told(repair->after).empty());
  CHECK(IndexWriter::open(index.path()));
}

TEST_CASE("doctor: a catalogue that is gone is not begun anew beside its search index") {
  const Made index;
  for (const bool empty : {false, true}) {
    fs::remove(index.path() + "/catalogue.sqlite");
    if (empty) std::ofstream(index.path() + "/catalogue.sqlite").flush();
    const auto catalogue = Catalogue::open_writer(index.path());
    REQUIRE_FALSE(catalogue);
    CHECK_THAT(catalogue.error().hint, Catch::Contains("moot backup"));
    const auto repair = repair_index(index.path(), kNow);
    REQUIRE_FALSE(repair);
    CHECK_THAT(repair.error().hint, Catch::Contains("moot backup"));
  }
}

TEST_CASE("doctor: a file whose content was dropped looks changed and failed") {
  const Made index;
  index.sql("UPDATE documents SET document = x'00' WHERE sha256 = '22bb'");
  REQUIRE(repair_index(index.path(), kNow));
  const auto catalogue = Catalogue::open_reader(index.path());
  const auto row = catalogue->file("two.pdf");
  REQUIRE((row && *row));
  CHECK((*row)->state == FileState::Failed);
  CHECK((*row)->size == -1);
  CHECK((*row)->kept.empty());
  CHECK_THAT((*row)->hint, Catch::Contains("moot ingest --retry-failed"));
  CHECK_FALSE(catalogue->content("22bb")->has_value());
}

namespace {

void with_search(const std::string& dir,
                 const std::function<void(Xapian::WritableDatabase&)>& do_it) {
  Xapian::WritableDatabase database(dir + "/xapian/0", Xapian::DB_OPEN);
  do_it(database);
  database.commit();
}

void overwrite(const fs::path& file) {
  const auto size = fs::file_size(file);
  std::ofstream(file, std::ios::binary) << std::string(size, '\x5a');
}

}  // namespace

TEST_CASE("doctor: a search index that is not what it should be is made anew") {
  struct Row {
    const char* name;
    std::function<void(const std::string&)> damage;
    const char* what;
  };
  const Row rows[] = {
      {"none", [](const std::string& dir) { fs::remove_all(dir + "/xapian"); },
       "there is no search index"},
      {"half made", [](const std::string& dir) { fs::remove(dir + "/xapian/0/iamglass"); },
       "search index"},
      {"overwritten", [](const std::string& dir) { overwrite(dir + "/xapian/0/postlist.glass"); },
       "search index"},
      {"an entry lost",
       [](const std::string& dir) {
         with_search(dir, [](auto& database) { database.delete_document(std::string("XH22bb")); });
       },
       "does not have what the catalogue has"},
      {"an entry twice",
       [](const std::string& dir) {
         with_search(dir, [](auto& database) {
           const auto at = database.postlist_begin("XH22bb");
           database.add_document(database.get_document(*at));
         });
       },
       "does not have what the catalogue has"},
      {"an entry too many",
       [](const std::string& dir) {
         with_search(dir, [](auto& database) { database.add_document(Xapian::Document()); });
       },
       "entries of files that are not there"},
      {"older format",
       [](const std::string& dir) {
         with_search(dir, [](auto& database) { database.set_metadata("moot.format", "0"); });
       },
       "older format"},
      {"another catalogue's",
       [](const std::string& dir) {
         with_search(dir, [](auto& database) { database.set_metadata("moot.generation", "9"); });
       },
       "belongs to another catalogue"},
      {"behind",
       [](const std::string& dir) {
         with_search(dir, [](auto& database) { database.set_metadata("moot.generation", "1"); });
       },
       "behind the catalogue"},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    const Made index;
    row.damage(index.path());
    const auto diagnosis = examine_index(index.path());
    REQUIRE(diagnosis);
    CHECK_THAT(told(*diagnosis), Catch::Contains(row.what));
    const auto repair = repair_index(index.path(), kNow);
    REQUIRE(repair);
    CHECK(told(repair->after).empty());
    CHECK(found(index.path(), "benches") == "11aa-p1 22bb-p1 ");
    CHECK_FALSE(fs::exists(index.path() + "/rebuild"));
  }
}

TEST_CASE("doctor: what it cannot mend it says, and what to do") {
  SECTION("no index") {
    const TempDir dir;
    CHECK_THAT(examine_index(dir.path()).error().hint, Catch::Contains("moot backup"));
  }
  SECTION("no database") {
    const Made index;
    overwrite(index.path() + "/catalogue.sqlite");
    for (const auto& error :
         {examine_index(index.path()).error(), repair_index(index.path(), kNow).error()}) {
      CHECK_THAT(error.message, Catch::Contains("damaged"));
      CHECK_THAT(error.hint, Catch::Contains("moot backup") && Catch::Contains("ingest"));
    }
  }
  SECTION("later formats") {
    const Made index;
    with_search(index.path(), [](auto& database) { database.set_metadata("moot.format", "7"); });
    CHECK_THAT(repair_index(index.path(), kNow).error().hint, Catch::Contains("a later one"));
    index.sql("PRAGMA user_version = 7");
    CHECK_THAT(repair_index(index.path(), kNow).error().hint, Catch::Contains("a later one"));
    CHECK_THAT(Catalogue::open_reader(index.path()).error().hint, Catch::Contains("a later one"));
  }
  SECTION("a writer at work") {
    const Made index;
    const auto writer = Catalogue::open_writer(index.path());
    CHECK_THAT(examine_index(index.path()).error().message, Catch::Contains("being written by"));
  }
}

namespace {

/// Tables of format 1, as they were.
constexpr const char* kFormat1 = R"(
PRAGMA journal_mode = WAL;
CREATE TABLE state(key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO state VALUES('generation', 4);
CREATE TABLE files(path TEXT PRIMARY KEY, sha256 TEXT NOT NULL, size INTEGER NOT NULL,
  modified_ns INTEGER NOT NULL, state TEXT NOT NULL, reason TEXT NOT NULL, hint TEXT NOT NULL,
  generation INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX files_sha256 ON files(sha256);
CREATE TABLE documents(sha256 TEXT PRIMARY KEY, document BLOB NOT NULL);
CREATE TABLE records(sha256 TEXT NOT NULL REFERENCES documents(sha256) ON DELETE CASCADE,
  place INTEGER NOT NULL, id TEXT NOT NULL, record TEXT NOT NULL, layout BLOB NOT NULL,
  PRIMARY KEY(sha256, place));
CREATE INDEX records_id ON records(id);
CREATE TABLE changes(sha256 TEXT PRIMARY KEY, generation INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX changes_generation ON changes(generation);
INSERT INTO files VALUES('one.pdf', '11aa', 42, 7, 'ingested', '', '', 3);
INSERT INTO files VALUES('same.pdf', '11aa', 42, 8, 'partial', '', '', 4);
INSERT INTO files VALUES('bad.pdf', '22bb', 43, 9, 'ingested', '', '', 4);
INSERT INTO files VALUES('locked.pdf', '', 44, 10, 'failed', 'it is locked', 'ask', 4);
INSERT INTO changes VALUES('11aa', 3), ('99ff', 2), ('22bb', 4);
INSERT INTO documents VALUES('22bb', x'00');
PRAGMA user_version = 1;
)";

void make_format_1(const std::string& dir) {
  const auto connection = Connection::open(dir + "/catalogue.sqlite", Connection::Mode::Write);
  REQUIRE(connection);
  REQUIRE(connection->run(kFormat1));
  const Document doc = make_document("Benches.\n\fPonds.\n", "11aa");
  const Record record = make_record(doc, "11aa-p1");
  Statement document(*connection, "INSERT INTO documents VALUES('11aa', ?)");
  REQUIRE(document.bind_bytes(*pack_document(doc)).run());
  Statement row(*connection, "INSERT INTO records VALUES('11aa', 0, '11aa-p1', ?, ?)");
  REQUIRE(row.bind(to_json(record)).bind_bytes(pack_layout(record)).run());
}

}  // namespace

TEST_CASE("doctor: an index of format 1 is brought to the present one") {
  const TempDir dir;
  make_format_1(dir.path());
  CHECK_THAT(Catalogue::open_reader(dir.path()).error().hint,
             Catch::Contains("moot doctor --repair"));
  CHECK_THAT(Catalogue::open_writer(dir.path()).error().hint,
             Catch::Contains("moot doctor --repair"));
  CHECK_THAT(told(*examine_index(dir.path())), Catch::Contains("older format"));
  const auto repair = repair_index(dir.path(), kNow);
  REQUIRE(repair);
  CHECK(told(repair->after).empty());
  CHECK(repair->files_to_read == 1);
  CHECK(found(dir.path(), "benches") == "11aa-p1 ");
  const auto catalogue = Catalogue::open_reader(dir.path());
  REQUIRE(catalogue);
  CHECK(*catalogue->generation() == 5);
  CHECK(*catalogue->paths_of("11aa") == std::vector<std::string>{"one.pdf", "same.pdf"});
  CHECK(catalogue->versions("one.pdf")->front().since == kNow);
  const auto content = catalogue->content("11aa");
  REQUIRE((content && *content));
  CHECK((*content)->completeness.pages == 2);
  CHECK((*content)->completeness.letters == 12);
  CHECK((*content)->completeness.indexed == 12);
  CHECK((*catalogue->file("locked.pdf"))->reason == "it is locked");
  CHECK((*catalogue->file("one.pdf"))->modified_ns == 7);
  CHECK((*catalogue->file("bad.pdf"))->state == FileState::Failed);
  CHECK(catalogue->totals()->ingested == 1);
  CHECK(catalogue->totals()->partial == 1);
}

TEST_CASE("doctor: an older index that there is no memory to read stays as it is") {
  const TempDir dir;
  make_format_1(dir.path());
  const std::string path = dir.path() + "/catalogue.sqlite";
  REQUIRE(Connection::open(path, Connection::Mode::Write)
              ->run("UPDATE documents SET document = zeroblob(60000000) WHERE sha256 = '22bb'"));
  sqlite3_hard_heap_limit64(sqlite3_memory_used() + (24 << 20));
  const auto repair = repair_index(dir.path(), kNow);
  sqlite3_hard_heap_limit64(0);
  REQUIRE_FALSE(repair);
  CHECK_THAT(repair.error().message, Catch::Contains("more memory than there is"));
  CHECK_THAT(told(*examine_index(dir.path())), Catch::Contains("older format"));
}
