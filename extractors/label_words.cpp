#include <sstream>

#include "extractors/compiled_rules.hpp"
#include "pipeline/normalise.hpp"

namespace moot {

std::string label_word(std::string_view word) {
  std::string folded = fold(word);
  for (const char* quote : {"‘", "’", "ʼ"}) {
    for (std::size_t at = 0; (at = folded.find(quote, at)) != std::string::npos; ++at) {
      folded.replace(at, std::char_traits<char>::length(quote), "'");
    }
  }
  return folded;
}

std::vector<std::string> label_words(std::string_view text) {
  std::vector<std::string> words;
  std::istringstream stream{std::string(text)};
  for (std::string word; stream >> word;) {
    while (!word.empty() && (word.back() == ':' || word.back() == '*')) word.pop_back();
    if (!word.empty()) words.push_back(label_word(word));
  }
  return words;
}

}  // namespace moot
