#include "index/doctor.hpp"

#include <algorithm>
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

/// What SQLite cannot read is past our help: the hint says what is left to do. Not of what can be
/// read another time.
Error beyond_repair(const Connection& connection, Error error) {
  const bool hopeless = error.kind == ErrorKind::Index && error.hint.empty();
  if (hopeless || is_damage(connection, error)) {
    error.hint =
        "put the last copy that `moot backup` made in its place; without one, move the folder "
        "away and ingest the files again";
  }
  return error;
}

/// What one look found, and what mending must know of it.
struct Look {
  Diagnosis diagnosis;
  bool old = false;                  ///< an older format; nothing else was looked at
  bool file_damaged = false;         ///< SQLite finds its own structure damaged
  std::vector<std::string> damaged;  ///< SHA-256 of content that cannot be read
};

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
  if (!connection) return connection.error();
  const auto format = catalogue_format(*connection);
  // Read-only folders are open_reader()'s business.
  if (!format && format.error().kind == ErrorKind::Io) return kCatalogueFormat;
  if (!format) return beyond_repair(*connection, format.error());
  if (*format == 0) return no_catalogue(directory);
  if (*format > kCatalogueFormat) return other_catalogue_format(*format, directory);
  return format;
}

/// Looks at what stands on SQLite's own structure.
Result<Done> examine_stored(const Catalogue& catalogue, const std::string& directory, Look& look) {
  const Connection& connection = catalogue.connection();
  const auto totals = catalogue.totals();
  if (!totals) return beyond_repair(connection, totals.error());
  look.diagnosis.files = totals->files;
  const auto note_damaged = [&](const std::string& sha) { look.damaged.push_back(sha); };
  auto done = check_tables(connection, look.diagnosis);
  if (done) done = check_content(catalogue, look.diagnosis, note_damaged);
  if (!done) return beyond_repair(connection, done.error());
  // What cannot be read cannot be compared.
  if (!look.damaged.empty()) return Done{};
  return check_search(catalogue, directory, look.diagnosis);
}

