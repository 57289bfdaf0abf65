#include "index/catalogue_write.hpp"

#include "extractors/record_json.hpp"
#include "index/lives.hpp"
#include "index/near.hpp"
#include "index/record_layout.hpp"

namespace moot {
namespace {

class BatchWriter {
 public:
  BatchWriter(const Connection& connection, std::uint64_t generation, const std::string& now)
      : connection_(connection), generation_(static_cast<std::int64_t>(generation)), now_(now) {}

  Result<Done> put(const FileResult& result) {
    const FileRow& file = result.file;
    if (auto done = take_over(result.moved_from, file.path); !done) return done;
    const Result<std::string> before = kept_by(file.path);
    if (!before) return before.error();
    const bool has = has_records(file.state);
    const std::string& kept = has ? file.sha256 : *before;
    if (auto done = put_row(file, kept); !done) return done;
    if (has && result.content) {
      if (auto done = put_content(file, *result.content); !done) return done;
    }
    if (kept == *before) return result.content ? note_change(kept) : Result<Done>(Done{});
    if (auto done = add_version_.bind(file.path).bind(kept).bind(now_).run(); !done) return done;
    // The search index drops what nobody stands for any more, or shows another path of it; and what
    // users said of the new version may hold for an old one that another path stands for.
    if (auto done = note_change(*before); !done) return done;
    return note_versions_of(file.path);
  }

  Result<Done> put(const FileGone& gone) {
    const Result<std::string> before = kept_by(gone.path);
    if (!before) return before.error();
    Statement shas(connection_,
                   "SELECT sha256 FROM versions WHERE path = ?1 UNION "
                   "SELECT sha256 FROM files WHERE path = ?1");
    shas.bind(gone.path);
    std::vector<std::string> had;
    while (true) {
      const Result<bool> row = shas.step();
      if (!row) return row.error();
      if (!*row) break;
      had.push_back(shas.text(0));
    }
    for (const char* sql :
         {"DELETE FROM files WHERE path = ?", "DELETE FROM versions WHERE path = ?",
          "DELETE FROM facts WHERE path = ?"}) {
      if (auto done = Statement(connection_, sql).bind(gone.path).run(); !done) return done;
    }
    for (const std::string& sha : had) {
      if (auto done = drop_unused(sha); !done) return done;
    }
    return note_change(*before);
  }

  Result<Done> put(const OcrRead& read) {
    put_ocr_.bind(read.sha256).bind(std::int64_t{read.page}).bind(read.how);
    return put_ocr_.bind_bytes(read.words).run();
  }

  Result<Done> put(const FactsGiven& given) {
    const auto origin = static_cast<std::int64_t>(given.origin);
    if (given.facts.empty()) {
      Statement drop(connection_, "DELETE FROM facts WHERE path = ? AND origin = ?");
      if (auto done = drop.bind(given.path).bind(origin).run(); !done) return done;
    } else {
      put_facts_.bind(given.path).bind(origin).bind(given.facts).bind(given.size);
      if (auto done = put_facts_.bind(given.modified_ns).run(); !done) return done;
    }
    const Result<std::string> kept = kept_by(given.path);
    if (!kept) return kept.error();
    return note_change(*kept);
  }

  Result<Done> put(const Renewed& renewed) {
    Statement update(connection_, "UPDATE documents SET rules = ?, indexed = ? WHERE sha256 = ?");
    update.bind(renewed.rules).bind(renewed.indexed);
    if (auto done = update.bind(renewed.sha256).run(); !done) return done;
    if (auto done = put_records(renewed.sha256, renewed.records, renewed.signatures); !done) {
      return done;
    }
    return note_change(renewed.sha256);
  }

  Result<Done> put(const CorrectionMade& made) {
    const Correction& correction = made.correction;
    Statement add(connection_,
                  "INSERT INTO corrections(id, pointer, suppressed, value, before, made) "
                  "VALUES(?, ?, ?, ?, ?, ?)");
    add.bind(made.id).bind(correction.pointer).bind(std::int64_t{correction.suppressed});
    if (auto done = add.bind(correction.value).bind(correction.before).bind(now_).run(); !done) {
      return done;
    }
    return note_change_of(made.id);
  }

