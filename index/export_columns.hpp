#pragma once
/// \file Cells and columns that several tables of an export have. Internal to export_*.cpp.

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "index/export_tables.hpp"
#include "index/value_place.hpp"

namespace moot {

using ExportColumns = std::vector<ExportColumn>;
using ExportRows = std::vector<ExportRow>;

/// Cells; empty where there is nothing, or a number under 1.
ExportValue text_cell(const std::string& value);
ExportValue text_cell(const Text& value);
ExportValue number_cell(std::int64_t number);
ExportValue flag_cell(const std::optional<bool>& value);

/// A link that opens the row's file at a page.
std::string link_to(const ExportRow& row, int page);

void append_columns(ExportColumns& to, ExportColumns more);

/// id, record_id, position and pointer of what is in a list of a record.
ExportColumns id_columns();

/// first_page, last_page and link of the value at the row's pointer.
ExportColumns page_columns();

/// rule, confidence and basis of the value at the row's pointer, called `of` in the help.
ExportColumns rule_columns(const std::string& of);

/// ExportColumns of a table of values: ids, `own`, where it stands and by which rule.
ExportColumns value_columns(ExportColumns own);

/// A row for each of so many entries of the list at `pointer`.
ExportRows rows_of(const Record& record, const std::string& pointer, std::size_t count);

/// A table of the entries of one list of records.
template <typename T>
ExportTable list_table(std::string name, std::string help, std::vector<T> Record::*member,
                       const std::string& field, ExportColumns own) {
  return {std::move(name),
          std::move(help),
          value_columns(std::move(own)),
          "id",
          false,
          [member, pointer = "/" + field](const Record& record, const Document&) {
            return rows_of(record, pointer, (record.*member).size());
          }};
}

/// A column with something of the row's entry of a list.
template <typename T, typename Value>
ExportColumn own(std::string name, std::string help, std::vector<T> Record::*member, Value value,
                 ExportColumn::Type type = ExportColumn::Type::Words) {
  return {std::move(name), type, std::move(help), [member, value](const ExportRow& row) {
            return text_cell((row.record->*member)[row.at].*value);
          }};
}

/// The tables of what stands in items, of evidence, notes and passages: export_parts.cpp.
ExportTable items_table();
ExportTable item_resolutions_table();
ExportTable evidence_table();
ExportTable evidence_places_table();
ExportTable notes_table();
ExportTable passages_table();

}  // namespace moot
