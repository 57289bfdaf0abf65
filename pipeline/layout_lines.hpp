#pragma once
/// \file Last step of layout: runs in reading order -> RawLines, with the starts of paragraphs.

#include <vector>

#include "pipeline/layout_rows.hpp"

namespace moot {

/// A line in reading order, with what tells where paragraphs start.
struct TextLine {
  Run run;
  double base = 0;  ///< lower edge
  int page = 0;
  LineRole role = LineRole::Body;
  Cell cell;
  bool margin = false;  ///< a word in the margin: it goes to the end of its paragraph
  int flow = 0;         ///< lines of one flow stand below each other in one column of one page
};

/// Makes the lines. A line starts a paragraph after white space, a change of indentation or of
/// type, before a list marker, and where the line above ended early. Pure.
std::vector<RawLine> to_raw_lines(std::vector<TextLine> lines, double leading);

}  // namespace moot
