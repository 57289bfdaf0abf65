#include "tests/bench/made_words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <map>
#include <sstream>
#include <unordered_set>

#include "index/words.hpp"

namespace fs = std::filesystem;

namespace {

constexpr std::array kOnsets{"b",  "d",  "f",  "g",  "h",  "k",  "l",  "m",  "n",  "p",
                             "r",  "s",  "t",  "v",  "w",  "br", "cl", "dr", "gr", "pl",
                             "pr", "sk", "st", "th", "tr", "sh", "qu", "j",  "y",  "z"};
constexpr std::array kRimes{"a",   "e",  "i",  "o",   "u",   "am",  "an",  "ar", "el",
                            "en",  "er", "im", "in",  "ol",  "on",  "or",  "um", "ock",
                            "and", "ow", "ay", "eck", "ing", "oss", "urn", "ill"};

/// A word that no language has, another for each number; longer ones for greater numbers.
std::string made_up(std::size_t number) {
  std::string word;
  std::size_t rest = number;
  do {
    word += kOnsets[rest % kOnsets.size()];
    rest /= kOnsets.size();
    word += kRimes[rest % kRimes.size()];
    rest /= kRimes.size();
  } while (rest > 0);
  return word;
}

/// Text without what stands in angle brackets.
std::string without_tags(const std::string& html) {
  std::string text;
  bool inside = false;
  for (const char c : html) {
    if (c == '<') inside = true;
    if (!inside) text += c;
    if (c == '>') inside = false;
  }
  return text;
}

std::vector<fs::path> texts_below(const fs::path& corpus) {
  std::vector<fs::path> found;
  for (const char* folder : {"sources", "papers"}) {
    for (const auto& entry : fs::recursive_directory_iterator(corpus / folder)) {
      const fs::path ending = entry.path().extension();
      if (ending == ".html" || ending == ".txt" || ending == ".md") found.push_back(entry.path());
    }
  }
  return found;
}

/// Vose's columns: each holds the share of one word, filled up with a part of another's.
void fill_columns(std::vector<double>& share, std::vector<std::uint32_t>& other) {
  std::vector<std::uint32_t> small, large;
  for (std::uint32_t i = 0; i < share.size(); ++i) (share[i] < 1 ? small : large).push_back(i);
  while (!small.empty() && !large.empty()) {
    const std::uint32_t low = small.back(), high = large.back();
    small.pop_back();
    other[low] = high;
    share[high] -= 1 - share[low];
    if (share[high] >= 1) continue;
    large.pop_back();
    small.push_back(high);
  }
  for (const std::uint32_t i : small) share[i] = 1;  // less than 1 only by rounding
  for (const std::uint32_t i : large) share[i] = 1;
}

}  // namespace

MadeWords::MadeWords(const std::vector<std::string>& common, std::size_t size) : words_(common) {
  std::unordered_set<std::string> known(common.begin(), common.end());
  words_.resize(std::min(words_.size(), size));
  for (std::size_t i = 1000; words_.size() < size; ++i) {
    std::string word = made_up(i);
    if (known.insert(word).second) words_.push_back(std::move(word));
  }
  double sum = 0;
  for (std::size_t rank = 0; rank < words_.size(); ++rank) {
    share_.push_back(std::pow(static_cast<double>(rank) + 3.7, -1.05));
    sum += share_.back();
  }
  for (double& share : share_) share *= static_cast<double>(words_.size()) / sum;
  other_.resize(words_.size());
  fill_columns(share_, other_);
}

const std::string& MadeWords::draw(Chance& chance) const {
  const std::size_t column = chance.below(words_.size());
  return words_[chance.is(share_[column]) ? column : other_[column]];
}

std::vector<std::string> corpus_words(const fs::path& corpus) {
  std::map<std::string, std::size_t> counts;
  for (const fs::path& path : texts_below(corpus)) {
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    for (std::string& word : moot::folded_words(without_tags(text.str()))) ++counts[word];
  }
  std::vector<std::string> words;
  for (const auto& [word, count] : counts) words.push_back(word);
  // In the order of the alphabet where they are equal: the map's.
  std::stable_sort(words.begin(), words.end(), [&](const std::string& a, const std::string& b) {
    return counts.at(a) > counts.at(b);
  });
  return words;
}
