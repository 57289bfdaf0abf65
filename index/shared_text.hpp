#pragma once
/// \file Words that two texts share one after another: what was copied from one to the other, or by
/// both from a third. Plain values.

#include <cstddef>
#include <string_view>
#include <vector>

#include "pipeline/document.hpp"

namespace moot {

/// A run of words that stands in both texts.
struct SharedRun {
  TextRange here, there;  ///< bytes of the one text and of the other
  std::size_t words = 0;
  bool operator==(const SharedRun&) const = default;
};

/// Shorter runs are phrases that everybody uses.
inline constexpr std::size_t kShortestRun = 12;  // words

/// The longest runs of kShortestRun words or more, without regard to case, accents and punctuation,
/// in order of `there`. No word of `there` is in two of them. Linear in both but for words that
/// recur; of a run that stands several times in `here` the first is taken. Pure.
std::vector<SharedRun> shared_runs(std::string_view here, std::string_view there);

}  // namespace moot
