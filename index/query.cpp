#include "index/query.hpp"

#include <algorithm>
#include <optional>

#include "index/query_fields.hpp"
#include "index/query_filter.hpp"
#include "index/query_lexer.hpp"
#include "index/query_nodes.hpp"
#include "index/words.hpp"

namespace moot {
namespace {

using Kind = QueryNode::Kind;
using Nodes = std::vector<QueryNode>;

constexpr int kMaxDepth = 32;
constexpr std::size_t kMaxNearWords = 16;  // with the widest window, fewer than kPositionGap

/// A leaf that must stand in this part of the paper.
QueryNode in_part(const QueryNode& leaf, const std::string& part) {
  if (part == kMinutes) return joined(Kind::And, {leaf, filter_node("kind", kMinutes)});
  QueryNode bound = leaf;
  bound.field = part;
  return bound;
}

/// What stands between two ORs or in a pair of brackets.
class Group {
 public:
  void add(QueryNode node) { items_.push_back(std::move(node)); }

  void add_filter(QueryNode filter) {
    if (filter.field == "in") {
      if (std::find(parts_.begin(), parts_.end(), filter.text) == parts_.end()) {
        parts_.push_back(filter.text);
        has_part_.push_back(filter.text == kMinutes ? filter_node("kind", kMinutes)
                                                    : std::move(filter));
      }
      return;
    }
    const auto same = std::find_if(filters_.begin(), filters_.end(), [&](const Nodes& of_field) {
      return of_field.front().field == filter.field;
    });
    if (same == filters_.end()) {
      filters_.push_back({std::move(filter)});
    } else {
      same->push_back(std::move(filter));
    }
  }

  bool empty() const { return items_.empty() && filters_.empty() && parts_.empty(); }

  QueryNode take() {
    if (!parts_.empty()) {
      if (std::none_of(items_.begin(), items_.end(), wants_words)) filters_.push_back(has_part_);
      for (QueryNode& item : items_) bind_to_parts(item, parts_);
    }
    Nodes all = std::move(items_);
    for (Nodes& of_field : filters_) all.push_back(joined(Kind::Or, std::move(of_field)));
    // * beside something else asks for nothing more.
    std::erase_if(all, [](const QueryNode& node) { return node.kind == Kind::All; });
    return all.empty() ? QueryNode{} : joined(Kind::And, std::move(all));
  }

 private:
  Nodes items_;
  std::vector<Nodes> filters_;      ///< by field
  std::vector<std::string> parts_;  ///< of in:
  Nodes has_part_;                  ///< the same as filters
};

class Parser {
 public:
  Parser(std::string_view query, std::vector<Lexeme> lexemes)
      : query_(query), lexemes_(std::move(lexemes)) {}

  Result<QueryNode> parse() {
    if (lexemes_.empty()) {
      const bool blank = query_.find_first_not_of(" \t\r\n") == std::string_view::npos;
      return query_error(query_, 0, blank ? "the query is empty" : "the query has no word",
                         "write a word, or * for everything");
    }
    auto node = parse_or(0);
    if (node && !at_end()) node = wrong("this bracket was not opened", "take it away");
    if (!node) return *error_;
    return std::move(*node);
  }

 private:
  using Sign = Lexeme::Kind;

  bool at_end() const { return at_ == lexemes_.size(); }
  bool is(Sign kind) const { return !at_end() && lexemes_[at_].kind == kind; }
  bool accept(Sign kind) {
    if (!is(kind)) return false;
    ++at_;
    return true;
  }
  /// Whether something that can be searched for starts here.
  bool starts_item() const {
    return !at_end() && !is(Sign::Or) && !is(Sign::And) && !is(Sign::Near) && !is(Sign::Close);
  }

  std::nullopt_t wrong(std::string message, std::string hint = {}) {
    const std::size_t place = at_end() ? query_.size() : lexemes_[at_].place;
    return wrong_at(place, std::move(message), std::move(hint));
  }
  std::nullopt_t wrong_at(std::size_t place, std::string message, std::string hint) {
    if (!error_) error_ = query_error(query_, place, std::move(message), std::move(hint));
    return std::nullopt;
  }

  std::optional<QueryNode> parse_or(int depth) {
    Nodes groups;
    do {
      auto group = parse_group(depth);
      if (!group) return std::nullopt;
      groups.push_back(std::move(*group));
    } while (accept(Sign::Or));
    return joined(Kind::Or, std::move(groups));
  }

  std::optional<QueryNode> parse_group(int depth) {
    Group group;
    while (!at_end() && !is(Sign::Or) && !is(Sign::Close)) {
      if (is(Sign::And) && (group.empty() || !followed_by_item())) return one_sided("AND");
      if (accept(Sign::And)) continue;
      if (is(Sign::Near)) return one_sided("NEAR");
      const bool filter = is(Sign::Field);
      auto item = parse_item(depth);
      if (!item) return std::nullopt;
      filter ? group.add_filter(std::move(*item)) : group.add(std::move(*item));
    }
    if (!group.empty()) return group.take();
    if (is(Sign::Or) || (at_ > 0 && lexemes_[at_ - 1].kind == Sign::Or)) {
      if (!is(Sign::Or)) --at_;
      return one_sided("OR");
    }
    if (depth == 0) return wrong("this bracket was not opened", "take it away");
    return wrong("there is nothing in these brackets", "write a word between them");
  }

