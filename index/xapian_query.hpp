#pragma once
/// \file Query tree -> Xapian's query, and -> the words to look for in a hit.

#include <string>
#include <vector>

#include "index/query.hpp"
#include "index/terms.hpp"

namespace Xapian {
class Query;
}

namespace moot {

/// Fails only as Xapian does, by exception: call it inside guard().
Xapian::Query to_xapian(const QueryNode& node, Stemmer& stemmer);

/// A word, phrase, NEAR or word* of the query, as terms of the index.
struct Leaf {
  QueryNode::Kind kind = QueryNode::Kind::Word;
  std::vector<std::string> terms;  ///< Prefix: whole terms that a stem has shortened
  std::string stub;                ///< Prefix: how the other terms start
  int window = 0;                  ///< Near: positions that it spans at most

  bool operator==(const Leaf&) const = default;
};

/// The leaves that a hit may hold: all but those under NOT, each once, in order. Pure.
std::vector<Leaf> leaves_of(const QueryNode& node, Stemmer& stemmer);

/// The nodes that give a hit its score: words, phrases and groups of words that mean the same, all
/// but those under NOT, in order. They live as long as `node`. Pure.
std::vector<const QueryNode*> scored_nodes(const QueryNode& node);

/// Whether the query asks for standing items: by their filter, or by a word that is theirs. Pure.
bool speaks_of_standing_items(const QueryNode& node);

/// The term of standing items.
std::string standing_term();

/// The parts of the paper that the query asks for without a word: indices into
/// passage_field_table(). Pure.
std::vector<std::size_t> wanted_parts(const QueryNode& node);

}  // namespace moot
