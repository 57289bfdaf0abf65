#pragma once
/// \file What papers are about, beside others: words and phrases that they have more often than the
/// rest of the index does. Pure but for the counts of the index. Internal to compare.cpp.

#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "index/comparison.hpp"
#include "index/paragraphs.hpp"

namespace moot {

/// How often an index has stems.
struct StemCounts {
  std::uint64_t words = 0;  ///< of all its texts together
  std::unordered_map<std::string, std::uint64_t> times;
};

struct Themes {
  std::vector<Theme> shared, partly, single;
};

/// The themes of papers, each as its paragraphs; of columns without a paper there are none.
/// `compared`: how many papers there are. A theme
/// is one to three words that stand together within a sentence and say something of a subject.
/// Keyness is the log-likelihood ratio
/// of Dunning (1993) as Rayson and Garside (2000) write it, over the papers together and the rest
/// of the index; a phrase counts in the rest as the geometric mean of how often its rarest word
/// does and of how often its words would meet by chance. `names` are words of councils and people,
/// which no theme begins or ends with.
Themes themes_of(const std::vector<std::vector<Paragraph>>& papers, const StemCounts& index,
                 const std::vector<std::string>& names, std::size_t compared);

}  // namespace moot
