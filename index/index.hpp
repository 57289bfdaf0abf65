#pragma once
/// \file Catalogue and search index together: the one is the truth, the other follows.

#include "index/catalogue.hpp"
#include "index/search.hpp"
#include "pipeline/result.hpp"

namespace moot {

/// Replays into the search index what the catalogue has had since the index's generation, and
/// commits. To be called after each batch and when a writer opens an index (a crash may have come
/// between the two commits; the search index may have been removed to be made anew). Stopping
/// half-way does no harm: the next call goes on. Fails with Index when the search index is of a
/// later generation than the catalogue, for then it belongs to another one.
Result<Done> bring_up_to_date(const Catalogue& catalogue, IndexWriter& index);

}  // namespace moot
