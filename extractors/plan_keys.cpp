#include <algorithm>

#include "extractors/gazetteer.hpp"
#include "extractors/plan_words.hpp"
#include "extractors/values_text.hpp"
#include "pipeline/normalise.hpp"

namespace moot {

namespace {

std::string_view printed(std::string_view text, const PlanWord& word) {
  return text.substr(word.begin, word.end - word.begin);
}

/// A word of a key: folded, without apostrophes; "" where it is a year.
std::string key_word(std::string_view text, const PlanWord& word) {
  if (word.year) return {};
  std::string folded = fold(printed(text, word));
  if (folded == "&") return "and";
  for (const std::string_view mark : {"\xE2\x80\x99", "\xE2\x80\x98", "'"}) {
    for (std::size_t at = 0; (at = folded.find(mark, at)) != std::string::npos;)
      folded.erase(at, mark.size());
  }
  std::replace(folded.begin(), folded.end(), '-', ' ');
  std::replace(folded.begin(), folded.end(), '/', ' ');
  return folded;
}

bool is_council_word(std::string_view lower) {
  return one_of(lower, {"council", "council's", "council\xE2\x80\x99s", "councils"});
}

}  // namespace

bool is_authority(std::string_view text, std::span<const PlanWord> words) {
  const std::size_t begin = words.front().begin;
  std::string name = fold_blanks(text.substr(begin, words.back().end - begin));
  for (const std::string_view tail : {"'s", "\xE2\x80\x99s"}) {
    if (name.ends_with(tail)) name.resize(name.size() - tail.size());
  }
  return lookup_authority(name).has_value();
}

bool is_initials(std::string_view word) {
  if (word.size() < 3 || word.size() > 5) return false;
  if (!std::all_of(word.begin(), word.end(), is_upper_byte)) return false;
  return word.ends_with("CC") || word.ends_with("BC") || word.ends_with("DC");
}

std::size_t council_words(std::string_view text, std::span<const PlanWord> words) {
  if (words.size() < 2) return 0;
  const std::size_t most = words.size() - 1;  // the plan's own word stays
  std::size_t count = 0;
  for (std::size_t i = 0; i < most; ++i) {
    if (!is_council_word(ascii_lower(printed(text, words[i])))) continue;
    // "Kent County Council Plan" is its "Council Plan".
    count = i + 1 < most ? i + 1 : 0;
    if (i + 1 == most && i > 1) {
      const bool kind = one_of(ascii_lower(printed(text, words[i - 1])),
                               {"county", "borough", "city", "district", "town", "parish"});
      count = kind || is_authority(text, words.first(i + 1)) ? i : 0;
    }
  }
  if (count > 0) return count;
  if (is_initials(printed(text, words[0])) && most > 1) return 1;
  constexpr std::size_t kLongestName = 4;  // words
  for (std::size_t n = std::min(kLongestName, most - 1); n > 0; --n) {
    if (words[n].joint || words[n].gap != PlanGap::Space || words[n - 1].joint) continue;
    if (is_authority(text, words.first(n))) return n;
  }
  return 0;
}

std::string plan_key(std::string_view text, std::span<const PlanWord> words) {
  std::string key;
  std::span<const PlanWord> rest = words;
  while (!rest.empty() && rest.front().year) rest = rest.subspan(1);
  rest = rest.subspan(council_words(text, rest));
  bool behind_year = false;
  for (const PlanWord& word : rest) {
    std::string one = key_word(text, word);
    if (behind_year && one.size() == 2 && is_digit_byte(one[0])) one.clear();  // "2022-26"
    behind_year = word.year;
    if (!one.empty()) key += (key.empty() ? "" : " ") + one;
  }
  return key;
}

}  // namespace moot
