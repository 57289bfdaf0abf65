#pragma once
/// \file A paper's paragraphs as words with weights, and how alike two are: what stands where in
/// another paper, and what changed. Pure. Internal to compare.cpp.

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "index/comparison.hpp"
#include "index/terms.hpp"
#include "index/words.hpp"

namespace moot {

/// A paragraph, a list's item, or a sentence of a table.
struct Paragraph {
  Quote quote;                                      ///< its text without the number in front
  std::vector<PageTurn> turns;                      ///< in the text
  std::vector<Token> words;                         ///< of the text
  std::vector<std::string> stems;                   ///< of the words
  std::unordered_map<std::string, double> weights;  ///< of the stems; of length 1
};

/// The paragraphs of a whole entry that have `least` words or more, each once, in its order,
/// without weights; 10,000 at most.
std::vector<Paragraph> paragraphs_of(const Entry& entry, std::size_t least, Stemmer& stemmer);

/// How much a stem tells: the rarer the more.
using Rarity = std::unordered_map<std::string, double>;

/// Gives the paragraphs their weights. A stem that is not in `rarity` counts as a rare one.
void weigh(std::vector<Paragraph>& paragraphs, const Rarity& rarity);

/// Two paragraphs, and their likeness from 0 to 1: the cosine of their weights.
struct Alike {
  std::size_t here = 0, there = 0;
  double likeness = 0;
};

/// All pairs that are at least so much alike, likest first; equal ones in order of the papers.
std::vector<Alike> alike(const std::vector<Paragraph>& here, const std::vector<Paragraph>& there,
                         double least);

/// Those of alike() in which each is the other's likest.
std::vector<Alike> nearest_to_each_other(const std::vector<Alike>& pairs);

/// Those of alike() of which no paragraph is in two: the likest pairs win.
std::vector<Alike> one_to_one(const std::vector<Alike>& pairs);

/// Whether both have the same words in the same order, whatever their case and punctuation.
bool same_words(const Paragraph& here, const Paragraph& there);

/// The words that are not in the longest common run of both, as ranges of the texts: words that
/// follow one another are one range. Of texts over 1,500 words, those that the other has nowhere.
struct Differences {
  std::vector<TextRange> here, there;
};
Differences differences(const Paragraph& here, const Paragraph& there);

}  // namespace moot
