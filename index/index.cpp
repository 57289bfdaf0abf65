#include "index/index.hpp"

namespace moot {
namespace {

/// Files and bytes of text between two commits: bound what is lost when a long replay is stopped,
/// and the memory that it takes.
constexpr std::size_t kFilesACommit = 2000;
constexpr std::size_t kTextACommit = 32 << 20;

}  // namespace

Result<std::vector<Entry>> entries_of(const Catalogue& catalogue, const std::string& sha256) {
  std::vector<Entry> entries;
  const auto paths = catalogue.paths_of(sha256);
  if (!paths) return paths.error();
  // An old version stays in the catalogue, but is not found any more.
  if (paths->empty()) return entries;
  const auto records = catalogue.records_of(sha256);
  if (!records) return records.error();
  if (records->empty()) return entries;
  const auto document = catalogue.document(sha256);
  if (!document) return document.error();
  const Document doc = document->value_or(Document{});
  for (const Record& record : *records) {
    for (Entry& entry : to_entries(record, doc)) {
      entry.sha256 = sha256;  // what replace() finds the entries by
      entries.push_back(std::move(entry));
    }
  }
  return entries;
}

Result<Done> bring_up_to_date(const Catalogue& catalogue, IndexWriter& index) {
  const auto now = catalogue.generation();
  if (!now) return now.error();
  if (index.generation() > *now) {
    return fail(ErrorKind::Index, "the search index is newer than the catalogue", "",
                "make it anew from the catalogue with `moot doctor --repair`");
  }
  if (index.generation() == *now) return Done{};
  const auto changes = catalogue.changes_since(index.generation());
  if (!changes) return changes.error();
  std::size_t waiting = 0;
  for (std::size_t i = 0; i < changes->size(); ++i) {
    const Catalogue::Change& change = (*changes)[i];
    const auto entries = entries_of(catalogue, change.sha256);
    if (!entries) return entries.error();
    if (auto done = index.replace(change.sha256, *entries); !done) return done;
    const bool last_of_batch =
        i + 1 == changes->size() || (*changes)[i + 1].generation != change.generation;
    const bool enough = ++waiting >= kFilesACommit || index.waiting() >= kTextACommit;
    if (!enough || !last_of_batch) continue;
    if (auto done = index.commit(change.generation); !done) return done;
    waiting = 0;
  }
  return index.commit(*now);
}

Result<IndexWriters> IndexWriters::open(const std::string& directory) {
  Result<Catalogue> catalogue = Catalogue::open_writer(directory);
  if (!catalogue) return catalogue.error();
  Result<IndexWriter> search = IndexWriter::open(directory);
  if (!search) return search.error();
  if (auto caught_up = bring_up_to_date(*catalogue, *search); !caught_up) return caught_up.error();
  return IndexWriters{std::move(*catalogue), std::move(*search)};
}

Result<Done> IndexWriters::put(const std::vector<Update>& batch, const std::string& now) {
  if (const auto generation = catalogue.put(batch, now); !generation) return generation.error();
  return bring_up_to_date(catalogue, search);
}

}  // namespace moot
