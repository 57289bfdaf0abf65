#pragma once
/// \file query text -> Query: a small tree, so that a mistake can be shown where it stands. The
/// table of fields here serves parsing, indexing, --help and the docs alike.

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/result.hpp"

namespace moot {

/// A field of the query language.
struct QueryField {
  const char* name;    ///< "council"
  const char* prefix;  ///< Xapian term prefix: "XC"; of In the prefix that says 'has this part'
  enum class Match {
    Exact,  ///< the value is compared as a whole
    Words,  ///< the value's words stand together in it
    Date,   ///< a day, month or year, or a range of them
    In,     ///< a part of the paper, for the words of its group
    Sort,   ///< the order of the hits: no filter
  } match;
  const char* help;
  const char* example;  ///< a query that a test runs
};
const std::vector<QueryField>& query_fields();

/// What `in:` may name: the parts of a paper.
const std::vector<std::string>& passage_fields();

/// A node of a parsed query.
struct QueryNode {
  enum class Kind {
    Word,
    Phrase,
    Near,
    Prefix,
    And,
    Or,
    Any,  ///< the first child as typed, the others mean the same: expand.hpp makes it
    Not,
    Filter,
    Dates,
    All
  } kind = Kind::All;
  std::string text;      ///< Word, Prefix: the word. Phrase, Near: its words. Filter: the value
  std::string field;     ///< Filter, Dates: the field's name. Word, Phrase, Near, Prefix: the part
                         ///< of the paper from `in:`, or empty
  std::string from, to;  ///< Dates: ISO, inclusive, either may be empty
  int window = 0;        ///< Near: at most so many words apart, in any order
  std::vector<QueryNode> children;  ///< And, Or, Any: two or more. Not: one. Else none
  bool operator==(const QueryNode&) const = default;
};

/// The order of hits. Those of one council follow by date, newest first; equal ones in order of
/// their entry's id. Entries without a date come last.
enum class Sort { Relevance, Newest, Oldest, Council };

struct Query {
  std::string text;  ///< as typed
  QueryNode root;
  Sort sort = Sort::Relevance;
};

/// Whether the node asks for words itself: Word, Phrase, Near or Prefix. Pure.
bool is_leaf(const QueryNode& node);

/// Whether words, not only filters, must match. Pure.
bool wants_words(const QueryNode& node);

/// Parses: words (AND), "phrase", OR, -word or NOT word, ( ), NEAR/5, word*, field:value,
/// field:"two words", date:2019..2023, in:legal (for the words of its group), and * for all.
///
/// OR binds less than AND, so a group is what stands between two ORs or in a pair of brackets.
/// Two filters of one field in a group mean either, of different fields both. `in:` applies to
/// the words of its group; several mean any of these parts; without words it means that the
/// paper has such a part; in:implications is any kind of them, in:minutes the items of minutes.
/// `sort:` may stand anywhere, the last one holds. Words without a letter or digit are passed over.
///
/// Fails with BadQuery: the message says what, `where` the place ("column 12", counted in letters
/// from 1), the hint how to mend it. Never throws; quick for any bytes, for length, words and
/// depth are limited.
Result<Query> parse_query(std::string_view text);

/// Binds the words of a node that no `in:` has bound yet to these parts of the paper, names that
/// passage_fields() has. Pure.
void bind_to_parts(QueryNode& node, const std::vector<std::string>& parts);

/// The tree in one line, for tests and for showing how a query was understood:
/// (and (word equality legal) (filter council kent)).
std::string to_string(const QueryNode& node);

/// A query that parses to this node, for showing a part of one: "council:kent", "\"equality
/// duty\"". Pure.
std::string to_query_text(const QueryNode& node);

}  // namespace moot