  Result<Done> put(const CorrectionUndone& undone) {
    Statement row(connection_, "SELECT id FROM corrections WHERE number = ?");
    const Result<bool> found = row.bind(undone.number).step();
    if (!found || !*found) return found ? Result<Done>(Done{}) : found.error();
    const std::string id = row.text(0);
    Statement drop(connection_, "DELETE FROM corrections WHERE number = ?");
    if (auto done = drop.bind(undone.number).run(); !done) return done;
    return note_change_of(id);
  }

 private:
  /// Notes that the file has changed whose records' ids begin as this one does, with the other
  /// versions of it.
  Result<Done> note_change_of(const std::string& id) {
    const std::string start = id.substr(0, id.find('-'));
    Statement row(connection_, "SELECT sha256 FROM documents WHERE sha256 >= ?1 AND sha256 < ?2");
    row.bind(start).bind(start + "g");  // after all hexadecimal digits
    std::vector<std::string> shas;
    if (auto done = row.each([&] { shas.push_back(row.text(0)); }); !done) return done;
    for (const std::string& sha : shas) {
      if (auto done = note_change(sha); !done) return done;
      const auto others = other_versions(connection_, sha);
      if (!others) return others.error();
      for (const OtherVersion& other : *others) {
        if (auto done = note_change(other.sha256); !done) return done;
      }
    }
    return Done{};
  }

  /// Notes that all has changed that the path stands for or stood for.
  Result<Done> note_versions_of(const std::string& path) {
    versions_of_.bind(path);
    std::vector<std::string> shas;
    auto done = versions_of_.each([&] { shas.push_back(versions_of_.text(0)); });
    for (const std::string& sha : shas) {
      if (done) done = note_change(sha);
    }
    return done;
  }

  /// Gives the row and history of a path that is gone to the one that its bytes are at now.
  Result<Done> take_over(const std::string& from, const std::string& to) {
    if (from.empty() || from == to) return Done{};
    for (const char* sql : {"UPDATE OR IGNORE files SET path = ?2 WHERE path = ?1",
                            "UPDATE OR IGNORE versions SET path = ?2 WHERE path = ?1",
                            "UPDATE OR IGNORE facts SET path = ?2 WHERE path = ?1"}) {
      if (auto done = Statement(connection_, sql).bind(from).bind(to).run(); !done) return done;
    }
    return note_path_change(to);
  }

  Result<Done> note_path_change(const std::string& path) {
    const Result<std::string> kept = kept_by(path);
    if (!kept) return kept.error();
    return note_change(*kept);
  }

  /// What the path stands for; "" where it is new or never gave records.
  Result<std::string> kept_by(const std::string& path) {
    kept_by_.bind(path);
    const Result<bool> row = kept_by_.step();
    if (!row) return row.error();
    std::string sha = *row ? kept_by_.text(0) : "";
    kept_by_.reset();
    return sha;
  }

  Result<Done> put_row(const FileRow& file, const std::string& kept) {
    put_row_.bind(file.path).bind(file.sha256).bind(file.size).bind(file.modified_ns);
    put_row_.bind(to_string(file.state)).bind(file.reason).bind(file.hint).bind(file.reader);
    return put_row_.bind(kept).bind(now_).run();
  }

  Result<Done> put_content(const FileRow& file, const Content& content) {
    const Completeness& done = content.completeness;
    put_document_.bind(file.sha256).bind(to_string(file.state)).bind(file.reader);
    put_document_.bind(content.rules);
    for (const int pages : {done.pages, done.pages_with_text, done.pages_ocr, done.pages_poor}) {
      put_document_.bind(std::int64_t{pages});
    }
    put_document_.bind(done.letters).bind(done.indexed);
    if (auto put = put_document_.bind_bytes(content.document).run(); !put) return put;
    return put_records(file.sha256, content.records, content.signatures);
  }

