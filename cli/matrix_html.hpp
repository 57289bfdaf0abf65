#pragma once
/// \file The charts of a matrix as inline SVG. Pure.

#include <string>
#include <vector>

#include "cli/matrix_words.hpp"

namespace moot {

/// A bar for each of `lines`, its words and number beside it; "" without lines. `id` is unique on
/// the page. The same numbers must stand in a table: `described` is the id of what tells of it. A
/// full bar is `whole`, 0: the most of `lines`.
std::string html_bars(const std::string& id, const std::string& heading,
                      const std::string& described, const std::vector<TotalLine>& lines,
                      std::size_t whole);

}  // namespace moot
