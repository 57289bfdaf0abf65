#pragma once
/// \file Text -> words, the same way for indexing, queries and snippets, so that position n of a
/// passage is its nth word wherever it is looked at.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace moot {

/// A word of a text: where it stands, and how it is compared.
struct Token {
  std::size_t begin = 0, end = 0;  ///< bytes of the text
  std::string folded;              ///< lower case, accents off, at most 64 bytes
};

/// The words of `text` (UTF-8; other bytes are read as Latin-1), in order. Letters and digits make
/// words; an apostrophe between letters belongs to its word; commas between thousands are left
/// out ("1,234" is one word, "1234"); all else parts words ("23/00120" is two). Pure.
std::vector<Token> tokenise(std::string_view text);

/// The folded words of `text` without their places.
std::vector<std::string> folded_words(std::string_view text);

/// The text with its hyphens inside words taken out: "call-in" is one word then. Pure.
std::string without_hyphens(std::string text);

/// The folded words with a space between two: "Bath & NES" -> "bath nes". Pure.
std::string folded_line(std::string_view text);

/// Letters and digits of `text` only, folded: "CAB/23-00120" -> "cab2300120". Pure.
std::string squeeze(std::string_view text);

}  // namespace moot
