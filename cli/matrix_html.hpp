#pragma once
/// \file The charts of a matrix as inline SVG. Pure.

#include <string>
#include <vector>

#include "cli/matrix_words.hpp"

namespace moot {

/// A bar for each of `lines`, its words and number beside it; "" without lines. `id` is unique on
/// the page. The same numbers must stand in a table: `described` is that table's id.
std::string html_bars(const std::string& id, const std::string& heading,
                      const std::string& described, const std::vector<TotalLine>& lines);

}  // namespace moot
