#include "cli/find_record.hpp"

#include <algorithm>
#include <cctype>
#include <vector>

namespace moot {

bool is_entry_id(const std::string& typed) {
  constexpr std::size_t kHash = 16;
  const auto is_hex = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  };
  return typed.size() > kHash + 2 && typed[kHash] == '-' &&
         (typed[kHash + 1] == 'p' || typed[kHash + 1] == 'P') &&
         std::all_of(typed.begin(), typed.begin() + kHash, is_hex);
}

std::string in_small_letters(std::string id) {
  std::transform(id.begin(), id.end(), id.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return id;
}

namespace {

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

Result<std::string> find_entry(const Searcher& searcher, const std::string& index,
                               const std::string& id) {
  const Result<Record> record = find_record(index, id);
  if (!record) return record.error();
  const std::size_t slash = id.find('/');
  const std::string item = slash == std::string::npos ? "" : id.substr(slash);
  const std::string typed = record->id + item;
  const auto ids = searcher.ids_of(record->source.sha256);
  if (!ids) return ids.error();
  // "7A" may be an item's number beside a second item 7, which is "7a".
  if (std::find(ids->begin(), ids->end(), typed) != ids->end()) return typed;
  std::vector<std::string> alike;
  for (const std::string& other : *ids) {
    if (in_small_letters(other) == in_small_letters(typed)) alike.push_back(other);
  }
  if (alike.size() == 1) return alike.front();
  return fail(ErrorKind::Usage, "search has no such entry", typed,
              item.empty() ? "it is of an old version of its file, see 'moot history'"
                           : "'moot show " + record->id + "' prints the items that there are");
}

}  // namespace moot
