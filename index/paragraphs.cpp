#include "index/paragraphs.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <string_view>
#include <tuple>

namespace moot {
namespace {

constexpr std::size_t kMostParagraphs = 10'000;
constexpr std::size_t kMostCompared = 1'500;  // words: the table of a comparison has their square

/// Whether a word may be a part of a number in front of a paragraph: "2", "1", "b", "iv".
bool is_numbering(std::string_view word) {
  if (word.size() == 1) return true;
  if (word.size() <= 2 && word.find_first_not_of("0123456789") == std::string_view::npos)
    return true;
  return word.size() <= 4 && word.find_first_not_of("ivx") == std::string_view::npos;
}

/// How many words in front of the text are its number: "2.", "2.1 ", "(a)", and in a list "2" too,
/// where the number stands before its words without a stop. "A plan", "25 April", "£2.4 million",
/// "3.5% of", "1.5 hectares" and "A.I. tools" have none: what has a stop inside counts only where
/// a capital follows, and no letter is joined to another by a stop.
std::size_t numbering(std::string_view text, const std::vector<Token>& words, bool list) {
  if (words.empty() || !is_numbering(words[0].folded)) return 0;
  const std::string_view before = text.substr(0, words[0].begin);
  if (before.find_first_not_of(" (") != std::string_view::npos) return 0;
  const auto all_digits = [](const Token& word) {
    return word.folded.find_first_not_of("0123456789") == std::string::npos;
  };
  std::size_t count = 1;
  while (count < words.size() && count < 4 && all_digits(words[count]) &&
         is_numbering(words[count].folded) && words[count].begin == words[count - 1].end + 1 &&
         text[words[count - 1].end] == '.') {
    ++count;
  }
  if (count == words.size()) return 0;
  const std::size_t end = words[count - 1].end;
  const bool marked = text[end] == '.' || text[end] == ')';
  const std::size_t after = marked ? end + 1 : end;
  const bool blank = after < text.size() && (text[after] == ' ' || text[after] == '\t');
  if (!blank) return 0;
  if (marked) return count;
  const std::size_t next = words[count].begin;
  const bool capital = text[next] >= 'A' && text[next] <= 'Z';
  if (count > 1) return all_digits(words[0]) && capital ? count : 0;
  return all_digits(words[0]) && list ? count : 0;
}

void shift(std::vector<Token>& words, std::size_t by) {
  for (Token& word : words) {
    word.begin -= by;
    word.end -= by;
  }
}

/// `at`: where the line stands in the passage.
Paragraph paragraph_of(const Passage& passage, std::size_t at, std::string_view line,
                       Stemmer& stemmer) {
  Paragraph made;
  made.words = tokenise(line);
  const auto& lists = numbered_fields();
  const bool list = std::any_of(lists.begin(), lists.end(), [&](const NumberedField& field) {
    return passage.field == field.name;
  });
  const std::size_t numbers = numbering(line, made.words, list);
  made.words.erase(made.words.begin(), made.words.begin() + static_cast<std::ptrdiff_t>(numbers));
  std::size_t begin = 0;
  if (numbers > 0) {
    begin = made.words.front().begin;
    // A sign in front of the first word belongs to it: "£5", "“Digital".
    while (begin > 0 && line[begin - 1] != ' ' && line[begin - 1] != '.' &&
           line[begin - 1] != ')' && line[begin - 1] != '\t') {
      --begin;
    }
  }
  shift(made.words, begin);
  at += begin;
  made.quote = {std::string(line.substr(begin)), passage.heading, "", passage.pointer,
                page_at(passage.page, passage.turns, at)};
  for (const PageTurn& turn : passage.turns) {
    if (turn.at > at && turn.at < at + made.quote.text.size()) {
      made.turns.push_back({turn.at - at, turn.page});
    }
  }
  for (const Token& word : made.words) made.stems.push_back(stemmer.stem(word.folded));
  return made;
}

/// Words as bits of a table: which of them are in the longest common subsequence.
class Common {
 public:
  Common(const std::vector<Token>& here, const std::vector<Token>& there)
      : here_(here), there_(there), width_(there.size() + 1), table_((here.size() + 1) * width_) {
    for (std::size_t i = here.size(); i-- > 0;) {
      for (std::size_t j = there.size(); j-- > 0;) {
        at(i, j) = same(i, j) ? static_cast<std::uint16_t>(at(i + 1, j + 1) + 1)
                              : std::max(at(i + 1, j), at(i, j + 1));
      }
    }
  }

  void mark(std::vector<bool>& in_here, std::vector<bool>& in_there) {
    std::size_t i = 0, j = 0;
    while (i < here_.size() && j < there_.size()) {
      if (same(i, j)) {
        in_here[i++] = true;
        in_there[j++] = true;
      } else if (at(i + 1, j) >= at(i, j + 1)) {
        ++i;
      } else {
        ++j;
      }
    }
  }

 private:
  bool same(std::size_t i, std::size_t j) const { return here_[i].folded == there_[j].folded; }
  std::uint16_t& at(std::size_t i, std::size_t j) { return table_[i * width_ + j]; }

