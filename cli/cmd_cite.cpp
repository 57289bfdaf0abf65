#include <ostream>

#include "cli/citation.hpp"
#include "cli/commands.hpp"
#include "cli/find_record.hpp"

namespace moot {

int run_cite(const CiteCommand& command, const std::string& index, const Console& console) {
  const Result<Catalogue> catalogue = Catalogue::open_reader(index);
  if (!catalogue) return report_failure(console, catalogue.error());
  std::vector<Citation> citations;
  bool missing = false;
  for (const std::string& typed : command.ids) {
    const CiteTarget target = parse_cite_target(typed);
    const Result<Record> record = find_record(*catalogue, target.record);
    auto citation = record ? cite(*record, target, command.page) : record.error();
    if (citation) {
      citations.push_back(std::move(*citation));
    } else if (citation.error().kind == ErrorKind::Usage) {
      print_error(console.err, citation.error());
      missing = true;
    } else {
      return report_failure(console, citation.error());
    }
  }
  if (citations.empty()) return kNothingFound;
  if (command.format == CiteFormat::CslJson) {
    console.out << to_csl_json(citations);
  } else {
    for (const Citation& citation : citations) {
      console.out << (command.format == CiteFormat::BibTeX ? to_bibtex(citation)
                                                           : to_plain(citation) + "\n");
    }
  }
  return missing ? kIncomplete : kDone;
}

}  // namespace moot
