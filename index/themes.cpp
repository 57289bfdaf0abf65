#include "index/themes.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string_view>
#include <unordered_set>

#include "index/sentence_around.hpp"
#include "index/small_words.hpp"

namespace moot {
namespace {

constexpr std::size_t kLongestTheme = 3;  // words
constexpr std::size_t kMostShared = 30;   // themes told
constexpr std::size_t kMostSingle = 8;    // for each column
constexpr double kLeastKeyness = 10.83;   // chance gives as much to one word in a thousand
// Of an index that is small beside the papers nothing can be reckoned: it is filled up to so many
// times their words, in which each word stands as often as it usually does.
constexpr double kLeastRest = 50;

/// Where a theme stands first in a paper, and how often.
struct InPaper {
  std::size_t times = 0, paragraph = 0, word = 0;
};

struct Candidate {
  std::vector<std::string> stems;
  std::map<std::size_t, InPaper> papers;  ///< by column
  std::map<std::string, std::size_t> printed;
  std::size_t times = 0;
  double keyness = 0;
};

using Candidates = std::map<std::string, Candidate>;

bool has_digit(std::string_view word) {
  return word.find_first_of("0123456789") != std::string_view::npos;
}

/// Whether nothing but a space or a hyphen parts two words.
bool stand_together(std::string_view text, const Token& first, const Token& second) {
  const std::string_view between = text.substr(first.end, second.begin - first.end);
  return between == " " || between == "-";
}

/// Finds what may be a theme.
class Collector {
 public:
  explicit Collector(const std::vector<std::string>& names) : names_(names.begin(), names.end()) {}

  /// Once to count, so that what stands once in all of them takes no memory, and once to keep.
  void add(std::size_t column, const std::vector<Paragraph>& paragraphs, bool count) {
    counting_ = count;
    for (std::size_t i = 0; i < paragraphs.size(); ++i) {
      for (std::size_t at = 0; at < paragraphs[i].words.size(); ++at) {
        add_from(column, i, paragraphs[i], at);
      }
    }
  }

  Candidates take() { return std::move(found_); }

 private:
  bool may_end(const Token& word) const {
    return !is_small_word(word.folded) && !is_report_word(word.folded) && !has_digit(word.folded) &&
           word.folded.size() > 2 && !names_.contains(word.folded);
  }

  void add_from(std::size_t column, std::size_t index, const Paragraph& paragraph, std::size_t at) {
    const std::vector<Token>& words = paragraph.words;
    if (!may_end(words[at])) return;
    std::string key;
    for (std::size_t length = 1; length <= kLongestTheme && at + length <= words.size(); ++length) {
      const std::size_t last = at + length - 1;
      if (length > 1 && !stand_together(paragraph.quote.text, words[last - 1], words[last])) return;
      key += (length > 1 ? " " : "") + paragraph.stems[last];
      if (may_end(words[last])) note(key, column, index, paragraph, at, length);
    }
  }

  void note(const std::string& key, std::size_t column, std::size_t index,
            const Paragraph& paragraph, std::size_t at, std::size_t length) {
    const std::size_t hash = std::hash<std::string>()(key);
    if (counting_) {
      if (!once_.insert(hash).second) often_.insert(hash);
      return;
    }
    if (!often_.contains(hash)) return;
    Candidate& candidate = found_[key];
    if (candidate.stems.empty()) {
      const auto first = paragraph.stems.begin() + static_cast<std::ptrdiff_t>(at);
      candidate.stems.assign(first, first + static_cast<std::ptrdiff_t>(length));
    }
    const auto [place, fresh] = candidate.papers.try_emplace(column, InPaper{0, index, at});
    ++place->second.times;
    ++candidate.times;
    const std::size_t begin = paragraph.words[at].begin;
    const std::size_t end = paragraph.words[at + length - 1].end;
    ++candidate.printed[paragraph.quote.text.substr(begin, end - begin)];
  }

  std::set<std::string> names_;
  bool counting_ = true;
  std::unordered_set<std::size_t> once_, often_;  ///< hashes of keys
  Candidates found_;
};

/// Log-likelihood of `a` times in `c` words against `b` times in `d` words; 0 where the first is no
/// more than its share.
double log_likelihood(double a, double c, double b, double d) {
  if (a * d <= b * c) return 0;
  const double share = (a + b) / (c + d);
  const double first = a * std::log(a / (c * share));
  return 2 * (first + (b > 0 ? b * std::log(b / (d * share)) : 0));
}

/// Reckons keyness.
class Reckoner {
 public:
  Reckoner(const std::vector<std::vector<Paragraph>>& papers, const StemCounts& index)
      : index_(index) {
    for (const auto& paragraphs : papers) {
      double words = 0;
      for (const Paragraph& paragraph : paragraphs) {
        words += static_cast<double>(paragraph.stems.size());
        for (const std::string& stem : paragraph.stems) ++own_[stem];
      }
      words_.push_back(words);
    }
  }

