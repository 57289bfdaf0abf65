#pragma once
/// \file What a query is looked for with beside its own words: the thesaurus, the mutations of
/// Welsh words, councils before and after a reorganisation. Always told, so that it can be refused.

#include <functional>
#include <string>
#include <vector>

#include "index/query.hpp"
#include "index/thesaurus.hpp"

namespace moot {

/// Something typed, and what is looked for as well.
struct Expansion {
  enum class Why { Thesaurus, Welsh, Council } why = Why::Thesaurus;
  std::string typed;               ///< as a query would ask for it
  std::vector<std::string> added;  ///< each as a query would ask for it
  bool operator==(const Expansion&) const = default;
};

struct ExpandedQuery {
  Query query;  ///< what was expanded is a node Any, of councils Or
  std::vector<Expansion> expansions;
};

/// What an index knows of words: how expand() leaves out what no paper has.
struct Vocabulary {
  std::function<bool(const QueryNode&)> has;      ///< some entry matches
  std::function<bool(const std::string&)> welsh;  ///< entries with this word are mostly Welsh ones
};

/// Expands words, phrases and `council:` filters, never those behind NOT, beside NEAR or with *.
/// Words that are typed one after another are a known phrase too. At most eight things are added
/// for one. Pure but for `vocabulary`, which is asked for each.
ExpandedQuery expand(const Query& query, const Thesaurus& thesaurus, const Vocabulary& vocabulary);

}  // namespace moot
