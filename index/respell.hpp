#pragma once
/// \file What is spelled like the words of a query that no paper has.

#include <map>
#include <string>
#include <vector>

#include "index/search.hpp"
#include "pipeline/result.hpp"

namespace moot {

/// Looks words up in one index, each once. For one query, for it looks for four words at most:
/// going through all words of an index takes time.
class Respeller {
 public:
  explicit Respeller(const Searcher& searcher) : searcher_(searcher) {}

  /// Words of the index that are spelled like this one, the likeliest first; none where papers have
  /// the word itself. Fails as Searcher::search() does.
  Result<std::vector<std::string>> respell(const std::string& word);

 private:
  const Searcher& searcher_;
  std::map<std::string, std::vector<std::string>> known_;
  std::size_t looked_up_ = 0;
};

}  // namespace moot
