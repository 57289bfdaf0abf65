#include <algorithm>
#include <cctype>
#include <ostream>

#include "cli/commands.hpp"
#include "cli/present.hpp"
#include "extractors/record_json.hpp"
#include "index/catalogue.hpp"

namespace moot {
namespace {

/// Ids are written in small letters; people copy them in capitals too.
std::string in_small_letters(std::string id) {
  std::transform(id.begin(), id.end(), id.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return id;
}

/// Why `id` is not the start of one record's id.
Error not_one(const std::string& id, const std::vector<std::string>& ids) {
  constexpr std::size_t kShown = 5;
  if (ids.empty() || id.empty()) {
    return fail(ErrorKind::Usage, "there is no record with this id", id.empty() ? "''" : id,
                "ids stand under each hit of 'moot search'");
  }
  std::string list;
  for (std::size_t i = 0; i < ids.size() && i < kShown; ++i) list += (i > 0 ? ", " : "") + ids[i];
  if (ids.size() > kShown) list += ", ...";
  return fail(ErrorKind::Usage, std::to_string(ids.size()) + " records start so: " + list, id,
              "write more letters of the id");
}

}  // namespace

int run_show(const ShowCommand& command, const std::string& index, const Console& console) {
  const Result<Catalogue> catalogue = Catalogue::open_reader(index);
  if (!catalogue) return report_failure(console, catalogue.error());
  // An entry's id is its record's, a slash and its item.
  const std::size_t slash = command.id.find('/');
  const std::string id = in_small_letters(command.id.substr(0, slash));
  const auto record = catalogue->record(id);
  if (!record) return report_failure(console, record.error());
  if (!record->has_value()) {
    const auto ids = catalogue->ids_from(id);
    if (!ids) return report_failure(console, ids.error());
    print_error(console.err, not_one(id, *ids));
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
