#pragma once
/// \file Papers about the same matter, and the passages whose words recur in them.

#include <optional>
#include <string>
#include <vector>

#include "index/search.hpp"
#include "pipeline/result.hpp"

namespace moot {

/// Words that stand one after another in both papers (shared_text.hpp).
struct SharedPassage {
  std::string text;  ///< as the other paper prints it
  std::size_t words = 0;
  int page_here = 0, page_there = 0;        ///< where they begin; 0 without pages
  std::string pointer_here, pointer_there;  ///< of the passages; empty for body text
  bool operator==(const SharedPassage&) const = default;
};

struct SimilarPaper {
  Entry entry;                        ///< without its passages' texts
  double score = 0;                   ///< 0 where only shared words led to it
  std::vector<SharedPassage> shared;  ///< longest first
};

struct SimilarOptions {
  std::size_t limit = 10;     ///< most papers that are like it, and most that only share passages
  bool same_council = false;  ///< papers of the same council too
};

/// The papers most like the entry with this id, the likest first: those with most of the words that
/// tell it from others; then papers that share passages with it, most shared words first. None for
/// an id that is not in the index. Fails as Searcher::search() does.
Result<std::optional<std::vector<SimilarPaper>>> similar_papers(const Searcher& searcher,
                                                                const std::string& id,
                                                                const SimilarOptions& options);

}  // namespace moot
