#pragma once
/// \file Tables of an HTML page: which hold data, which only lay the page out.

#include <string_view>
#include <vector>

#include "pipeline/page.hpp"

namespace moot {

/// A table on its way: what it is shows when it has been seen whole.
class HtmlTable {
 public:
  void open_row();
  void open_cell(int columns);
  /// A line stands in the open cell.
  void add_line(std::string_view text, bool heading);
  void close_cell();
  void close_row();
  void holds_table() { nested_ = true; }

  bool in_cell() const { return in_cell_; }
  int row() const { return row_; }
  int column() const { return column_; }

  /// Two cells side by side in most rows, none of them a whole text; and not a list whose numbers
  /// stand in a column of their own.
  bool is_data() const;

 private:
  int row_ = 0, column_ = 0, next_column_ = 1;
  bool in_cell_ = false;
  int cell_lines_ = 0;            // of the open cell
  bool cell_numbered_ = false;    // it holds a number and nothing else
  int row_cells_ = 0;             // cells of the open row with words
  bool row_numbered_ = false;     // its first cell with words is a number
  int rows_ = 0, wide_rows_ = 0;  // rows with words, with words in two cells and more
  int numbered_rows_ = 0;         // rows of a number and words beside it
  int longest_cell_ = 0;          // lines
  bool nested_ = false, headings_ = false;
};

/// "3.", "12", "4.1", "(a)", "iv)": the number of an item and nothing else.
bool is_item_number(std::string_view text);

/// Gives `lines`, whose Cell::table is one more than an index of `tables`, with the cells of data
/// tables numbered from 1 and those of layout tables taken away. In these a number that stood in
/// a cell comes in front of the words beside it. Pure.
std::vector<RawLine> settle_tables(std::vector<RawLine> lines,
                                   const std::vector<HtmlTable>& tables);

}  // namespace moot
