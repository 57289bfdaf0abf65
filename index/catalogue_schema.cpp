#include "index/catalogue_schema.hpp"

#include "index/format.hpp"

namespace moot {
namespace {

// files.kept, versions: bytes whose records a path stands for, now and since when.
// documents.document: last, for SQLite reads all of it to reach a column that stands after it.
// records.layout: Record::range and Record::sections, which are not part of the record's JSON.
// near: bands of the records' signatures (near.hpp); records that share one may be alike.
// changes: files whose entries the search index must replace, with the generation of the change.
constexpr const char* kTables = R"(
CREATE TABLE state(key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO state VALUES('generation', 0);
CREATE TABLE files(path TEXT PRIMARY KEY, sha256 TEXT NOT NULL, size INTEGER NOT NULL,
  modified_ns INTEGER NOT NULL, state TEXT NOT NULL, reason TEXT NOT NULL, hint TEXT NOT NULL,
  reader TEXT NOT NULL, kept TEXT NOT NULL, tried TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX files_kept ON files(kept);
CREATE INDEX files_failed ON files(path) WHERE state <> 'ingested';
CREATE TABLE versions(path TEXT NOT NULL, number INTEGER NOT NULL, sha256 TEXT NOT NULL,
  since TEXT NOT NULL, PRIMARY KEY(path, number)) WITHOUT ROWID;
CREATE INDEX versions_sha256 ON versions(sha256);
CREATE TABLE documents(sha256 TEXT PRIMARY KEY, state TEXT NOT NULL, reader TEXT NOT NULL,
  rules TEXT NOT NULL, pages INTEGER NOT NULL, pages_with_text INTEGER NOT NULL,
  pages_ocr INTEGER NOT NULL, pages_poor INTEGER NOT NULL, letters INTEGER NOT NULL,
  indexed INTEGER NOT NULL, document BLOB NOT NULL);
CREATE TABLE records(key INTEGER PRIMARY KEY, sha256 TEXT NOT NULL
  REFERENCES documents(sha256) ON DELETE CASCADE, place INTEGER NOT NULL, id TEXT NOT NULL,
  record TEXT NOT NULL, layout BLOB NOT NULL, signature BLOB NOT NULL, UNIQUE(sha256, place));
CREATE INDEX records_id ON records(id);
CREATE TABLE near(band INTEGER NOT NULL, record INTEGER NOT NULL
  REFERENCES records(key) ON DELETE CASCADE, PRIMARY KEY(band, record)) WITHOUT ROWID;
CREATE INDEX near_record ON near(record);
CREATE TABLE facts(path TEXT NOT NULL, origin INTEGER NOT NULL, facts TEXT NOT NULL,
  size INTEGER NOT NULL, modified_ns INTEGER NOT NULL, PRIMARY KEY(path, origin)) WITHOUT ROWID;
CREATE TABLE corrections(number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL,
  pointer TEXT NOT NULL, suppressed INTEGER NOT NULL, value TEXT NOT NULL, before TEXT NOT NULL,
  made TEXT NOT NULL);
CREATE INDEX corrections_id ON corrections(id);
CREATE TABLE ocr(sha256 TEXT NOT NULL, page INTEGER NOT NULL, how TEXT NOT NULL,
  words BLOB NOT NULL, PRIMARY KEY(sha256, how, page)) WITHOUT ROWID;
CREATE TABLE changes(sha256 TEXT PRIMARY KEY, generation INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX changes_generation ON changes(generation);
PRAGMA user_version = 2;
)";

}  // namespace

std::string catalogue_path(const std::string& directory) {
  return directory + "/catalogue.sqlite";
}

Result<std::int64_t> number_of(const Connection& connection, const char* sql) {
  Statement statement(connection, sql);
  const Result<bool> row = statement.step();
  if (!row) return row.error();
  return *row ? statement.number(0) : 0;
}

Result<std::int64_t> catalogue_format(const Connection& connection) {
  return number_of(connection, "PRAGMA user_version");
}

Error other_catalogue_format(std::int64_t format, const std::string& directory) {
  return other_format("the index", format, kCatalogueFormat, directory);
}

Result<Done> make_tables(const Connection& connection) {
  return connection.run(kTables);
}

Result<Done> prepare_catalogue(const Connection& connection, const std::string& directory) {
  const Result<std::int64_t> format = catalogue_format(connection);
  if (!format) return format.error();
  if (*format != 0 && *format != kCatalogueFormat) {
    return other_catalogue_format(*format, directory);
  }
  // FULL: after a power cut the catalogue must not be behind the search index.
  const Result<Done> set = connection.run(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; "
      "PRAGMA cache_size = -500;");
  if (!set || *format == kCatalogueFormat) return set;
  Transaction transaction(connection);
  if (auto begun = transaction.begin(); !begun) return begun;
  if (auto made = make_tables(connection); !made) return made;
  return transaction.commit();
}

}  // namespace moot
