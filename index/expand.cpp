#include "index/expand.hpp"

#include <algorithm>
#include <optional>

#include "extractors/gazetteer.hpp"
#include "index/query_nodes.hpp"
#include "index/welsh.hpp"
#include "index/words.hpp"

namespace moot {
namespace {

using Kind = QueryNode::Kind;
using Nodes = std::vector<QueryNode>;

constexpr std::size_t kMostAdded = 8;

class Expander {
 public:
  Expander(const Thesaurus& thesaurus, const Vocabulary& vocabulary)
      : thesaurus_(thesaurus), vocabulary_(vocabulary) {}

  QueryNode expanded(const QueryNode& node) {
    switch (node.kind) {
      case Kind::Word:
      case Kind::Phrase:
        return with_others({node});
      case Kind::Filter:
        return node.field == "council" ? with_councils(node) : node;
      case Kind::And:
        return joined(Kind::And, expanded_children(node.children));
      case Kind::Or: {
        QueryNode either = node;
        for (QueryNode& child : either.children) child = expanded(child);
        return either;
      }
      default:
        return node;
    }
  }

  std::vector<Expansion> take() { return std::move(expansions_); }

 private:
  /// Looks for the longest run of words, from each on, that is known as a phrase.
  Nodes expanded_children(const Nodes& children) {
    Nodes made;
    for (std::size_t at = 0; at < children.size();) {
      std::size_t count = run_length(children, at);
      while (count > 1 &&
             !knows({children.begin() + place(at), children.begin() + place(at + count)}))
        --count;
      if (count < 2) {
        made.push_back(expanded(children[at++]));
        continue;
      }
      made.push_back(
          with_others({children.begin() + place(at), children.begin() + place(at + count)}));
      at += count;
    }
    return made;
  }

  static std::ptrdiff_t place(std::size_t at) { return static_cast<std::ptrdiff_t>(at); }

  /// How many plain words for the same part stand from `at` on; no more than a phrase may have.
  std::size_t run_length(const Nodes& children, std::size_t at) const {
    std::size_t end = at;
    while (end < children.size() && end - at < thesaurus_.longest() &&
           children[end].kind == Kind::Word && children[end].field == children[at].field) {
      ++end;
    }
    return end - at;
  }

  std::vector<std::string> stems(const Nodes& words) {
    std::vector<std::string> all;
    for (const QueryNode& word : words) {
      for (std::string& stem : stems_of(word.text, stemmer_)) all.push_back(std::move(stem));
    }
    return all;
  }

  bool knows(const Nodes& words) { return !thesaurus_.others(stems(words)).empty(); }

  /// One node for words that stand together, and for what means the same.
  QueryNode with_others(Nodes words) {
    const std::string part = words.front().field;
    std::vector<QueryNode> others;
    for (const std::string& other : thesaurus_.others(stems(words))) {
      others.push_back(words_node(other, part));
    }
    const bool one = words.size() == 1 && words.front().kind == Kind::Word;
    QueryNode typed = joined(Kind::And, std::move(words));
    QueryNode any = add(Expansion::Why::Thesaurus, std::move(typed), std::move(others), Kind::Any);
    return one ? with_welsh(std::move(any), part) : any;
  }

  QueryNode with_welsh(QueryNode node, const std::string& part) {
    const QueryNode& typed = node.kind == Kind::Any ? node.children.front() : node;
    const std::vector<std::string> words = folded_words(typed.text);
    if (words.size() != 1) return node;
    // Whether papers have a form is told quickly, and of most words they have none.
    std::vector<std::string> there;
    for (const std::string& form : welsh_forms(words.front())) {
      if (vocabulary_.has(words_node(form))) there.push_back(form);
    }
    if (there.empty()) return node;
    if (vocabulary_.has(typed) && !vocabulary_.welsh(words.front())) return node;
    Nodes forms;
    for (const std::string& form : there) {
      if (vocabulary_.welsh(form)) forms.push_back(words_node(form, part));
    }
    return add(Expansion::Why::Welsh, std::move(node), std::move(forms), Kind::Any);
  }

  QueryNode with_councils(const QueryNode& filter) {
    Nodes others;
    if (const auto authority = lookup_authority(filter.text)) {
      for (const Authority& other : related_authorities(*authority)) {
        others.push_back(filter_node("council", other.name));
      }
    }
    return add(Expansion::Why::Council, filter, std::move(others), Kind::Or);
  }

  /// Puts those of `others` that papers have beside `typed`, and notes it.
  QueryNode add(Expansion::Why why, QueryNode typed, Nodes others, Kind kind) {
    Expansion expansion{why, to_query_text(typed), {}};
    Nodes all = typed.kind == kind ? typed.children : Nodes{typed};
    for (QueryNode& other : others) {
      if (expansion.added.size() == kMostAdded || !vocabulary_.has(other)) continue;
      QueryNode plain = other;
      plain.field = other.kind == Kind::Filter ? other.field : "";
      expansion.added.push_back(to_query_text(plain));
      all.push_back(std::move(other));
    }
    if (expansion.added.empty()) return typed;
    expansions_.push_back(std::move(expansion));
    return joined(kind, std::move(all));
  }

  const Thesaurus& thesaurus_;
  const Vocabulary& vocabulary_;
  Stemmer stemmer_;
  std::vector<Expansion> expansions_;
};

}  // namespace

ExpandedQuery expand(const Query& query, const Thesaurus& thesaurus, const Vocabulary& vocabulary) {
  Expander expander(thesaurus, vocabulary);
  ExpandedQuery made{query, {}};
  made.query.root = expander.expanded(query.root);
  made.expansions = expander.take();
  return made;
}

}  // namespace moot
