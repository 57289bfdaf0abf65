#pragma once
/// \file Which passage of a hit matches best, and which of its words: from position lists.

#include <cstdint>
#include <vector>

#include "index/terms.hpp"
#include "index/xapian_query.hpp"

namespace Xapian {
class Database;
}

namespace moot {

/// A position of a hit that matches a leaf of the query.
struct FoundAt {
  std::uint32_t position = 0;
  std::size_t leaf = 0;
};

struct BestPassage {
  std::size_t index = 0;
  std::vector<FoundAt> found;  ///< inside the passage, ascending; empty for filters alone
};

/// How much finding each leaf says: rare words more.
std::vector<double> leaf_weights(const Xapian::Database& database, const std::vector<Leaf>& leaves);

/// What is looked for in a hit.
struct Wanted {
  std::vector<Leaf> leaves;
  std::vector<double> weights;     ///< leaf_weights()
  std::vector<std::size_t> parts;  ///< wanted_parts()
};

/// The passage of document `id` with most of the query's words, the rarer the better; the first of
/// equals, and the title only when it is better than any. Without a match the first of the wanted
/// parts, else the first that is not the title. Fails only as Xapian does, by exception.
BestPassage best_passage(const Xapian::Database& database, unsigned id,
                         const std::vector<PassageStart>& passages, const Wanted& wanted);

}  // namespace moot
