// Contacts that a table gives one row each.

#include "extractors/contact_table.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "extractors/label_match.hpp"
#include "extractors/people.hpp"
#include "extractors/shapes.hpp"

namespace moot {

namespace {

/// One row: the text of each of its cells, by column.
struct ContactRow {
  int table = 0, row = 0;
  std::map<int, std::string> cells;
  TextRange range;
};

std::vector<ContactRow> find_rows(const PaperView& view, const std::vector<Piece>& pieces) {
  std::vector<ContactRow> rows;
  for (const Piece& piece : pieces) {
    const Cell& cell = view.blocks()[piece.block].cell;
    if (cell.table == 0) continue;
    if (rows.empty() || rows.back().table != cell.table || rows.back().row != cell.row) {
      rows.push_back({cell.table, cell.row, {}, piece.range});
    }
    std::string& text = rows.back().cells[cell.column];
    text += (text.empty() ? "" : " ") + view.text(piece.range);
    rows.back().range.end = piece.range.end;
  }
  return rows;
}

/// Which part of a contact each column holds, where the row is the header of such a table: each
/// part once. Two columns of names are two blocks.
std::map<int, std::string> parts_of_header(const PaperView& view, const ContactRow& row) {
  std::map<int, std::string> parts;
  std::set<std::string> kinds;
  for (const auto& [column, text] : row.cells) {
    const auto match = match_label(view.rules(), text, false);
    if (!match || match->value < text.size()) return {};
    const std::string part = contact_part(view, *match);
    if (part.empty()) continue;
    parts[column] = part;
    if (!kinds.insert(part).second) return {};
  }
  return parts.size() > 1 ? parts : std::map<int, std::string>();
}

/// A row whose cells are a person and the ways to reach that person, without labels.
Contact contact_of_cells(const ContactRow& row) {
  Contact result;
  std::size_t names = 0, reached = 0;
  Text words;  // of a cell that is neither: the role
  for (const auto& [column, text] : row.cells) {
    Contact cell = parse_contact(text);
    const bool reaches = cell.phone || cell.email;
    if (cell.name && reaches) return {};  // a contact of its own
    names += cell.name.has_value();
    reached += reaches;
    if (!cell.name && !reaches && !words) words = cell.role ? cell.role : Text(text);
    if (cell.name) result.name = cell.name;
    if (cell.name && cell.role) result.role = cell.role;
    if (cell.phone) result.phone = cell.phone;
    if (cell.email) result.email = cell.email;
  }
  if (names != 1 || reached == 0) return {};
  if (!result.role) result.role = words;
  return result;
}

Contact contact_by_header(const std::map<int, std::string>& parts, const ContactRow& row) {
  Contact result;
  for (const auto& [column, part] : parts) {
    const auto cell = row.cells.find(column);
    if (cell == row.cells.end()) continue;
    Contact found = parse_contact(cell->second);
    if (part == "role") {  // "Winter Manager – 01632 960220"
      const bool reaches = found.phone || found.email;
      const Text rest = found.role ? found.role : found.name;
      result.role = reaches && rest ? rest : Text(cell->second);
    }
    if (part == "name" && !found.name) found.name = cell->second;
    if (part == "name") result.name = found.name;
    if (found.role && !result.role && part == "name") result.role = found.role;
    if (found.phone) result.phone = found.phone;
    if (found.email) result.email = found.email;
  }
  return result;
}

Value value_of(const Contact& contact, TextRange range) {
  Value value;
  value.text = contact.name.value_or("");
  value.role = contact.role;
  value.phone = contact.phone;
  value.email = contact.email;
  value.range = range;
  return value;
}

}  // namespace

std::string contact_part(const PaperView& view, const LabelMatch& match) {
  for (std::size_t index : match.rules) {
    const std::string& field = view.rule(index).field;
    if (field.starts_with("contacts/")) return field.substr(9);
    if (field == "contacts") return "name";
  }
  return {};
}

std::vector<Value> take_contact_rows(const PaperView& view, std::vector<Piece>& pieces) {
  std::vector<Value> values;
  std::map<int, std::string> parts;  // of the columns of the table at work
  std::vector<TextRange> taken;      // in order of their places
  int table = 0;
  for (const ContactRow& row : find_rows(view, pieces)) {
    if (row.table != table) parts.clear();
    table = row.table;
    auto header = parts_of_header(view, row);
    Contact contact;
    if (header.empty())
      contact = parts.empty() ? contact_of_cells(row) : contact_by_header(parts, row);
    if (header.empty() && is_empty(contact)) continue;
    if (header.empty()) {
      values.push_back(value_of(contact, row.range));
    } else {
      parts = std::move(header);
    }
    taken.push_back(row.range);
  }
  std::erase_if(pieces, [&](const Piece& piece) {
    const auto row =
        std::upper_bound(taken.begin(), taken.end(), piece.range.begin,
                         [](std::size_t at, const TextRange& range) { return at < range.begin; });
    return row != taken.begin() && piece.range.end <= std::prev(row)->end;
  });
  return values;
}

void propose_contact_tables(const PaperView& view, RecordBuilder& builder) {
  const auto& blocks = view.blocks();
  for (std::size_t i = 0; i < blocks.size();) {
    const int table = blocks[i].cell.table;
    std::vector<Piece> pieces;
    for (; i < blocks.size() && blocks[i].cell.table == table; ++i) {
      if (table > 0) pieces.push_back({blocks[i].range, i});
    }
    if (pieces.empty() || parts_of_header(view, find_rows(view, pieces)[0]).empty()) continue;
    std::vector<Value> values = take_contact_rows(view, pieces);
    std::erase_if(values, [](const Value& value) { return !value.phone && !value.email; });
    builder.propose({"contacts.table"}, "contacts", std::move(values));
  }
}

}  // namespace moot
