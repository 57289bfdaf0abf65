#pragma once
/// \file Entries of papers that nobody wrote, as many as wanted, to measure search with: reports,
/// decisions and minutes of many councils over twenty years. The same seed gives the same entries.

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "index/entry.hpp"
#include "tests/bench/made_words.hpp"

/// What papers are about: the first ones often, the last ones seldom. A title begins with one.
extern const std::array<std::string_view, 48> kMatters;

/// Phrases that papers of all matters use.
extern const std::array<std::string_view, 24> kSetPhrases;

class MadeEntries {
 public:
  MadeEntries(const MadeWords& words, std::uint64_t seed);

  /// The entries of the next file: one of a report or decision; of minutes one for what stands
  /// outside the items, and one for each item.
  std::vector<moot::Entry> next_file();

 private:
  struct Theme {
    std::string matter;
    std::vector<std::string> own;  ///< words that this paper says again and again
  };

  Theme theme();
  moot::Entry head(const char* kind);
  std::string prose(std::size_t words, const Theme& theme);
  std::string money();
  void add(moot::Entry& entry, const char* field, const char* heading, std::size_t words,
           const Theme& theme);
  std::string title(const Theme& theme);
  moot::Entry report();
  moot::Entry decision();
  std::vector<moot::Entry> minutes();
  moot::Entry item(const moot::Entry& meeting, std::size_t number, std::size_t last);

  const MadeWords& words_;
  Chance chance_;
  std::vector<std::string> councils_, places_, people_;
};
