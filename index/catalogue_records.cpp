/// \file Questions about content: records and documents.

#include <algorithm>

#include "extractors/record_json.hpp"
#include "index/catalogue_impl.hpp"
#include "index/document_blob.hpp"
#include "index/near.hpp"
#include "index/overlays.hpp"
#include "index/record_id.hpp"
#include "index/record_layout.hpp"

namespace moot {
namespace {

// The last code point there is: an id with it stands after every id that starts so.
constexpr const char* kLastLetter = "\xF4\x8F\xBF\xBF";

constexpr const char* kSelectRecord =
    "SELECT r.record, r.layout, coalesce("
    "(SELECT path FROM files WHERE kept = r.sha256 ORDER BY path LIMIT 1), "
    "(SELECT path FROM versions WHERE sha256 = r.sha256 ORDER BY path LIMIT 1)) FROM records r ";

/// The record in the row of a statement that began with kSelectRecord.
Result<Record> record_in(const Statement& row) {
  Result<Record> record = parse_record(row.text(0));
  if (!record || !unpack_layout(row.text(1), *record)) {
    return fail(ErrorKind::Index, "a stored record is damaged", row.text(2),
                "mend the index with `moot doctor --repair`");
  }
  if (std::string path = row.text(2); !path.empty()) record->source.path = std::move(path);
  return record;
}

Result<std::vector<Record>> records_in(Statement& row) {
  std::vector<Record> records;
  while (true) {
    const Result<bool> found = row.step();
    if (!found) return found.error();
    if (!*found) return records;
    Result<Record> record = record_in(row);
    if (!record) return record.error();
    records.push_back(std::move(*record));
  }
}

}  // namespace

Result<std::vector<std::string>> Catalogue::ids_from(const std::string& start) const {
  Statement row(impl_->connection,
                "SELECT DISTINCT id FROM records WHERE id >= ?1 AND id < ?2 ORDER BY id");
  row.bind(start).bind(start + kLastLetter);
  std::vector<std::string> ids;
  const auto done = row.each([&] { ids.push_back(row.text(0)); });
  if (!done) return done.error();
  return ids;
}

Result<std::optional<Record>> Catalogue::record(const std::string& id) const {
  const auto raw = raw_record(id);
  if (!raw || !*raw) return raw;
  // With the other papers of its file: what is suppressed in one is hidden in all.
  auto records = records_of((*raw)->source.sha256);
  if (!records) return records.error();
  for (Record& record : *records) {
    if (record.id == (*raw)->id) return std::optional<Record>(std::move(record));
  }
  return raw;
}

Result<std::optional<Record>> Catalogue::raw_record(const std::string& id) const {
  if (id.empty()) return std::optional<Record>{};
  const std::string sql = std::string(kSelectRecord) +
                          "WHERE r.id >= ?1 AND r.id < ?2 ORDER BY r.id <> ?1, r.id LIMIT 2";
  Statement row(impl_->connection, sql.c_str());
  Result<std::vector<Record>> found = records_in(row.bind(id).bind(id + kLastLetter));
  if (!found) return found.error();
  const bool one = found->size() == 1 || (found->size() == 2 && found->front().id == id);
  if (one) return std::optional<Record>(std::move(found->front()));
  if (!found->empty()) return std::optional<Record>{};
  return record_with_page(id);
}

Result<std::optional<Record>> Catalogue::record_with_page(const std::string& id) const {
  const std::optional<IdParts> parts = parts_of_id(id);
  if (!parts) return std::optional<Record>{};
  const std::string sql =
      std::string(kSelectRecord) + "WHERE r.id >= ?1 AND r.id < ?2 ORDER BY r.sha256, r.place";
  Statement row(impl_->connection, sql.c_str());
  const std::string start = parts->sha_start + "-p";
  Result<std::vector<Record>> found = records_in(row.bind(start).bind(start + kLastLetter));
  if (!found) return found.error();
  for (Record& record : *found) {
    if (holds_page(record, parts->page)) return std::optional<Record>(std::move(record));
  }
  return std::optional<Record>{};
}

Result<std::vector<Record>> Catalogue::raw_records_of(const std::string& sha256) const {
  const std::string sql = std::string(kSelectRecord) + "WHERE r.sha256 = ? ORDER BY r.place";
  Statement row(impl_->connection, sql.c_str());
  return records_in(row.bind(sha256));
}

Result<std::optional<std::string>> Catalogue::packed_document(const std::string& sha256) const {
  Statement row(impl_->connection, "SELECT document FROM documents WHERE sha256 = ?");
  const Result<bool> found = row.bind(sha256).step();
  if (!found) return found.error();
  return *found ? std::optional<std::string>(row.text(0)) : std::nullopt;
}

Result<std::optional<Document>> Catalogue::raw_document(const std::string& sha256) const {
  const auto packed = packed_document(sha256);
  if (!packed) return packed.error();
  if (!*packed) return std::optional<Document>{};
  Result<Document> doc = unpack_document(**packed);
  if (!doc) return doc.error();
  return std::optional<Document>(std::move(*doc));
}

Result<std::vector<Record>> Catalogue::records_of(const std::string& sha256) const {
  auto records = raw_records_of(sha256);
  return records ? as_users_see(sha256, std::move(*records)) : records;
}

Result<std::vector<Record>> Catalogue::as_users_see(const std::string& sha256,
                                                    std::vector<Record> made) const {
  const auto hidden = lay_over(impl_->connection, sha256, made);
  if (!hidden) return hidden.error();
  return made;
}

Result<std::optional<Document>> Catalogue::document(const std::string& sha256) const {
  auto document = raw_document(sha256);
  if (!document || !*document) return document;
  const auto hidden = hidden_words(sha256);
  if (!hidden) return hidden.error();
  if (!hidden->empty()) blank(**document, *hidden);
  return document;
}

Result<std::vector<HiddenWords>> Catalogue::hidden_words(const std::string& sha256) const {
  auto records = raw_records_of(sha256);
  if (!records) return records.error();
  return lay_over(impl_->connection, sha256, *records);
}

Result<std::optional<std::string>> Catalogue::next_content(const std::string& after,
                                                           Contents contents) const {
  Statement row(impl_->connection,
                contents == Contents::Present
                    ? "SELECT kept FROM files WHERE kept > ? ORDER BY kept LIMIT 1"
                    : "SELECT sha256 FROM documents WHERE sha256 > ? ORDER BY sha256 LIMIT 1");
  const Result<bool> found = row.bind(after).step();
  if (!found) return found.error();
  if (!*found) return std::optional<std::string>{};
  return std::optional<std::string>{row.text(0)};
}

Result<std::vector<Catalogue::Near>> Catalogue::near(const std::string& id) const {
  Statement own(impl_->connection, "SELECT key, signature FROM records WHERE id = ? LIMIT 1");
  const Result<bool> found = own.bind(id).step();
  if (!found) return found.error();
  std::vector<Near> near;
  if (!*found) return near;
  const auto signature = near_from_bytes(own.text(1));
  if (!signature) return near;
  Statement row(impl_->connection,
                "SELECT DISTINCT r.id, r.signature FROM near a JOIN near b ON a.band = b.band "
                "JOIN records r ON r.key = b.record WHERE a.record = ?1 AND b.record <> ?1 "
                "AND r.id <> ?2 AND r.sha256 IN (SELECT kept FROM files)");
  row.bind(own.number(0)).bind(id);
  const auto done = row.each([&] {
    const auto other = near_from_bytes(row.text(1));
    const double likeness = other ? similarity(*signature, *other) : 0;
    if (likeness >= kNear) near.push_back({row.text(0), likeness});
  });
  if (!done) return done.error();
  std::sort(near.begin(), near.end(), [](const Near& a, const Near& b) {
    return a.likeness != b.likeness ? a.likeness > b.likeness : a.id < b.id;
  });
  return near;
}

}  // namespace moot
