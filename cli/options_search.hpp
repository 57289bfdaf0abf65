#pragma once
/// \file The command line as plain values: the commands that find and show.

#include <cstddef>
#include <string>
#include <vector>

namespace moot {

enum class ColourWhen { Auto, Always, Never };

enum class HitFormat { Plain, Json, Csv };

struct SearchCommand {
  std::string query;  ///< the words joined with spaces; may be empty
  std::vector<std::string> council, body, kind;
  std::string from, to, key, in, sort;
  std::size_t limit = 10;
  std::size_t offset = 0;
  bool facets = false, no_expand = false, explain = false;
  HitFormat format = HitFormat::Plain;
  std::string index;
  ColourWhen colour = ColourWhen::Auto;
};

struct SuggestCommand {
  std::string query;  ///< the words joined with spaces
  std::size_t limit = 12;
  bool json = false;
  std::string index;
  ColourWhen colour = ColourWhen::Auto;
};

struct SimilarCommand {
  std::string id;  ///< of an entry
  std::size_t limit = 10;
  bool same_council = false;
  bool json = false;
  std::string index;
  ColourWhen colour = ColourWhen::Auto;
};

struct ShowCommand {
  std::string id;  ///< of a record or an entry, or the start of one
  bool json = false;
  bool evidence = false;
  std::string index;
  ColourWhen colour = ColourWhen::Auto;
};

}  // namespace moot
