#pragma once
/// \file Text with stretches set off, broken into lines that fit a column. All pure.

#include <string>
#include <string_view>
#include <vector>

#include "cli/output.hpp"
#include "pipeline/document.hpp"

namespace moot {

/// Plain text, and tones of stretches of it. Escape codes come only when it is drawn, so that a
/// line may end inside a stretch.
struct Styled {
  struct Stretch {
    TextRange where;
    Tone tone;
  };
  std::string text;
  std::vector<Stretch> stretches;  ///< in order of their places, none over another

  void add(std::string_view words);
  void add(std::string_view words, Tone tone);
  void add(const Styled& more);
};

/// What a terminal can show of words of strangers: `printable`, and marks that turn the direction
/// of what comes after them (U+202A to U+202E, U+2066 to U+2069) are '?' too. Newlines are kept.
std::string shown_words(std::string_view text);

/// The lines of `styled`, none wider than `room` columns (0: broken at newlines alone): broken at
/// spaces, and inside words that have more than a line. A no-break space (U+00A0) holds words
/// together and comes out as a space. Without escape codes unless `colour`.
std::vector<std::string> fitted(const Styled& styled, std::size_t room, bool colour);

}  // namespace moot
