#pragma once
/// \file Gold files: what a person read in a paper, for measuring what the program finds
/// (docs/RECORD.md, "Gold files").

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extractors/record.hpp"
#include "pipeline/result.hpp"

namespace moot {

/// One gold file.
struct Gold {
  std::string path;                          ///< of the gold file
  std::string document;                      ///< end of the path of the paper's file
  std::optional<std::pair<int, int>> pages;  ///< where that file holds several papers
  Record record;                             ///< its values; id, source and evidence are empty
  std::set<std::string> stated;    ///< JSON Pointers of the fields that it speaks of ("/title",
                                   ///< "/items/3/resolutions"): others are not scored
  std::set<std::string> optional;  ///< of entries whose finding and missing are both right
};

/// Reads one gold file's text. `path` is kept. Fails with BadDocument (where: path).
Result<Gold> parse_gold(std::string_view json, const std::string& path);

/// All *.json below `folder`, in order of their paths; names that begin with a dot are left out.
/// Fails with Io where it cannot be read or holds none, or as parse_gold().
Result<std::vector<Gold>> read_gold(const std::string& folder);

/// Whether the file at `path` is the one that `gold` is about: its path ends with the document's
/// name, part by part. Pure.
bool is_document(const Gold& gold, std::string_view path);

}  // namespace moot
