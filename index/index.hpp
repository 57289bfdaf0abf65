#pragma once
/// \file Catalogue and search index together: the one is the truth, the other follows.

#include <string>
#include <vector>

#include "index/catalogue.hpp"
#include "index/search.hpp"
#include "pipeline/result.hpp"

namespace moot {

/// What the search index must hold of the file with this SHA-256: nothing where no path stands for
/// it now.
Result<std::vector<Entry>> entries_of(const Catalogue& catalogue, const std::string& sha256);

/// Replays into the search index what the catalogue has had since the index's generation, and
/// commits. To be called after each batch and when a writer opens an index (a crash may have come
/// between the two commits; the search index may have been removed to be made anew). Stopping
/// half-way does no harm: the next call goes on. Fails with Index when the search index is of a
/// later generation than the catalogue, for then it belongs to another one.
Result<Done> bring_up_to_date(const Catalogue& catalogue, IndexWriter& index);

/// The one writer of an index folder: both parts, opened together.
struct IndexWriters {
  Catalogue catalogue;
  IndexWriter search;

  /// Opens the folder for writing, making it where it is not there, and lets the search index
  /// catch up with the catalogue. Fails with Index or Io, as both parts do.
  static Result<IndexWriters> open(const std::string& directory);

  /// Puts one batch into the catalogue, and what it changed into the search index. `now` is the
  /// time as it is shown later.
  Result<Done> put(const std::vector<Update>& batch, const std::string& now);
};

}  // namespace moot
