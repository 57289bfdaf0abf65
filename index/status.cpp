#include "index/status.hpp"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <map>

#include "index/catalogue_schema.hpp"
#include "index/sqlite.hpp"

namespace moot {
namespace {

namespace fs = std::filesystem;

std::uintmax_t size_of(const fs::path& file) {
  std::error_code failed;
  const auto size = fs::file_size(file, failed);
  return failed ? 0 : size;
}

std::uintmax_t size_below(const fs::path& folder) {
  std::uintmax_t sum = 0;
  std::error_code failed;
  fs::recursive_directory_iterator at(folder, failed);
  for (; !failed && at != fs::recursive_directory_iterator(); at.increment(failed)) {
    sum += size_of(at->path());
  }
  return sum;
}

std::uintmax_t catalogue_size(const std::string& directory) {
  std::uintmax_t sum = 0;
  for (const char* helper : {"", "-wal", "-shm"})
    sum += size_of(catalogue_path(directory) + helper);
  return sum;
}

/// Before the catalogue is looked at: what is found here can then only be behind it.
void read_search(const std::string& directory, IndexStatus& status) {
  const auto searcher = Searcher::open(directory);
  const auto state = searcher ? searcher->state() : Result<SearchState>(searcher.error());
  if (state) {
    status.search = *state;
  } else {
    status.search_problem = state.error();
  }
}

Result<Done> read_catalogue(const Catalogue& catalogue, IndexStatus& status) {
  const Connection& connection = catalogue.connection();
  const auto totals = catalogue.totals();
  if (!totals) return totals.error();
  status.totals = *totals;
  const auto generation = catalogue.generation();
  if (!generation) return generation.error();
  status.generation = *generation;
  Statement behind(connection, "SELECT count(*) FROM changes WHERE generation > ?");
  const std::uint64_t has = status.search ? status.search->generation : 0;
  if (auto row = behind.bind(static_cast<std::int64_t>(has)).step(); !row) return row.error();
  status.behind = behind.number(0);
  Statement sums(connection,
                 "SELECT sum(pages), sum(pages_with_text), sum(pages_ocr), sum(pages_poor), "
                 "sum(letters), sum(indexed) FROM documents "
                 "WHERE sha256 IN (SELECT kept FROM files)");
  if (auto row = sums.step(); !row) return row.error();
  const auto pages = [&](int column) { return static_cast<int>(sums.number(column)); };
  status.read = {pages(0), pages(1), pages(2), pages(3), sums.number(4), sums.number(5)};
  return Done{};
}

/// Pages as a text, for the temporary table: "3 5 6".
std::string packed_pages(std::vector<int> pages) {
  std::sort(pages.begin(), pages.end());
  pages.erase(std::unique(pages.begin(), pages.end()), pages.end());
  std::string text;
  for (const int page : pages) text += (text.empty() ? "" : " ") + std::to_string(page);
  return text;
}

std::vector<int> unpacked_pages(const std::string& text) {
  std::vector<int> pages;
  const char* at = text.data();
  const char* const end = at + text.size();
  for (int page = 0; at < end;) {
    const auto read = std::from_chars(at, end, page);
    if (read.ec != std::errc()) break;
    pages.push_back(page);
    at = read.ptr + (read.ptr < end ? 1 : 0);
  }
  return pages;
}

/// What the document lacks, with the pages; at least one thing.
std::map<std::string, std::vector<int>> gaps_of(const Document& doc) {
  std::map<std::string, std::vector<int>> gaps;
  for (const Note& note : doc.notes) {
    if (!is_gap(note)) continue;
    std::vector<int>& pages = gaps[note.what];
    if (note.page > 0) pages.push_back(note.page);
  }
  if (gaps.empty()) gaps[""];
  return gaps;
}

/// Fills the temporary table `gaps`, one document after the other.
Result<Done> collect_gaps(const Catalogue& catalogue) {
  const Connection& connection = catalogue.connection();
  if (auto made = connection.run("CREATE TEMP TABLE gaps(path TEXT, what TEXT, pages TEXT)");
      !made) {
    return made;
  }
  Statement partial(connection, "SELECT path, kept FROM files WHERE state = 'partial'");
  Statement add(connection, "INSERT INTO temp.gaps VALUES(?, ?, ?)");
  while (true) {
    const Result<bool> row = partial.step();
    if (!row) return row.error();
    if (!*row) return Done{};
    const auto document = catalogue.raw_document(partial.text(1));
    // One that is damaged lacks we know not what: `moot doctor` says it is.
    const Document doc = document && *document ? **document : Document{};
    for (const auto& [what, pages] : gaps_of(doc)) {
      add.bind(partial.text(0)).bind(what);
      if (auto done = add.bind(packed_pages(pages)).run(); !done) return done;
    }
  }
}

Result<Done> visit_lacks(const Connection& connection, const StatusVisitor& visitor) {
  Statement row(connection,
                "SELECT state, reason, hint, path, pages, earlier, "
                "count(*) OVER (PARTITION BY state, reason, hint) AS alike FROM ("
                "SELECT state, reason, hint, path, '' AS pages, kept <> '' AS earlier FROM files "
                "WHERE state IN ('failed', 'skipped') UNION ALL "
                "SELECT 'partial', what, '', path, pages, 0 FROM temp.gaps) "
                "ORDER BY state, alike DESC, reason, hint, path");
  return row.each([&] {
    visitor.lack({state_named(row.text(0)), row.text(1), row.text(2), row.number(6), row.text(3),
                  unpacked_pages(row.text(4)), row.number(5) != 0});
  });
}

}  // namespace

Result<Done> read_status(const Catalogue& catalogue, const std::string& directory,
                         const StatusVisitor& visitor) {
  IndexStatus status;
  read_search(directory, status);
  status.catalogue_bytes = catalogue_size(directory);
  status.search_bytes = size_below(directory + "/xapian");
  Snapshot snapshot(catalogue.connection());
  if (auto begun = snapshot.begin(); !begun) return begun;
  if (auto done = read_catalogue(catalogue, status); !done) return done;
  visitor.status(status);
  if (auto done = collect_gaps(catalogue); !done) return done;
  return visit_lacks(catalogue.connection(), visitor);
}

}  // namespace moot
