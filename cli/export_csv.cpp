#include <fmt/format.h>

#include "cli/csv.hpp"
#include "cli/export_writers.hpp"
#include "cli/output.hpp"
#include "extractors/record_json.hpp"
#include "index/export_sqlite.hpp"

namespace moot {
namespace {

using Type = ExportColumn::Type;

/// A column of the file: one of the table's own, or what is said of the row's paper.
struct CsvColumn {
  std::string name;
  const ExportColumn* column;
  bool of_paper = false;
};

std::vector<CsvColumn> csv_columns(const ExportTable& table) {
  std::vector<CsvColumn> columns;
  for (const ExportColumn& column : table.columns) columns.push_back({column.name, &column});
  if (table.name == "papers") return columns;
  for (const PaperColumn& column : paper_columns()) {
    columns.push_back({column.name, column.column, true});
  }
  return columns;
}

/// Line ends and tabs stay; no other control character has a place in a table.
std::string without_controls(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t length = control_at(text, at);
    const bool kept = length == 0 || text[at] == '\n' || text[at] == '\t' || text[at] == '\r';
    if (kept) {
      out += text[at];
    } else {
      out += "\xEF\xBF\xBD";
      at += length - 1;
    }
  }
  return out;
}

std::string csv_cell(const ExportColumn& column, const ExportValue& value, bool raw) {
  if (const auto* text = std::get_if<std::string>(&value)) {
    std::string cell = without_controls(readable_text(*text));
    return raw ? cell : without_formula(std::move(cell));
  }
  if (const auto* whole = std::get_if<std::int64_t>(&value)) {
    if (column.type == Type::Flag) return *whole != 0 ? "yes" : "no";
    return std::to_string(*whole);
  }
  if (const auto* number = std::get_if<double>(&value)) return fmt::format("{}", *number);
  return {};
}

std::string header(const std::vector<CsvColumn>& columns) {
  std::vector<std::string> names;
  for (const CsvColumn& column : columns) names.push_back(column.name);
  return csv_row(names);
}

void put_table(std::string& csv, const ExportTable& table) {
  csv += csv_row({table.name, "", "table", table.help});
  for (const CsvColumn& column : csv_columns(table)) {
    const std::string help =
        column.of_paper ? "of the paper: " + column.column->help : column.column->help;
    csv += csv_row({table.name, column.name, std::string(spoken_type(column.column->type)), help});
  }
}

}  // namespace

Result<Written> write_jsonl(const ExportRecords& records, const Put& put) {
  const auto count = records.each(
      false, [&](const Record& record, const Document&) { return put(to_json(record) + "\n"); });
  if (!count) return count.error();
  return Written{*count, *count};
}

Result<Written> write_csv(const ExportRecords& records, const ExportTable& table, bool raw,
                          const Put& put) {
  const std::vector<CsvColumn> columns = csv_columns(table);
  Written written;
  const auto take = [&](const Record& record, const Document& doc) -> Result<Done> {
    const ExportRow paper{&record, "", 0};
    std::string csv;
    for (const ExportRow& row : table.rows(record, doc)) {
      if (++written.rows == 1) csv += header(columns);
      std::vector<std::string> values;
      for (const CsvColumn& column : columns) {
        const ExportRow& of = column.of_paper ? paper : row;
        values.push_back(csv_cell(*column.column, column.column->value(of), raw));
      }
      csv += csv_row(values);
    }
    return put(csv);
  };
  const auto count = records.each(table.needs_document, take);
  if (!count) return count.error();
  written.papers = *count;
  return written;
}

std::string dictionary_csv(const ExportTable* table) {
  std::string csv = csv_row({"table", "column", "type", "description"});
  if (table != nullptr) {
    put_table(csv, *table);
  } else {
    for (const ExportTable& each : export_tables()) put_table(csv, each);
  }
  return csv;
}

}  // namespace moot