/// Looks at everything; \pre writers are kept out. Where SQLite's own structure is damaged, what
/// stands on it is looked at only with `beneath`: SQLite's indexes are as good as they can be made.
Result<Look> examine(const std::string& directory, bool beneath) {
  const auto format = readable_format(directory);
  if (!format) return format.error();
  Look look;
  look_for_leftovers(directory, look.diagnosis);
  look.old = *format < kCatalogueFormat;
  if (look.old) {
    note_finding(look.diagnosis, kOldFormat, "it is brought up to date; the papers are not needed",
                 "format " + std::to_string(*format) + ", the present one is " +
                     std::to_string(kCatalogueFormat));
    return look;
  }
  const auto catalogue = Catalogue::open_reader(directory);
  if (!catalogue) return catalogue.error();
  const Connection& connection = catalogue->connection();
  if (auto done = check_structure(connection, look.diagnosis); !done) {
    return beyond_repair(connection, done.error());
  }
  look.file_damaged = !look.diagnosis.findings.empty();
  if (look.file_damaged && !beneath) return look;  // what else is found would mean little
  if (auto done = examine_stored(*catalogue, directory, look); !done) return done.error();
  return look;
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

bool has(const std::vector<std::string>& texts, const std::string& text) {
  return std::find(texts.begin(), texts.end(), text) != texts.end();
}

/// Adds what a later look found to what earlier ones did, each place once.
void add_findings(Diagnosis& all, const Diagnosis& found) {
  for (const Finding& finding : found.findings) {
    auto told = std::find_if(all.findings.begin(), all.findings.end(),
                             [&](const Finding& other) { return other.what == finding.what; });
    if (told == all.findings.end()) {
      all.findings.push_back(finding);
      continue;
    }
    const std::size_t before = told->where.size();
    for (const std::string& where : finding.where) {
      if (!has(told->where, where)) told->where.push_back(where);
    }
    told->count = std::max(told->count + told->where.size() - before, finding.count);
  }
  for (const std::string& remark : found.remarks) {
    if (!has(all.remarks, remark)) all.remarks.push_back(remark);
  }
}

bool same_findings(const Diagnosis& a, const Diagnosis& b) {
  return std::equal(a.findings.begin(), a.findings.end(), b.findings.begin(), b.findings.end(),
                    [](const Finding& x, const Finding& y) {
                      return x.what == y.what && x.count == y.count && x.where == y.where;
                    });
}

/// Tables that agree, without the content that cannot be read. True where something was changed.
Result<bool> mend_catalogue(const Connection& connection, const std::string& directory,
                            const std::vector<std::string>& damaged) {
  if (auto ready = prepare_catalogue(connection, directory); !ready) return ready.error();
  const auto changed = mend_tables(connection, damaged);
  if (!changed) return changed.error();
  if (auto done = connection.run("PRAGMA wal_checkpoint(TRUNCATE)"); !done) return done.error();
  return changed;
}

/// Mends what one look found, as far down as it looked: what lies beneath can be seen only then.
Result<Done> mend(const std::string& directory, const std::string& now, const Look& look,
                  bool beneath) {
  bool anew = false;
  {
    const auto connection = Connection::open(catalogue_path(directory), Connection::Mode::Write);
    if (!connection) return connection.error();
    if (look.old) return upgrade_catalogue(*connection, now);
    if (look.file_damaged && !beneath) {
      const auto done = connection->run("REINDEX");
      return done ? done : beyond_repair(*connection, done.error());
    }
    const auto changed = mend_catalogue(*connection, directory, look.damaged);
    if (!changed) return changed.error();
    anew = *changed;
  }
  if (auto done = mend_search(directory, anew); !done) return done;
  std::error_code failed;
  fs::remove_all(rebuild_path(directory), failed);
  return Done{};
}

/// Whether mending again would change nothing: it did not help the last time, or all that is left
/// is what SQLite's indexes, made anew, did not mend.
bool is_past_mending(const Look& look, const Diagnosis& last, bool beneath) {
  const bool only_file = look.file_damaged && look.diagnosis.findings.size() == 1;
  return same_findings(look.diagnosis, last) || (beneath && only_file);
}

/// Looks and mends, layer by layer, until there is nothing left that can be mended.
Result<Repair> mend_all(const std::string& directory, const std::string& now) {
  Repair repair;
  bool beneath = false;
  for (int round = 0;; ++round) {
    auto look = examine(directory, beneath);
    if (!look) return look.error();
    const Diagnosis& found = look->diagnosis;
    const bool sound = found.findings.empty() && (round > 0 || found.remarks.empty());
    const bool last = sound || round == kMostRounds ||
                      (round > 0 && is_past_mending(*look, repair.after, beneath));
    repair.after = found;
    if (last) return repair;
    add_findings(repair.before, found);
    if (auto done = mend(directory, now, *look, beneath); !done) return done.error();
    beneath = beneath || look->file_damaged;
  }
}

Result<std::int64_t> files_to_read(const std::string& directory) {
  const auto catalogue = Catalogue::open_reader(directory);
  if (!catalogue) return catalogue.error();
  Statement row(catalogue->connection(), "SELECT count(*) FROM files WHERE reason = ?");
  const auto found = row.bind(kDroppedReason).step();
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
  const auto look = examine(directory, false);
  if (!look) return look.error();
  return look->diagnosis;
}

Result<Repair> repair_index(const std::string& directory, const std::string& now) {
  if (auto there = must_exist(catalogue_path(directory), directory, no_catalogue(directory));
      !there) {
    return there.error();
  }
  const auto lock = WriterLock::take(directory);
  if (!lock) return lock.error();
  auto repair = mend_all(directory, now);
  if (!repair) return repair;
  const auto to_read = files_to_read(directory);
  if (!to_read) return to_read.error();
  repair->files_to_read = *to_read;
  return repair;
}

}  // namespace moot
