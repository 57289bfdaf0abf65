#pragma once
/// \file The catalogue: SQLite, the truth of an index folder. Files and their versions, records,
/// and each file's Document, compressed. Content belongs to bytes (SHA-256): paths with the same
/// bytes share it, and what a path stood for before is kept beside what it stands for now.
///
/// Records are stored as extraction gave them. What the user says of them, facts beside files and
/// corrections, is put in whenever one is read here.

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "extractors/blanking.hpp"
#include "extractors/corrections.hpp"
#include "extractors/record.hpp"
#include "index/update.hpp"
#include "pipeline/document.hpp"
#include "pipeline/result.hpp"

namespace moot {

class Connection;

/// What is known of bytes that were read.
struct ContentRow {
  FileState state = FileState::Ingested;  ///< Ingested or Partial
  std::string reader;                     ///< what read them
  std::string rules;                      ///< what made the records
  Completeness completeness;
};

/// What a path stood for from some time on.
struct Version {
  int number = 0;  ///< from 1
  std::string sha256;
  std::string since;  ///< when it was ingested
};

/// A correction, and the record that it is of.
struct CorrectionRow {
  std::int64_t number = 0;
  std::string id;
  Correction correction;
  bool holds = true;  ///< false: the record has nothing any more that it speaks of
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

  /// Fails with Index where the catalogue in the folder has another format; passes where it cannot
  /// be read. For those who need the search index alone.
  static Result<Done> check_format(const std::string& directory);

  /// Puts one batch in one transaction and gives its generation (1, 2, ...). `now` is the time as
  /// it is shown later. The content of a file stays while a path has it or had it.
  Result<std::uint64_t> put(const std::vector<Update>& batch, const std::string& now);

  /// The row of a path, if it was ever offered.
  Result<std::optional<FileRow>> file(const std::string& path) const;

  /// Which rows next_file() goes through.
  enum class Rows { All, NotIngested };
  /// The first row, in order of path, whose path comes after `after`. Going on so needs no memory
  /// and holds nothing open between the calls.
  Result<std::optional<FileRow>> next_file(Rows rows, const std::string& after) const;

  /// Paths that stand for these bytes now, in order; `most` of them.
  Result<std::vector<std::string>> paths_of(const std::string& sha256,
                                            std::size_t most = std::string::npos) const;

  /// Paths that stand for these bytes now or did so before, in order.
  Result<std::vector<std::string>> paths_ever_of(const std::string& sha256) const;

  /// What a path stood for, oldest first.
  Result<std::vector<Version>> versions(const std::string& path) const;

  /// What is known of these bytes, if they were read.
  Result<std::optional<ContentRow>> content(const std::string& sha256) const;

  /// The facts that a user gave for a path, if any.
  Result<std::optional<FactsGiven>> facts(const std::string& path, FactsOrigin origin) const;

  /// Words of these bytes that users have suppressed: to be blanked wherever something of the file
  /// is shown that does not come from here.
  Result<std::vector<HiddenWords>> hidden_words(const std::string& sha256) const;

  /// Whether there are any from this origin.
  Result<bool> has_facts(FactsOrigin origin) const;

  /// Pages of these bytes that OCR has read so, by number: pack_ocr_page().
  Result<std::map<int, std::string>> ocr_pages(const std::string& sha256,
                                               const std::string& how) const;

  /// The record with this id, or else the only one whose id starts so, or else the one of the same
  /// bytes that holds the page in the id (better splitting moves where papers begin). Source::path
  /// is that of the first path, in order of name, that has the bytes now, or else had them.
  Result<std::optional<Record>> record(const std::string& id) const;

  /// The ids that start so, in order; all where `start` is empty.
  Result<std::vector<std::string>> ids_from(const std::string& start) const;

  /// The Document of a file by its SHA-256, without the words that a user has suppressed.
  Result<std::optional<Document>> document(const std::string& sha256) const;

  /// All records of a file by its SHA-256, in page order, also of a version that no path has now.
  Result<std::vector<Record>> records_of(const std::string& sha256) const;

  /// Document and records as they were made, without what users say. For making records anew.
  Result<std::optional<Document>> raw_document(const std::string& sha256) const;
  Result<std::vector<Record>> raw_records_of(const std::string& sha256) const;

  /// The document as it is stored: pack_document().
  Result<std::optional<std::string>> packed_document(const std::string& sha256) const;

  /// Records that were made of these bytes, with what users say, as records_of() would give them.
  Result<std::vector<Record>> as_users_see(const std::string& sha256,
                                           std::vector<Record> made) const;

  /// Which contents next_content() goes through.
  enum class Contents { Present, WithOldVersions };
  /// The bytes, in order of SHA-256, that come after `after` and that a path stands for now, or
  /// has stood for.
  Result<std::optional<std::string>> next_content(const std::string& after,
                                                  Contents contents = Contents::Present) const;

  /// Ids of records that may be nearly the same paper, with the likeness that their signatures
  /// tell (near.hpp), most alike first. Only of papers that a path stands for now.
  struct Near {
    std::string id;
    double likeness = 0;
  };
  Result<std::vector<Near>> near(const std::string& id) const;

  /// All corrections, in the order in which they were made. Words that other corrections of the
  /// file suppress are blanked in their values, but not in Correction::before.
  Result<std::vector<CorrectionRow>> corrections() const;

  /// The number of the correction that was made last; 0 where there is none.
  Result<std::int64_t> last_correction() const;

  /// A file whose entries the search index must replace: put or removed since.
  struct Change {
    std::string sha256;
    std::uint64_t generation = 0;  ///< of its last change
  };
  /// What changed in generations after `generation`, in order of generation.
  Result<std::vector<Change>> changes_since(std::uint64_t generation) const;

  /// Of the last batch; 0 for an empty catalogue.
  Result<std::uint64_t> generation() const;

  struct Totals {
    std::int64_t files = 0, ingested = 0, partial = 0, failed = 0, skipped = 0;
    std::int64_t records = 0;  ///< of present versions
    std::int64_t old_records = 0;
  };
  Result<Totals> totals() const;

  /// For the other parts of index/ that ask the tables: coverage, doctor, backup.
  const Connection& connection() const;

  Catalogue(Catalogue&&) noexcept;
  Catalogue& operator=(Catalogue&&) noexcept;
  ~Catalogue();

 private:
  struct Impl;
  explicit Catalogue(std::unique_ptr<Impl>);
  Result<std::optional<Record>> raw_record(const std::string& id) const;
  Result<std::optional<Record>> record_with_page(const std::string& id) const;
  std::unique_ptr<Impl> impl_;
};

}  // namespace moot
