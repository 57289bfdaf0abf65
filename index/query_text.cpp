#include "index/query.hpp"
#include "index/words.hpp"

namespace moot {
namespace {

using Kind = QueryNode::Kind;

std::string name_of(Kind kind) {
  switch (kind) {
    case Kind::Word:
      return "word";
    case Kind::Phrase:
      return "phrase";
    case Kind::Near:
      return "near";
    case Kind::Prefix:
      return "prefix";
    case Kind::And:
      return "and";
    case Kind::Or:
      return "or";
    case Kind::Any:
      return "any";
    case Kind::Not:
      return "not";
    case Kind::Filter:
      return "filter";
    case Kind::Dates:
      return "dates";
    case Kind::All:
      return "all";
  }
  return "";
}

/// A value as it is typed: in quotation marks where it has more than one word.
std::string value_text(const std::string& value) {
  return value.find_first_of(" ()") == std::string::npos ? value : '"' + value + '"';
}

std::string leaf_text(const QueryNode& node) {
  std::string text = node.text;
  if (node.kind == Kind::Phrase) text = '"' + text + '"';
  if (node.kind == Kind::Prefix) text += '*';
  if (node.kind == Kind::Near) {
    text.clear();
    for (const std::string& word : folded_words(node.text)) {
      text += (text.empty() ? "" : " NEAR/" + std::to_string(node.window) + " ") + word;
    }
  }
  return node.field.empty() ? text : "(" + text + " in:" + node.field + ")";
}

std::string bracketed(const QueryNode& node) {
  const bool joins = node.kind == Kind::And || node.kind == Kind::Or;
  return joins ? "(" + to_query_text(node) + ")" : to_query_text(node);
}

}  // namespace

std::string to_string(const QueryNode& node) {
  std::string out = "(" + name_of(node.kind);
  if (node.kind == Kind::Near) out += "/" + std::to_string(node.window);
  if (node.kind == Kind::Filter) out += " " + node.field;
  if (!node.text.empty()) out += " " + node.text;
  if (is_leaf(node) && !node.field.empty()) out += " @" + node.field;
  if (node.kind == Kind::Dates) out += " " + node.from + ".." + node.to;
  for (const QueryNode& child : node.children) out += " " + to_string(child);
  return out + ")";
}

std::string to_query_text(const QueryNode& node) {
  switch (node.kind) {
    case Kind::All:
      return "*";
    case Kind::Filter:
      return node.field + ":" + value_text(node.text);
    case Kind::Dates:
      return "date:" + node.from + (node.from == node.to ? "" : ".." + node.to);
    case Kind::Not:
      return "-" + bracketed(node.children.front());
    case Kind::Any:
      return to_query_text(node.children.front());
    case Kind::And:
    case Kind::Or: {
      std::string text;
      for (const QueryNode& child : node.children) {
        if (!text.empty()) text += node.kind == Kind::Or ? " OR " : " ";
        text += bracketed(child);
      }
      return text;
    }
    default:
      return leaf_text(node);
  }
}

}  // namespace moot
