#pragma once
/// \file Comparisons of papers as text for people, Markdown, HTML, CSV and JSON. All pure.

#include <string>

#include "index/comparison.hpp"

namespace moot {

struct CompareText {
  std::string query;    ///< what was looked for; "" where papers were named
  bool full = false;    ///< nothing is cut
  bool colour = false;  ///< differing words are coloured, else in [brackets]
  int width = 0;        ///< columns; 0: lines are not broken and papers stand one under another
};

/// Papers side by side where the width has room for them, else one under another.
std::string comparison_to_text(const Comparison& comparison, const CompareText& options);

/// GitHub's Markdown. `query`: "" where papers were named.
std::string comparison_to_markdown(const Comparison& comparison, const std::string& query);

/// One file without scripts, that needs nothing from elsewhere; prints on A4 landscape.
std::string comparison_to_html(const Comparison& comparison, const std::string& query);

/// The table in long form: a header row, then a row a quote, and one for each empty cell. Lines
/// end with CR LF.
std::string comparison_to_csv(const Comparison& comparison);

/// Schema moot.compare/1.
std::string comparison_to_json(const Comparison& comparison, const std::string& query);

}  // namespace moot
