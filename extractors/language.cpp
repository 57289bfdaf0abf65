#include "extractors/language.hpp"

#include <set>
#include <string>

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

std::set<std::string_view> words_of(std::string_view list) {
  const auto words = split_words(list);
  return {words.begin(), words.end()};
}

/// The next word from `at` on, in lower case with plain apostrophes; `at` moves behind it.
std::string next_word(std::string_view text, std::size_t& at) {
  std::string word;
  for (; at < text.size(); ++at) {
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
  return word;
}

}  // namespace

std::string tell_language(std::string_view text) {
  static const std::set<std::string_view> welsh_words = words_of(kWelsh);
  static const std::set<std::string_view> english_words = words_of(kEnglish);
  std::size_t welsh = 0, english = 0;
  std::set<std::string> different;
  for (std::size_t at = 0; at < text.size();) {
    const std::string word = next_word(text, at);
    english += english_words.contains(word);
    if (!welsh_words.contains(word)) continue;
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
