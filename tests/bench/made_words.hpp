#pragma once
/// \file Words with the frequencies of real text: those of the sample papers, then made-up ones.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

/// The same seed gives the same numbers everywhere, unlike the distributions of <random>.
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : engine_(seed) {}
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(engine_() % n); }
  std::size_t between(std::size_t low, std::size_t high) { return low + below(high - low + 1); }
  bool is(double share) { return unit() < share; }
  double unit() { return static_cast<double>(engine_() >> 11) * 0x1p-53; }  // 0 to under 1
  template <typename List>
  const auto& pick(const List& list) {
    return list[below(std::size(list))];
  }

 private:
  std::mt19937_64 engine_;
};

/// A vocabulary in which the word of rank r stands 1/(r + 2.7)^1.05 times as often as another:
/// Zipf's law with Mandelbrot's bend at the top, as in papers.
class MadeWords {
 public:
  /// `common` are the first ranks; made-up words fill up to `size` ranks.
  MadeWords(const std::vector<std::string>& common, std::size_t size);
  const std::string& at(std::size_t rank) const { return words_[rank]; }
  std::size_t size() const { return words_.size(); }
  /// A word of the text, common ones more often. Takes the same time for any size.
  const std::string& draw(Chance& chance) const;

 private:
  std::vector<std::string> words_;
  std::vector<double> share_;         ///< of its column that a word keeps
  std::vector<std::uint32_t> other_;  ///< which word has the rest of it
};

/// The words of the sample papers in `corpus` (its sources, texts and Markdown), commonest first.
std::vector<std::string> corpus_words(const std::filesystem::path& corpus);
