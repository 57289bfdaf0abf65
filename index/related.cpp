#include "index/related.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "index/query_nodes.hpp"
#include "index/words.hpp"

namespace moot {
namespace {

constexpr std::size_t kBestHits = 50;
constexpr std::size_t kAround = 1200;  // bytes of a passage, around the words found
constexpr std::size_t kShortest = 4;
constexpr std::size_t kCommonShare = 5;
constexpr std::size_t kMostStems = 250;

/// How often a stem stands in the passages of hits, each hit once, and how it is printed there.
struct Counted {
  std::map<std::string, std::size_t> printed;
  std::size_t hits = 0;
};

bool is_plain(const std::string& word) {
  return word.size() >= kShortest && std::none_of(word.begin(), word.end(), [](char c) {
           return (c >= '0' && c <= '9') || c == '\'';
         });
}

void add_stems(const QueryNode& node, Stemmer& stemmer, std::set<std::string>& stems) {
  for (const std::string& word : folded_words(node.text)) stems.insert(stemmer.stem(word));
  for (const QueryNode& child : node.children) add_stems(child, stemmer, stems);
}

std::map<std::string, Counted> count_stems(const SearchResults& results, const Query& query) {
  Stemmer stemmer;
  std::set<std::string> asked;
  add_stems(query.root, stemmer, asked);
  std::map<std::string, Counted> counts;
  for (const Hit& hit : results.hits) {
    std::set<std::string> seen;
    for (const std::string& word : folded_words(hit.snippet.text)) {
      const std::string stem = stemmer.stem(word);
      if (!is_plain(word) || asked.contains(stem)) continue;
      ++counts[stem].printed[word];
      if (seen.insert(stem).second) ++counts[stem].hits;
    }
  }
  return counts;
}

/// Those in most hits: each costs a look into the index.
std::vector<Counted> most_shared(std::map<std::string, Counted> counts) {
  std::vector<Counted> all;
  for (auto& [stem, counted] : counts) all.push_back(std::move(counted));
  std::stable_sort(all.begin(), all.end(),
                   [](const Counted& a, const Counted& b) { return a.hits > b.hits; });
  all.resize(std::min(all.size(), kMostStems));
  return all;
}

std::string most_printed(const Counted& counted) {
  return std::max_element(counted.printed.begin(), counted.printed.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

}  // namespace

Result<std::vector<RelatedWord>> related_words(const Searcher& searcher, const Query& query,
                                               std::size_t most) {
  SearchOptions options;
  options.limit = kBestHits;
  options.snippet_length = kAround;
  const auto results = searcher.search(query, options);
  if (!results) return results.error();
  const std::size_t enough = std::min<std::size_t>(2, results->hits.size());
  std::vector<std::pair<double, RelatedWord>> ranked;
  for (const Counted& counted : most_shared(count_stems(*results, query))) {
    if (counted.hits < enough) continue;
    const QueryNode node = leaf_node(QueryNode::Kind::Word, most_printed(counted));
    const auto entries = searcher.count(node);
    if (!entries) return entries.error();
    if (*entries * kCommonShare > results->entries && *entries > results->hits.size()) continue;
    const double rarity =
        std::log(1 + static_cast<double>(results->entries) / static_cast<double>(*entries + 1));
    ranked.push_back({static_cast<double>(counted.hits) * rarity, {node.text, *entries}});
  }
  std::sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second.word < b.second.word;
  });
  std::vector<RelatedWord> words;
  for (const auto& [score, word] : ranked) {
    if (words.size() < most) words.push_back(word);
  }
  return words;
}

}  // namespace moot
