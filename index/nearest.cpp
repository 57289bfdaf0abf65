#include "index/nearest.hpp"

#include <utility>
#include <vector>

#include "index/query_nodes.hpp"
#include "index/words.hpp"

namespace moot {
namespace {

using Kind = QueryNode::Kind;

constexpr std::size_t kMostWords = 32;  // any of hundreds is in nearly all entries, and takes long

/// Gathers words as alternatives.
class Alternatives {
 public:
  explicit Alternatives(Respeller& respeller) : respeller_(respeller) {}

  /// Adds the words of a part that had to be there; false where it is none of words.
  Result<bool> add(const QueryNode& part) {
    if (part.kind == Kind::Any || part.kind == Kind::Prefix) {
      if (words_.size() < kMostWords) words_.push_back(part);
      return true;
    }
    if (!is_leaf(part)) return false;
    for (const std::string& word : folded_words(part.text)) {
      if (words_.size() == kMostWords) break;
      if (auto done = add_word(word, part.field); !done) return done.error();
    }
    return true;
  }

  std::vector<QueryNode> take() { return std::move(words_); }

 private:
  Result<Done> add_word(const std::string& word, const std::string& part) {
    const auto near = respeller_.respell(word);
    if (!near) return near.error();
    words_.push_back(leaf_node(Kind::Word, near->empty() ? word : near->front(), part));
    return Done{};
  }

  Respeller& respeller_;
  std::vector<QueryNode> words_;
};

}  // namespace

Result<std::optional<Query>> nearest_query(Respeller& respeller, const Query& query) {
  Alternatives words(respeller);
  std::vector<QueryNode> all;
  for (const QueryNode& part : parts_of(query.root)) {
    const auto added = words.add(part);
    if (!added) return added.error();
    if (!*added) all.push_back(part);
  }
  std::vector<QueryNode> any = words.take();
  if (any.empty()) return std::optional<Query>();
  all.insert(all.begin(), joined(Kind::Or, std::move(any)));
  Query nearest{query.text, joined(Kind::And, std::move(all)), query.sort};
  if (nearest.root == query.root) return std::optional<Query>();
  return std::optional(std::move(nearest));
}

}  // namespace moot
