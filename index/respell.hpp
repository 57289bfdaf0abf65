#pragma once
/// \file What is spelled like the words of a query that no paper has.

#include <map>
#include <string>
#include <vector>

#include "index/search.hpp"
#include "pipeline/result.hpp"

namespace moot {

/// Looks words up in one index, each once. For one query, for it looks for `most` words at most:
/// going through all words of an index takes time.
class Respeller {
 public:
  explicit Respeller(const Searcher& searcher, std::size_t most = 4)
      : searcher_(searcher), most_(most) {}

  /// Words of the index that are spelled like this one, the likeliest first; none where papers have
  /// the word itself. Fails as Searcher::search() does.
  Result<std::vector<std::string>> respell(const std::string& word);

  /// Whether a word that no paper has was not looked for, for there were too many.
  bool passed_over() const { return looked_up_ > most_; }

 private:
  const Searcher& searcher_;
  std::map<std::string, std::vector<std::string>> known_;
  std::size_t most_, looked_up_ = 0;
};

}  // namespace moot