  bool followed_by_item() {
    ++at_;
    const bool followed = starts_item();
    --at_;
    return followed;
  }

  std::nullopt_t one_sided(const std::string& name) {
    return wrong(name + " needs a word on each side",
                 "to search for the word itself, write it in small letters");
  }

  std::optional<QueryNode> parse_item(int depth) {
    if (depth > kMaxDepth) return wrong("the brackets and NOTs are nested too deeply");
    const Lexeme& lexeme = lexemes_[at_];
    switch (lexeme.kind) {
      case Sign::Not:
        return parse_not(depth);
      case Sign::Open:
        return parse_brackets(depth);
      case Sign::Field:
        return parse_field();
      case Sign::Word:
        if (at_ + 1 < lexemes_.size() && lexemes_[at_ + 1].kind == Sign::Near) return parse_near();
        ++at_;
        return leaf_node(Kind::Word, lexeme.text);
      case Sign::Phrase:
        ++at_;
        return leaf_node(Kind::Phrase, lexeme.text);
      case Sign::Prefix:
        ++at_;
        return leaf_node(Kind::Prefix, lexeme.text);
      default:
        ++at_;
        return QueryNode{};  // *
    }
  }

  std::optional<QueryNode> parse_not(int depth) {
    ++at_;
    if (!starts_item()) return wrong("NOT needs a word behind it");
    auto item = parse_item(depth + 1);
    if (!item) return std::nullopt;
    // Not a part that words could stand in.
    if (item->field == "in" && item->text == kMinutes) *item = filter_node("kind", kMinutes);
    return not_node(std::move(*item));
  }

  std::optional<QueryNode> parse_brackets(int depth) {
    const std::size_t open = lexemes_[at_++].place;
    if (at_end()) return wrong_at(open, "this bracket is not closed", "add a )");
    auto inside = parse_or(depth + 1);
    if (!inside) return std::nullopt;
    if (!accept(Sign::Close)) return wrong_at(open, "this bracket is not closed", "add a )");
    return inside;
  }

  std::optional<QueryNode> parse_field() {
    Result<QueryNode> filter = to_filter(query_, lexemes_[at_]);
    if (!filter) {
      if (!error_) error_ = filter.error();
      return std::nullopt;
    }
    ++at_;
    return std::move(*filter);
  }

  /// word NEAR/5 word NEAR/5 word: one node, with the widest of the windows.
  std::optional<QueryNode> parse_near() {
    QueryNode node = leaf_node(Kind::Near, lexemes_[at_++].text);
    std::size_t words = 1;
    while (is(Sign::Near)) {
      node.window = std::max(node.window, lexemes_[at_++].window);
      if (!is(Sign::Word)) {
        return wrong("NEAR needs a plain word on each side",
                     "phrases, brackets and word* cannot stand beside NEAR");
      }
      if (++words > kMaxNearWords) return wrong("NEAR joins at most 16 words");
      node.text += " " + lexemes_[at_++].text;
    }
    return node;
  }

  std::string_view query_;
  std::vector<Lexeme> lexemes_;
  std::size_t at_ = 0;
  std::optional<Error> error_;
};

/// Takes the `sort:` lexemes out; whether there were any. The last one holds.
Result<bool> take_sort(std::string_view text, std::vector<Lexeme>& lexemes, Sort& sort) {
  std::vector<Lexeme> others;
  for (Lexeme& lexeme : lexemes) {
    if (lexeme.kind != Lexeme::Kind::Field || !names_sort(lexeme.field)) {
      others.push_back(std::move(lexeme));
      continue;
    }
    const Result<Sort> wanted = to_sort(text, lexeme);
    if (!wanted) return wanted.error();
    sort = *wanted;
  }
  const bool any = others.size() < lexemes.size();
  lexemes = std::move(others);
  return any;
}

}  // namespace

bool is_leaf(const QueryNode& node) {
  return node.kind == Kind::Word || node.kind == Kind::Phrase || node.kind == Kind::Near ||
         node.kind == Kind::Prefix;
}

bool wants_words(const QueryNode& node) {
  if (node.kind == Kind::Not) return false;
  return is_leaf(node) || std::any_of(node.children.begin(), node.children.end(), wants_words);
}

void bind_to_parts(QueryNode& node, const std::vector<std::string>& parts) {
  if (!is_leaf(node)) {
    for (QueryNode& child : node.children) bind_to_parts(child, parts);
    return;
  }
  if (!node.field.empty()) return;
  Nodes copies;
  for (const std::string& part : parts) copies.push_back(in_part(node, part));
  node = joined(Kind::Or, std::move(copies));
}

Result<Query> parse_query(std::string_view text) {
  Result<std::vector<Lexeme>> lexemes = read_lexemes(text);
  if (!lexemes) return lexemes.error();
  Query query{std::string(text), {}, Sort::Relevance};
  const Result<bool> sorted = take_sort(text, *lexemes, query.sort);
  if (!sorted) return sorted.error();
  if (*sorted && lexemes->empty()) return query;  // everything, in that order
  Result<QueryNode> root = Parser(text, std::move(*lexemes)).parse();
  if (!root) return root.error();
  query.root = std::move(*root);
  return query;
}

}  // namespace moot
