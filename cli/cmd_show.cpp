#include <ostream>

#include "cli/commands.hpp"
#include "cli/present.hpp"
#include "extractors/record_json.hpp"
#include "index/catalogue.hpp"

namespace moot {

int run_show(const ShowCommand& command, const std::string& index, const Console& console) {
  const Result<Catalogue> catalogue = Catalogue::open_reader(index);
  if (!catalogue) return report_failure(console, catalogue.error());
  // An entry's id is its record's, a slash and its item.
  const std::size_t slash = command.id.find('/');
  const std::string id = command.id.substr(0, slash);
  const auto record = catalogue->record(id);
  if (!record) return report_failure(console, record.error());
  if (!record->has_value()) {
    print_error(console.err,
                fail(ErrorKind::Usage, "there is no record, or more than one, whose id begins so",
                     id, "ids stand under each hit of 'moot search'"));
    return kNothingFound;
  }
  if (command.json) {
    console.out << to_json(**record, 2) << '\n';
    return kDone;
  }
  PresentOptions options;
  options.evidence = command.evidence;
  options.colour = console.colour;
  options.width = console.width;
  if (slash != std::string::npos) options.item = command.id.substr(slash + 1);
  console.out << present_record(**record, options);
  return kDone;
}

}  // namespace moot
