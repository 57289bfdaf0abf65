#include "index/query_nodes.hpp"

#include <utility>

#include "index/words.hpp"

namespace moot {

using Kind = QueryNode::Kind;

QueryNode leaf_node(Kind kind, std::string text, std::string part) {
  QueryNode node;
  node.kind = kind;
  node.text = std::move(text);
  node.field = std::move(part);
  return node;
}

QueryNode words_node(std::string text, std::string part) {
  const Kind kind = folded_words(text).size() == 1 ? Kind::Word : Kind::Phrase;
  return leaf_node(kind, std::move(text), std::move(part));
}

QueryNode filter_node(std::string field, std::string value) {
  return leaf_node(Kind::Filter, std::move(value), std::move(field));
}

QueryNode not_node(QueryNode node) {
  QueryNode made;
  made.kind = Kind::Not;
  made.children.push_back(std::move(node));
  return made;
}

QueryNode joined(Kind kind, std::vector<QueryNode> nodes) {
  if (nodes.size() == 1) return std::move(nodes.front());
  QueryNode node;
  node.kind = kind;
  node.children = std::move(nodes);
  return node;
}

std::vector<QueryNode> parts_of(QueryNode root) {
  if (root.kind == Kind::All) return {};
  if (root.kind == Kind::And) return std::move(root.children);
  std::vector<QueryNode> parts;
  parts.push_back(std::move(root));
  return parts;
}

}  // namespace moot
