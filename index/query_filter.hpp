#pragma once
/// \file field:value -> a node of the query, or what is wrong with it. Internal to query.cpp.

#include "index/query.hpp"
#include "index/query_lexer.hpp"

namespace moot {

/// Checks field and value. A Filter's text comes out in the form in which it is compared: the kind
/// "decision_notice" for kind:"Decision notice". Fails with BadQuery, naming what is near.
Result<QueryNode> to_filter(std::string_view query, const Lexeme& lexeme);

/// Whether a field's name, as typed, is that of the order.
bool names_sort(std::string_view field);

/// The order that sort:value asks for. Fails with BadQuery.
Result<Sort> to_sort(std::string_view query, const Lexeme& lexeme);

}  // namespace moot
