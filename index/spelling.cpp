#include "index/spelling.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <tuple>

#include <xapian.h>

namespace moot {
namespace {

constexpr std::size_t kShortest = 4;     // letters of a word that has near ones
constexpr std::size_t kLongWord = 8;     // from here on two changes are a slip too
constexpr const char* kFirstWord = "a";  // terms of words begin with a small letter

struct Candidate {
  std::string stem;
  std::size_t changes = 0;
  unsigned entries = 0;
};

std::size_t most_changes(std::size_t letters) {
  return letters < kLongWord ? 1 : 2;
}

/// Which letters a word has, as bits.
std::uint32_t letters_of(std::string_view word) {
  std::uint32_t letters = 0;
  for (const char c : word) letters |= std::uint32_t{1} << (static_cast<unsigned char>(c) % 32);
  return letters;
}

/// The stems near to one of `wanted`.
std::vector<Candidate> near_stems(const Xapian::Database& database, const std::string& wanted) {
  std::vector<Candidate> found;
  const std::size_t most = most_changes(wanted.size());
  const std::uint32_t letters = letters_of(wanted);
  const auto end = database.allterms_end();
  auto it = database.allterms_begin();
  for (it.skip_to(kFirstWord); it != end; ++it) {
    const std::string term = *it;
    if (term.size() + most < wanted.size() || term.size() > wanted.size() + most) continue;
    // A change brings one letter at most and takes one away: this spares nearly all comparisons.
    const auto unlike = static_cast<std::size_t>(std::popcount(letters ^ letters_of(term)));
    if (unlike > 2 * most || term == wanted) continue;
    const std::size_t changes = edit_distance(term, wanted);
    if (changes <= most) found.push_back({term, changes, it.get_termfreq()});
  }
  // People seldom miss the first letter.
  const auto slips = [&](const Candidate& near) {
    return near.changes + (near.stem.front() == wanted.front() ? 0 : 1);
  };
  std::sort(found.begin(), found.end(), [&](const Candidate& a, const Candidate& b) {
    return std::tuple(slips(a), b.entries, a.stem) < std::tuple(slips(b), a.entries, b.stem);
  });
  return found;
}

/// A word that a paper prints for this stem; "" where none is found.
std::string printed_word(const Xapian::Database& database, Stemmer& stemmer,
                         const std::string& stem) {
  const auto entry = database.postlist_begin(stem);
  if (entry == database.postlist_end(stem)) return {};
  const Entry holder = parse_whole_data(database.get_document(*entry).get_data());
  for (const Passage& passage : holder.passages) {
    for (const std::string& word : folded_words(passage.text)) {
      if (stemmer.stem(word) == stem) return word;
    }
  }
  return {};
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before, last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool same = a[i - 1] == b[j - 1];
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1)});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before = std::move(last);
    last = std::move(row);
    row.assign(b.size() + 1, 0);
  }
  return last[b.size()];
}

std::vector<std::string> similar_words(const Xapian::Database& database, Stemmer& stemmer,
                                       const std::string& word, std::size_t most) {
  std::vector<std::string> words;
  const std::vector<std::string> folded = folded_words(word);
  if (folded.size() != 1 || folded.front().size() < kShortest) return words;
  for (const Candidate& near : near_stems(database, stemmer.stem(folded.front()))) {
    if (words.size() == most) break;
    std::string printed = printed_word(database, stemmer, near.stem);
    // An ending alone makes another stem of the same word.
    if (!printed.empty() && printed != folded.front()) words.push_back(std::move(printed));
  }
  return words;
}

}  // namespace moot
