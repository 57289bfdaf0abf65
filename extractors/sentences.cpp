#include "extractors/sentences.hpp"

#include <algorithm>
#include <array>

#include "pipeline/normalise.hpp"

namespace moot {

namespace {

constexpr std::array<std::string_view, 28> kAbbreviations = {
    "cllr", "cllrs", "mr",     "mrs",  "ms",   "dr",   "st",  "cyng", "no",  "nos",
    "rev",  "hon",   "prof",   "sgt",  "para", "sec",  "ref", "rd",   "ave", "e.g",
    "i.e",  "etc",   "messrs", "capt", "supt", "insp", "col", "sr"};

constexpr std::size_t kFarthestLetter = 100;  // bytes

bool is_abbreviation(std::string_view word) {
  while (!word.empty() && (word.front() == '(' || word.front() == '[')) word.remove_prefix(1);
  if (word.size() == 1) return word[0] >= 'A' && word[0] <= 'Z';
  if (word.size() > 2 && word[word.size() - 2] == '.') return true;  // "C.C.C", "R.W"
  const std::string folded = fold(word);
  return std::find(kAbbreviations.begin(), kAbbreviations.end(), folded) != kAbbreviations.end();
}

/// "... to C.C.C. It was agreed ...": after initials of a body a sentence may end, where the next
/// word is one that opens sentences and no names.
bool opens_sentence(std::string_view next) {
  static constexpr std::array<std::string_view, 16> kOpeners = {
      "It ",  "The ",     "This ",      "That ",        "There ",    "In ",
      "All ", "Members ", "Following ", "Councillors ", "Cytunwyd ", "Penderfynwyd ",
      "Mae ", "Yn ",      "Roedd ",     "Nid "};
  return std::any_of(kOpeners.begin(), kOpeners.end(),
                     [&](std::string_view word) { return next.starts_with(word); });
}

bool is_space(char c) {
  return c == ' ' || c == '\n';
}

}  // namespace

std::vector<TextRange> split_sentences(std::string_view text) {
  std::vector<TextRange> sentences;
  std::size_t begin = 0, word = 0;
  const auto close = [&](std::size_t end) {
    while (begin < end && is_space(text[begin])) ++begin;
    if (end > begin) sentences.push_back({begin, end});
    begin = end;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_space(text[i])) word = i + 1;
    const bool stop = text[i] == '.' || text[i] == '!' || text[i] == '?';
    if (!stop || i + 2 >= text.size() || !is_space(text[i + 1])) continue;
    // A sentence's first letter stands near: ". . . ." would else be read to its end at each stop.
    const std::string_view next = text.substr(i + 2, kFarthestLetter);
    const bool opens = starts_upper(next) || next[0] == '"' || next[0] == '(' ||
                       next.starts_with("“") || next.starts_with("‘");
    if (!opens) continue;
    const std::string_view before = text.substr(word, i - word);
    const bool initials = before.size() > 2 && before[before.size() - 2] == '.';
    if (text[i] == '.' && is_abbreviation(before) && !(initials && opens_sentence(next))) continue;
    close(i + 1);
  }
  std::size_t end = text.size();
  while (end > begin && is_space(text[end - 1])) --end;
  close(end);
  return sentences;
}

}  // namespace moot
