#include "index/catalogue.hpp"

#include <array>
#include <filesystem>

#include "extractors/record_json.hpp"
#include "index/document_blob.hpp"
#include "index/folder_errors.hpp"
#include "index/packing.hpp"
#include "index/sqlite.hpp"
#include "index/writer_lock.hpp"

namespace moot {
namespace {

constexpr std::int64_t kFormat = 1;

// records.layout: Record::range and Record::sections, which are not part of the record's JSON.
constexpr const char* kSchema = R"(
CREATE TABLE state(key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO state VALUES('generation', 0);
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
PRAGMA user_version = 1;
)";

// The last code point there is: an id with it stands after every id that starts so.
constexpr const char* kLastLetter = "\xF4\x8F\xBF\xBF";

constexpr std::array<const char*, 4> kStates{"ingested", "partial", "failed", "skipped"};

constexpr const char* kSelectRecord =
    "SELECT r.record, r.layout, (SELECT path FROM files f WHERE f.sha256 = r.sha256 "
    "AND f.state IN ('ingested', 'partial') ORDER BY path LIMIT 1) FROM records r ";

FileState state_of(const std::string& name) {
  for (std::size_t i = 0; i < kStates.size(); ++i) {
    if (name == kStates[i]) return static_cast<FileState>(i);
  }
  return FileState::Failed;
}

std::string database_path(const std::string& directory) {
  return directory + "/catalogue.sqlite";
}

Error no_index(const std::string& directory) {
  return fail(ErrorKind::Index, "there is no index in this folder", directory,
              "make one with `moot ingest`");
}

Result<std::int64_t> number_of(const Connection& connection, const char* sql) {
  Statement statement(connection, sql);
  const Result<bool> row = statement.step();
  if (!row) return row.error();
  return *row ? statement.number(0) : 0;
}

/// 0 for a database without tables.
Result<std::int64_t> format_of(const Connection& connection) {
  return number_of(connection, "PRAGMA user_version");
}

Error other_format(std::int64_t format, const std::string& directory) {
  return fail(ErrorKind::Index,
              "the catalogue has format " + std::to_string(format) + ", this moot reads format " +
                  std::to_string(kFormat),
              directory, "ingest the files into a new folder with this version of moot");
}

std::string pack_layout(const Record& record) {
  std::string out;
  const auto pack_range = [&](TextRange range) {
    pack_number(out, range.begin);
    pack_number(out, range.end);
  };
  pack_range(record.range);
  pack_number(out, record.sections.size());
  for (const SectionRange& section : record.sections) {
    pack_text(out, section.heading);
    pack_range(section.range);
  }
  return out;
}

bool unpack_layout(const std::string& bytes, Record& record) {
  Unpacker in(bytes);
  const auto read_range = [&] {
    const std::size_t begin = in.number();
    return TextRange{begin, in.number()};
  };
  record.range = read_range();
  record.sections.resize(in.count());
  for (SectionRange& section : record.sections) {
    section.heading = in.text();
    section.range = read_range();
  }
  return in.ok() && in.done();
}

/// The record in the row of a statement that began with kSelectRecord.
Result<Record> record_in(const Statement& row) {
  Result<Record> record = parse_record(row.text(0));
  if (!record || !unpack_layout(row.text(1), *record)) {
    return fail(ErrorKind::Index, "a stored record is damaged", row.text(2),
                "ingest its file again");
  }
  if (const std::string path = row.text(2); !path.empty()) record->source.path = path;
  return record;
}

Result<Done> prepare_writer(const Connection& connection, const std::string& directory) {
  const Result<std::int64_t> format = format_of(connection);
  if (!format) return format.error();
  if (*format != 0 && *format != kFormat) return other_format(*format, directory);
  // FULL: after a power cut the catalogue must not be behind the search index.
  const Result<Done> set = connection.run(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;");
  if (!set || *format == kFormat) return set;
  Transaction transaction(connection);
  if (auto begun = transaction.begin(); !begun) return begun;
  if (auto made = connection.run(kSchema); !made) return made;
  return transaction.commit();
}

/// Read-only where the folder cannot take SQLite's helper files.
Result<Connection> open_immutable(const std::string& directory) {
  std::error_code ignored;
  const auto left = std::filesystem::file_size(database_path(directory) + "-wal", ignored);
  if (!ignored && left > 0) {
    return fail(ErrorKind::Index,
                "the last writer did not finish, and this folder cannot be written", directory,
                "open the index once where it can be written");
  }
  return Connection::open(database_path(directory), Connection::Mode::Immutable);
}

/// Writes the results of one batch, file by file.
class BatchWriter {
 public:
  BatchWriter(const Connection& connection, std::uint64_t generation)
      : connection_(connection), generation_(static_cast<std::int64_t>(generation)) {}

  Result<Done> put(const FileResult& result) {
    const Result<std::string> before = sha_of(result.file.path);
    if (!before) return before.error();
    if (auto done = put_row(result.file); !done) return done;
    if (*before != result.file.sha256) {
      if (auto done = drop_unused(*before); !done) return done;
    }
    const FileState state = result.file.state;
    const bool kept = state == FileState::Ingested || state == FileState::Partial;
    return kept ? put_records(result) : drop_unused(result.file.sha256);
  }

 private:
  Result<std::string> sha_of(const std::string& path) {
    sha_of_.bind(path);
    const Result<bool> row = sha_of_.step();
    if (!row) return row.error();
    std::string sha = *row ? sha_of_.text(0) : "";
    sha_of_.reset();
    return sha;
  }

  Result<Done> put_row(const FileRow& file) {
    put_row_.bind(file.path).bind(file.sha256).bind(file.size).bind(file.modified_ns);
    put_row_.bind(kStates[static_cast<std::size_t>(file.state)]);
    return put_row_.bind(file.reason).bind(file.hint).bind(generation_).run();
  }

  Result<Done> put_records(const FileResult& result) {
    const std::string& sha = result.file.sha256;
    if (auto done = put_document(result); !done) return done;
    if (auto done = drop_records_.bind(sha).run(); !done) return done;
    std::int64_t place = 0;
    for (const Record& record : result.records) {
      put_record_.bind(sha).bind(place++).bind(record.id).bind(to_json(record));
      if (auto done = put_record_.bind_bytes(pack_layout(record)).run(); !done) return done;
    }
    return note_change(sha);
  }

  Result<Done> put_document(const FileResult& result) {
    const Result<std::string> bytes = pack_document(result.document.value_or(Document{}));
    if (!bytes) return bytes.error();
    Statement& statement = result.document ? put_document_ : keep_document_;
    return statement.bind(result.file.sha256).bind_bytes(*bytes).run();
  }

  /// Removes records and Document of bytes that no ingested path has any more; where one still
  /// has them, its records may bear the path of another, so the index must look again.
  Result<Done> drop_unused(const std::string& sha) {
    if (sha.empty()) return Done{};
    if (auto done = drop_document_.bind(sha).run(); !done) return done;
    return note_change(sha);
  }

  Result<Done> note_change(const std::string& sha) {
    return note_change_.bind(sha).bind(generation_).run();
  }

  const Connection& connection_;
  std::int64_t generation_;
  Statement sha_of_{connection_, "SELECT sha256 FROM files WHERE path = ?"};
  Statement put_row_{connection_, "INSERT OR REPLACE INTO files VALUES(?, ?, ?, ?, ?, ?, ?, ?)"};
  Statement put_document_{connection_,
                          "INSERT INTO documents VALUES(?, ?) "
                          "ON CONFLICT(sha256) DO UPDATE SET document = excluded.document"};
  Statement keep_document_{connection_, "INSERT OR IGNORE INTO documents VALUES(?, ?)"};
  Statement drop_document_{connection_,
                           "DELETE FROM documents WHERE sha256 = ?1 AND NOT EXISTS (SELECT 1 FROM "
                           "files WHERE sha256 = ?1 AND state IN ('ingested', 'partial'))"};
  Statement drop_records_{connection_, "DELETE FROM records WHERE sha256 = ?"};
  Statement put_record_{connection_, "INSERT INTO records VALUES(?, ?, ?, ?, ?)"};
  Statement note_change_{connection_, "INSERT OR REPLACE INTO changes VALUES(?, ?)"};
};

}  // namespace

struct Catalogue::Impl {
  std::optional<WriterLock> lock;  // before the connection: let go of last
  Connection connection;
};

Catalogue::Catalogue(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Catalogue::Catalogue(Catalogue&&) noexcept = default;
Catalogue& Catalogue::operator=(Catalogue&&) noexcept = default;
Catalogue::~Catalogue() = default;

Result<Catalogue> Catalogue::open_writer(const std::string& directory) {
  std::error_code failed;
  std::filesystem::create_directories(directory, failed);
  if (failed) {
    return fail(ErrorKind::Io, "the folder cannot be made: " + failed.message(), directory);
  }
  Result<WriterLock> lock = WriterLock::take(directory);
  if (!lock) return lock.error();
  Result<Connection> connection =
      Connection::open(database_path(directory), Connection::Mode::Write);
  if (!connection) return connection.error();
  if (auto ready = prepare_writer(*connection, directory); !ready) return ready.error();
  return Catalogue(std::make_unique<Impl>(Impl{std::move(*lock), std::move(*connection)}));
}

Result<Catalogue> Catalogue::open_reader(const std::string& directory) {
  if (auto there = must_exist(database_path(directory), directory, no_index(directory)); !there) {
    return there.error();
  }
  Result<Connection> connection =
      Connection::open(database_path(directory), Connection::Mode::Read);
  Result<std::int64_t> format = connection ? format_of(*connection) : connection.error();
  if (!format && format.error().kind == ErrorKind::Io) {
    connection = open_immutable(directory);
    format = connection ? format_of(*connection) : connection.error();
  }
  if (!format) return format.error();
  if (*format == 0) return no_index(directory);
  if (*format != kFormat) return other_format(*format, directory);
  return Catalogue(std::make_unique<Impl>(Impl{std::nullopt, std::move(*connection)}));
}

Result<std::uint64_t> Catalogue::put(const std::vector<FileResult>& batch) {
  const Connection& connection = impl_->connection;
  Transaction transaction(connection);
  if (auto begun = transaction.begin(); !begun) return begun.error();
  const Result<std::uint64_t> before = generation();
  if (!before) return before.error();
  const std::uint64_t now = *before + 1;
  {
    BatchWriter writer(connection, now);
    for (const FileResult& result : batch) {
      if (auto done = writer.put(result); !done) return done.error();
    }
  }
  Statement noted(connection, "UPDATE state SET value = ? WHERE key = 'generation'");
  if (auto done = noted.bind(static_cast<std::int64_t>(now)).run(); !done) return done.error();
  if (auto done = transaction.commit(); !done) return done.error();
  return now;
}

Result<std::optional<FileRow>> Catalogue::file(const std::string& path) const {
  Statement row(impl_->connection,
                "SELECT sha256, size, modified_ns, state, reason, hint FROM files WHERE path = ?");
  const Result<bool> found = row.bind(path).step();
  if (!found) return found.error();
  if (!*found) return std::optional<FileRow>{};
  return std::optional<FileRow>{{path, row.text(0), row.number(1), row.number(2),
                                 state_of(row.text(3)), row.text(4), row.text(5)}};
}

Result<std::vector<std::string>> Catalogue::ids_from(const std::string& start) const {
  Statement row(impl_->connection,
                "SELECT DISTINCT id FROM records WHERE id >= ?1 AND id < ?2 ORDER BY id");
  row.bind(start).bind(start + kLastLetter);
  std::vector<std::string> ids;
  for (;;) {
    const Result<bool> found = row.step();
    if (!found) return found.error();
    if (!*found) return ids;
    ids.push_back(row.text(0));
  }
}

Result<std::optional<Record>> Catalogue::record(const std::string& id) const {
  if (id.empty()) return std::optional<Record>{};
  const std::string after = id + kLastLetter;
  const std::string sql = std::string(kSelectRecord) +
                          "WHERE r.id >= ?1 AND r.id < ?2 ORDER BY r.id <> ?1, r.id LIMIT 2";
  Statement row(impl_->connection, sql.c_str());
  Result<bool> found = row.bind(id).bind(after).step();
  if (!found) return found.error();
  if (!*found) return std::optional<Record>{};
  Result<Record> record = record_in(row);
  if (!record) return record.error();
  if (record->id == id) return std::optional<Record>(std::move(*record));
  found = row.step();
  if (!found) return found.error();
  if (*found) return std::optional<Record>{};
  return std::optional<Record>(std::move(*record));
}

Result<std::optional<Document>> Catalogue::document(const std::string& sha256) const {
  Statement row(impl_->connection, "SELECT document FROM documents WHERE sha256 = ?");
  const Result<bool> found = row.bind(sha256).step();
  if (!found) return found.error();
  if (!*found) return std::optional<Document>{};
  Result<Document> doc = unpack_document(row.text(0));
  if (!doc) return doc.error();
  return std::optional<Document>(std::move(*doc));
}

Result<std::vector<Catalogue::Change>> Catalogue::changes_since(std::uint64_t generation) const {
  Statement row(impl_->connection,
                "SELECT sha256, generation FROM changes WHERE generation > ? "
                "ORDER BY generation, sha256");
  row.bind(static_cast<std::int64_t>(generation));
  std::vector<Change> changes;
  for (;;) {
    const Result<bool> found = row.step();
    if (!found) return found.error();
    if (!*found) return changes;
    changes.push_back({row.text(0), static_cast<std::uint64_t>(row.number(1))});
  }
}

Result<std::vector<Record>> Catalogue::records_of(const std::string& sha256) const {
  const std::string sql = std::string(kSelectRecord) + "WHERE r.sha256 = ? ORDER BY r.place";
  Statement row(impl_->connection, sql.c_str());
  row.bind(sha256);
  std::vector<Record> records;
  for (;;) {
    const Result<bool> found = row.step();
    if (!found) return found.error();
    if (!*found) return records;
    Result<Record> record = record_in(row);
    if (!record) return record.error();
    records.push_back(std::move(*record));
  }
}

Result<std::uint64_t> Catalogue::generation() const {
  const auto number =
      number_of(impl_->connection, "SELECT value FROM state WHERE key = 'generation'");
  if (!number) return number.error();
  return static_cast<std::uint64_t>(*number);
}

Result<Catalogue::Totals> Catalogue::totals() const {
  Statement row(impl_->connection,
                "SELECT count(*), total(state = 'ingested'), total(state = 'partial'), "
                "total(state = 'failed'), total(state = 'skipped'), "
                "(SELECT count(*) FROM records) FROM files");
  const Result<bool> found = row.step();
  if (!found) return found.error();
  return Totals{row.number(0), row.number(1), row.number(2),
                row.number(3), row.number(4), row.number(5)};
}

}  // namespace moot