  Result<Done> put_records(const std::string& sha, const std::vector<Record>& records,
                           const std::vector<std::string>& signatures) {
    if (auto done = drop_records_.bind(sha).run(); !done) return done;
    for (std::size_t i = 0; i < records.size(); ++i) {
      const Record& record = records[i];
      const std::string signature = i < signatures.size() ? signatures[i] : "";
      put_record_.bind(sha).bind(static_cast<std::int64_t>(i)).bind(record.id);
      put_record_.bind(to_json(record)).bind_bytes(pack_layout(record)).bind_bytes(signature);
      if (auto done = put_record_.run(); !done) return done;
      if (auto done = put_bands(signature); !done) return done;
    }
    return Done{};
  }

  /// For the record that was put last.
  Result<Done> put_bands(const std::string& signature) {
    const auto read = near_from_bytes(signature);
    if (!read) return Done{};
    for (const std::uint64_t band : near_bands(*read)) {
      if (auto done = put_band_.bind(static_cast<std::int64_t>(band)).run(); !done) return done;
    }
    return Done{};
  }

  /// Removes the content of bytes that no path has or had.
  Result<Done> drop_unused(const std::string& sha) {
    for (const char* sql : {"DELETE FROM documents WHERE sha256 = ?1 AND NOT EXISTS "
                            "(SELECT 1 FROM versions WHERE sha256 = ?1)",
                            "DELETE FROM ocr WHERE sha256 = ?1 AND NOT EXISTS "
                            "(SELECT 1 FROM versions WHERE sha256 = ?1)"}) {
      if (auto done = Statement(connection_, sql).bind(sha).run(); !done) return done;
    }
    return Done{};
  }

  Result<Done> note_change(const std::string& sha) {
    if (sha.empty()) return Done{};
    return note_change_.bind(sha).bind(generation_).run();
  }

  const Connection& connection_;
  std::int64_t generation_;
  const std::string& now_;
  Statement versions_of_{connection_, "SELECT DISTINCT sha256 FROM versions WHERE path = ?"};
  Statement kept_by_{connection_, "SELECT kept FROM files WHERE path = ?"};
  Statement put_row_{connection_,
                     "INSERT OR REPLACE INTO files VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};
  Statement add_version_{connection_,
                         "INSERT INTO versions SELECT ?1, coalesce(max(number), 0) + 1, ?2, ?3 "
                         "FROM versions WHERE path = ?1"};
  Statement put_document_{
      connection_,
      "INSERT INTO documents(sha256, state, reader, rules, pages, pages_with_text, pages_ocr, "
      "pages_poor, letters, indexed, document) "
      "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(sha256) DO UPDATE "
      "SET document = excluded.document, state = excluded.state, reader = excluded.reader, "
      "rules = excluded.rules, pages = excluded.pages, "
      "pages_with_text = excluded.pages_with_text, pages_ocr = excluded.pages_ocr, "
      "pages_poor = excluded.pages_poor, letters = excluded.letters, indexed = excluded.indexed"};
  Statement drop_records_{connection_, "DELETE FROM records WHERE sha256 = ?"};
  Statement put_record_{connection_,
                        "INSERT INTO records(sha256, place, id, record, layout, signature) "
                        "VALUES(?, ?, ?, ?, ?, ?)"};
  // Not last_insert_rowid(): `near` has no rowid, but who changes that must not break this.
  Statement put_band_{connection_,
                      "INSERT OR IGNORE INTO near VALUES(?, (SELECT max(key) FROM records))"};
  Statement put_ocr_{connection_, "INSERT OR REPLACE INTO ocr VALUES(?, ?, ?, ?)"};
  Statement put_facts_{connection_, "INSERT OR REPLACE INTO facts VALUES(?, ?, ?, ?, ?)"};
  Statement note_change_{connection_, "INSERT OR REPLACE INTO changes VALUES(?, ?)"};
};

}  // namespace

Result<Done> write_updates(const Connection& connection, const std::vector<Update>& batch,
                           std::uint64_t generation, const std::string& now) {
  BatchWriter writer(connection, generation, now);
  for (const Update& update : batch) {
    const auto put = [&](const auto& value) { return writer.put(value); };
    if (auto done = std::visit(put, update); !done) return done;
  }
  return Done{};
}

}  // namespace moot
