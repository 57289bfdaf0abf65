#include "index/respell.hpp"

#include "index/query_nodes.hpp"

namespace moot {
namespace {

constexpr std::size_t kMostSpellings = 5;

}  // namespace

Result<std::vector<std::string>> Respeller::respell(const std::string& word) {
  if (const auto found = known_.find(word); found != known_.end()) return found->second;
  const auto there = searcher_.has(leaf_node(QueryNode::Kind::Word, word));
  if (!there) return there.error();
  std::vector<std::string> near;
  if (!*there && ++looked_up_ <= most_) {
    auto found = searcher_.spelled_like(word, kMostSpellings);
    if (!found) return found;
    near = std::move(*found);
  }
  known_[word] = near;
  return near;
}

}  // namespace moot
