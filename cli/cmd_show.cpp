#include <ostream>

#include "cli/commands.hpp"
#include "cli/find_record.hpp"
#include "cli/path_history.hpp"
#include "cli/present.hpp"
#include "extractors/record_json.hpp"

namespace moot {

int run_show(const ShowCommand& command, const std::string& index, const Console& console) {
  const Result<Catalogue> catalogue = Catalogue::open_reader(index);
  if (!catalogue) return report_failure(console, catalogue.error());
  const Result<Record> record = find_record(*catalogue, command.id);
  if (!record) {
    print_error(console.err, record.error());
    return record.error().kind == ErrorKind::Usage ? kNothingFound : kFailed;
  }
  if (command.json) {
    console.out << to_json(*record, 2) << '\n';
    return kDone;
  }
  PresentOptions options;
  options.evidence = command.evidence;
  options.colour = console.colour;
  options.width = console.width;
  const std::size_t slash = command.id.find('/');
  if (slash != std::string::npos) options.item = command.id.substr(slash + 1);
  auto about = about_record(*catalogue, *record);
  if (!about) return report_failure(console, about.error());
  options.about = std::move(*about);
  console.out << present_record(*record, options);
  return kDone;
}

}  // namespace moot
