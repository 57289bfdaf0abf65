#include "extractors/language.hpp"

#include <cctype>
#include <set>

namespace moot {

std::string tell_language(std::string_view text) {
  static const std::set<std::string> kWelsh = {"y",   "yr",  "yn",  "i",    "o",   "ar",  "gan", "ei", "eu",
                                               "oedd", "mae", "gyda", "wedi", "bod", "ac",  "am",  "hyn", "cyngor"};
  static const std::set<std::string> kEnglish = {"the", "of", "to",  "and", "in",   "that", "for",
                                                 "is",  "on", "with", "was", "by", "be", "this"};
  std::size_t welsh = 0, english = 0;
  std::string word;
  for (char c : text) {
    if (c != ' ' && c != '\n') {
      if (std::isalpha(static_cast<unsigned char>(c)) != 0) {
        word.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(c))));
      } else {
        word.push_back('\'');
      }
      continue;
    }
    while (!word.empty() && word.back() == '\'') word.pop_back();
    welsh += kWelsh.contains(word);
    english += kEnglish.contains(word);
    word.clear();
  }
  const std::size_t all = welsh + english;
  if (all == 0 || welsh * 12 < all) return "en";
  return english * 12 < all ? "cy" : "en+cy";
}

}  // namespace moot
