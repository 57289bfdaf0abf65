#include "extractors/gazetteer_words.hpp"

#include <algorithm>

#include "extractors/values_text.hpp"

namespace moot {

namespace {

/// The gap between two words as bytes; judges them by `gap`.
bool is_gap(std::string_view between, std::string_view left, Gap gap) {
  if (between == " " || between == "-" || between.empty()) return true;
  if (between == ". " || between == ".") return ascii_lower(left) == "st";
  if (gap == Gap::Narrow) return false;
  if (gap == Gap::List && between.front() == ',') between.remove_prefix(1);
  if (between.size() > 3) return false;
  return std::all_of(between.begin(), between.end(),
                     [](char c) { return c == ' ' || c == '\n' || c == '\r'; }) &&
         std::count(between.begin(), between.end(), '\n') <= 1;
}

}  // namespace

bool is_rare_word_byte(std::string_view text, std::size_t at) {
  if (text[at] == '\'') {
    return at > 0 && at + 1 < text.size() && letter_at(text, at + 1) && text[at - 1] != ' ';
  }
  std::size_t lead = at;
  while (lead > 0 && at - lead < 3 && (static_cast<unsigned char>(text[lead]) & 0xC0U) == 0x80)
    --lead;
  if (letter_at(text, lead)) return true;
  // A curly apostrophe belongs to the word when a letter follows.
  return apostrophe_at(text, lead) == 3 && lead > 0 && letter_at(text, lead + 3) &&
         is_alnum_byte(text[lead - 1]);
}

NameWord word_from(std::string_view text, std::size_t begin) {
  if (text[begin] == '&') return {begin, begin + 1};
  std::size_t end = begin;
  while (word_byte(text, end)) ++end;
  return {begin, end};
}

std::optional<NameWord> word_before(std::string_view text, std::size_t at, Gap gap) {
  std::size_t end = at;
  while (end > 0 && at - end < 5 && !word_byte(text, end - 1) && text[end - 1] != '&') --end;
  if (end == 0 || !(word_byte(text, end - 1) || text[end - 1] == '&')) return {};
  std::size_t begin = end - 1;
  while (text[end - 1] != '&' && begin > 0 && word_byte(text, begin - 1)) --begin;
  const std::string_view left = text.substr(begin, end - begin);
  if (end == at || !is_gap(text.substr(end, at - end), left, gap)) {
    // "A&B" is three words without gaps.
    if (end != at || (text[end - 1] != '&' && (at >= text.size() || text[at] != '&'))) return {};
  }
  return NameWord{begin, end};
}

std::optional<NameWord> word_after(std::string_view text, std::size_t at, Gap gap) {
  std::size_t begin = at;
  while (begin < text.size() && begin - at < 5 && !word_byte(text, begin) && text[begin] != '&')
    ++begin;
  if (begin >= text.size() || !(word_byte(text, begin) || text[begin] == '&')) return {};
  std::size_t left = at;
  while (left > 0 && word_byte(text, left - 1)) --left;
  const std::string_view between = text.substr(at, begin - at);
  if (!is_gap(between, text.substr(left, at - left), gap)) return {};
  return word_from(text, begin);
}

bool is_qualifier(std::string_view word) {
  return one_of(word, {"north",     "south",     "east",      "west",     "mid",     "central",
                       "upper",     "lower",     "great",     "little",   "new",     "old",
                       "greater",   "royal",     "northern",  "southern", "eastern", "western",
                       "northeast", "northwest", "southeast", "southwest"});
}

}  // namespace moot
