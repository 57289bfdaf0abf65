#pragma once
/// \file Titles, bodies and wording compared, for trace.hpp. All pure.

#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace moot {

/// A title without a number in front: "24/00108 - Budget" -> "Budget".
std::string_view title_alone(std::string_view title);

/// What a title says.
struct TitleWords {
  std::set<std::string> words;    ///< folded, without small words, endings in -s and the period
  std::set<std::string> periods;  ///< years, months and quarters: "2024", "november", "q3"
};

/// The words of title_alone().
TitleWords title_words(std::string_view title);

/// The share of the words that two titles have in common, from 0 to 1; periods count as words
/// where both name one.
double likeness(const TitleWords& a, const TitleWords& b);

/// Whether each names a period that the other does not: one quarter's report and the next one's.
bool periods_differ(const TitleWords& a, const TitleWords& b);

/// A body's name for comparing: folded, without the council's name and small words. The whole
/// council is "council".
std::string body_key(std::string_view body, std::string_view council);

/// The runs of five words in a text, folded.
using WordRuns = std::unordered_set<std::string>;
void add_runs(WordRuns& runs, std::string_view text);

/// What a text has of the runs of others.
struct SharedWording {
  double share = 0;     ///< of its runs; 0 where it has fewer than 8
  std::string longest;  ///< its longest stretch that is among them
};
SharedWording shared_wording(std::string_view text, const WordRuns& others);

}  // namespace moot
