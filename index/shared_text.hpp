#pragma once
/// \file Words that two texts share one after another: what was copied from one to the other, or by
/// both from a third. Plain values.

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "index/words.hpp"
#include "pipeline/document.hpp"

namespace moot {

/// A run of words that stands in both texts.
struct SharedRun {
  std::size_t passage = 0;  ///< which of the known texts has it
  TextRange here, there;    ///< bytes of that text, and of the other
  std::size_t words = 0;
  bool operator==(const SharedRun&) const = default;
};

/// Shorter runs are phrases that everybody uses.
inline constexpr std::size_t kShortestRun = 12;  // words

/// The words of a paper's passages, ready to be found in other texts. Immutable once made.
class KnownRuns {
 public:
  explicit KnownRuns(const std::vector<std::string_view>& passages);

  /// The longest runs of kShortestRun words or more that `there` shares with one of the passages,
  /// without regard to case, accents and punctuation, in order of `there`. No word of `there` is in
  /// two of them. Linear but for words that recur; of a run that stands several times in the
  /// passages the first is taken. Pure.
  std::vector<SharedRun> in(std::string_view there) const;

 private:
  struct At {
    std::size_t passage = 0, word = 0;
  };
  std::vector<std::vector<Token>> passages_;
  std::unordered_map<std::string, At> first_;  ///< where each run of kShortestRun words stands
};

}  // namespace moot
