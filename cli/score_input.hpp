#pragma once
/// \file The gold files and papers that `moot score` and `moot rules score` are given.

#include <string>
#include <vector>

#include "cli/options.hpp"
#include "cli/output.hpp"
#include "extractors/gold.hpp"
#include "extractors/rules.hpp"
#include "pipeline/document.hpp"

namespace moot {

/// A file that was read.
struct NamedDocument {
  std::string path;  ///< absolute
  Document document;
};

struct ScoreInput {
  std::vector<Gold> golds;
  std::vector<NamedDocument> documents;
  bool whole = true;  ///< every file that the gold speaks of is there and was read
};

/// Reads the gold files of `folders`, and below `paths` the files that they speak of. Says on
/// console.err what is missing. Fails where a gold file is wrong or none of the files is there.
Result<ScoreInput> read_score_input(const std::vector<std::string>& folders,
                                    const std::vector<std::string>& paths, const OcrChoice& ocr,
                                    const Console& console);

/// The records of those documents that some of `golds` speak of, in their order. Pure.
std::vector<Record> extract_all(const std::vector<NamedDocument>& documents,
                                const std::vector<Gold>& golds, const RuleSet& rules);

}  // namespace moot
