#pragma once
/// \file Makers of the nodes of a query's tree. All pure.

#include <string>
#include <vector>

#include "index/query.hpp"

namespace moot {

/// A Word, Phrase, Near or Prefix for this part of the paper; `part` empty: for any.
QueryNode leaf_node(QueryNode::Kind kind, std::string text, std::string part = {});

/// A Word where `text` is one, else a Phrase.
QueryNode words_node(std::string text, std::string part = {});

QueryNode filter_node(std::string field, std::string value);

/// A filter that nobody types: councils of this very name, where `council` takes those whose name
/// has these words.
inline constexpr const char* kCouncilNamed = "council named";

QueryNode not_node(QueryNode node);

/// One node for several; the node itself where there is one. `nodes` is not empty.
QueryNode joined(QueryNode::Kind kind, std::vector<QueryNode> nodes);

/// What must all hold: the children of an And, else the node itself; nothing of All.
std::vector<QueryNode> parts_of(QueryNode root);

}  // namespace moot
