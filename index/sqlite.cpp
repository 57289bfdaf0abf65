#include "index/sqlite.hpp"

#include <array>
#include <cerrno>

#include <sqlite3.h>

#include "index/folder_errors.hpp"

namespace moot {
namespace {

constexpr int kBusyMilliseconds = 10'000;

/// The path as a file: URI, for SQLite takes `immutable` in no other way.
std::string to_uri(const std::string& path, const char* parameters) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string uri = "file:";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '?' || c == '#' || c == '%' || byte < 0x21 || byte > 0x7e) {
      uri += '%';
      uri += kHex[byte >> 4];
      uri += kHex[byte & 15];
    } else {
      uri += c;
    }
  }
  // "//" at the start of a path would be read as a host.
  if (uri.starts_with("file://")) uri.insert(5, "//");
  return uri + "?" + parameters;
}

Error sqlite_error(int code, const std::string& detail, const std::string& path) {
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return fail(ErrorKind::Index, "the catalogue is locked by another program", path,
                  "try again when the other program is done");
    case SQLITE_NOMEM:
      return fail(ErrorKind::Index, "the catalogue needs more memory than there is", path,
                  "try again when more memory is free");
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
      return fail(ErrorKind::Index, "the catalogue is damaged: " + detail, path,
                  "ingest the files again into a new folder");
    case SQLITE_FULL:
      return disk_full(path);
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_IOERR:
      return fail(ErrorKind::Io, "the catalogue cannot be used: " + detail, path);
    default:
      return fail(ErrorKind::Index, "the catalogue failed: " + detail, path);
  }
}

/// SQLite has SQLITE_FULL for one of the system's codes only; of others (quotas, limits on the size
/// of files) it says where writing failed, and the system's own code is often overwritten since.
bool cannot_grow(sqlite3* database) {
  switch (sqlite3_extended_errcode(database)) {
    case SQLITE_IOERR_WRITE:
    case SQLITE_IOERR_FSYNC:
    case SQLITE_IOERR_TRUNCATE:
    case SQLITE_IOERR_SHMSIZE:
      return true;
    default:
      return is_disk_full(sqlite3_system_errno(database));
  }
}

}  // namespace

void Connection::Close::operator()(sqlite3* database) const {
  sqlite3_close_v2(database);
}

Result<Connection> Connection::open(const std::string& path, Mode mode) {
  constexpr std::array<const char*, 3> kParameters{"mode=rwc", "mode=ro", "mode=ro&immutable=1"};
  const std::string uri = to_uri(path, kParameters[static_cast<std::size_t>(mode)]);
  const int flags =
      SQLITE_OPEN_URI |
      (mode == Mode::Write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY);
  sqlite3* database = nullptr;
  const int code = sqlite3_open_v2(uri.c_str(), &database, flags, nullptr);
  Connection connection(database, path);
  if (code != SQLITE_OK) {
    return sqlite_error(code, database != nullptr ? sqlite3_errmsg(database) : "out of memory",
                        path);
  }
  sqlite3_busy_timeout(database, kBusyMilliseconds);
  return connection;
}

Result<Done> Connection::run(const char* sql) const {
  const int code = sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return to_error(code);
  return Done{};
}

Error Connection::to_error(int code) const {
  failed_ = code;
  const bool on_disk = (code & 0xff) == SQLITE_IOERR || (code & 0xff) == SQLITE_CANTOPEN;
  if (on_disk && cannot_grow(database_.get())) return disk_full(path_);
  return sqlite_error(code, sqlite3_errmsg(database_.get()), path_);
}

bool Connection::was_hindered() const {
  switch (failed_ & 0xff) {
    case SQLITE_OK:
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return false;
    default:
      return true;
  }
}

bool is_damage(const Connection& connection, const Error& error) {
  return error.kind != ErrorKind::Io && !connection.was_hindered();
}

void Statement::Finalize::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

Statement::Statement(const Connection& connection, const char* sql) : connection_(&connection) {
  sqlite3_stmt* statement = nullptr;
  code_ = sqlite3_prepare_v2(connection.get(), sql, -1, &statement, nullptr);
  statement_.reset(statement);
}

Statement& Statement::bind(std::string_view text) {
  if (code_ == SQLITE_OK) {
    code_ = sqlite3_bind_text64(statement_.get(), ++bound_, text.data() ? text.data() : "",
                                text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  }
  return *this;
}

Statement& Statement::bind(std::int64_t number) {
  if (code_ == SQLITE_OK) code_ = sqlite3_bind_int64(statement_.get(), ++bound_, number);
  return *this;
}

Statement& Statement::bind_number(double number) {
  if (code_ == SQLITE_OK) code_ = sqlite3_bind_double(statement_.get(), ++bound_, number);
  return *this;
}

Statement& Statement::bind_null() {
  if (code_ == SQLITE_OK) code_ = sqlite3_bind_null(statement_.get(), ++bound_);
  return *this;
}

Statement& Statement::bind_bytes(std::string_view bytes) {
  if (code_ == SQLITE_OK) {
    code_ = sqlite3_bind_blob64(statement_.get(), ++bound_, bytes.data() ? bytes.data() : "",
                                bytes.size(), SQLITE_TRANSIENT);
  }
  return *this;
}

Result<bool> Statement::step() {
  if (code_ != SQLITE_OK) return connection_->to_error(code_);
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  return connection_->to_error(code);
}

Result<Done> Statement::run() {
  const Result<bool> row = step();
  reset();
  if (!row) return row.error();
  return Done{};
}

void Statement::reset() {
  if (statement_) sqlite3_reset(statement_.get());
  bound_ = 0;
}

std::string Statement::text(int column) const {
  const void* bytes = sqlite3_column_blob(statement_.get(), column);
  const int size = sqlite3_column_bytes(statement_.get(), column);
  if (bytes == nullptr || size <= 0) return {};
  return {static_cast<const char*>(bytes), static_cast<std::size_t>(size)};
}

std::int64_t Statement::number(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

Snapshot::~Snapshot() {
  if (open_) static_cast<void>(connection_.run("ROLLBACK"));
}

Result<Done> Snapshot::begin() {
  Result<Done> begun = connection_.run("BEGIN");
  open_ = begun.has_value();
  // SQLite looks at the database no earlier than it must.
  if (begun) begun = Statement(connection_, "SELECT count(*) FROM sqlite_schema").run();
  return begun;
}

Transaction::~Transaction() {
  // Nothing can be done about a failing ROLLBACK: SQLite itself rolls back when it next opens.
  if (open_) static_cast<void>(connection_.run("ROLLBACK"));
}

Result<Done> Transaction::begin() {
  Result<Done> begun = connection_.run("BEGIN IMMEDIATE");
  open_ = begun.has_value();
  return begun;
}

Result<Done> Transaction::commit() {
  Result<Done> done = connection_.run("COMMIT");
  if (done) open_ = false;
  return done;
}

}  // namespace moot
