#pragma once
/// \file The rule packs, the gazetteer and the rules' figures, as they stand in rules/ and data/.

#include <string>
#include <vector>

namespace moot {

struct EmbeddedFile {
  std::string name;  ///< "report.json", without a folder
  std::string text;
};

/// In order of name. Lives as long as the program.
const std::vector<EmbeddedFile>& embedded_files();

}  // namespace moot
