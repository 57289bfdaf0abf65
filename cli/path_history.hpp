#pragma once
/// \file What the catalogue knows of a path: its versions, what was said of it, how it went.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "index/catalogue.hpp"
#include "pipeline/result.hpp"

namespace moot {

/// Something that a path stood for.
struct PastVersion {
  Version version;
  bool present = false;                 ///< what the path stands for now
  std::vector<Record> records;          ///< as users see them
  std::vector<std::string> same_bytes;  ///< other paths that stand for them now
};

struct PathHistory {
  std::string path;
  std::optional<FileRow> row;         ///< how the last try went
  std::vector<FactsGiven> facts;      ///< those beside the file, then those of a table
  std::vector<PastVersion> versions;  ///< oldest first
};

/// Fails as Catalogue does.
Result<PathHistory> history_of(const Catalogue& catalogue, const std::string& path);

/// The paths that a user means: the file at `typed`, as it would be ingested, or else those that
/// have, or had, the record with this id. Fails with Usage where the index knows neither.
Result<std::vector<std::string>> paths_meant(const Catalogue& catalogue, const std::string& typed);

/// What a reader of a record should know of its file: label and text. That it is of an old version,
/// other paths with the same bytes, papers that are nearly the same. Fails as Catalogue does.
Result<std::vector<std::pair<std::string, std::string>>> about_record(const Catalogue& catalogue,
                                                                      const Record& record);

}  // namespace moot
