#pragma once
/// \file Words that say little of a subject.

#include <string>
#include <string_view>

namespace moot {

/// Whether a folded word is an article, a pronoun, a preposition, an auxiliary or the like, in
/// English or Welsh: no theme begins or ends with one. Pure.
bool is_small_word(std::string_view folded);

/// Whether it belongs to the making of reports and not to what they are about: "committee",
/// "appendix", "recommended". No theme consists of these alone. Pure.
bool is_report_word(std::string_view folded);

/// What share of all words of council papers a stem is: of the usual ones as they stand in the
/// sample papers (extractors/data/usual-words.tsv), of others 1 in 50,000, which a word of a
/// subject has in a large index.
double usual_share(const std::string& stem);

}  // namespace moot
