#include "pipeline/html_tables.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace moot {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

}  // namespace

void HtmlTable::open_row() {
  close_row();
  ++row_;
}

void HtmlTable::open_cell(int columns) {
  close_cell();
  if (row_ == 0) row_ = 1;
  in_cell_ = true;
  column_ = next_column_;
  next_column_ += columns;
}

void HtmlTable::add_line(std::string_view text, bool heading) {
  ++cell_lines_;
  cell_numbered_ = cell_lines_ == 1 && is_item_number(text);
  headings_ = headings_ || heading;
}

void HtmlTable::close_cell() {
  if (!in_cell_) return;
  in_cell_ = false;
  if (cell_lines_ == 0) return;
  if (row_cells_ == 0) row_numbered_ = cell_numbered_;
  ++row_cells_;
  longest_cell_ = std::max(longest_cell_, cell_lines_);
  cell_lines_ = 0;
  cell_numbered_ = false;
}

void HtmlTable::close_row() {
  close_cell();
  if (row_cells_ > 0) ++rows_;
  if (row_cells_ > 1) ++wide_rows_;
  if (row_cells_ == 2 && row_numbered_) ++numbered_rows_;
  row_cells_ = 0;
  row_numbered_ = false;
  next_column_ = 1;
}

bool HtmlTable::is_data() const {
  if (nested_ || headings_ || longest_cell_ > 6 || wide_rows_ == 0 || wide_rows_ * 2 < rows_) {
    return false;
  }
  return numbered_rows_ * 5 < rows_ * 4;
}

bool is_item_number(std::string_view text) {
  while (text.ends_with(' ') || text.ends_with(kNoBreakSpace)) {
    text.remove_suffix(text.ends_with(' ') ? 1 : kNoBreakSpace.size());
  }
  const bool open = text.starts_with('(');
  if (open) text.remove_prefix(1);
  const std::size_t before = text.size();
  while (text.ends_with('.') || text.ends_with(')')) text.remove_suffix(1);
  const bool closed = text.size() < before;
  if (text.empty() || text.size() > 6) return false;
  if (text.find_first_not_of("0123456789.") == text.npos) return is_digit(text.front());
  const bool letter = text.size() == 1 && is_letter(text.front());
  return closed && (letter || text.find_first_not_of("ivx") == text.npos);
}

std::vector<RawLine> settle_tables(std::vector<RawLine> lines,
                                   const std::vector<HtmlTable>& tables) {
  std::vector<int> numbers;
  int count = 0;
  for (const HtmlTable& table : tables) numbers.push_back(table.is_data() ? ++count : 0);
  std::vector<RawLine> settled;
  settled.reserve(lines.size());
  Cell before;  // of a line that is only a number
  for (RawLine& line : lines) {
    const Cell cell = line.cell;
    const int number = cell.table == 0 ? 0 : numbers[static_cast<std::size_t>(cell.table) - 1];
    const bool beside = before.table != 0 && cell.table == before.table && cell.row == before.row &&
                        cell.column > before.column;
    before = {};
    if (number == 0) {
      if (beside) {
        line.text = settled.back().text + ' ' + line.text;
        line.starts_paragraph = true;
        settled.pop_back();
      } else if (cell.table != 0 && is_item_number(line.text)) {
        before = cell;
      }
    }
    line.cell = number == 0 ? Cell{} : Cell{number, cell.row, cell.column};
    settled.push_back(std::move(line));
  }
  return settled;
}

}  // namespace moot
