#include "pipeline/poor_text.hpp"

#include <algorithm>
#include <set>
#include <string_view>

namespace moot {
namespace {

constexpr int kFewestLetters = 24;
constexpr int kFewestStrange = 4;
constexpr double kStrangeShare = 0.06;  // twice what the worst page of good text has
constexpr std::size_t kLongest = 45;    // letters; addresses of web pages are told apart

/// The next character of well-formed UTF-8; malformed bytes are U+FFFD.
char32_t next_character(std::string_view text, std::size_t& at) {
  const auto lead = static_cast<unsigned char>(text[at++]);
  if (lead < 0x80) return lead;
  const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC2 ? 1 : 0;
  if (more == 0) return 0xFFFD;
  char32_t value = lead & (0x3FU >> more);
  for (int i = 0; i < more; ++i) {
    if (at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U) return 0xFFFD;
    value = (value << 6) | (static_cast<unsigned char>(text[at++]) & 0x3FU);
  }
  return value;
}

bool is_broken(char32_t c) {
  return c == 0xFFFD || (c < 0x20 && c != '\t') || (c >= 0x7F && c < 0xA0) ||
         (c >= 0xE000 && c <= 0xF8FF);
}

bool is_ascii_letter(char32_t c) {
  return (c | 0x20U) >= 'a' && (c | 0x20U) <= 'z' && c < 0x80;
}

/// Also the letters with accents: they may be vowels.
bool is_letter(char32_t c) {
  return is_ascii_letter(c) || (c >= 0xC0 && c < 0x2000 && c != 0xD7 && c != 0xF7);
}

bool is_upper(char32_t c) {
  return c >= 'A' && c <= 'Z';
}

/// Welsh has 'w' among its vowels.
bool is_vowel(char32_t c) {
  static constexpr std::string_view kVowels = "aeiouyw";
  if (!is_ascii_letter(c)) return is_letter(c);
  return kVowels.find(static_cast<char>(c | 0x20U)) != std::string_view::npos;
}

/// What one word is made of.
struct Makeup {
  int letters = 0, vowels = 0, digits = 0, marks = 0, broken = 0, all = 0;
  int rises = 0;        ///< capitals after small letters: "LaNd"
  int inside = 0;       ///< marks between letters that no word has
  int longest_run = 0;  ///< of consonants
  bool has_lower = false;
};

Makeup makeup_of(std::string_view word) {
  static constexpr std::string_view kJoints = "-'./&@:_,()+#|";
  Makeup m;
  int run = 0;
  bool lower_before = false, letter_before = false, odd_before = false;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = next_character(word, at);
    ++m.all;
    if (is_broken(c)) ++m.broken;
    const bool letter = is_letter(c);
    if (letter) {
      ++m.letters;
      if (odd_before && letter_before) ++m.inside;
      if (is_upper(c) && lower_before) ++m.rises;
      run = is_vowel(c) ? 0 : run + 1;
      m.vowels += is_vowel(c) ? 1 : 0;
      m.longest_run = std::max(m.longest_run, run);
      m.has_lower = m.has_lower || (!is_upper(c) && is_ascii_letter(c));
      letter_before = true;
      odd_before = false;
    } else {
      run = 0;
      if (c >= '0' && c <= '9') {
        ++m.digits;
      } else {
        ++m.marks;
        odd_before = c < 0x80 && kJoints.find(static_cast<char>(c)) == std::string_view::npos;
      }
      if (!odd_before) letter_before = false;
    }
    lower_before = letter && !is_upper(c);
  }
  return m;
}

bool is_address(std::string_view word) {
  return word.find('@') != word.npos || word.find("//") != word.npos ||
         word.find("www.") != word.npos || word.find('.') != word.npos;
}

bool is_strange(std::string_view word, const Makeup& m) {
  if (m.broken > 0 && m.all > 1) return true;
  if (is_address(word)) return false;
  if (word.find("(cid:") != word.npos) return true;
  if (m.letters > static_cast<int>(kLongest)) return true;
  if (m.inside > 0) return true;
  if (m.letters < 3) return false;
  if (m.rises > 1) return true;
  if (m.has_lower && m.vowels == 0 && m.digits == 0) return true;  // capitals may be initials
  return m.has_lower && m.longest_run > 5;
}

}  // namespace

TextSigns text_signs(const std::vector<Word>& words) {
  TextSigns signs;
  std::set<std::string_view> strange;
  for (const Word& word : words) {
    const Makeup m = makeup_of(word.text);
    signs.letters += m.all;
    // A bullet of a symbol font stands alone.
    if (m.all > 1) signs.broken += m.broken;
    if (m.letters == 0 && (m.broken == 0 || m.all == 1)) continue;
    ++signs.words;
    if (is_strange(word.text, m)) strange.insert(word.text);
  }
  signs.strange = static_cast<int>(strange.size());
  return signs;
}

bool is_poor_text(const std::vector<Word>& words) {
  const TextSigns signs = text_signs(words);
  if (signs.letters >= kFewestLetters && 5 * signs.broken > signs.letters) return true;
  return signs.strange >= kFewestStrange && signs.strange_share() > kStrangeShare;
}

}  // namespace moot
