#include "cli/find_record.hpp"

#include <algorithm>
#include <cctype>
#include <vector>

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

Result<Record> find_record(const std::string& index, const std::string& typed) {
  const Result<Catalogue> catalogue = Catalogue::open_reader(index);
  if (!catalogue) return catalogue.error();
  return find_record(*catalogue, typed);
}

Result<Record> find_record(const Catalogue& catalogue, const std::string& typed) {
  // An entry's id is its record's, a slash and its item.
  const std::string id = in_small_letters(typed.substr(0, typed.find('/')));
  auto record = catalogue.record(id);
  if (!record) return record.error();
  if (record->has_value()) return std::move(**record);
  const auto ids = catalogue.ids_from(id);
  if (!ids) return ids.error();
  return not_one(id, *ids);
}

}  // namespace moot
