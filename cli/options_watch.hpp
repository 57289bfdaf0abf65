#pragma once
/// \file The options of `moot watch`.

#include <string>
#include <vector>

#include "cli/options_search.hpp"

namespace moot {

enum class NewsFormat { Plain, Json, Atom };

/// Says what is new of stored queries.
struct WatchCommand {
  enum class Action { Add, List, Remove, Run } action = Action::Run;
  std::string name;                ///< to add or remove
  std::vector<std::string> names;  ///< to run; empty: all
  SearchCommand search;            ///< to add: the query, its filters and no_expand
  bool all = false;                ///< what matches now is not known yet
  bool json = false;               ///< for List
  NewsFormat format = NewsFormat::Plain;
  int days = -1;        ///< what was told in so many days is told again; -1: as the format has it
  std::string output;   ///< file; empty or "-": standard output
  std::string watches;  ///< folder; empty: in the index
  std::string index;
  ColourWhen colour = ColourWhen::Auto;
};

}  // namespace moot
