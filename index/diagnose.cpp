#include "index/diagnose.hpp"

#include <algorithm>

#include "extractors/gazetteer.hpp"
#include "index/query_nodes.hpp"
#include "index/words.hpp"

namespace moot {
namespace {

using Kind = QueryNode::Kind;

constexpr std::size_t kMostSpellings = 3;
constexpr std::size_t kMostPartsLeftOut = 12;  // asking a long query again without each takes time

QueryNode all_but(std::vector<QueryNode> parts, std::size_t left_out) {
  parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(left_out));
  return joined(Kind::And, std::move(parts));
}

/// Entries that a part finds by itself; where only those matter that find none, 0 or 1.
Result<std::size_t> alone(const Searcher& searcher, const QueryNode& part, bool counted) {
  if (counted) return searcher.count(part);
  const auto found = searcher.has(part);
  if (!found) return found.error();
  return std::size_t{*found};
}

/// Looks at a part that finds nothing by itself, word by word.
Result<Done> find_reasons(const Searcher& searcher, Respeller& respeller, const QueryNode& part,
                          Clue& clue) {
  const QueryNode& typed = part.kind == Kind::Any ? part.children.front() : part;
  if (typed.kind != Kind::Word && typed.kind != Kind::Phrase && typed.kind != Kind::Near) {
    return Done{};
  }
  std::vector<QueryNode> together;
  for (const std::string& word : folded_words(typed.text)) {
    together.push_back(leaf_node(Kind::Word, word, typed.field));
    auto near = respeller.respell(word);
    if (!near) return near.error();
    near->resize(std::min(near->size(), kMostSpellings));
    clue.spelled.insert(clue.spelled.end(), near->begin(), near->end());
  }
  if (together.size() < 2) return Done{};
  const auto apart = searcher.count(joined(Kind::And, std::move(together)));
  if (!apart) return apart.error();
  clue.apart = *apart;
  return Done{};
}

}  // namespace

Result<std::vector<Clue>> diagnose(const Searcher& searcher, Respeller& respeller,
                                   const Query& query) {
  std::vector<Clue> clues;
  const std::vector<QueryNode> parts = parts_of(query.root);
  const bool few = parts.size() <= kMostPartsLeftOut;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    Clue clue;
    clue.part = to_query_text(parts[i]);
    const auto found = alone(searcher, parts[i], few);
    if (!found) return found.error();
    clue.alone = *found;
    if (parts.size() > 1 && few) {
      const auto without = searcher.count(all_but(parts, i));
      if (!without) return without.error();
      clue.without = *without;
    }
    clue.unknown_council = clue.alone == 0 && parts[i].kind == Kind::Filter &&
                           parts[i].field == "council" && !lookup_authority(parts[i].text);
    if (clue.alone == 0) {
      if (auto done = find_reasons(searcher, respeller, parts[i], clue); !done) return done.error();
    }
    if (clue.alone == 0 || clue.without > 0) clues.push_back(std::move(clue));
  }
  return clues;
}

}  // namespace moot
