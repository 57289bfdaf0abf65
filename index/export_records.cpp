#include "index/export_records.hpp"

#include <algorithm>
#include <optional>

#include "index/entry.hpp"
#include "index/sqlite.hpp"

namespace moot {
namespace {

/// Hits asked for at once: each page is a search of its own.
constexpr std::size_t kPage = 1000;
constexpr int kMostTries = 5;

/// Puts the records of one search's hits into temp.chosen. False where a writer committed between
/// two pages of it: then some hits may have been passed over.
Result<bool> choose_once(const Connection& connection, const Searcher& searcher, const Query& query,
                         std::uint64_t& generation) {
  Statement add(connection, "INSERT OR IGNORE INTO temp.chosen VALUES(?, ?)");
  SearchOptions options;
  options.limit = kPage;
  options.snippet_length = 0;
  for (bool first = true;; first = false, options.offset += kPage) {
    const auto results = searcher.search(query, options);
    if (!results) return results.error();
    if (!first && results->generation != generation) return false;
    generation = results->generation;
    for (const Hit& hit : results->hits) {
      auto added = add.bind(hit.entry.sha256).bind(hit.entry.record_id).run();
      if (!added) return added.error();
    }
    if (options.offset + results->hits.size() >= results->total || results->hits.empty()) {
      return true;
    }
  }
}

constexpr const char* kOrder = "ORDER BY council = '', council, date, sha256, place";

PaperHead head_of(const Record& record) {
  PaperHead head;
  head.id = record.id;
  head.sha256 = record.source.sha256;
  if (record.council) head.council = record.council->name;
  head.date = entry_date(record).value_or("");
  head.title = record.title.value_or("");
  head.kind = record.kind;
  head.body = record.body.value_or("");
  return head;
}

}  // namespace

ExportRecords::ExportRecords(const Catalogue& catalogue) : catalogue_(&catalogue) {}
ExportRecords::ExportRecords(ExportRecords&&) noexcept = default;
ExportRecords& ExportRecords::operator=(ExportRecords&&) noexcept = default;
ExportRecords::~ExportRecords() = default;

Result<Done> ExportRecords::begin() {
  snapshot_ = std::make_unique<Snapshot>(catalogue_->connection());
  return snapshot_->begin();
}

Result<ExportRecords> ExportRecords::all(const Catalogue& catalogue) {
  ExportRecords records(catalogue);
  if (auto begun = records.begin(); !begun) return begun.error();
  const auto generation = catalogue.generation();
  if (!generation) return generation.error();
  records.generation_ = *generation;
  return records;
}

Result<ExportRecords> ExportRecords::matching(const Catalogue& catalogue, const Searcher& searcher,
                                              const Query& query) {
  ExportRecords records(catalogue);
  if (auto begun = records.begin(); !begun) return begun.error();
  if (auto chosen = records.choose(searcher, query); !chosen) return chosen.error();
  return records;
}

Result<Done> ExportRecords::choose(const Searcher& searcher, const Query& query) {
  chosen_ = true;
  const Connection& connection = catalogue_->connection();
  for (int attempt = 1;; ++attempt) {
    auto made = connection.run(
        "DROP TABLE IF EXISTS temp.chosen;"
        "CREATE TEMP TABLE chosen(sha256 TEXT, id TEXT, PRIMARY KEY(sha256, id)) WITHOUT ROWID");
    if (!made) return made;
    const auto whole = choose_once(connection, searcher, query, generation_);
    if (!whole) return whole.error();
    if (*whole || attempt == kMostTries) return Done{};
  }
}

Result<std::int64_t> ExportRecords::each(bool with_documents, const Take& take) const {
  const Connection& connection = catalogue_->connection();
  Statement next(connection, chosen_ ? "SELECT min(c.sha256) FROM temp.chosen c WHERE c.sha256 > ? "
                                       "AND c.sha256 IN (SELECT kept FROM files)"
                                     : "SELECT min(kept) FROM files WHERE kept > ?");
  std::optional<Statement> wanted;
  if (chosen_) wanted.emplace(connection, "SELECT 1 FROM temp.chosen WHERE sha256 = ? AND id = ?");
  std::int64_t count = 0;
  for (std::string sha;;) {
    if (auto row = next.bind(sha).step(); !row) return row.error();
    sha = next.text(0);
    next.reset();
    if (sha.empty()) return count;
    const auto records = catalogue_->records_of(sha);
    if (!records) return records.error();
    std::optional<Document> document;
    for (const Record& record : *records) {
      if (wanted) {
        const Result<bool> is_wanted = wanted->bind(sha).bind(record.id).step();
        wanted->reset();
        if (!is_wanted) return is_wanted.error();
        if (!*is_wanted) continue;
      }
      if (with_documents && !document) {
        auto read = catalogue_->document(sha);
        if (!read) return read.error();
        document = std::move(*read);
      }
      if (!document) document.emplace();
      if (auto taken = take(record, *document); !taken) return taken.error();
      ++count;
    }
  }
}

Result<std::int64_t> ExportRecords::count() const {
  return each(false, [](const Record&, const Document&) { return Result<Done>(Done{}); });
}

Result<Done> ExportRecords::list_heads() const {
  if (listed_) return Done{};
  const Connection& connection = catalogue_->connection();
  auto made = connection.run(
      "CREATE TEMP TABLE heads(council TEXT, date TEXT, sha256 TEXT, place INTEGER, id TEXT, "
      "title TEXT, kind TEXT, body TEXT)");
  if (!made) return made;
  Statement add(connection, "INSERT INTO temp.heads VALUES(?, ?, ?, ?, ?, ?, ?, ?)");
  std::int64_t place = 0;
  auto done = each(false, [&](const Record& record, const Document&) {
    const PaperHead head = head_of(record);
    add.bind(head.council).bind(head.date).bind(head.sha256).bind(++place).bind(head.id);
    return add.bind(head.title).bind(head.kind).bind(head.body).run();
  });
  if (!done) return done.error();
  listed_ = true;
  return Done{};
}

Result<Done> ExportRecords::each_head(
    const std::function<Result<Done>(const PaperHead&)>& take) const {
  if (auto listed = list_heads(); !listed) return listed;
  const std::string sql =
      std::string("SELECT council, date, sha256, id, title, kind, body FROM temp.heads ") + kOrder;
  Statement row(catalogue_->connection(), sql.c_str());
  while (true) {
    const Result<bool> found = row.step();
    if (!found) return found.error();
    if (!*found) return Done{};
    PaperHead head;
    head.council = row.text(0);
    head.date = row.text(1);
    head.sha256 = row.text(2);
    head.id = row.text(3);
    head.title = row.text(4);
    head.kind = row.text(5);
    head.body = row.text(6);
    if (auto taken = take(head); !taken) return taken;
  }
}

Result<Done> ExportRecords::each_sorted(const Take& take) const {
  // The papers of one file are mostly of one council and one day, so they follow each other.
  std::string sha;
  std::vector<Record> records;
  return each_head([&](const PaperHead& head) -> Result<Done> {
    if (head.sha256 != sha) {
      auto read = catalogue_->records_of(head.sha256);
      if (!read) return read.error();
      records = std::move(*read);
      sha = head.sha256;
    }
    const auto found = std::find_if(records.begin(), records.end(),
                                    [&](const Record& record) { return record.id == head.id; });
    return found == records.end() ? Result<Done>(Done{}) : take(*found, Document{});
  });
}

}  // namespace moot
