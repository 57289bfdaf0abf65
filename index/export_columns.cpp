#include "index/export_columns.hpp"

#include <iterator>

#include "extractors/record_json.hpp"
#include "index/page_link.hpp"

namespace moot {
namespace {

using Type = ExportColumn::Type;

ValuePlace place(const ExportRow& row) {
  return place_of(*row.record, row.pointer);
}

}  // namespace

ExportValue text_cell(const std::string& value) {
  return value.empty() ? ExportValue() : ExportValue(value);
}

ExportValue text_cell(const Text& value) {
  return value ? ExportValue(*value) : ExportValue();
}

ExportValue number_cell(std::int64_t number) {
  return number > 0 ? ExportValue(number) : ExportValue();
}

ExportValue flag_cell(const std::optional<bool>& value) {
  return value ? ExportValue(std::int64_t{*value}) : ExportValue();
}

std::string link_to(const ExportRow& row, int page) {
  return page_link(row.record->source.url.value_or(""), row.record->source.path, page);
}

void append_columns(ExportColumns& to, ExportColumns more) {
  to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

ExportColumns id_columns() {
  return {{"id", Type::Words, "stable id of the value: the record's id, # and the pointer",
           [](const ExportRow& row) { return text_cell(row.record->id + "#" + row.pointer); }},
          {"record_id", Type::Words, "stable id of the paper's record",
           [](const ExportRow& row) { return text_cell(row.record->id); }, "papers(id)"},
          {"position", Type::Integer, "its place in its list, from 1",
           [](const ExportRow& row) { return number_cell(static_cast<std::int64_t>(row.at) + 1); }},
          {"pointer", Type::Words, "JSON Pointer of the value in the record",
           [](const ExportRow& row) { return text_cell(row.pointer); }}};
}

ExportColumns page_columns() {
  return {{"first_page", Type::Integer, "first page that it stands on, in the file, from 1",
           [](const ExportRow& row) { return number_cell(place(row).first_page); }},
          {"last_page", Type::Integer, "last page that it stands on",
           [](const ExportRow& row) { return number_cell(place(row).last_page); }},
          {"link", Type::Words, "opens the file at the first page",
           [](const ExportRow& row) { return text_cell(link_to(row, place(row).first_page)); }}};
}

ExportColumns rule_columns(const std::string& of) {
  const auto known = [](auto value) {
    return [value](const ExportRow& row) {
      const Evidence* evidence = place(row).evidence;
      return evidence == nullptr ? ExportValue() : value(*evidence);
    };
  };
  return {{"rule", Type::Words, "id of the rule that found " + of,
           known([](const Evidence& found) { return text_cell(found.rule); })},
          {"confidence", Type::Number,
           "how often that rule is right on gold, from 0 to 1; empty: never measured",
           known([](const Evidence& found) {
             return found.confidence ? ExportValue(*found.confidence) : ExportValue();
           })},
          {"basis", Type::Words, "stated, inferred, given (by a user beside the file) or corrected",
           known([](const Evidence& found) {
             return text_cell(std::string(to_string(found.basis)));
           })}};
}

ExportColumns value_columns(ExportColumns own) {
  ExportColumns columns = id_columns();
  append_columns(columns, std::move(own));
  append_columns(columns, page_columns());
  append_columns(columns, rule_columns("it"));
  return columns;
}

ExportRows rows_of(const Record& record, const std::string& pointer, std::size_t count) {
  ExportRows rows;
  for (std::size_t i = 0; i < count; ++i) {
    rows.push_back({&record, pointer + "/" + std::to_string(i), i});
  }
  return rows;
}

}  // namespace moot
