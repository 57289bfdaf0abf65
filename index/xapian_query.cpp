#include "index/xapian_query.hpp"

#include <algorithm>
#include <array>
#include <set>

#define XAPIAN_MOVE_SEMANTICS
#include <xapian.h>

#include "extractors/gazetteer.hpp"
#include "index/query_fields.hpp"
#include "index/query_nodes.hpp"
#include "index/standing.hpp"

namespace moot {
namespace {

using Kind = QueryNode::Kind;
using XQuery = Xapian::Query;

constexpr Xapian::termcount kMaxExpansion = 5000;
constexpr double kExpansionShare = 0.6;  // of the weight, for what was not typed

/// Endings to try behind the letters before a *: a stem may have lost some of those letters
/// ("strategy" is indexed as "strategi", "implementation" as "implement").
constexpr std::array kEndings{"",     "s",     "e",     "es",     "ed",   "ing",  "ion",  "ions",
                              "ly",   "y",     "ies",   "ment",   "al",   "ally", "er",   "ers",
                              "ness", "ity",   "ities", "able",   "ible", "ive",  "ful",  "ate",
                              "ated", "ating", "ation", "ations", "ize",  "ise",  "ised", "ising",
                              "ence", "ance",  "ent",   "ant",    "ism",  "ist",  "ous",  "on",
                              "n",    "d",     "g",     "ng",     "t",    "nt",   "r",    "l"};

std::string part_prefix(const std::string& part) {
  const auto& fields = passage_field_table();
  const std::size_t index = passage_field_index(part);
  return index < fields.size() ? fields[index].prefix : "";
}

std::vector<std::string> stems_of(std::string_view text, const std::string& prefix,
                                  Stemmer& stemmer) {
  std::vector<std::string> terms;
  for (const std::string& word : folded_words(text)) terms.push_back(prefix + stemmer.stem(word));
  return terms;
}

Leaf leaf_of(const QueryNode& node, Stemmer& stemmer) {
  const std::string prefix = part_prefix(node.field);
  Leaf leaf;
  leaf.kind = node.kind;
  if (node.kind != Kind::Prefix) {
    leaf.terms = stems_of(node.text, prefix, stemmer);
    leaf.window = node.window + static_cast<int>(leaf.terms.size()) - 1;
    return leaf;
  }
  const std::vector<std::string> words = folded_words(node.text);
  if (words.empty()) return leaf;
  leaf.stub = prefix + words.front();
  std::set<std::string> shortened;
  for (const char* ending : kEndings) {
    const std::string term = prefix + stemmer.stem(words.front() + ending);
    if (!term.starts_with(leaf.stub)) shortened.insert(term);
  }
  leaf.terms.assign(shortened.begin(), shortened.end());
  return leaf;
}

XQuery phrase(const std::vector<std::string>& terms) {
  if (terms.empty()) return XQuery();
  if (terms.size() == 1) return XQuery(terms.front());
  return XQuery(XQuery::OP_PHRASE, terms.begin(), terms.end(),
                static_cast<Xapian::termcount>(terms.size()));
}

/// Whether a phrase was typed as one: "24/00108" may be the number of a decision or an item.
bool is_number(const QueryNode& node) {
  return node.kind == Kind::Phrase && node.field.empty() &&
         node.text.find(' ') == std::string::npos &&
         node.text.find_first_of("0123456789") != std::string::npos;
}

/// A word that the entry says, or that it is called by.
XQuery said_or_called(const std::string& stem) {
  return {XQuery::OP_SYNONYM, XQuery(stem), XQuery(make_term(kContextPrefix, stem))};
}

XQuery leaf_query(const QueryNode& node, Stemmer& stemmer) {
  const Leaf leaf = leaf_of(node, stemmer);
  if (leaf.kind == Kind::Prefix) {
    if (leaf.stub.empty()) return XQuery();
    const XQuery stub(XQuery::OP_WILDCARD, leaf.stub, kMaxExpansion);
    return XQuery(XQuery::OP_OR, stub,
                  XQuery(XQuery::OP_SYNONYM, leaf.terms.begin(), leaf.terms.end()));
  }
  if (leaf.terms.empty()) return XQuery();
  if (leaf.kind == Kind::Near && leaf.terms.size() > 1) {
    return XQuery(XQuery::OP_NEAR, leaf.terms.begin(), leaf.terms.end(),
                  static_cast<Xapian::termcount>(leaf.window));
  }
  if (node.kind == Kind::Word && node.field.empty() && leaf.terms.size() == 1) {
    return said_or_called(leaf.terms.front());
  }
  if (!is_number(node)) return phrase(leaf.terms);
  const QueryField* number = find_query_field("number");
  return XQuery(XQuery::OP_OR, phrase(leaf.terms),
                XQuery(make_term(number->prefix, squeeze(node.text))));
}

XQuery language_query(const std::string& value, const std::string& prefix) {
  std::vector<XQuery> each;
  for (const std::string& word : folded_words(value)) each.emplace_back(prefix + word);
  return XQuery(XQuery::OP_AND, each.begin(), each.end());
}

XQuery words_query(const std::string& text, const std::string& prefix, Stemmer& stemmer) {
  const auto terms = stems_of(text, prefix, stemmer);
  return terms.empty() ? XQuery() : phrase(terms);
}

/// The papers of an authority that the gazetteer knows by this name, short or former, or code;
/// else of those whose name has these words.
XQuery council_query(const std::string& value, const std::string& prefix, Stemmer& stemmer) {
  const auto known = lookup_authority(value);
  // A code is one word of letters and digits, and so is its term.
  if (!known) return words_query(value, prefix, stemmer);
  const XQuery by_name(make_term(kCouncilNamePrefix, squeeze(known->name)));
  if (known->code.empty()) return by_name;
  return XQuery(XQuery::OP_OR, by_name, XQuery(make_term(prefix, squeeze(known->code))));
}

XQuery filter_query(const QueryNode& node, Stemmer& stemmer) {
  if (node.field == kCouncilNamed) {
    return XQuery(make_term(kCouncilNamePrefix, squeeze(node.text)));
  }
  const QueryField* field = find_query_field(node.field);
  if (field == nullptr) return XQuery();
  const std::string name = field->name;
  if (name == "council") return council_query(node.text, field->prefix, stemmer);
  if (field->match == QueryField::Match::Words) {
    // "Approved (subject to call-in)" was not called in.
    const std::string text = name == "status" ? without_hyphens(node.text) : node.text;
    return words_query(text, field->prefix, stemmer);
  }
  if (name == "number") return XQuery(make_term(field->prefix, squeeze(node.text)));
  if (name == "language") return language_query(node.text, field->prefix);
  return XQuery(make_term(field->prefix, node.text));
}

XQuery dates_query(const QueryNode& node) {
  // From "0", not from "", so that entries without a date stay out.
  const std::string from = node.from.empty() ? "0" : date_value(node.from);
  const std::string to = node.to.empty() ? "9" : date_value(node.to);
  return XQuery(XQuery::OP_VALUE_RANGE, kDateSlot, from, to);
}

/// Whether a node only lets entries through and says nothing of their rank.
bool is_filter(const QueryNode& node) {
  if (node.kind == Kind::Filter || node.kind == Kind::Dates || node.kind == Kind::All) return true;
  if (node.kind != Kind::And && node.kind != Kind::Or) return false;
  return std::all_of(node.children.begin(), node.children.end(), is_filter);
}

/// What stands behind NOT: a word leaves out what says it, not what is called so. "budget -report"
/// does not drop all reports.
XQuery left_out(const QueryNode& node, Stemmer& stemmer) {
  if (node.kind == Kind::Word) return phrase(leaf_of(node, stemmer).terms);
  if (node.kind != Kind::Or && node.kind != Kind::And) return to_xapian(node, stemmer);
  std::vector<XQuery> parts;
  for (const QueryNode& child : node.children) {
    if (child.kind == Kind::Not) return to_xapian(node, stemmer);
    parts.push_back(left_out(child, stemmer));
  }
  return {node.kind == Kind::Or ? XQuery::OP_OR : XQuery::OP_AND, parts.begin(), parts.end()};
}

XQuery and_query(const QueryNode& node, Stemmer& stemmer) {
  std::vector<XQuery> ranked, filters, without;
  for (const QueryNode& child : node.children) {
    if (child.kind == Kind::Not) {
      without.push_back(left_out(child.children.front(), stemmer));
    } else {
      (is_filter(child) ? filters : ranked).push_back(to_xapian(child, stemmer));
    }
  }
  XQuery query =
      ranked.empty() ? XQuery(std::string()) : XQuery(XQuery::OP_AND, ranked.begin(), ranked.end());
  if (!filters.empty()) {
    query =
        XQuery(XQuery::OP_FILTER, query, XQuery(XQuery::OP_AND, filters.begin(), filters.end()));
  }
  if (!without.empty()) {
    query =
        XQuery(XQuery::OP_AND_NOT, query, XQuery(XQuery::OP_OR, without.begin(), without.end()));
  }
  return query;
}

XQuery or_query(const QueryNode& node, Stemmer& stemmer) {
  std::vector<XQuery> any;
  for (const QueryNode& child : node.children) any.push_back(to_xapian(child, stemmer));
  return XQuery(XQuery::OP_OR, any.begin(), any.end());
}

/// The words as typed, or for less what means the same: an entry that has both gains nothing by it.
/// All together weigh as one word that is in as many entries, for a synonym that few papers have
/// says no more than the word that was typed.
XQuery any_query(const QueryNode& node, Stemmer& stemmer) {
  std::vector<XQuery> any;
  for (const QueryNode& child : node.children) any.push_back(to_xapian(child, stemmer));
  const XQuery together(XQuery::OP_SYNONYM, any.begin(), any.end());
  return {XQuery::OP_MAX, any.front(), XQuery(XQuery::OP_SCALE_WEIGHT, together, kExpansionShare)};
}

XQuery unweighted(const XQuery& query) {
  return query.empty() ? query : XQuery(XQuery::OP_SCALE_WEIGHT, query, 0.0);
}

void add_leaves(const QueryNode& node, Stemmer& stemmer, std::vector<Leaf>& leaves) {
  if (node.kind == Kind::Not) return;
  for (const QueryNode& child : node.children) add_leaves(child, stemmer, leaves);
  if (!is_leaf(node)) return;
  Leaf leaf = leaf_of(node, stemmer);
  const bool known = std::find(leaves.begin(), leaves.end(), leaf) != leaves.end();
  if (!known) leaves.push_back(std::move(leaf));
}

}  // namespace

Xapian::Query to_xapian(const QueryNode& node, Stemmer& stemmer) {
  switch (node.kind) {
    case Kind::Word:
    case Kind::Phrase:
    case Kind::Near:
    case Kind::Prefix:
      return leaf_query(node, stemmer);
    case Kind::And:
      return and_query(node, stemmer);
    case Kind::Or:
      return or_query(node, stemmer);
    case Kind::Any:
      return any_query(node, stemmer);
    case Kind::Not:
      return XQuery(XQuery::OP_AND_NOT, XQuery(std::string()),
                    left_out(node.children.front(), stemmer));
    case Kind::Filter:
      return unweighted(filter_query(node, stemmer));
    case Kind::Dates:
      return unweighted(dates_query(node));
    case Kind::All:
      break;
  }
  return XQuery(std::string());
}

std::vector<Leaf> leaves_of(const QueryNode& node, Stemmer& stemmer) {
  std::vector<Leaf> leaves;
  add_leaves(node, stemmer, leaves);
  return leaves;
}

std::vector<std::size_t> wanted_parts(const QueryNode& node) {
  std::vector<std::size_t> parts;
  if (node.kind == Kind::Not) return parts;
  if (node.kind == Kind::Filter && node.field == "in") {
    parts.push_back(passage_field_index(node.text));
  }
  for (const QueryNode& child : node.children) {
    for (const std::size_t part : wanted_parts(child)) parts.push_back(part);
  }
  return parts;
}

std::vector<const QueryNode*> scored_nodes(const QueryNode& node) {
  if (is_leaf(node) || node.kind == Kind::Any) return {&node};
  std::vector<const QueryNode*> nodes;
  if (node.kind == Kind::Not) return nodes;
  for (const QueryNode& child : node.children) {
    for (const QueryNode* scored : scored_nodes(child)) nodes.push_back(scored);
  }
  return nodes;
}

bool speaks_of_standing_items(const QueryNode& node) {
  if (node.kind == Kind::Not) return false;
  if (node.kind == Kind::Filter && node.field == "standing") return true;
  if (is_leaf(node)) {
    const std::vector<std::string> words = folded_words(node.text);
    return std::any_of(words.begin(), words.end(), is_standing_word);
  }
  return std::any_of(node.children.begin(), node.children.end(), speaks_of_standing_items);
}

std::string standing_term() {
  return make_term(find_query_field("standing")->prefix, "yes");
}

}  // namespace moot
