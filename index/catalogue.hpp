#pragma once
/// \file The catalogue: SQLite, the truth of an index folder. Files, records, and each file's
/// Document, compressed. A file's records belong to its bytes (SHA-256): two paths with the same
/// bytes share them.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "extractors/record.hpp"
#include "pipeline/document.hpp"
#include "pipeline/result.hpp"

namespace moot {

/// What became of a file.
enum class FileState { Ingested, Partial, Failed, Skipped };

/// One file that was offered for ingestion.
struct FileRow {
  std::string path;
  std::string sha256;  ///< empty where it could not be read
  std::int64_t size = 0;
  std::int64_t modified_ns = 0;
  FileState state = FileState::Ingested;
  std::string reason;  ///< for Failed and Skipped: the Error's message
  std::string hint;
};

/// One file's results, put in one transaction with others of its batch.
struct FileResult {
  FileRow file;
  std::vector<Record> records;       ///< empty unless Ingested or Partial
  std::optional<Document> document;  ///< none: the stored one stays (records made anew from it)
};

/// An open catalogue. Move-only; one writer at a time, any number of readers. Each object is for
/// one thread at a time.
class Catalogue {
 public:
  /// Opens DIR/catalogue.sqlite for writing, making the folder and the file where they are not
  /// there. Fails with Index when another writer holds the lock (the message says who) or the
  /// format is another one, with Io when nothing can be written there.
  static Result<Catalogue> open_writer(const std::string& directory);

  /// Opens for reading; works on a read-only folder. Fails with Index when there is no index, when
  /// its format is another one, or when a writer's crash left work in a folder that cannot be
  /// written now.
  static Result<Catalogue> open_reader(const std::string& directory);

  /// Puts one batch in one transaction and gives its generation (1, 2, ...). Results replace what
  /// was there for the same path; records and Document go when no ingested path has their bytes.
  Result<std::uint64_t> put(const std::vector<FileResult>& batch);

  /// The row of a path, if it was ever offered.
  Result<std::optional<FileRow>> file(const std::string& path) const;

  /// The record with this id, or else the only one whose id starts so. Source::path is that of
  /// the first path, in order of name, that has the bytes now.
  Result<std::optional<Record>> record(const std::string& id) const;

  /// The ids that start so, in order; all where `start` is empty.
  Result<std::vector<std::string>> ids_from(const std::string& start) const;

  /// The Document of a file by its SHA-256.
  Result<std::optional<Document>> document(const std::string& sha256) const;

  /// A file whose entries the search index must replace: put or removed since.
  struct Change {
    std::string sha256;
    std::uint64_t generation = 0;  ///< of its last change
  };
  /// What changed in generations after `generation`, in order of generation.
  Result<std::vector<Change>> changes_since(std::uint64_t generation) const;

  /// All records of a file by its SHA-256, in page order; empty when it is not ingested any more.
  Result<std::vector<Record>> records_of(const std::string& sha256) const;

  /// Of the last batch; 0 for an empty catalogue.
  Result<std::uint64_t> generation() const;

  struct Totals {
    std::int64_t files = 0, ingested = 0, partial = 0, failed = 0, skipped = 0, records = 0;
  };
  Result<Totals> totals() const;

  Catalogue(Catalogue&&) noexcept;
  Catalogue& operator=(Catalogue&&) noexcept;
  ~Catalogue();

 private:
  struct Impl;
  explicit Catalogue(std::unique_ptr<Impl>);
  std::unique_ptr<Impl> impl_;
};

}  // namespace moot
