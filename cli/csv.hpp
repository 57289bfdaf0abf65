#pragma once
/// \file Comma-separated values as RFC 4180 has them. Pure.

#include <string>
#include <string_view>
#include <vector>

namespace moot {

/// One value: in quotes where it holds a comma, a quote or a line end; also a semicolon or a tab,
/// which programs that guess take for separators.
std::string csv_value(std::string_view value);

/// A row, with CR LF at its end.
std::string csv_row(const std::vector<std::string>& values);

/// `value` so that no spreadsheet takes it for a formula, for papers are strangers' words: with an
/// apostrophe in front where it begins with = + - @, the wide forms of these, a tab or a carriage
/// return, also after spaces and apostrophes. To undo it, take one apostrophe off where what
/// remains is of that kind.
std::string without_formula(std::string value);

}  // namespace moot
