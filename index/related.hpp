#pragma once
/// \file Words that go with a query: those of the passages in which its best hits match, and of few
/// other entries.

#include <cstddef>
#include <string>
#include <vector>

#include "index/search.hpp"

namespace moot {

struct RelatedWord {
  std::string word;         ///< in small letters, as the passages print it
  std::size_t entries = 0;  ///< of the index that have it
  bool operator==(const RelatedWord&) const = default;
};

/// The `most` words that most of the query's best hits have near the query's words, the rarer
/// elsewhere the better. Words of the query, words with figures, words of fewer than four letters
/// and those that every fifth entry has are left out. Fails as Searcher::search() does.
Result<std::vector<RelatedWord>> related_words(const Searcher& searcher, const Query& query,
                                               std::size_t most);

}  // namespace moot
