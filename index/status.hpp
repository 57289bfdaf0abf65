#pragma once
/// \file How an index does: what it holds, and what it does not hold of the files that were
/// offered.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "index/catalogue.hpp"
#include "index/search.hpp"

namespace moot {

struct IndexStatus {
  Catalogue::Totals totals;
  std::uint64_t generation = 0;
  Completeness read;                  ///< sums, of present versions
  std::optional<SearchState> search;  ///< none where it cannot be read
  Error search_problem;               ///< why
  std::int64_t behind = 0;            ///< files whose entries the search index must still replace
  std::uintmax_t catalogue_bytes = 0, search_bytes = 0;  ///< on disk
};

/// A file that was not read, or not wholly.
struct Lack {
  FileState state = FileState::Failed;  ///< Partial, Failed or Skipped
  std::string reason;                   ///< FileRow::reason; of a partial file a note's `what`
  std::string hint;
  std::int64_t alike = 0;  ///< files with this state, reason and hint
  std::string path;
  std::vector<int> pages;        ///< that are missing, ascending; empty: the whole file
  bool earlier_version = false;  ///< records of its last good version can be found
};

struct StatusVisitor {
  std::function<void(const IndexStatus&)> status;  ///< called once, first
  std::function<void(const Lack&)> lack;           ///< in groups of those alike, by path
};

/// Tells how the index in `directory` does, all of one moment. A file that was read in part comes
/// once for each thing that it lacks: "no-text-layer", "page-not-read", "truncated"; "" where its
/// document does not say. Takes no more memory for more files. Fails with Index or Io.
Result<Done> read_status(const Catalogue& catalogue, const std::string& directory,
                         const StatusVisitor& visitor);

}  // namespace moot
