#pragma once
/// \file Small readers of characters that the value parsers share. Private to extractors/: they
/// know ASCII and the few UTF-8 signs that stand in councils' papers, and nothing of Unicode.

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace moot {

inline bool is_digit_byte(char c) {
  return c >= '0' && c <= '9';
}
inline bool is_upper_byte(char c) {
  return c >= 'A' && c <= 'Z';
}
inline bool is_lower_byte(char c) {
  return c >= 'a' && c <= 'z';
}
inline bool is_alpha_byte(char c) {
  return is_upper_byte(c) || is_lower_byte(c);
}
inline bool is_alnum_byte(char c) {
  return is_alpha_byte(c) || is_digit_byte(c);
}

/// Bytes of white space at `at` (NBSP has two); 0 where there is none.
std::size_t blank_at(std::string_view text, std::size_t at);

/// Bytes of white space that end just before `at`.
std::size_t blank_before(std::string_view text, std::size_t at);

/// Bytes of a dash at `at` ('-', U+2010 to U+2015, U+2212); 0 where there is none.
std::size_t dash_at(std::string_view text, std::size_t at);

/// Bytes of an apostrophe at `at` (straight or curly); 0 where there is none.
std::size_t apostrophe_at(std::string_view text, std::size_t at);

/// Whether a letter starts at `at`: ASCII, or a byte of a Latin letter beyond it.
bool letter_at(std::string_view text, std::size_t at);

/// Whether an upper-case letter starts at `at`, among ASCII, Latin-1 and Latin Extended-A.
bool upper_at(std::string_view text, std::size_t at);

/// How far white space runs from `at`: at most `most` signs, at most one of them a newline.
std::size_t skip_blanks(std::string_view text, std::size_t at, std::size_t most = 3);

/// ASCII letters in lower case; other bytes as they are.
std::string ascii_lower(std::string_view text);

/// White space folded to single spaces, none at either end.
std::string fold_blanks(std::string_view text);

/// `text` without white space, and without the ASCII signs of `also`, at both ends.
std::string_view trim_blanks(std::string_view text, std::string_view also = "");

/// Whether `text` starts with `prefix` (given in lower case), without regard to ASCII case.
bool starts_with_lower(std::string_view text, std::string_view prefix);

/// The words of `text`, cut at white space.
std::vector<std::string_view> split_words(std::string_view text);

/// A number as people write it: 3, 0.5.
std::string plain_number(double number);

/// Whether `list` holds `word`.
bool one_of(std::string_view word, std::initializer_list<std::string_view> list);

}  // namespace moot
