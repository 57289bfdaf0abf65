#include <utility>

#include "index/entry.hpp"
#include "index/export_columns.hpp"

namespace moot {
namespace {

using Type = ExportColumn::Type;

const Item& item(const ExportRow& row) {
  return row.record->items[row.at];
}

const Place& box_place(const ExportRow& row) {
  return row.record->evidence.at(row.pointer).where[row.at];
}

ExportColumn number_of(std::string name, std::string help, double Box::*side) {
  return {std::move(name), Type::Number, std::move(help), [side](const ExportRow& row) {
            return box_place(row).page > 0 ? ExportValue(box_place(row).box.*side) : ExportValue();
          }};
}

ExportRows passage_rows(const Record& record, const Document& doc) {
  ExportRows rows;
  for (Entry& entry : to_entries(record, doc)) {
    for (Passage& passage : entry.passages) {
      ExportRow row{&record, passage.pointer, rows.size()};
      row.entry = entry.id;
      row.passage = std::move(passage);
      rows.push_back(std::move(row));
    }
  }
  return rows;
}

}  // namespace

ExportTable items_table() {
  const auto member = &Record::items;
  ExportTable table =
      list_table("items", "One row an item of minutes or an agenda", member, "items",
                 {{"entry_id", Type::Words, "id of the item as search prints it",
                   [](const ExportRow& row) { return text_cell(row.entry); }},
                  own("number", "as printed", member, &Item::number),
                  own("title", "heading", member, &Item::title),
                  own("text", "the paper's own words", member, &Item::text)});
  table.rows = [](const Record& record, const Document&) {
    ExportRows rows = rows_of(record, "/items", record.items.size());
    if (rows.empty()) return rows;
    // The entries of a record are itself and its items, in order; their words are not asked for.
    const std::vector<Entry> entries = to_entries(record, Document{});
    for (std::size_t i = 0; i < rows.size() && i + 1 < entries.size(); ++i) {
      rows[i].entry = entries[i + 1].id;
    }
    return rows;
  };
  return table;
}

ExportTable item_resolutions_table() {
  ExportColumns columns =
      value_columns({{"item_id", Type::Words, "the item",
                      [](const ExportRow& row) {
                        return text_cell(row.record->id + "#/items/" + std::to_string(row.at));
                      },
                      "items(id)"},
                     {"text", Type::Words, "what was decided", [](const ExportRow& row) {
                        return text_cell(item(row).resolutions[row.inner]);
                      }}});
  for (ExportColumn& column : columns) {
    if (column.name != "position") continue;
    column.help = "its place in the item, from 1";
    column.value = [](const ExportRow& row) {
      return number_cell(static_cast<std::int64_t>(row.inner) + 1);
    };
  }
  return {"item_resolutions",
          "One row a resolution, with the item that it stands in",
          std::move(columns),
          "id",
          false,
          [](const Record& record, const Document&) {
            ExportRows rows;
            for (std::size_t i = 0; i < record.items.size(); ++i) {
              const std::string pointer = "/items/" + std::to_string(i) + "/resolutions/";
              for (std::size_t j = 0; j < record.items[i].resolutions.size(); ++j) {
                rows.push_back({&record, pointer + std::to_string(j), i, j});
              }
            }
            return rows;
          }};
}

ExportTable evidence_table() {
  ExportColumns columns = id_columns();
  std::erase_if(columns, [](const ExportColumn& column) { return column.name == "position"; });
  append_columns(columns, page_columns());
  append_columns(columns, rule_columns("it"));
  return {"evidence",
          "One row a value of a record: where it stands, and which rule found it",
          std::move(columns),
          "id",
          false,
          [](const Record& record, const Document&) {
            ExportRows rows;
            for (const auto& [pointer, found] : record.evidence) {
              rows.push_back({&record, pointer, 0});
            }
            return rows;
          }};
}

ExportTable evidence_places_table() {
  ExportColumns columns = id_columns();
  std::erase_if(columns, [](const ExportColumn& column) { return column.name == "id"; });
  columns.insert(columns.begin(), {"evidence_id", Type::Words, "the value",
                                   [](const ExportRow& row) {
                                     return text_cell(row.record->id + "#" + row.pointer);
                                   },
                                   "evidence(id)"});
  append_columns(columns,
                 {{"page", Type::Integer, "in the file, from 1",
                   [](const ExportRow& row) { return number_cell(box_place(row).page); }},
                  number_of("x0", "left edge of the box, in points from the page's left", &Box::x0),
                  number_of("y0", "its top edge, from the page's top", &Box::y0),
                  number_of("x1", "its right edge", &Box::x1),
                  number_of("y1", "its bottom edge", &Box::y1)});
  return {"evidence_places",
          "One row a place (a page or a column of it) that a value runs over",
          std::move(columns),
          "evidence_id, position",
          false,
          [](const Record& record, const Document&) {
            ExportRows rows;
            for (const auto& [pointer, found] : record.evidence) {
              for (std::size_t i = 0; i < found.where.size(); ++i) {
                rows.push_back({&record, pointer, i});
              }
            }
            return rows;
          }};
}

ExportTable notes_table() {
  return {
      "notes",
      "One row a note on a paper: what was not read as it should be",
      {{"record_id", Type::Words, "stable id of the paper's record",
        [](const ExportRow& row) { return text_cell(row.record->id); }, "papers(id)"},
       {"position", Type::Integer, "its place in its list, from 1",
        [](const ExportRow& row) { return number_cell(static_cast<std::int64_t>(row.at) + 1); }},
       {"what", Type::Words, "no-text-layer, ocr-used, truncated, ...",
        [](const ExportRow& row) { return text_cell(row.record->notes[row.at].what); }},
       {"page", Type::Integer, "of the file; empty: the whole paper",
        [](const ExportRow& row) { return number_cell(row.record->notes[row.at].page); }}},
      "record_id, position",
      false,
      [](const Record& record, const Document&) {
        return rows_of(record, "/notes", record.notes.size());
      }};
}

ExportTable passages_table() {
  return {"passages",
          "One row a stretch of a paper's text, as search finds it; all of the paper's words",
          {{"record_id", Type::Words, "stable id of the paper's record",
            [](const ExportRow& row) { return text_cell(row.record->id); }, "papers(id)"},
           {"entry_id", Type::Words, "id of the paper, or of the item of it, as search prints it",
            [](const ExportRow& row) { return text_cell(row.entry); }},
           {"field", Type::Words, "the part of the paper: what in: names in a query",
            [](const ExportRow& row) { return text_cell(row.passage.field); }},
           {"heading", Type::Words, "as printed",
            [](const ExportRow& row) { return text_cell(row.passage.heading); }},
           {"text", Type::Words, "the paper's own words; a list has one line an entry",
            [](const ExportRow& row) { return text_cell(row.passage.text); }},
           {"pointer", Type::Words, "JSON Pointer of the value in the record; empty for body text",
            [](const ExportRow& row) { return text_cell(row.pointer); }},
           {"first_page", Type::Integer, "page where it starts, in the file, from 1",
            [](const ExportRow& row) { return number_cell(row.passage.page); }},
           {"link", Type::Words, "opens the file at that page",
            [](const ExportRow& row) { return text_cell(link_to(row, row.passage.page)); }}},
          "",
          true,
          passage_rows};
}

}  // namespace moot
