/// \file What is stored of files, read piece by piece; the search index compared with it.

#include <algorithm>
#include <filesystem>

#define XAPIAN_MOVE_SEMANTICS
#include <xapian.h>

#include "index/doctor_checks.hpp"
#include "index/entry_data.hpp"
#include "index/format.hpp"
#include "index/index.hpp"
#include "index/terms.hpp"
#include "index/xapian_guard.hpp"

namespace moot {
namespace {

namespace fs = std::filesystem;

constexpr const char* kMadeAnew = "it is made anew from the catalogue; the papers are not needed";

/// A file that has or had these bytes, to be shown; else the bytes' own name.
Result<std::string> shown(const Connection& connection, const std::string& sha) {
  Statement row(connection,
                "SELECT path FROM files WHERE kept = ?1 UNION ALL "
                "SELECT path FROM versions WHERE sha256 = ?1 LIMIT 1");
  const Result<bool> found = row.bind(sha).step();
  if (!found) return found.error();
  return *found ? row.text(0) : sha;
}

/// Whether document and records can be read and fit together; counts the records. Fails where they
/// cannot be read just now for another reason than damage.
Result<bool> is_whole(const Catalogue& catalogue, const std::string& sha, Diagnosis& diagnosis) {
  const Connection& connection = catalogue.connection();
  const auto doc = catalogue.raw_document(sha);
  if (!doc && !is_damage(connection, doc.error())) return doc.error();
  const auto records = catalogue.raw_records_of(sha);
  if (!records && !is_damage(connection, records.error())) return records.error();
  if (!doc || !*doc || !records) return false;
  diagnosis.records += static_cast<std::int64_t>(records->size());
  const std::size_t size = (*doc)->text.size();
  return (*doc)->sha256 == sha &&
         std::all_of(records->begin(), records->end(), [&](const Record& record) {
           return record.range.end <= size &&
                  std::all_of(record.sections.begin(), record.sections.end(),
                              [&](const SectionRange& s) { return s.range.end <= size; });
         });
}

void sort_by_id(std::vector<Entry>& entries) {
  std::sort(entries.begin(), entries.end(),
            [](const Entry& a, const Entry& b) { return a.id < b.id; });
}

/// Xapian's exceptions pass through.
class SearchCheck {
 public:
  SearchCheck(const Catalogue& catalogue, const Xapian::Database& database, Diagnosis& diagnosis)
      : catalogue_(catalogue), database_(database), diagnosis_(diagnosis) {}

  Result<Done> run() {
    std::string sha;
    while (true) {
      const auto next = catalogue_.next_content(sha);
      if (!next) return next.error();
      if (!*next) break;
      sha = **next;
      if (auto done = check_file(sha); !done) return done;
    }
    const std::int64_t all = database_.get_doccount();
    if (all > diagnosis_.entries) {
      note_finding(diagnosis_, "the search index has entries of files that are not there",
                   kMadeAnew, std::to_string(all - diagnosis_.entries) + " entries");
    }
    return Done{};
  }

 private:
  Result<Done> check_file(const std::string& sha) {
    const auto entries = entries_of(catalogue_, sha);
    if (!entries) return entries.error();
    std::vector<Entry> wanted;
    for (const Entry& entry : *entries) wanted.push_back(parse_whole_data(to_data(entry)));
    std::vector<Entry> stored = stored_of(sha);
    diagnosis_.entries += static_cast<std::int64_t>(stored.size());
    sort_by_id(wanted);
    sort_by_id(stored);
    if (wanted == stored) return Done{};
    const auto path = shown(catalogue_.connection(), sha);
    if (!path) return path.error();
    note_finding(diagnosis_, "the search index does not have what the catalogue has of a file",
                 kMadeAnew, *path);
    return Done{};
  }

  /// Unpacked: another zstd packs otherwise.
  std::vector<Entry> stored_of(const std::string& sha) const {
    std::vector<Entry> stored;
    const std::string term = make_term("XH", sha);
    for (auto at = database_.postlist_begin(term); at != database_.postlist_end(term); ++at) {
      stored.push_back(parse_whole_data(database_.get_document(*at).get_data()));
    }
    return stored;
  }

