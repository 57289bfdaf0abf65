#include "index/export_sqlite.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "index/export_tables.hpp"
#include "index/sqlite.hpp"

namespace moot {
namespace {

using Type = ExportColumn::Type;

/// Papers between two commits: a transaction's pages stay in memory until then.
constexpr std::int64_t kPapersACommit = 500;

constexpr const char* kNumberHelp = "number of the row in this file; not stable";

std::string quoted(const std::string& name) {
  return '"' + name + '"';
}

const char* sql_type(Type type) {
  switch (type) {
    case Type::Integer:
    case Type::Flag:
      return "INTEGER";
    case Type::Number:
      return "REAL";
    default:
      return "TEXT";
  }
}

/// "papers(id)" -> "papers"(id)
std::string create_table(const ExportTable& table) {
  std::string sql = "CREATE TABLE " + quoted(table.name) + "(";
  if (table.key.empty()) sql += "number INTEGER PRIMARY KEY, ";
  for (const ExportColumn& column : table.columns) {
    if (&column != &table.columns.front()) sql += ", ";
    sql += quoted(column.name) + " " + sql_type(column.type);
    if (!column.references.empty()) sql += " REFERENCES " + column.references;
  }
  if (!table.key.empty()) sql += ", PRIMARY KEY(" + table.key + ")";
  return sql + ");\n";
}

/// For each value that it may have: council, day, kind, and the paper of each row.
std::string create_indexes(const ExportTable& table) {
  std::string sql;
  for (const ExportColumn& column : table.columns) {
    const bool paper = table.name == "papers" &&
                       (column.name == "council" || column.name == "date" || column.name == "kind");
    const bool kind = table.name == "implications" && column.name == "kind";
    if (!paper && !kind && column.references.empty()) continue;
    sql += "CREATE INDEX " + quoted(table.name + "_" + column.name) + " ON " + quoted(table.name) +
           "(" + quoted(column.name) + ");\n";
  }
  return sql;
}

/// A view of the table's rows with what CSV says of their papers.
std::string create_view(const ExportTable& table) {
  std::string sql = "CREATE VIEW " + quoted(table.name + "_with_papers") + " AS SELECT t.*";
  for (const PaperColumn& column : paper_columns()) {
    sql += ", p." + quoted(column.column->name) + " AS " + quoted(column.name);
  }
  return sql + " FROM " + quoted(table.name) + " t JOIN papers p ON p.id = t.record_id;\n";
}

std::string schema() {
  std::string sql =
      "CREATE TABLE about(name TEXT PRIMARY KEY, value TEXT);\n"
      "CREATE TABLE data_dictionary(table_name TEXT, column_name TEXT, type TEXT, "
      "description TEXT, PRIMARY KEY(table_name, column_name));\n";
  for (const ExportTable& table : export_tables()) sql += create_table(table);
  // In double quotes, for Datasette and sqlite-utils look for content="passages".
  return sql +
         "CREATE VIRTUAL TABLE passages_fts USING fts5(heading, text, content=\"passages\", "
         "content_rowid=\"number\", tokenize='porter unicode61 remove_diacritics 2');\n";
}

/// What is made when all rows are there, in one go.
std::string finish() {
  std::string sql = "INSERT INTO passages_fts(passages_fts) VALUES('rebuild');\n";
  for (const ExportTable& table : export_tables()) sql += create_indexes(table);
  for (const ExportTable& table : export_tables()) {
    if (table.name != "papers") sql += create_view(table);
  }
  return sql +
         "CREATE VIEW councils AS SELECT council, council_code, count(*) AS papers, "
         "min(date) AS first_date, max(date) AS last_date FROM papers "
         "GROUP BY council, council_code ORDER BY council;\n"
         "ANALYZE;\n";
}

Result<Done> fill_dictionary(const Connection& connection) {
  Statement add(connection, "INSERT INTO data_dictionary VALUES(?, ?, ?, ?)");
  for (const ExportTable& table : export_tables()) {
    auto added = add.bind(table.name).bind("").bind("table").bind(table.help).run();
    if (added && table.key.empty()) {
      added = add.bind(table.name).bind("number").bind("whole number").bind(kNumberHelp).run();
    }
    for (const ExportColumn& column : table.columns) {
      if (!added) return added;
      added = add.bind(table.name)
                  .bind(column.name)
                  .bind(spoken_type(column.type))
                  .bind(column.help)
                  .run();
    }
    if (!added) return added;
  }
  return Done{};
}

/// The rows of one table, with the statement that adds one.
class TableWriter {
 public:
  TableWriter(const Connection& connection, const ExportTable& table)
      : table_(table), add_(connection, insert(table).c_str()) {}

