#pragma once
/// \file What a citation of a record says, of one of its items or values, or of one of its pages;
/// and the forms that it is printed in. All pure.

#include <string>
#include <vector>

#include "extractors/record.hpp"
#include "index/entry.hpp"
#include "pipeline/result.hpp"

namespace moot {

/// All that is known for citing; "" and 0 where it is not.
struct Citation {
  std::string id;       ///< of what is cited: record, entry ("-p3/7"), or value ("-p3#/title")
  std::string kind;     ///< of the paper
  std::string title;    ///< of the paper; where it has none, its kind, body and date
  bool titled = false;  ///< the paper has a title of its own
  std::string part;     ///< of the paper: "item 7: Benches", "recommendation 2.1"
  std::string council, body, decision_number, language;
  std::string date;                     ///< ISO 8601
  std::string date_word;                ///< what was on that day: "meeting", "decided", ...
  int first_page = 0, last_page = 0;    ///< what is cited, in the file
  int paper_first = 0, paper_last = 0;  ///< the whole paper
  std::string file;                     ///< its name, without folders
  std::string sha256;
  std::string url, retrieved;  ///< as the user gave them
  std::string link;            ///< opens the file at the page
};

/// What a person typed, taken apart: "9f86-p3/7" has an item, "9f86-p3#/title" a pointer.
struct CiteTarget {
  std::string record, item, pointer;
};
CiteTarget parse_cite_target(const std::string& typed);

/// `page` 0: those of what is cited. Fails with Usage where the record has no such item or value,
/// or the paper no such page.
Result<Citation> cite(const Record& record, const CiteTarget& target, int page);

/// A sentence for a footnote, without a line end.
std::string to_plain(const Citation& citation);

/// One entry for BibTeX or biblatex, in UTF-8, with a line end. All that TeX gives a meaning to is
/// escaped, and braces are balanced.
std::string to_bibtex(const Citation& citation);

/// A JSON array as the schema csl-data.json of the Citation Style Language has it, with a line end.
std::string to_csl_json(const std::vector<Citation>& citations);

/// "kent2024lanterns-9f86d0p3": council, year, a word of the title, and the start of the id, in
/// ASCII letters, digits and hyphens.
std::string citation_key(const Citation& citation);

}  // namespace moot
