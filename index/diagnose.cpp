#include "index/diagnose.hpp"

#include "index/query_nodes.hpp"
#include "index/words.hpp"

namespace moot {
namespace {

using Kind = QueryNode::Kind;

constexpr std::size_t kMostSpellings = 3;
// Looking through the index's words, and asking a long query again without each part, take time.
constexpr std::size_t kMostWordsSpelled = 4;
constexpr std::size_t kMostPartsLeftOut = 12;

QueryNode all_but(std::vector<QueryNode> parts, std::size_t left_out) {
  parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(left_out));
  return joined(Kind::And, std::move(parts));
}

/// Looks at a part that finds nothing by itself, word by word.
class Reasons {
 public:
  explicit Reasons(const Searcher& searcher) : searcher_(searcher) {}

  Result<Done> find(const QueryNode& part, Clue& clue) {
    const QueryNode& typed = part.kind == Kind::Any ? part.children.front() : part;
    if (typed.kind != Kind::Word && typed.kind != Kind::Phrase && typed.kind != Kind::Near) {
      return Done{};
    }
    std::vector<QueryNode> together;
    for (const std::string& word : folded_words(typed.text)) {
      together.push_back(leaf_node(Kind::Word, word, typed.field));
      if (auto done = find_word(word, clue); !done) return done;
    }
    if (together.size() < 2) return Done{};
    const auto apart = searcher_.count(joined(Kind::And, std::move(together)));
    if (!apart) return apart.error();
    clue.apart = *apart;
    return Done{};
  }

 private:
  Result<Done> find_word(const std::string& word, Clue& clue) {
    const auto entries = searcher_.count(leaf_node(Kind::Word, word));
    if (!entries) return entries.error();
    if (*entries > 0 || ++spelled_ > kMostWordsSpelled) return Done{};
    const auto words = searcher_.spelled_like(word, kMostSpellings);
    if (!words) return words.error();
    clue.spelled.insert(clue.spelled.end(), words->begin(), words->end());
    return Done{};
  }

  const Searcher& searcher_;
  std::size_t spelled_ = 0;
};

}  // namespace

Result<std::vector<Clue>> diagnose(const Searcher& searcher, const Query& query) {
  std::vector<Clue> clues;
  Reasons reasons(searcher);
  const std::vector<QueryNode> parts = parts_of(query.root);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    Clue clue;
    clue.part = to_query_text(parts[i]);
    const auto alone = searcher.count(parts[i]);
    if (!alone) return alone.error();
    clue.alone = *alone;
    if (parts.size() > 1 && parts.size() <= kMostPartsLeftOut) {
      const auto without = searcher.count(all_but(parts, i));
      if (!without) return without.error();
      clue.without = *without;
    }
    if (clue.alone == 0) {
      if (auto done = reasons.find(parts[i], clue); !done) return done.error();
    }
    if (clue.alone == 0 || clue.without > 0) clues.push_back(std::move(clue));
  }
  return clues;
}

}  // namespace moot
