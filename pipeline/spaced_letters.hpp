#pragma once
/// \file Words in capitals that were printed with a space between their letters.

#include <string>
#include <string_view>

namespace moot {

/// Whether four capitals with one space between stand somewhere in `text`.
bool has_spaced_capitals(std::string_view text);

/// "R E S O L V E D" -> "RESOLVED". Only runs that spell a word: neither initials before a name
/// ("J R R T Smith") nor the letters of a list ("A B C D"). Pure.
std::string close_spaced_words(std::string_view text);

}  // namespace moot
