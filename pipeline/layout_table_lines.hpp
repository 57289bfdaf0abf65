#pragma once
/// \file Layout: the visual rows of a table region by column, and what their looks tell of cells
/// that go on from one to the next.

#include <map>
#include <string_view>
#include <vector>

#include "pipeline/layout_columns.hpp"
#include "pipeline/layout_pitch.hpp"

namespace moot {

/// A visual row of the table, its runs joined by column.
struct TableLine {
  std::size_t row = 0;
  std::map<int, Run> columns;
  int column_count = 1;
  bool gap_above = false;  ///< more white than between lines of one cell
  bool in_block = false;   ///< of blocks side by side, each with a label on its first line
  bool ruled = false;      ///< a little more white above than in a paragraph: a rule's width
  bool tight = false;      ///< in a table with such lines: no more white than in a paragraph
  bool same_cell = false;  ///< its first cell goes on from the line above, whatever else says
  bool remark = false;     ///< its first cell is small print below a label

  const Run* at(int column) const {
    const auto found = columns.find(column);
    return found == columns.end() ? nullptr : &found->second;
  }
};

/// The rows of `region`, each with one run a column. Pure.
std::vector<TableLine> to_table_lines(const Region& region, const std::vector<Row>& rows);

/// A label with small print below it is one cell: marks the lines of the small print. `far` is the
/// pitch in points, for one point of type, from which lines are apart.
void mark_small_print(std::vector<TableLine>& lines, double far);

/// In a table with rules the lines of one cell are exactly as far apart as those of a paragraph,
/// and its rows a little farther. Marks both, where the table shows them.
void mark_ruled(const std::vector<Row>& rows, std::vector<TableLine>& lines,
                const LinePitches& pitches);

/// "October 1, 2024" and "May 12, 2024": entries of one list, not the two lines of one.
bool are_alike(const Run& a, const Run& b);

bool ends_with_colon(const Run& run);

/// Up to the first space.
std::string_view first_word(const Run& run);

}  // namespace moot
