#pragma once
/// \file First step of layout: words -> rows (what stands side by side) -> runs (what a wide gap
/// does not part).

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/page.hpp"

namespace moot {

/// One word of a run.
struct RunPiece {
  double x0 = 0, x1 = 0;
  std::size_t at = 0;  ///< where it starts in the run's text
};

/// Words of one row without a wide gap between them.
struct Run {
  std::string text;
  Box box;
  double size = 0;        ///< type size of most of its characters
  bool bold = false;      ///< more than 80% of its characters are
  double first_word = 0;  ///< width of its first word, after a list marker
  double text_x = 0;      ///< where its text starts after a list marker; box.x0 without one
  int words = 0;
  double certainty = 1;          ///< mean of its words', by their letters
  std::vector<RunPiece> pieces;  ///< from left to right
};

/// What stands side by side on a page; its runs go from left to right, at least one.
struct Row {
  std::vector<Run> runs;
  Box box;
  double base = 0;  ///< lower edge of its main words
  double size = 0;  ///< of its main words
  int page = 0;
  LineRole role = LineRole::Body;
  bool margin = false;  ///< its last run is a word in the right margin
};

/// The rows of a page from top to bottom. Rotated words are left out. Pure.
std::vector<Row> find_rows(const Page& page);

/// Parts a run before piece `index`. \pre 0 < index < run.pieces.size()
std::pair<Run, Run> split_run(const Run& run, std::size_t index);

/// The certainty of two runs together.
inline double joined_certainty(const Run& left, const Run& right) {
  const auto l = static_cast<double>(left.text.size()), r = static_cast<double>(right.text.size());
  return l + r > 0 ? (left.certainty * l + right.certainty * r) / (l + r) : 1;
}

/// A number, letter or bullet that starts a list item: "2.1", "(a)", "iv)", a dot. A single
/// letter or Roman number needs a bracket or a stop.
bool is_list_marker(std::string_view text);

/// All text of a row, its runs parted by single spaces.
std::string row_text(const Row& row);

}  // namespace moot
