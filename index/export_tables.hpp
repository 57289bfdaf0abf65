#pragma once
/// \file Records as tables: which tables there are, their columns with what each means, and the
/// rows of a record. The one place for all of it: CSV, SQLite and the data dictionary are made of
/// these.

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "extractors/record.hpp"
#include "index/entry.hpp"
#include "pipeline/document.hpp"

namespace moot {

/// A cell: nothing, a text (UTF-8), a whole number (of a flag 0 or 1), a number.
using ExportValue = std::variant<std::monostate, std::string, std::int64_t, double>;

/// What a row is made of. Lives as long as its record.
struct ExportRow {
  const Record* record = nullptr;
  std::string pointer;     ///< JSON Pointer of what the row is of; "" for the paper itself
  std::size_t at = 0;      ///< its place in its list, from 0
  std::size_t inner = 0;   ///< of a resolution of an item: its place there
  std::string entry = {};  ///< for passages: id of their entry
  Passage passage = {};
};

struct ExportColumn {
  enum class Type { Words, Date, Integer, Number, Flag };
  std::string name;
  Type type;
  std::string help;  ///< for the data dictionary
  std::function<ExportValue(const ExportRow&)> value;
  std::string references = {};  ///< "papers(id)": it is an id of that table
};

struct ExportTable {
  std::string name;
  std::string help;
  std::vector<ExportColumn> columns;
  std::string key;              ///< the columns that tell its rows apart; "": they have a number
  bool needs_document = false;  ///< rows() looks at the document
  std::function<std::vector<ExportRow>(const Record&, const Document&)> rows;
};

/// All tables. A table comes after those that its rows refer to; "papers" is the first.
const std::vector<ExportTable>& export_tables();

/// By its name; null: there is none.
const ExportTable* find_export_table(std::string_view name);

/// What a row of any other table than papers says of its paper, where it stands alone (CSV, views):
/// "paper_title" and the like, with the column of papers that each is.
struct PaperColumn {
  const char* name;
  const ExportColumn* column;
};
const std::vector<PaperColumn>& paper_columns();

/// "text", "date", "whole number", "number", "yes or no".
std::string_view spoken_type(ExportColumn::Type type);

}  // namespace moot
