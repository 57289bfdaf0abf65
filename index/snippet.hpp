#pragma once
/// \file A passage and the places of the words found in it -> a snippet. Pure.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/document.hpp"

namespace moot {

/// Words of a passage on one line, with U+2026 where something was cut off, and the places to
/// highlight as byte ranges into `text`: ascending, apart, never through a letter.
struct Snippet {
  std::string text;
  std::vector<TextRange> highlights;
};

/// A word found in the passage.
struct Mark {
  TextRange range;       ///< bytes of the passage
  std::size_t leaf = 0;  ///< which word or phrase of the query it stands for
};

/// Cuts about `length` bytes out of `text`, where most of the query's words stand together; from
/// the start where there are no marks. `marks` ascend. Pure.
Snippet make_snippet(std::string_view text, const std::vector<Mark>& marks, std::size_t length);

}  // namespace moot
