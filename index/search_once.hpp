#pragma once
/// \file One search against one state of the database. All fails only as Xapian does, by exception:
/// call it inside guard().

#include <cstddef>

#include "index/search.hpp"
#include "index/terms.hpp"

namespace Xapian {
class Database;
class Enquire;
class MultiValueKeyMaker;
class Query;
}  // namespace Xapian

namespace moot {

class FacetReader;

/// The hits, the counts and the reach, as Searcher::search() gives them. `facets` are this
/// database's.
SearchResults search_once(const Xapian::Database& database, Stemmer& stemmer, FacetReader& facets,
                          const Query& query, const SearchOptions& options);

/// Lets matches come in this order; `keys` must outlive the search.
void set_order(Xapian::Enquire& enquire, Sort sort, Xapian::MultiValueKeyMaker& keys);

/// How many entries match: exact.
std::size_t count_matches(const Xapian::Database& database, const Xapian::Query& query);

}  // namespace moot
