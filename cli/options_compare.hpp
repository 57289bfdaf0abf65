#pragma once
/// \file The options of `moot compare`.

#include <cstddef>
#include <string>
#include <vector>

#include "cli/options_search.hpp"

namespace moot {

enum class CompareFormat { Plain, Markdown, Html, Csv, Json };

/// Sets papers side by side.
struct CompareCommand {
  std::vector<std::string> targets;  ///< ids of entries, or the words of a query
  SearchCommand search;              ///< its filters and no_expand; the councils are columns
  std::vector<std::string> fields;   ///< rows; empty: all
  bool each_paper = false;
  bool over_time = false;
  bool matrix = false;             ///< a row for each council, of facts
  std::vector<std::string> facts;  ///< of the matrix; empty: all
  bool all_councils = false;       ///< also councils without a paper
  bool full = false;               ///< long quotes are not cut
  std::size_t limit = 0;           ///< columns, or rows of the matrix; 0: 6, or 200
  CompareFormat format = CompareFormat::Plain;
  std::string output;  ///< file; empty or "-": standard output
  std::string index;
  ColourWhen colour = ColourWhen::Auto;
};

}  // namespace moot
