#pragma once
/// \file Initial mutations of Welsh: the first letters of a word change with the word before it, so
/// "cyngor" is printed as "gyngor", "nghyngor" and "chyngor" too.
/// Source: Peter Wynn Thomas, Gramadeg y Gymraeg (1996); the table is in every grammar.

#include <string>
#include <string_view>
#include <vector>

namespace moot {

/// The other forms that a word (folded as words.hpp does it) may be printed in: its radical, or
/// what may be it, with all mutations of that. Many are no words at all: whoever asks looks which
/// of them papers have. Empty for words of three letters or fewer. Pure.
std::vector<std::string> welsh_forms(std::string_view folded);

}  // namespace moot
