#pragma once
/// \file How far an answer reaches: how many of the index's councils have papers in the period that
/// was asked for. Counted from terms that every entry has, so it costs no look at the entries.

#include <string>
#include <vector>

#include "index/entry.hpp"
#include "index/query.hpp"

namespace Xapian {
class Database;
}

namespace moot {

struct Reach {
  std::string from, to;       ///< the period asked for, ISO days; either may be empty
  std::size_t councils = 0;   ///< in the index
  std::size_t in_period = 0;  ///< of them with papers in it: in one of its months
};

/// The terms by which an entry is counted; none without a council. Pure.
std::vector<std::string> reach_terms(const Entry& entry);

/// The period that a query asks for: what all its entries must lie in. Open where it asks for
/// none. Pure.
Reach period_of(const QueryNode& query);

/// Counts the councils of the period. Months count as a whole. Fails only as Xapian does, by
/// exception: call it inside guard().
Reach reach_in(const Xapian::Database& database, Reach period);

}  // namespace moot
