#include "index/shared_text.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "index/words.hpp"

namespace moot {
namespace {

/// The words of a run as one key.
std::string key_at(const std::vector<Token>& words, std::size_t at) {
  std::string key;
  for (std::size_t i = at; i < at + kShortestRun; ++i) key += words[i].folded + ' ';
  return key;
}

/// Where each run of kShortestRun words stands first.
std::unordered_map<std::string, std::size_t> first_places(const std::vector<Token>& words) {
  std::unordered_map<std::string, std::size_t> places;
  for (std::size_t i = 0; i + kShortestRun <= words.size(); ++i) {
    places.try_emplace(key_at(words, i), i);
  }
  return places;
}

}  // namespace

std::vector<SharedRun> shared_runs(std::string_view here, std::string_view there) {
  const std::vector<Token> ours = tokenise(here), theirs = tokenise(there);
  const auto places = first_places(ours);
  std::vector<SharedRun> runs;
  for (std::size_t at = 0; !places.empty() && at + kShortestRun <= theirs.size();) {
    const auto found = places.find(key_at(theirs, at));
    if (found == places.end()) {
      ++at;
      continue;
    }
    const std::size_t from = found->second;
    std::size_t words = kShortestRun;
    while (from + words < ours.size() && at + words < theirs.size() &&
           ours[from + words].folded == theirs[at + words].folded) {
      ++words;
    }
    runs.push_back({{ours[from].begin, ours[from + words - 1].end},
                    {theirs[at].begin, theirs[at + words - 1].end},
                    words});
    at += words;
  }
  return runs;
}

}  // namespace moot
