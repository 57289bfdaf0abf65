#pragma once
/// \file The options of the commands that carry what the index says elsewhere.

#include <string>
#include <vector>

namespace moot {

enum class CiteFormat { Plain, BibTeX, CslJson };

struct CiteCommand {
  std::vector<std::string> ids;  ///< of records, entries ("9f86-p3/7") or values ("9f86-p3#/title")
  int page = 0;                  ///< of the file; 0: those of what is cited
  CiteFormat format = CiteFormat::Plain;
  std::string index;
};

}  // namespace moot