  const std::vector<Token>&here_, &there_;
  std::size_t width_;
  std::vector<std::uint16_t> table_;
};

void mark_known(const std::vector<Token>& words, const std::vector<Token>& others,
                std::vector<bool>& known) {
  std::set<std::string_view> all;
  for (const Token& word : others) all.insert(word.folded);
  for (std::size_t i = 0; i < words.size(); ++i) known[i] = all.contains(words[i].folded);
}

std::vector<TextRange> unmarked(const std::vector<Token>& words, const std::vector<bool>& marked) {
  std::vector<TextRange> ranges;
  bool open = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (marked[i]) {
      open = false;
    } else if (open) {
      ranges.back().end = words[i].end;
    } else {
      ranges.push_back({words[i].begin, words[i].end});
      open = true;
    }
  }
  return ranges;
}

}  // namespace

std::vector<Paragraph> paragraphs_of(const Entry& entry, std::size_t least, Stemmer& stemmer) {
  std::vector<Paragraph> made;
  std::set<std::string> seen;  // a part that speaks of several kinds of implication is one of each
  for (const Passage& passage : entry.passages) {
    if (passage.field == "title") continue;
    const std::string_view text = passage.text;
    for (std::size_t begin = 0; begin < text.size() && made.size() < kMostParagraphs;) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      Paragraph paragraph = paragraph_of(passage, begin, text.substr(begin, end - begin), stemmer);
      if (paragraph.words.size() >= least && seen.insert(paragraph.quote.text).second) {
        made.push_back(std::move(paragraph));
      }
      begin = end + 1;
    }
  }
  return made;
}

void weigh(std::vector<Paragraph>& paragraphs, const Rarity& rarity) {
  double rarest = 1;
  for (const auto& [stem, weight] : rarity) rarest = std::max(rarest, weight);
  for (Paragraph& paragraph : paragraphs) {
    std::unordered_map<std::string, int> counts;
    for (const std::string& stem : paragraph.stems) ++counts[stem];
    double length = 0;
    for (const auto& [stem, count] : counts) {
      const auto known = rarity.find(stem);
      const double weight =
          (1 + std::log(count)) * (known == rarity.end() ? rarest : known->second);
      paragraph.weights[stem] = weight;
      length += weight * weight;
    }
    for (auto& [stem, weight] : paragraph.weights) weight /= std::sqrt(length);
  }
}

std::vector<Alike> alike(const std::vector<Paragraph>& here, const std::vector<Paragraph>& there,
                         double least) {
  std::unordered_map<std::string, std::vector<std::pair<std::size_t, double>>> holders;
  for (std::size_t i = 0; i < there.size(); ++i) {
    for (const auto& [stem, weight] : there[i].weights) holders[stem].emplace_back(i, weight);
  }
  std::vector<Alike> pairs;
  for (std::size_t i = 0; i < here.size(); ++i) {
    std::unordered_map<std::size_t, double> sums;
    for (const auto& [stem, weight] : here[i].weights) {
      const auto found = holders.find(stem);
      if (found == holders.end()) continue;
      for (const auto& [other, its] : found->second) sums[other] += weight * its;
    }
    for (const auto& [other, sum] : sums) {
      // Rounded, for sums in another order differ in their last bits.
      const double likeness = std::min(1.0, std::round(sum * 1e6) / 1e6);
      if (likeness >= least) pairs.push_back({i, other, likeness});
    }
  }
  std::sort(pairs.begin(), pairs.end(), [](const Alike& a, const Alike& b) {
    return std::tuple(-a.likeness, a.here, a.there) < std::tuple(-b.likeness, b.here, b.there);
  });
  return pairs;
}

std::vector<Alike> nearest_to_each_other(const std::vector<Alike>& pairs) {
  std::set<std::size_t> here, there;
  std::vector<Alike> nearest;
  for (const Alike& pair : pairs) {
    const bool first_here = here.insert(pair.here).second;
    const bool first_there = there.insert(pair.there).second;
    if (first_here && first_there) nearest.push_back(pair);
  }
  return nearest;
}

std::vector<Alike> one_to_one(const std::vector<Alike>& pairs) {
  std::set<std::size_t> here, there;
  std::vector<Alike> taken;
  for (const Alike& pair : pairs) {
    if (here.contains(pair.here) || there.contains(pair.there)) continue;
    here.insert(pair.here);
    there.insert(pair.there);
    taken.push_back(pair);
  }
  return taken;
}

bool same_words(const Paragraph& here, const Paragraph& there) {
  return std::equal(here.words.begin(), here.words.end(), there.words.begin(), there.words.end(),
                    [](const Token& a, const Token& b) { return a.folded == b.folded; });
}

Differences differences(const Paragraph& here, const Paragraph& there) {
  std::vector<bool> in_here(here.words.size()), in_there(there.words.size());
  if (std::max(here.words.size(), there.words.size()) <= kMostCompared) {
    Common(here.words, there.words).mark(in_here, in_there);
  } else {
    mark_known(here.words, there.words, in_here);
    mark_known(there.words, here.words, in_there);
  }
  return {unmarked(here.words, in_here), unmarked(there.words, in_there)};
}

}  // namespace moot
