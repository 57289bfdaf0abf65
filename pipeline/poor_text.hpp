#pragma once
/// \file Tells text from rubbish: what a bad OCR or a font without a table of letters leaves.

#include <vector>

#include "pipeline/page.hpp"

namespace moot {

/// Counts of one page's words.
struct TextSigns {
  int words = 0;    ///< with a letter, or with a character that is none
  int strange = 0;  ///< of those, each counted once however often it stands there (so does an
                    ///< abbreviation): no word of English or Welsh looks like it, nor does a code
  int letters = 0;  ///< characters of all words
  int broken = 0;   ///< of those: replacement, private-use and control characters
  double strange_share() const { return words > 0 ? static_cast<double>(strange) / words : 0; }
};

TextSigns text_signs(const std::vector<Word>& words);

/// Whether a page's text is rubbish. False where there is too little of it to tell. Errs towards
/// false: tables of figures, codes, names and other languages are no rubbish. Pure.
bool is_poor_text(const std::vector<Word>& words);

}  // namespace moot
