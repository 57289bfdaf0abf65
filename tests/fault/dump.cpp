#include "dump.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>
#include <string_view>

#define XAPIAN_MOVE_SEMANTICS
#include <xapian.h>

#include "extractors/record_json.hpp"
#include "index/catalogue.hpp"
#include "index/document_blob.hpp"
#include "index/facets.hpp"
#include "index/terms.hpp"
#include "index/xapian_guard.hpp"
#include "pipeline/sha256.hpp"

namespace fs = std::filesystem;
using moot::fail;
using moot::Result;
using Lines = std::vector<std::string>;

namespace {

// What two ingestions of the same files may well have differently: the ledger of batches, the time,
// and numbers that are given away in the order of coming.
const std::set<std::string> kLeftOutTables{"state", "changes"};
const std::set<std::string> kLeftOutColumns{"generation", "key", "since", "tried"};

/// All rows of a table. What points to a row by such a number is given what it points to.
std::string rows_of(const std::string& table) {
  if (table != "near") return "SELECT * FROM \"" + table + "\"";
  return "SELECT n.band, r.sha256, r.place FROM near n LEFT JOIN records r ON r.key = n.record";
}

using Database = std::unique_ptr<sqlite3, decltype(&sqlite3_close_v2)>;
using Rows = std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)>;

moot::Error damaged(const std::string& what, const std::string& where) {
  return fail(moot::ErrorKind::Index, what, where);
}

std::string short_sha(const std::string& bytes) {
  return moot::sha256_hex(bytes).substr(0, 16) + " of " + std::to_string(bytes.size());
}

std::string bytes_in(sqlite3_stmt* row, int column) {
  const void* bytes = sqlite3_column_blob(row, column);
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(row, column));
  return bytes == nullptr ? "" : std::string(static_cast<const char*>(bytes), size);
}

/// A record as it was put bears the path of whichever file with these bytes came last.
std::string without_path(const std::string& text) {
  nlohmann::json record = nlohmann::json::parse(text, nullptr, false);
  if (record.is_object() && record.contains("source")) record["source"].erase("path");
  return record.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Result<std::string> value_in(sqlite3_stmt* row, int column, const std::string& name) {
  const std::string bytes = bytes_in(row, column);
  if (name == "document") {
    // Packed anew: the state is the Document, not how it was compressed.
    const Result<moot::Document> document = moot::unpack_document(bytes);
    if (!document) return document.error();
    const Result<std::string> packed = moot::pack_document(*document);
    if (!packed) return packed.error();
    return short_sha(*packed);
  }
  if (name == "record") return without_path(bytes);
  if (sqlite3_column_type(row, column) == SQLITE_BLOB) return short_sha(bytes);
  return nlohmann::json(bytes).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Result<moot::Done> dump_table(sqlite3* database, const std::string& table, Lines& lines) {
  sqlite3_stmt* prepared = nullptr;
  sqlite3_prepare_v2(database, rows_of(table).c_str(), -1, &prepared, nullptr);
  const Rows rows(prepared, sqlite3_finalize);
  int code = SQLITE_ERROR;
  while ((code = sqlite3_step(rows.get())) == SQLITE_ROW) {
    std::string line = table;
    for (int i = 0; i < sqlite3_column_count(rows.get()); ++i) {
      const std::string name = sqlite3_column_name(rows.get(), i);
      if (kLeftOutColumns.count(name) > 0) continue;
      const Result<std::string> value = value_in(rows.get(), i, name);
      if (!value) return value.error();
      line += " " + name + "=" + *value;
    }
    lines.push_back(std::move(line));
  }
  if (code != SQLITE_DONE) return damaged(sqlite3_errmsg(database), table);
  return moot::Done{};
}

/// The first column of what a statement gives.
Lines column_of(sqlite3* database, const char* sql) {
  sqlite3_stmt* prepared = nullptr;
  sqlite3_prepare_v2(database, sql, -1, &prepared, nullptr);
  const Rows rows(prepared, sqlite3_finalize);
  Lines values;
  while (sqlite3_step(rows.get()) == SQLITE_ROW) values.push_back(bytes_in(rows.get(), 0));
  return values;
}

Result<moot::Done> dump_tables(const std::string& directory, Lines& lines) {
  const std::string path = directory + "/catalogue.sqlite";
  sqlite3* opened = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &opened, SQLITE_OPEN_READWRITE, nullptr);
  const Database database(opened, sqlite3_close_v2);
  if (code != SQLITE_OK) return damaged("the catalogue cannot be opened", path);
  if (column_of(opened, "PRAGMA integrity_check") != Lines{"ok"}) {
    return damaged("SQLite finds the catalogue damaged", path);
  }
  if (!column_of(opened, "PRAGMA foreign_key_check").empty()) {
    return damaged("rows of the catalogue point to nothing", path);
  }
  const char* names =
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
  for (const std::string& table : column_of(opened, names)) {
    if (kLeftOutTables.count(table) > 0) continue;
    if (auto done = dump_table(opened, table, lines); !done) return done;
  }
  return moot::Done{};
}

/// The records as `moot show` gets them.
Result<std::uint64_t> dump_records(const std::string& directory, Lines& lines) {
  const Result<moot::Catalogue> catalogue = moot::Catalogue::open_reader(directory);
  if (!catalogue) return catalogue.error();
  const auto ids = catalogue->ids_from("");
  if (!ids) return ids.error();
  for (const std::string& id : *ids) {
    const auto record = catalogue->record(id);
    if (!record) return record.error();
    if (!*record) return damaged("an id without a record", id);
    lines.push_back("shown " + id + " " + moot::to_json(**record));
  }
  return catalogue->generation();
}

std::string terms_of(const Xapian::Document& document) {
  std::string all;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    all += *term + '\0' + std::to_string(term.get_wdf());
    for (auto at = term.positionlist_begin(); at != term.positionlist_end(); ++at) {
      all += ' ' + std::to_string(*at);
    }
    all += '\n';
  }
  return short_sha(all);
}

