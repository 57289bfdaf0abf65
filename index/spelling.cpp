#include "index/spelling.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <tuple>

#include <xapian.h>

#include "index/entry_data.hpp"

namespace moot {
namespace {

constexpr std::size_t kShortest = 4;     // letters of a word that has near ones
constexpr std::size_t kLongWord = 8;     // from here on two changes are a slip too
constexpr const char* kFirstWord = "a";  // terms of words begin with a small letter
constexpr std::size_t kShortestStem = 3;
constexpr std::size_t kLongestEnding = 7;    // "ations": letters that a stem may lack, and a change
constexpr std::size_t kMostStems = 60;       // whose words are looked at
constexpr std::size_t kEntriesLookedAt = 3;  // for the words of one

struct Candidate {
  std::string text;  ///< a stem, then a word
  std::size_t changes = 0;
  std::size_t entries = 0;
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

/// Changes that turn `stem` into the beginning of `word` that is most like it.
std::size_t distance_to_start(std::string stem, const std::string& word) {
  std::size_t least = stem.size();
  const bool ends_in_i = stem.back() == 'i';  // of "librari", which is "library"
  for (const char* last : {"i", "y"}) {
    if (ends_in_i) stem.back() = *last;
    for (std::size_t length = stem.size() - 1; length <= stem.size() + 1; ++length) {
      least = std::min(least, edit_distance(stem, std::string_view(word).substr(0, length)));
    }
    if (!ends_in_i) break;
  }
  return least;
}

/// Stems of words that may be near to `wanted`, those first that leave least of it open.
std::vector<Candidate> near_stems(const Xapian::Database& database, const std::string& wanted) {
  std::vector<Candidate> found;
  const std::size_t most = most_changes(wanted.size());
  const std::uint32_t others = ~letters_of(wanted);
  const auto end = database.allterms_end();
  auto it = database.allterms_begin();
  for (it.skip_to(kFirstWord); it != end; ++it) {
    const std::string term = *it;
    if (term.size() < kShortestStem || term.size() + kLongestEnding < wanted.size()) continue;
    if (term.size() > wanted.size() + most) continue;
    // A change brings one letter at most: this spares nearly all comparisons.
    const auto unlike = static_cast<std::size_t>(std::popcount(others & letters_of(term)));
    if (unlike > most + 1) continue;
    const std::size_t changes = distance_to_start(term, wanted);
    if (changes <= most) found.push_back({term, changes, it.get_termfreq()});
  }
  const auto open = [&](const Candidate& stem) {
    const std::size_t left =
        wanted.size() > stem.text.size() ? wanted.size() - stem.text.size() : 0;
    return 3 * stem.changes + left;
  };
  std::sort(found.begin(), found.end(), [&](const Candidate& a, const Candidate& b) {
    return std::tuple(open(a), b.entries, a.text) < std::tuple(open(b), a.entries, b.text);
  });
  found.resize(std::min(found.size(), kMostStems));
  return found;
}

bool has_digit(std::string_view word) {
  return word.find_first_of("0123456789") != std::string_view::npos;
}

/// The word of this stem that papers print and that is nearest to `wanted`; "" where none is near.
Candidate nearest_word(const Xapian::Database& database, Stemmer& stemmer, const Candidate& stem,
                       const std::string& wanted) {
  Candidate best{"", most_changes(wanted.size()) + 1, stem.entries};
  auto entry = database.postlist_begin(stem.text);
  for (std::size_t looked = 0; looked < kEntriesLookedAt; ++looked, ++entry) {
    if (entry == database.postlist_end(stem.text)) break;
    const Entry holder = parse_whole_data(database.get_document(*entry).get_data());
    for (const Passage& passage : holder.passages) {
      for (std::string& word : folded_words(passage.heading + ' ' + passage.text)) {
        if (stemmer.stem(word) != stem.text || (has_digit(word) && !has_digit(wanted))) continue;
        const std::size_t changes = edit_distance(word, wanted);
        if (changes < best.changes) best = {std::move(word), changes, stem.entries};
      }
    }
    if (best.changes <= stem.changes) break;  // no word of it is nearer
  }
  return best;
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
  const std::string& wanted = folded.front();
  std::vector<Candidate> near;
  for (const Candidate& stem : near_stems(database, wanted)) {
    Candidate found = nearest_word(database, stemmer, stem, wanted);
    // Nothing, or the word itself: then only its stem was asked for elsewhere.
    if (!found.text.empty() && found.changes > 0) near.push_back(std::move(found));
  }
  // People seldom miss the first letter.
  const auto slips = [&](const Candidate& one) {
    return one.changes + (one.text.front() == wanted.front() ? 0 : 1);
  };
  std::sort(near.begin(), near.end(), [&](const Candidate& a, const Candidate& b) {
    return std::tuple(slips(a), b.entries, a.text) < std::tuple(slips(b), a.entries, b.text);
  });
  for (Candidate& each : near) {
    if (words.size() < most) words.push_back(std::move(each.text));
  }
  return words;
}

}  // namespace moot
