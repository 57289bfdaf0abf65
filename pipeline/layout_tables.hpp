#pragma once
/// \file Layout: a table region -> cells. PDFs say nothing of cells, and Poppler nothing of ruling
/// lines: rows of the table are told from white space and from how text wraps.

#include <vector>

#include "pipeline/layout_columns.hpp"
#include "pipeline/layout_pitch.hpp"

namespace moot {

/// Text of one cell on one visual row.
struct CellLine {
  std::size_t row = 0;  ///< of the page's rows
  int table_row = 0;    ///< from 1
  int column = 0;       ///< from 1
  bool remark = false;  ///< small print below the row's label
  Run run;
};

/// The lines of a table in cell order: row by row, and each cell from top to bottom. Small
/// print below a label ("(to be completed by Finance)") comes after the other cells, as a row of
/// its own, so that it cuts no value. Pure.
std::vector<CellLine> find_cells(const Region& region, const std::vector<Row>& rows,
                                 const LinePitches& pitches);

/// "Agent: J. Doe", "Date:": a label at the start of `run`. Pure.
bool starts_with_label(const Run& run);

/// `b` set after `a` with a space between; `a` must not be to the right of `b`. Pure.
Run join_runs(const Run& a, const Run& b);

}  // namespace moot
