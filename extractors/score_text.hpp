#pragma once
/// \file Texts made ready for comparing a record with gold, as tests/score/score.py does it.

#include <string>
#include <string_view>
#include <vector>

namespace moot {

/// `text` without what two writers of the same words differ in: compatibility forms, case, the
/// look of quotes and dashes, white space, soft hyphens, and punctuation at either end. Pure.
std::string fold_value(std::string_view text);

/// A text with all that comparing asks of it.
struct Comparable {
  std::string folded;              ///< fold_value()
  std::vector<std::string> words;  ///< of `folded`, sorted
  std::vector<std::string> facts;  ///< what must not change in a short text: numbers, currency
                                   ///< signs and negations, sorted
};

/// Pure.
Comparable comparable(std::string_view text);

/// Texts whose words_f1() is at least this are alike.
inline constexpr double kAlike = 0.90;

/// The F1 of their words, from 0 to 1; 0 for two texts of at most 80 words whose facts differ.
/// Where one has no words: 1 if both have none and are the same when folded, else 0. Pure.
double words_f1(const Comparable& a, const Comparable& b);

/// The digits of a telephone number, +44 as 0; where it has none, the folded text. Pure.
std::string phone_digits(std::string_view text);

}  // namespace moot
