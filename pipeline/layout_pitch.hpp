#pragma once
/// \file Layout: how far lines stand below each other in one file. Word processors set lines of
/// one paragraph exactly as far apart as their type asks for; the rules of a table add half a
/// point and more between its rows, which no eye sees.

#include <map>
#include <vector>

#include "pipeline/layout_rows.hpp"

namespace moot {

/// Pitches of ordinary lines.
struct LinePitches {
  double usual = 1.2;           ///< as a multiple of the type size
  std::map<int, double> exact;  ///< in points, by type size in tenths of a point; measured sizes

  /// The pitch of single-spaced lines of type `size`, in points; 0 where it was not measured.
  double of(double size) const;
};

/// Measures the rows of all pages; `usual` is 1.2 where nothing can be measured. Pure.
LinePitches measure_pitches(const std::vector<std::vector<Row>>& pages);

}  // namespace moot
