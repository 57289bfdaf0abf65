#include "pipeline/spaced_letters.hpp"

namespace moot {

namespace {

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

bool is_small(char c) {
  return c >= 'a' && c <= 'z';
}

/// Where a run of capitals ends that starts at `at`, each but the last with one space behind it.
std::size_t spaced_run(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_capital(text[end]) &&
         (end + 1 == text.size() || !(is_capital(text[end + 1]) || is_small(text[end + 1])))) {
    const bool goes_on = end + 2 < text.size() && text[end + 1] == ' ' && is_capital(text[end + 2]);
    if (!goes_on) return end + 1;
    end += 2;
  }
  return end > at ? end - 1 : at;
}

/// A run spells a word: not initials before a name, not the letters of a list ("A B C D").
bool spells_word(std::string_view run, std::string_view after) {
  constexpr std::size_t kFewest = 7;  // bytes of four letters with their spaces
  if (run.size() < kFewest) return false;
  bool vowel = false, consonant = false, ascending = true;
  for (std::size_t i = 0; i < run.size(); i += 2) {
    const bool is_vowel = std::string_view("AEIOUY").find(run[i]) != std::string_view::npos;
    (is_vowel ? vowel : consonant) = true;
    ascending = ascending && (i == 0 || run[i - 2] < run[i]);
  }
  while (after.starts_with(' ')) after.remove_prefix(1);
  const bool name = after.size() > 1 && is_capital(after[0]) && is_small(after[1]);
  return vowel && consonant && !ascending && !name;
}

}  // namespace

std::string close_spaced_words(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const bool starts = is_capital(text[at]) && (at == 0 || text[at - 1] == ' ');
    const std::size_t end = starts ? spaced_run(text, at) : at;
    const std::string_view run = text.substr(at, end - at);
    if (!starts) {
      out += text[at++];
      continue;
    }
    if (!spells_word(run, text.substr(end))) {  // nor does a part of it
      const std::size_t next = std::max(end, at + 1);
      out += text.substr(at, next - at);
      at = next;
      continue;
    }
    for (std::size_t i = 0; i < run.size(); i += 2) out += run[i];
    at = end;
  }
  return out;
}

bool has_spaced_capitals(std::string_view text) {
  for (std::size_t i = 0; i + 6 < text.size(); ++i) {
    if (is_capital(text[i]) && text[i + 1] == ' ' && is_capital(text[i + 2]) &&
        text[i + 3] == ' ' && is_capital(text[i + 4]) && text[i + 5] == ' ')
      return true;
  }
  return false;
}

}  // namespace moot