  double keyness(const Candidate& candidate) const {
    double words = 0;
    for (const auto& [column, in] : candidate.papers) words += words_[column];
    double all = 0;
    for (const double each : words_) all += each;
    const double rest = std::max(0.0, static_cast<double>(index_.words) - all);
    const double added = std::max(0.0, kLeastRest * all - rest);
    double rarest = rest + added, by_chance = rest + added;
    for (const std::string& stem : candidate.stems) {
      const double times = rest_times(stem) + added * usual_share(stem);
      rarest = std::min(rarest, times);
      by_chance *= times / (rest + added);
    }
    const double there = std::sqrt(rarest * by_chance);
    return log_likelihood(static_cast<double>(candidate.times), words, there, rest + added);
  }

 private:
  /// How often the rest of the index has it.
  double rest_times(const std::string& stem) const {
    const auto in_index = index_.times.find(stem);
    const auto ours = own_.find(stem);
    const double times = in_index == index_.times.end() ? 0 : static_cast<double>(in_index->second);
    const double own = ours == own_.end() ? 0 : static_cast<double>(ours->second);
    return std::max(0.0, times - own);
  }

  const StemCounts& index_;
  std::vector<double> words_;  ///< of each paper
  std::unordered_map<std::string, std::size_t> own_;
};

std::string key_of(const std::vector<std::string>& stems, std::size_t from, std::size_t count) {
  std::string key;
  for (std::size_t i = from; i < from + count; ++i) key += (i > from ? " " : "") + stems[i];
  return key;
}

/// Takes out what mostly stands inside a longer theme of the same papers: "exclusion" beside
/// "digital exclusion".
void leave_longer(Candidates& candidates) {
  std::set<std::string> inside;
  for (const auto& [key, longer] : candidates) {
    const std::size_t size = longer.stems.size();
    for (std::size_t count = 1; count < size; ++count) {
      for (std::size_t from = 0; from + count <= size; ++from) {
        const std::string part = key_of(longer.stems, from, count);
        const auto shorter = candidates.find(part);
        if (shorter == candidates.end()) continue;
        const bool same_papers = shorter->second.papers.size() == longer.papers.size();
        if (same_papers && 2 * shorter->second.times <= 3 * longer.times) inside.insert(part);
      }
    }
  }
  for (const std::string& part : inside) candidates.erase(part);
}

/// Of two ways that are as frequent the one in small letters.
std::string most_printed(const std::map<std::string, std::size_t>& ways) {
  auto most = ways.begin();
  for (auto way = ways.begin(); way != ways.end(); ++way) {
    if (way->second >= most->second) most = way;
  }
  return most->first;
}

Theme theme_of(const Candidate& candidate, const std::vector<std::vector<Paragraph>>& papers) {
  Theme theme;
  theme.keyness = candidate.keyness;
  theme.words = most_printed(candidate.printed);
  for (const auto& [column, in] : candidate.papers) {
    const Paragraph& paragraph = papers[column][in.paragraph];
    const TextRange words{paragraph.words[in.word].begin,
                          paragraph.words[in.word + candidate.stems.size() - 1].end};
    SentenceAround around = sentence_around(paragraph.quote.text, words);
    Quote quote = paragraph.quote;
    quote.page = page_at(quote.page, paragraph.turns, words.begin);
    quote.text = std::move(around.text);
    theme.columns.push_back(column);
    theme.times.push_back(in.times);
    theme.passages.push_back(std::move(quote));
    theme.where.push_back(around.where);
  }
  return theme;
}

}  // namespace

Themes themes_of(const std::vector<std::vector<Paragraph>>& papers, const StemCounts& index,
                 const std::vector<std::string>& names, std::size_t compared) {
  Collector collector(names);
  for (const bool count : {true, false}) {
    for (std::size_t column = 0; column < papers.size(); ++column) {
      collector.add(column, papers[column], count);
    }
  }
  Candidates candidates = collector.take();
  std::erase_if(candidates, [](const auto& each) { return each.second.times < 2; });
  leave_longer(candidates);
  const Reckoner reckoner(papers, index);
  std::vector<const Candidate*> ranked;
  for (auto& [key, candidate] : candidates) {
    candidate.keyness = reckoner.keyness(candidate);
    if (candidate.keyness >= kLeastKeyness) ranked.push_back(&candidate);
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const Candidate* a, const Candidate* b) { return a->keyness > b->keyness; });
  Themes themes;
  std::map<std::size_t, std::size_t> singles;
  for (const Candidate* candidate : ranked) {
    const std::size_t columns = candidate->papers.size();
    if (columns == 1) {
      const std::size_t column = candidate->papers.begin()->first;
      if (++singles[column] <= kMostSingle) themes.single.push_back(theme_of(*candidate, papers));
      continue;
    }
    auto& kind = columns == compared ? themes.shared : themes.partly;
    if (kind.size() < kMostShared) kind.push_back(theme_of(*candidate, papers));
  }
  std::stable_sort(themes.single.begin(), themes.single.end(), [](const Theme& a, const Theme& b) {
    return a.columns.front() < b.columns.front();
  });
  return themes;
}

}  // namespace moot
