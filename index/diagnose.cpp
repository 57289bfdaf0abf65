#include "index/diagnose.hpp"

#include "index/words.hpp"

namespace moot {
namespace {

using Kind = QueryNode::Kind;

constexpr std::size_t kMostSpellings = 3;
// Looking through the index's words, and asking a long query again without each part, take time.
constexpr std::size_t kMostWordsSpelled = 4;
constexpr std::size_t kMostPartsLeftOut = 12;

/// The parts that must all hold.
std::vector<QueryNode> parts_of(const QueryNode& root) {
  return root.kind == Kind::And ? root.children : std::vector<QueryNode>{root};
}

QueryNode all_but(const std::vector<QueryNode>& parts, std::size_t left_out) {
  QueryNode rest;
  rest.kind = Kind::And;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i != left_out) rest.children.push_back(parts[i]);
  }
  return rest;
}

QueryNode word_node(const std::string& word, const std::string& part) {
  QueryNode node;
  node.kind = Kind::Word;
  node.text = word;
  node.field = part;
  return node;
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
    QueryNode together;
    together.kind = Kind::And;
    for (const std::string& word : folded_words(typed.text)) {
      together.children.push_back(word_node(word, typed.field));
      if (auto done = find_word(word, clue); !done) return done;
    }
    if (together.children.size() < 2) return Done{};
    const auto apart = searcher_.count(together);
    if (!apart) return apart.error();
    clue.apart = *apart;
    return Done{};
  }

 private:
  Result<Done> find_word(const std::string& word, Clue& clue) {
    const auto entries = searcher_.count(word_node(word, ""));
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
