#include "index/upgrade.hpp"

#include "extractors/record_json.hpp"
#include "index/catalogue_schema.hpp"
#include "index/catalogue_write.hpp"
#include "index/completeness.hpp"
#include "index/document_blob.hpp"
#include "index/near.hpp"
#include "index/record_layout.hpp"
#include "index/repair_marks.hpp"

namespace moot {
namespace {

// Indexes keep their names when their tables get others, and would be in the way.
constexpr const char* kPutAside = R"(
DROP INDEX IF EXISTS files_sha256;
DROP INDEX IF EXISTS records_id;
DROP INDEX IF EXISTS changes_generation;
ALTER TABLE state RENAME TO old_state;
ALTER TABLE files RENAME TO old_files;
ALTER TABLE documents RENAME TO old_documents;
ALTER TABLE records RENAME TO old_records;
ALTER TABLE changes RENAME TO old_changes;
)";

// What the search index must drop is among the old changes.
constexpr const char* kTakeOver = R"(
UPDATE state SET value = (SELECT value + 1 FROM old_state WHERE key = 'generation')
  WHERE key = 'generation';
INSERT OR IGNORE INTO changes SELECT sha256, (SELECT value FROM state) FROM old_changes;
DROP TABLE old_state;
DROP TABLE old_files;
DROP TABLE old_records;
DROP TABLE old_documents;
DROP TABLE old_changes;
)";

Result<Record> record_in(const Statement& row, const Document& doc) {
  Result<Record> record = parse_record(row.text(0));
  if (!record || !unpack_layout(row.text(1), *record, doc.text.size())) {
    return fail(ErrorKind::Index, "a stored record is damaged");
  }
  return record;
}

/// What format 1 had of these bytes, with what it did not have worked out.
Result<Content> old_content(const Connection& connection, const std::string& sha) {
  Statement document(connection, "SELECT document FROM old_documents WHERE sha256 = ?");
  const Result<bool> found = document.bind(sha).step();
  if (!found) return found.error();
  Content content;
  content.document = document.text(0);
  const Result<Document> doc = unpack_document(content.document);
  if (!doc) return doc.error();
  Statement rows(connection,
                 "SELECT record, layout FROM old_records WHERE sha256 = ? ORDER BY place");
  rows.bind(sha);
  std::int64_t indexed = 0;
  while (true) {
    const Result<bool> row = rows.step();
    if (!row) return row.error();
    if (!*row) break;
    Result<Record> record = record_in(rows, *doc);
    if (!record) return record.error();
    const auto signature = near_signature(*doc, *record);
    content.signatures.push_back(signature ? to_bytes(*signature) : "");
    indexed += indexed_letters(*record, *doc);
    content.records.push_back(std::move(*record));
  }
  content.completeness = completeness_of(*doc, indexed);
  return content;
}

Result<bool> is_stored(const Connection& connection, const std::string& sha) {
  Statement row(connection, "SELECT 1 FROM documents WHERE sha256 = ?");
  return row.bind(sha).step();
}

/// The row of a file, with the content that no file before it had.
Result<FileResult> old_file(const Connection& connection, const Statement& row) {
  FileResult result;
  result.file = {row.text(0),
                 row.text(1),
                 row.number(2),
                 row.number(3),
                 state_named(row.text(4)),
                 row.text(5),
                 row.text(6),
                 "",
                 ""};
  if (!has_records(result.file.state)) return result;
  const Result<bool> stored = is_stored(connection, result.file.sha256);
  if (!stored) return stored.error();
  if (*stored) return result;
  auto content = old_content(connection, result.file.sha256);
  if (!content && !is_damage(connection, content.error())) return content.error();
  if (content) {
    result.content = std::move(*content);
  } else {
    mark_to_read(result.file);
  }
  return result;
}

Result<Done> copy_files(const Connection& connection, const std::string& now) {
  const auto before = number_of(connection, "SELECT value FROM old_state WHERE key = 'generation'");
  if (!before) return before.error();
  const auto generation = static_cast<std::uint64_t>(*before + 1);
  Statement row(connection,
                "SELECT path, sha256, size, modified_ns, state, reason, hint FROM old_files "
                "ORDER BY path");
  while (true) {
    const Result<bool> found = row.step();
    if (!found) return found.error();
    if (!*found) return Done{};
    auto file = old_file(connection, row);
    if (!file) return file.error();
    std::vector<Update> batch;
    batch.emplace_back(std::move(*file));
    if (auto done = write_updates(connection, batch, generation, now); !done) return done;
  }
}

Result<Done> upgrade(const Connection& connection, const std::string& now) {
  Transaction transaction(connection);
  if (auto begun = transaction.begin(); !begun) return begun;
  if (auto done = connection.run(kPutAside); !done) return done;
  if (auto done = make_tables(connection); !done) return done;
  if (auto done = copy_files(connection, now); !done) return done;
  if (auto done = connection.run(kTakeOver); !done) return done;
  return transaction.commit();
}

}  // namespace

Result<Done> upgrade_catalogue(const Connection& connection, const std::string& now) {
  // Else renaming a table would change what others say of it, and dropping one empty others.
  if (auto set = connection.run("PRAGMA foreign_keys = OFF; PRAGMA legacy_alter_table = ON;");
      !set) {
    return set;
  }
  Result<Done> done = upgrade(connection, now);
  const auto set = connection.run("PRAGMA legacy_alter_table = OFF; PRAGMA foreign_keys = ON;");
  return done ? set : done;
}

}  // namespace moot
