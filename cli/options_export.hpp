#pragma once
/// \file The options of the commands that carry what the index says elsewhere.

#include <optional>
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

enum class ExportFormat { Jsonl, Csv, Sqlite, Html, OParl, Popolo };

struct ExportCommand {
  std::optional<std::string> query;  ///< the words joined with spaces; none: all papers
  bool no_expand = false;            ///< the words alone, as SearchCommand has it
  ExportFormat format = ExportFormat::Jsonl;
  std::string table = "papers";  ///< for CSV: one of export_tables()
  bool raw = false;              ///< for CSV: values as they are, also what looks like a formula
  std::string output;            ///< file; empty or "-": standard output
  std::string dictionary;        ///< for CSV: file for what the columns mean; empty: none
  std::string base_url = "https://moot.invalid/oparl";  ///< for OParl: ids are below it
  std::string index;
};

}  // namespace moot
