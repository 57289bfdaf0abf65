#include <algorithm>

#include <nlohmann/json.hpp>

#include "extractors/record_json.hpp"
#include "extractors/record_shape.hpp"

namespace moot {
namespace {

using Json = nlohmann::ordered_json;

/// The pointers of all values of a record and of all places where there is none.
void add_leaves(const Json& json, const std::string& pointer, std::vector<std::string>& leaves) {
  if (!json.is_structured() || json.empty()) {
    leaves.push_back(pointer);
    return;
  }
  for (const auto& [name, value] : json.items()) add_leaves(value, pointer + "/" + name, leaves);
}

/// The names that stand directly below `above`, in the order of the leaves.
std::vector<std::string> names_below(const std::vector<std::string>& leaves,
                                     const std::string& above) {
  std::vector<std::string> names;
  for (const std::string& leaf : leaves) {
    if (!leaf.starts_with(above + "/")) continue;
    std::string name = leaf.substr(0, leaf.find('/', above.size() + 1));
    if (names.empty() || names.back() != name) names.push_back(std::move(name));
  }
  return names;
}

}  // namespace

Error no_such_place(const Record& record, const std::string& pointer) {
  const std::string message = "the record has no '" + pointer + "'";
  if (pointer.empty() || pointer[0] != '/') {
    return fail(ErrorKind::Usage, message, {}, "a pointer begins with a slash: '/title'");
  }
  Json json = Json::parse(to_json(record));
  json.erase("evidence");  // which speaks of values and is none
  std::vector<std::string> leaves;
  add_leaves(json, "", leaves);
  std::string above = pointer;
  std::vector<std::string> names;
  while (names.empty() && !above.empty()) {
    above.erase(above.rfind('/'));
    if (std::find(leaves.begin(), leaves.end(), above) != leaves.end()) {
      return fail(ErrorKind::Usage, message, {}, "'" + above + "' holds nothing further");
    }
    names = names_below(leaves, above);
  }
  if (names.size() > 1 && names[0].ends_with("/0")) {
    names = {names.front() + " to " + names.back()};
  }
  std::string there = "there are: ";
  for (const std::string& name : names) there += (name == names[0] ? "" : ", ") + name;
  return fail(ErrorKind::Usage, message, {}, there);
}

}  // namespace moot
