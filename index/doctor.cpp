#include "index/doctor.hpp"

#include <filesystem>
#include <optional>

#include "index/catalogue_schema.hpp"
#include "index/doctor_checks.hpp"
#include "index/folder_errors.hpp"
#include "index/format.hpp"
#include "index/index.hpp"
#include "index/repair_marks.hpp"
#include "index/upgrade.hpp"
#include "index/writer_lock.hpp"

namespace moot {
namespace {

namespace fs = std::filesystem;

/// What is beneath a damage is found when that is mended: structure, then tables, then entries.
constexpr int kMostRounds = 4;

constexpr const char* kOldFormat = "the index has an older format";

Error no_catalogue(const std::string& directory) {
  return fail(ErrorKind::Index, "there is no index in this folder", directory,
              "make one with `moot ingest`, or put a copy that `moot backup` made in its place");
}

/// What SQLite cannot read is past our help: the hint says what is left to do.
Error beyond_repair(Error error) {
  if (error.kind == ErrorKind::Index) {
    error.hint =
        "put the last copy that `moot backup` made in its place; without one, move the folder "
        "away and ingest the files again";
  }
  return error;
}

/// Keeps writers out. None where nobody can write anyway: the folder is read-only.
Result<std::optional<WriterLock>> keep_writers_out(const std::string& directory) {
  auto lock = WriterLock::take(directory);
  if (lock) return std::optional<WriterLock>(std::move(*lock));
  if (lock.error().kind == ErrorKind::Io) return std::optional<WriterLock>();
  return lock.error();
}

std::uintmax_t size_of(const std::string& path) {
  std::error_code failed;
  const auto size = fs::file_size(path, failed);
  return failed ? 0 : size;
}

void look_for_leftovers(const std::string& directory, Diagnosis& diagnosis) {
  for (const char* helper : {"-wal", "-journal"}) {
    const std::string path = catalogue_path(directory) + helper;
    if (size_of(path) == 0) continue;
    diagnosis.remarks.push_back(
        "a journal is left over, of a writer that was stopped or while "
        "somebody was reading: " +
        path);
  }
  std::error_code failed;
  if (fs::exists(rebuild_path(directory), failed)) {
    diagnosis.remarks.push_back("a folder is left over from mending that was stopped: " +
                                rebuild_path(directory));
  }
}

/// The format of the catalogue, which is ours or an older one.
Result<std::int64_t> readable_format(const std::string& directory) {
  if (auto there = must_exist(catalogue_path(directory), directory, no_catalogue(directory));
      !there) {
    return there.error();
  }
  const auto connection = Connection::open(catalogue_path(directory), Connection::Mode::Read);
  if (!connection) return beyond_repair(connection.error());
  const auto format = catalogue_format(*connection);
  // Read-only folders are open_reader()'s business.
  if (!format && format.error().kind == ErrorKind::Io) return kCatalogueFormat;
  if (!format) return beyond_repair(format.error());
  if (*format == 0) return no_catalogue(directory);
  if (*format > kCatalogueFormat) return other_catalogue_format(*format, directory);
  return format;
}

/// Looks at everything; \pre writers are kept out. `damaged` gets the content that cannot be read.
Result<Diagnosis> examine(const std::string& directory, std::vector<std::string>& damaged) {
  const auto format = readable_format(directory);
  if (!format) return format.error();
  Diagnosis diagnosis;
  look_for_leftovers(directory, diagnosis);
  if (*format < kCatalogueFormat) {
    note_finding(diagnosis, kOldFormat, "it is brought up to date; the papers are not needed",
                 "format " + std::to_string(*format) + ", the present one is " +
                     std::to_string(kCatalogueFormat));
    return diagnosis;
  }
  const auto catalogue = Catalogue::open_reader(directory);
  if (!catalogue) return catalogue.error();
  const Connection& connection = catalogue->connection();
  if (auto done = check_structure(connection, diagnosis); !done) return beyond_repair(done.error());
  if (!diagnosis.findings.empty()) return diagnosis;  // what else is found then means little
  const auto totals = catalogue->totals();
  if (!totals) return totals.error();
  diagnosis.files = totals->files;
  if (auto done = check_tables(connection, diagnosis); !done) return done.error();
  const auto note_damaged = [&](const std::string& sha) { damaged.push_back(sha); };
  if (auto done = check_content(*catalogue, diagnosis, note_damaged); !done) return done.error();
  // What cannot be read cannot be compared.
  if (!damaged.empty()) return diagnosis;
  if (auto done = check_search(*catalogue, directory, diagnosis); !done) return done.error();
  return diagnosis;
}

/// The format and SQLite's own structure. True where something was mended: what lies beneath can be
/// seen only now.
Result<bool> mend_structure(const Connection& connection, const std::string& directory,
                            const std::string& now) {
  const auto format = catalogue_format(connection);
  if (!format) return format.error();
  const bool old = *format < kCatalogueFormat;
  if (old) {
    if (auto done = upgrade_catalogue(connection, now); !done) return done.error();
  }
  if (auto ready = prepare_catalogue(connection, directory); !ready) return ready.error();
  Diagnosis structure;
  if (auto done = check_structure(connection, structure); !done) return done.error();
  if (structure.findings.empty()) return old;
  if (auto done = connection.run("REINDEX"); !done) return beyond_repair(done.error());
  return true;
}

/// Brings the search index to what the catalogue has, making it anew where it is not sound.
Result<Done> mend_search(const std::string& directory, bool anew) {
  const auto catalogue = Catalogue::open_reader(directory);
  if (!catalogue) return catalogue.error();
  if (!anew) {
    auto index = IndexWriter::open(directory);
    const auto done = index ? bring_up_to_date(*catalogue, *index) : Result<Done>(index.error());
    Diagnosis search;
    if (auto looked = check_search(*catalogue, directory, search); !looked) return looked;
    if (done && search.findings.empty()) return done;
  }
  return rebuild_search(*catalogue, directory);
}

/// Adds what a later look found to what earlier ones did.
void add_findings(Diagnosis& all, const Diagnosis& found) {
  all.findings.insert(all.findings.end(), found.findings.begin(), found.findings.end());
  all.remarks.insert(all.remarks.end(), found.remarks.begin(), found.remarks.end());
}

/// Mends what one look found; `damaged` is the content that it could not read.
Result<Done> mend(const std::string& directory, const std::string& now,
                  const std::vector<std::string>& damaged) {
  bool anew = false;
  {
    const auto connection = Connection::open(catalogue_path(directory), Connection::Mode::Write);
    if (!connection) return connection.error();
    const auto structure = mend_structure(*connection, directory, now);
    if (!structure) return structure.error();
    if (*structure) return Done{};
    const auto changed = mend_tables(*connection, damaged);
    if (!changed) return changed.error();
    anew = *changed;
    if (auto done = connection->run("PRAGMA wal_checkpoint(TRUNCATE)"); !done) return done;
  }
  if (auto done = mend_search(directory, anew); !done) return done;
  std::error_code failed;
  fs::remove_all(rebuild_path(directory), failed);
  return Done{};
}

Result<std::int64_t> files_to_read(const std::string& directory) {
  const auto catalogue = Catalogue::open_reader(directory);
  if (!catalogue) return catalogue.error();
  Statement row(catalogue->connection(), "SELECT count(*) FROM files WHERE size = ?");
  const auto found = row.bind(kNoSize).step();
  if (!found) return found.error();
  return row.number(0);
}

}  // namespace

Result<Diagnosis> examine_index(const std::string& directory) {
  if (auto there = must_exist(catalogue_path(directory), directory, no_catalogue(directory));
      !there) {
    return there.error();
  }
  const auto lock = keep_writers_out(directory);
  if (!lock) return lock.error();
  std::vector<std::string> damaged;
  return examine(directory, damaged);
}

Result<Repair> repair_index(const std::string& directory, const std::string& now) {
  if (auto there = must_exist(catalogue_path(directory), directory, no_catalogue(directory));
      !there) {
    return there.error();
  }
  const auto lock = WriterLock::take(directory);
  if (!lock) return lock.error();
  Repair repair;
  for (int round = 0;; ++round) {
    std::vector<std::string> damaged;
    auto found = examine(directory, damaged);
    if (!found) return found.error();
    const bool sound = found->findings.empty() && (round > 0 || found->remarks.empty());
    repair.after = std::move(*found);
    if (sound || round == kMostRounds) break;
    add_findings(repair.before, repair.after);
    if (auto done = mend(directory, now, damaged); !done) return done.error();
  }
  const auto to_read = files_to_read(directory);
  if (!to_read) return to_read.error();
  repair.files_to_read = *to_read;
  return repair;
}

}  // namespace moot