/// The facets of one entry by their texts: which numbers these have depends on what came first.
std::string facets_of(const Xapian::Database& database, const std::string& packed) {
  moot::FacetCounter counter;
  counter.add(packed);
  moot::FacetTexts texts([&](std::uint64_t number) {
    return database.get_metadata(moot::kFacetTextKey + std::to_string(number));
  });
  const auto facets = counter.result(texts);
  std::string all;
  for (const moot::Facet& facet : facets) {
    all += facet.name + '\n';
    for (const moot::FacetValue& value : facet.values) all += value.value + '\n';
  }
  return all;
}

std::string line_of(const Xapian::Database& database, const Xapian::Document& document) {
  std::string line = "entry " + document.get_value(moot::kIdSlot) + " terms " + terms_of(document);
  for (auto value = document.values_begin(); value != document.values_end(); ++value) {
    const bool facets = value.get_valueno() == moot::kFacetsSlot;
    line += " value " + std::to_string(value.get_valueno()) + " " +
            short_sha(facets ? facets_of(database, *value) : *value);
  }
  return line + " data " + short_sha(document.get_data());
}

Result<moot::Done> dump_shard(const std::string& shard, std::uint64_t generation, Lines& lines) {
  try {
    if (moot::mistakes_in_shard(shard) != 0) {
      return damaged("Xapian finds the search index damaged", shard);
    }
    const Xapian::Database database(shard);
    const std::string noted = database.get_metadata(moot::kGenerationKey);
    if (noted != std::to_string(generation)) {
      return damaged("the search index is at generation '" + noted + "', the catalogue at " +
                         std::to_string(generation),
                     shard);
    }
    for (auto it = database.postlist_begin(""); it != database.postlist_end(""); ++it) {
      lines.push_back(line_of(database, database.get_document(*it)));
    }
  } catch (const Xapian::Error& error) {
    return damaged(error.get_description(), shard);
  }
  return moot::Done{};
}

void add_missing(const Lines& from, const Lines& other, const char* sign, std::string& text) {
  constexpr std::size_t kMostLines = 10;
  constexpr std::size_t kMostBytes = 400;
  Lines missing;
  std::set_difference(from.begin(), from.end(), other.begin(), other.end(),
                      std::back_inserter(missing));
  for (std::size_t i = 0; i < std::min(kMostLines, missing.size()); ++i) {
    text += sign + missing[i].substr(0, kMostBytes) + "\n";
  }
  if (missing.size() > kMostLines) {
    text +=
        sign + std::string("... and ") + std::to_string(missing.size() - kMostLines) + " more\n";
  }
}

}  // namespace

Result<Lines> dump(const std::string& directory) {
  Lines lines;
  if (auto done = dump_tables(directory, lines); !done) return done.error();
  const auto generation = dump_records(directory, lines);
  if (!generation) return generation.error();
  std::error_code failed;
  for (const auto& shard : fs::directory_iterator(directory + "/xapian", failed)) {
    if (auto done = dump_shard(shard.path().string(), *generation, lines); !done) {
      return done.error();
    }
  }
  if (failed) return damaged("the search index cannot be listed: " + failed.message(), directory);
  std::sort(lines.begin(), lines.end());
  return lines;
}

std::string difference(const Lines& wanted, const Lines& got) {
  std::string text;
  add_missing(wanted, got, "- ", text);
  add_missing(got, wanted, "+ ", text);
  return text;
}
