#include "index/export_records.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "index/council_key.hpp"
#include "index/entry.hpp"
#include "index/sqlite.hpp"

namespace moot {
namespace {

// Papers of one council stand together, whatever name each gives it; councils by the first of
// these.
constexpr const char* kHeadsInOrder =
    "SELECT council, date, sha256, id, title, kind, body, key FROM "
    "(SELECT *, min(council) OVER (PARTITION BY key) AS first FROM temp.heads) "
    "ORDER BY key = '', first, key, date, sha256, place";

PaperHead head_of(const Record& record) {
  PaperHead head;
  head.id = record.id;
  head.sha256 = record.source.sha256;
  if (record.council) head.council = record.council->name;
  head.council_key = council_key(record);
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
  const auto matches = searcher.matching(query.root);
  if (!matches) return matches.error();
  generation_ = matches->generation;
  const Connection& connection = catalogue_->connection();
  auto done = connection.run(
      "CREATE TEMP TABLE matched(id TEXT PRIMARY KEY) WITHOUT ROWID;"
      "CREATE TEMP TABLE chosen(sha256 TEXT, id TEXT, PRIMARY KEY(sha256, id)) WITHOUT ROWID");
  Statement add(connection, "INSERT OR IGNORE INTO temp.matched VALUES(?)");
  for (const std::string& entry : matches->ids) {
    if (!done) return done;
    done = add.bind(std::string_view(entry).substr(0, entry.find('/'))).run();
  }
  if (!done) return done;
  // CROSS JOIN: from what matched to its records, and not through all records.
  return connection.run(
      "INSERT OR IGNORE INTO temp.chosen SELECT r.sha256, r.id FROM temp.matched m "
      "CROSS JOIN records r ON r.id = m.id WHERE r.sha256 IN (SELECT kept FROM files);"
      "DROP TABLE temp.matched");
}

/// What is exported of the file with these bytes; of all papers, all.
Result<std::vector<Record>> ExportRecords::records_of(const std::string& sha256) const {
  auto records = catalogue_->records_of(sha256);
  if (!records || !chosen_) return records;
  std::set<std::string> ids;
  Statement row(catalogue_->connection(), "SELECT id FROM temp.chosen WHERE sha256 = ?");
  auto read = row.bind(sha256).each([&] { ids.insert(row.text(0)); });
  if (!read) return read.error();
  std::erase_if(*records, [&](const Record& record) { return ids.count(record.id) == 0; });
  return records;
}

Result<std::int64_t> ExportRecords::each(bool with_documents, const Take& take) const {
  // Step by step through an index: no statement stays open while `take` works.
  Statement next(catalogue_->connection(),
                 chosen_ ? "SELECT min(sha256) FROM temp.chosen WHERE sha256 > ?"
                         : "SELECT min(kept) FROM files WHERE kept > ?");
  std::int64_t count = 0;
  for (std::string sha;;) {
    if (auto row = next.bind(sha).step(); !row) return row.error();
    sha = next.text(0);
    next.reset();
    if (sha.empty()) return count;
    const auto records = records_of(sha);
    if (!records) return records.error();
    std::optional<Document> document;
    if (with_documents && !records->empty()) {
      auto read = catalogue_->document(sha);
      if (!read) return read.error();
      document = std::move(*read);
    }
    if (!document) document.emplace();
    for (const Record& record : *records) {
      if (auto taken = take(record, *document); !taken) return taken.error();
      ++count;
    }
  }
}

Result<std::int64_t> ExportRecords::count() const {
  Statement row(catalogue_->connection(),
                chosen_ ? "SELECT count(*) FROM temp.chosen"
                        : "SELECT count(*) FROM records WHERE sha256 IN (SELECT kept FROM files)");
  if (auto counted = row.step(); !counted) return counted.error();
  return row.number(0);
}

Result<Done> ExportRecords::list_heads() const {
  if (listed_) return Done{};
  const Connection& connection = catalogue_->connection();
  auto made = connection.run(
      "CREATE TEMP TABLE heads(council TEXT, date TEXT, sha256 TEXT, place INTEGER, id TEXT, "
      "title TEXT, kind TEXT, body TEXT, key TEXT)");
  if (!made) return made;
  Statement add(connection, "INSERT INTO temp.heads VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)");
  std::int64_t place = 0;
  auto done = each(false, [&](const Record& record, const Document&) {
    const PaperHead head = head_of(record);
    add.bind(head.council).bind(head.date).bind(head.sha256).bind(++place).bind(head.id);
    return add.bind(head.title).bind(head.kind).bind(head.body).bind(head.council_key).run();
  });
  if (!done) return done.error();
  listed_ = true;
  return Done{};
}

Result<Done> ExportRecords::each_head(
    const std::function<Result<Done>(const PaperHead&)>& take) const {
  if (auto listed = list_heads(); !listed) return listed;
  Statement row(catalogue_->connection(), kHeadsInOrder);
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
    head.council_key = row.text(7);
    if (auto taken = take(head); !taken) return taken;
  }
}

Result<Done> ExportRecords::each_sorted(const Take& take) const {
  // The papers of one file are mostly of one council and one day, so they follow each other.
  std::string sha;
  std::vector<Record> records;
  return each_head([&](const PaperHead& head) -> Result<Done> {
    if (head.sha256 != sha) {
      auto read = records_of(head.sha256);
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
