#include "index/catalogue.hpp"

#include <filesystem>

#include "index/catalogue_impl.hpp"
#include "index/catalogue_schema.hpp"
#include "index/catalogue_write.hpp"
#include "index/folder_errors.hpp"
#include "index/format.hpp"
#include "index/xapian_guard.hpp"

namespace moot {
namespace {

Error no_index(const std::string& directory) {
  return fail(ErrorKind::Index, "there is no index in this folder", directory,
              "make one with `moot ingest`");
}

std::uintmax_t size_of(const std::string& path) {
  std::error_code failed;
  const auto size = std::filesystem::file_size(path, failed);
  return failed ? 0 : size;
}

/// Whether there is a search index, and the catalogue that it was made from is gone. An empty one
/// in its place would lose what users said without a word.
bool lost_catalogue(const std::string& directory) {
  const std::string path = catalogue_path(directory);
  std::error_code failed;
  return size_of(path) == 0 && size_of(path + "-wal") == 0 &&
         std::filesystem::exists(shard_mark(directory), failed);
}

Error without_catalogue(const std::string& directory) {
  return fail(ErrorKind::Index,
              "the catalogue of this index is gone, with what was corrected and suppressed",
              directory,
              "put the last copy that `moot backup` made in its place; without one, move the "
              "folder away and ingest the files again");
}

/// Read-only where the folder cannot take SQLite's helper files.
Result<Connection> open_immutable(const std::string& directory) {
  std::error_code ignored;
  const auto left = std::filesystem::file_size(catalogue_path(directory) + "-wal", ignored);
  if (!ignored && left > 0) {
    return fail(ErrorKind::Index,
                "the last writer did not finish, and this folder cannot be written", directory,
                "open the index once where it can be written");
  }
  return Connection::open(catalogue_path(directory), Connection::Mode::Immutable);
}

}  // namespace

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
  if (lost_catalogue(directory)) return without_catalogue(directory);
  Result<Connection> connection =
      Connection::open(catalogue_path(directory), Connection::Mode::Write);
  if (!connection) return connection.error();
  if (auto ready = prepare_catalogue(*connection, directory); !ready) return ready.error();
  return Catalogue(std::make_unique<Impl>(Impl{std::move(*lock), std::move(*connection)}));
}

Result<Catalogue> Catalogue::open_reader(const std::string& directory) {
  if (auto there = must_exist(catalogue_path(directory), directory, no_index(directory)); !there) {
    return there.error();
  }
  Result<Connection> connection =
      Connection::open(catalogue_path(directory), Connection::Mode::Read);
  Result<std::int64_t> format = connection ? catalogue_format(*connection) : connection.error();
  if (!format && format.error().kind == ErrorKind::Io) {
    connection = open_immutable(directory);
    format = connection ? catalogue_format(*connection) : connection.error();
  }
  if (!format) return format.error();
  // The system keeps the file in memory, too: a larger cache would hold the same twice.
  if (auto set = connection->run("PRAGMA cache_size = -500"); !set) return set.error();
  if (*format == 0) return no_index(directory);
  if (*format != kCatalogueFormat) return other_catalogue_format(*format, directory);
  return Catalogue(std::make_unique<Impl>(Impl{std::nullopt, std::move(*connection)}));
}

Result<Done> Catalogue::check_format(const std::string& directory) {
  const auto connection = Connection::open(catalogue_path(directory), Connection::Mode::Read);
  if (!connection) return Done{};
  const auto format = catalogue_format(*connection);
  const bool ours = !format || *format == 0 || *format == kCatalogueFormat;
  return ours ? Result<Done>(Done{}) : other_catalogue_format(*format, directory);
}

Result<std::uint64_t> Catalogue::put(const std::vector<Update>& batch, const std::string& now) {
  const Connection& connection = impl_->connection;
  Transaction transaction(connection);
  if (auto begun = transaction.begin(); !begun) return begun.error();
  const Result<std::uint64_t> before = generation();
  if (!before) return before.error();
  const std::uint64_t next = *before + 1;
  if (auto done = write_updates(connection, batch, next, now); !done) return done.error();
  Statement noted(connection, "UPDATE state SET value = ? WHERE key = 'generation'");
  if (auto done = noted.bind(static_cast<std::int64_t>(next)).run(); !done) return done.error();
  if (auto done = transaction.commit(); !done) return done.error();
  return next;
}

Result<std::vector<Catalogue::Change>> Catalogue::changes_since(std::uint64_t generation) const {
  Statement row(impl_->connection,
                "SELECT sha256, generation FROM changes WHERE generation > ? "
                "ORDER BY generation, sha256");
  row.bind(static_cast<std::int64_t>(generation));
  std::vector<Change> changes;
  const auto done = row.each([&] {
    changes.push_back({row.text(0), static_cast<std::uint64_t>(row.number(1))});
  });
  if (!done) return done.error();
  return changes;
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
                "(SELECT count(*) FROM (SELECT DISTINCT kept AS sha256 FROM files) "
                "JOIN records USING(sha256)), (SELECT count(*) FROM records) FROM files");
  const Result<bool> found = row.step();
  if (!found) return found.error();
  return Totals{row.number(0),
                row.number(1),
                row.number(2),
                row.number(3),
                row.number(4),
                row.number(5),
                row.number(6) - row.number(5)};
}

const Connection& Catalogue::connection() const {
  return impl_->connection;
}

}  // namespace moot
