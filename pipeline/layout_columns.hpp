#pragma once
/// \file Layout: rows -> regions. A region is a run of rows that white strips part into columns:
/// columns of prose or a table.

#include <vector>

#include "pipeline/layout_rows.hpp"

namespace moot {

/// A strip of white from top to bottom of rows [first, last), with text on both sides.
struct Gutter {
  double x0 = 0, x1 = 0;
  std::size_t first = 0;
  std::size_t last = 0;
  int support = 0;  ///< rows that have text on both sides of it
};

enum class RegionKind {
  Plain,    ///< text of one column
  Columns,  ///< columns of prose, to be read one after the other
  Table,
};

/// Rows [first, last) of a page.
struct Region {
  RegionKind kind = RegionKind::Plain;
  std::size_t first = 0;
  std::size_t last = 0;
  std::vector<Gutter> gutters;  ///< from left to right; none in plain regions
};

/// Parts the rows of one page into regions, in order; every row is in one. `leading` as
/// measure_pitches() gives it. Parts runs that cross a gutter with a
/// narrow gap.
std::vector<Region> find_regions(std::vector<Row>& rows, double leading);

/// The column, from 1, in which `x` stands in row `row`.
int column_at(const Region& region, std::size_t row, double x);

}  // namespace moot
