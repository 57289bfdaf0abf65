#include "extractors/language.hpp"

#include <set>
#include <string>
#include <unordered_map>

#include "extractors/values_text.hpp"

namespace moot {

namespace {

// Common words of one language that are no words, list numbers or initials of the other.
constexpr std::string_view kWelsh =
    "yr yn mae oedd bydd gyda wedi bod fod hyn hwn hon cyngor gan ac eu neu ond dros wrth ei'r i'r "
    "o'r a'r y'r sydd yw nid dydd cyfarfod cofnodion penderfynwyd adroddiad argymhellion am ar ei "
    "rhaglen aelodau cynghorydd gynhaliwyd";
constexpr std::string_view kEnglish =
    "the of to and that for is was with on by be this are were has from it which will";
constexpr std::size_t kLeastWelsh = 4;  // different words
constexpr std::size_t kShare = 12;      // a language with less than a twelfth is a quotation

enum class Tongue { Welsh, English };

std::unordered_map<std::string_view, Tongue> known_words() {
  std::unordered_map<std::string_view, Tongue> words;
  for (const std::string_view word : split_words(kWelsh)) words.emplace(word, Tongue::Welsh);
  for (const std::string_view word : split_words(kEnglish)) words.emplace(word, Tongue::English);
  return words;
}

/// The next word from `at` on, in lower case with plain apostrophes; `at` moves behind it. `word`
/// is where it is put: there are very many.
void next_word(std::string_view text, std::size_t& at, std::string& word) {
  word.clear();
  for (; at < text.size(); ++at) {
    if (text[at] >= 'a' && text[at] <= 'z') {
      word.push_back(text[at]);
      continue;
    }
    const std::size_t apostrophe = apostrophe_at(text, at);
    const bool letter = is_alpha_byte(text[at]) || static_cast<unsigned char>(text[at]) >= 0x80;
    if (apostrophe > 0 && !word.empty()) {
      word += '\'';
      at += apostrophe - 1;
    } else if (letter && apostrophe == 0) {
      const char c = text[at];
      word.push_back(static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c));
    } else if (!word.empty()) {
      break;
    }
  }
}

}  // namespace

std::string tell_language(std::string_view text) {
  static const std::unordered_map<std::string_view, Tongue> known = known_words();
  std::size_t welsh = 0, english = 0;
  std::set<std::string> different;
  std::string word;
  for (std::size_t at = 0; at < text.size();) {
    next_word(text, at, word);
    const auto found = known.find(word);
    if (found == known.end()) continue;
    if (found->second == Tongue::English) {
      ++english;
      continue;
    }
    ++welsh;
    different.insert(word);
  }
  const std::size_t all = welsh + english;
  // "am" and "ei" stand in English papers, too.
  const bool some = different.size() >= kLeastWelsh || (english == 0 && welsh > 0);
  if (!some || welsh * kShare < all) return "en";
  return english * kShare < all ? "cy" : "en+cy";
}

}  // namespace moot
