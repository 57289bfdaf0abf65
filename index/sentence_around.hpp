#pragma once
/// \file The sentence that words stand in, for quoting them.

#include <string>
#include <string_view>

#include "pipeline/document.hpp"

namespace moot {

struct SentenceAround {
  std::string text;  ///< on one line; U+2026 where it was cut for length
  TextRange where;   ///< of the words in it
};

/// The sentence of `text` that holds `words`, cut to about 300 bytes around them; the words alone
/// where no sentence holds them. Pure.
SentenceAround sentence_around(std::string_view text, TextRange words);

}  // namespace moot
