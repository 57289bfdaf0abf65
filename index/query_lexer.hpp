#pragma once
/// \file query text -> lexemes. Internal to query.cpp.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/result.hpp"

namespace moot {

/// One sign of a query.
struct Lexeme {
  enum class Kind { Word, Prefix, All, Phrase, Field, And, Or, Not, Near, Open, Close } kind;
  std::size_t place = 0;  ///< byte of the query where it starts
  std::string text;       ///< Word, Prefix (without *), Phrase: the words. Field: the value
  std::string field;      ///< Field: its name as typed
  int window = 0;         ///< Near
};

/// Cuts a query into lexemes. Words without a letter or digit are left out. Fails with BadQuery.
Result<std::vector<Lexeme>> read_lexemes(std::string_view query);

/// A BadQuery that points at byte `place` of `query`.
Error query_error(std::string_view query, std::size_t place, std::string message,
                  std::string hint = {});

/// A piece of a query in a form that can be shown in a message: short, UTF-8, in quotation marks.
std::string shown(std::string_view piece);

}  // namespace moot