  Result<Done> put(const Record& record, const Document& doc) {
    for (const ExportRow& row : table_.rows(record, doc)) {
      for (const ExportColumn& column : table_.columns) bind(column.value(row));
      if (auto added = add_.run(); !added) return added;
    }
    return Done{};
  }

 private:
  static std::string insert(const ExportTable& table) {
    std::string names, values;
    for (const ExportColumn& column : table.columns) {
      names += (names.empty() ? "" : ", ") + quoted(column.name);
      values += values.empty() ? "?" : ", ?";
    }
    return "INSERT INTO " + quoted(table.name) + "(" + names + ") VALUES(" + values + ")";
  }

  void bind(const ExportValue& value) {
    if (const auto* text = std::get_if<std::string>(&value)) {
      add_.bind(readable_text(*text));
    } else if (const auto* whole = std::get_if<std::int64_t>(&value)) {
      add_.bind(*whole);
    } else if (const auto* number = std::get_if<double>(&value)) {
      add_.bind_number(*number);
    } else {
      add_.bind_null();
    }
  }

  const ExportTable& table_;
  Statement add_;
};

Result<std::int64_t> fill(const ExportRecords& records, const Connection& connection) {
  std::vector<TableWriter> writers;
  for (const ExportTable& table : export_tables()) writers.emplace_back(connection, table);
  std::int64_t since_commit = 0;
  return records.each(true, [&](const Record& record, const Document& doc) -> Result<Done> {
    for (TableWriter& writer : writers) {
      if (auto put = writer.put(record, doc); !put) return put;
    }
    if (++since_commit < kPapersACommit) return Done{};
    since_commit = 0;
    return connection.run("COMMIT; BEGIN");
  });
}

Result<std::int64_t> write(const ExportRecords& records, const Connection& connection,
                           const std::vector<std::pair<std::string, std::string>>& about) {
  // Nobody else sees the file before it is whole, and a stopped export is thrown away.
  auto made = connection.run(
      "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = ON; BEGIN");
  if (made) made = connection.run(schema().c_str());
  if (made) made = fill_dictionary(connection);
  Statement tell(connection, "INSERT INTO about VALUES(?, ?)");
  for (const auto& [name, value] : about) {
    if (made) made = tell.bind(name).bind(readable_text(value)).run();
  }
  if (!made) return made.error();
  const auto count = fill(records, connection);
  if (!count) return count;
  made = tell.bind("papers").bind(std::to_string(*count)).run();
  if (made) made = connection.run(finish().c_str());
  if (made) made = connection.run("COMMIT");
  if (!made) return made.error();
  return count;
}

/// SQLite's errors are told as the catalogue's.
Error about_new_file(Error error, const std::string& path) {
  constexpr std::string_view kCatalogue = "the catalogue";
  if (error.where == path && error.message.starts_with(kCatalogue)) {
    error.message.replace(0, kCatalogue.size(), "the new database");
    error.hint = "name another file, or look at the folder's permissions";
  }
  return error;
}

}  // namespace

std::string readable_text(std::string text) {
  const bool plain = std::all_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x80 && c != '\0';
  });
  if (plain) return text;
  using Json = nlohmann::json;
  // The library that writes records replaces what is not UTF-8; so both give the same.
  const Json::error_handler_t replace = Json::error_handler_t::replace;
  text = Json::parse(Json(text).dump(-1, ' ', false, replace)).get<std::string>();
  for (std::size_t at = 0; (at = text.find('\0', at)) != std::string::npos;) {
    text.replace(at, 1, "\xEF\xBF\xBD");
  }
  return text;
}

Result<std::int64_t> export_sqlite(const ExportRecords& records, const std::string& path,
                                   const std::vector<std::pair<std::string, std::string>>& about) {
  const auto connection = Connection::open(path, Connection::Mode::Write);
  const auto count =
      connection ? write(records, *connection, about) : Result<std::int64_t>(connection.error());
  return count ? count : about_new_file(count.error(), path);
}

}  // namespace moot
