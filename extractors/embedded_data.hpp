#pragma once
/// \file The rule packs, the gazetteer, the thesaurus and the rules' figures, as they stand in rules/
/// and data/.

#include <string>
#include <vector>

namespace moot {

struct EmbeddedFile {
  std::string name;  ///< "report.json", without a folder
  std::string text;
};

inline constexpr const char* kThesaurus = "thesaurus.json";
inline constexpr const char* kUsualWords = "usual-words.tsv";

/// In order of name. Lives as long as the program.
const std::vector<EmbeddedFile>& embedded_files();

}  // namespace moot
