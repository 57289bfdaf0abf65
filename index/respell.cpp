#include "index/respell.hpp"

#include "index/query_nodes.hpp"

namespace moot {
namespace {

constexpr std::size_t kMostWords = 4;
constexpr std::size_t kMostSpellings = 5;

}  // namespace

Result<std::vector<std::string>> Respeller::respell(const std::string& word) {
  if (const auto found = known_.find(word); found != known_.end()) return found->second;
  const auto entries = searcher_.count(leaf_node(QueryNode::Kind::Word, word));
  if (!entries) return entries.error();
  std::vector<std::string> near;
  if (*entries == 0 && ++looked_up_ <= kMostWords) {
    auto found = searcher_.spelled_like(word, kMostSpellings);
    if (!found) return found;
    near = std::move(*found);
  }
  known_[word] = near;
  return near;
}

}  // namespace moot
