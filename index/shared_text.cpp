#include "index/shared_text.hpp"

namespace moot {
namespace {

/// The words of a run as one key.
std::string key_at(const std::vector<Token>& words, std::size_t at) {
  std::string key;
  for (std::size_t i = at; i < at + kShortestRun; ++i) key += words[i].folded + ' ';
  return key;
}

}  // namespace

KnownRuns::KnownRuns(const std::vector<std::string_view>& passages) {
  for (const std::string_view text : passages) {
    passages_.push_back(tokenise(text));
    const std::vector<Token>& words = passages_.back();
    for (std::size_t i = 0; i + kShortestRun <= words.size(); ++i) {
      first_.try_emplace(key_at(words, i), At{passages_.size() - 1, i});
    }
  }
}

std::vector<SharedRun> KnownRuns::in(std::string_view there) const {
  const std::vector<Token> theirs = tokenise(there);
  std::vector<SharedRun> runs;
  for (std::size_t at = 0; !first_.empty() && at + kShortestRun <= theirs.size();) {
    const auto found = first_.find(key_at(theirs, at));
    if (found == first_.end()) {
      ++at;
      continue;
    }
    const auto [passage, from] = found->second;
    const std::vector<Token>& ours = passages_[passage];
    std::size_t words = kShortestRun;
    while (from + words < ours.size() && at + words < theirs.size() &&
           ours[from + words].folded == theirs[at + words].folded) {
      ++words;
    }
    runs.push_back({passage,
                    {ours[from].begin, ours[from + words - 1].end},
                    {theirs[at].begin, theirs[at + words - 1].end},
                    words});
    at += words;
  }
  return runs;
}

}  // namespace moot