  const Catalogue& catalogue_;
  const Xapian::Database& database_;
  Diagnosis& diagnosis_;
};

Result<Done> compare(const Catalogue& catalogue, const std::string& directory,
                     Diagnosis& diagnosis) {
  const Xapian::Database database(shard_path(directory));
  const std::string format = database.get_metadata(kFormatKey);
  if (metadata_number(format) > kSearchFormat) return other_search_format(format, directory);
  if (!is_our_search_format(format)) {
    note_finding(diagnosis, "the search index is of an older format", kMadeAnew);
    return Done{};
  }
  const auto generation = catalogue.generation();
  if (!generation) return generation.error();
  const std::uint64_t has = metadata_number(database.get_metadata(kGenerationKey));
  if (has > *generation) {
    note_finding(diagnosis, "the search index belongs to another catalogue", kMadeAnew);
    return Done{};
  }
  if (has < *generation) {
    note_finding(diagnosis, "the search index is behind the catalogue: a writer was stopped",
                 "it is brought up to date");
    return Done{};
  }
  return SearchCheck(catalogue, database, diagnosis).run();
}

}  // namespace

Result<Done> check_content(const Catalogue& catalogue, Diagnosis& diagnosis,
                           const std::function<void(const std::string&)>& damaged) {
  const Connection& connection = catalogue.connection();
  std::string sha;
  while (true) {
    Statement next(connection,
                   "SELECT sha256 FROM documents WHERE sha256 > ? ORDER BY sha256 LIMIT 1");
    const Result<bool> found = next.bind(sha).step();
    if (!found) return found.error();
    if (!*found) return Done{};
    sha = next.text(0);
    ++diagnosis.documents;
    const Result<bool> whole = is_whole(catalogue, sha, diagnosis);
    if (!whole) return whole.error();
    if (*whole) continue;
    const auto path = shown(connection, sha);
    if (!path) return path.error();
    note_finding(diagnosis, "what is stored of a file is damaged",
                 "it is dropped, and the file is to be read again", *path);
    damaged(sha);
  }
}

Result<Done> check_search(const Catalogue& catalogue, const std::string& directory,
                          Diagnosis& diagnosis) {
  std::error_code failed;
  if (!fs::exists(shard_mark(directory), failed)) {
    note_finding(diagnosis, "there is no search index", kMadeAnew);
    return Done{};
  }
  Result<Done> compared = Done{};
  const auto done = guard(directory, [&]() -> Result<Done> {
    const std::size_t mistakes = mistakes_in_shard(shard_path(directory));
    if (mistakes != 0) {
      note_finding(diagnosis, "Xapian finds the search index damaged", kMadeAnew,
                   std::to_string(mistakes) + " mistakes");
      return Done{};
    }
    compared = compare(catalogue, directory, diagnosis);
    return Done{};
  });
  if (!done) {
    note_finding(diagnosis, "the search index cannot be read", kMadeAnew, done.error().message);
  }
  return compared;
}

std::string rebuild_path(const std::string& directory) {
  return directory + "/rebuild";
}

Result<Done> rebuild_search(const Catalogue& catalogue, const std::string& directory) {
  const fs::path scratch = rebuild_path(directory);
  const fs::path present = directory + "/xapian";
  std::error_code failed;
  fs::remove_all(scratch, failed);
  {
    auto index = IndexWriter::open(scratch.string());
    if (!index) return index.error();
    if (auto done = bring_up_to_date(catalogue, *index); !done) return done;
  }
  if (fs::exists(present, failed)) fs::rename(present, scratch / "old", failed);
  if (!failed) fs::rename(scratch / "xapian", present, failed);
  if (failed) {
    return fail(ErrorKind::Io, "the search index cannot be put in its place: " + failed.message(),
                directory, "check the folder's permissions");
  }
  fs::remove_all(scratch, failed);
  return Done{};
}

}  // namespace moot
