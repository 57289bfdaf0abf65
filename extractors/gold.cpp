#include "extractors/gold.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <nlohmann/json.hpp>

#include "extractors/record_json.hpp"

namespace moot {
namespace {

using Json = nlohmann::json;

/// Gold is written by hand: a number may stand where a record has text.
void numbers_to_text(Json& json) {
  if (json.is_number()) {
    json = json.dump();
  } else if (json.is_structured()) {
    for (Json& item : json) numbers_to_text(item);
  }
}

/// Makes a list's entries what a record holds, and notes the optional ones. An entry of a list of
/// texts may be {"text": ..., "optional": true}, one of a list of objects may be its main text.
void regular_list(Json& list, const std::string& pointer, const char* main, bool texts,
                  std::set<std::string>& optional) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    Json& entry = list[i];
    if (entry.is_object() && entry.value("optional", false)) {
      optional.insert(pointer + "/" + std::to_string(i));
    }
    if (texts && entry.is_object()) entry = Json(entry.value(main, ""));
    if (!texts && entry.is_string()) entry = Json{{main, entry}};
  }
}

/// The member of an entry that names it.
const char* main_member(const std::string& field) {
  if (field == "from" || field == "contacts") return "name";
  return field == "items" ? "title" : "text";
}

bool is_list_of_texts(const std::string& field) {
  return std::any_of(list_fields().begin(), list_fields().end(),
                     [&](const ListField& row) { return row.name == field; });
}

void regular_items(Json& items, Gold& gold) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (!items[i].contains("resolutions")) continue;
    const std::string pointer = "/items/" + std::to_string(i) + "/resolutions";
    gold.stated.insert(pointer);
    Json& list = items[i]["resolutions"];
    if (list.is_array()) regular_list(list, pointer, "text", true, gold.optional);
  }
}

Result<Done> read_values(Json json, Gold& gold) {
  gold.document = json.at("document").get<std::string>();
  if (const auto pages = json.find("pages"); pages != json.end() && pages->is_array()) {
    gold.pages = {pages->at(0).get<int>(), pages->at(1).get<int>()};
  }
  numbers_to_text(json);
  for (auto& [field, value] : json.items()) {
    gold.stated.insert("/" + field);
    if (!value.is_array()) continue;
    regular_list(value, "/" + field, main_member(field), is_list_of_texts(field), gold.optional);
    if (field == "items") regular_items(value, gold);
  }
  if (json.contains("council") && json["council"].is_string()) {
    json["council"] = {{"name", json["council"]}};
  }
  for (const char* key : {"source", "evidence", "notes", "id"}) json.erase(key);
  json["schema"] = "moot.record/1";
  Result<Record> record = parse_record(json.dump());
  if (!record) return record.error();
  gold.record = std::move(*record);
  return Done{};
}

/// A field that no record has: a typing mistake, which would pass for a value that nobody found.
std::optional<std::string> unknown_field(const Json& gold) {
  static const Json known = Json::parse(to_json(Record{}));
  for (const auto& [field, value] : gold.items()) {
    if (field != "document" && field != "pages" && !known.contains(field)) return field;
  }
  return {};
}

Result<std::vector<std::string>> gold_paths(const std::string& folder) {
  namespace fs = std::filesystem;
  std::error_code error;
  std::vector<std::string> paths;
  fs::recursive_directory_iterator walk(folder, error);
  for (; !error && walk != fs::recursive_directory_iterator(); walk.increment(error)) {
    const fs::path& path = walk->path();
    if (path.filename().string().starts_with(".")) {
      walk.disable_recursion_pending();
    } else if (path.extension() == ".json") {
      paths.push_back(path.string());
    }
  }
  if (error) {
    return fail(ErrorKind::Io, "the folder of gold files cannot be read: " + error.message(),
                folder, "check the path for a typing error");
  }
  if (paths.empty()) {
    return fail(ErrorKind::Io, "there are no gold files in this folder", folder,
                "gold files end in .json; docs/RECORD.md shows their form");
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace

Result<Gold> parse_gold(std::string_view json, const std::string& path) {
  if (json.starts_with("\xEF\xBB\xBF")) json.remove_prefix(3);
  const char* hint = "docs/RECORD.md shows the form of gold files";
  Gold gold;
  gold.path = path;
  try {
    const Json parsed = Json::parse(json);
    if (!parsed.is_object() || !parsed.contains("document"))
      return fail(ErrorKind::BadDocument, "this is not a gold file: it names no 'document'", path,
                  hint);
    if (const auto field = unknown_field(parsed))
      return fail(ErrorKind::BadDocument, "records have no field '" + *field + "'", path, hint);
    if (read_values(parsed, gold)) return gold;
  } catch (const Json::parse_error& e) {
    return fail(ErrorKind::BadDocument,
                "this gold file is not valid JSON, at byte " + std::to_string(e.byte), path, hint);
  } catch (const Json::exception&) {  // told below
  }
  return fail(ErrorKind::BadDocument, "a value of this gold file is of the wrong type", path, hint);
}

Result<std::vector<Gold>> read_gold(const std::string& folder) {
  const auto paths = gold_paths(folder);
  if (!paths) return paths.error();
  std::vector<Gold> all;
  for (const std::string& path : *paths) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    if (!in) return fail(ErrorKind::Io, "the gold file cannot be read", path);
    auto gold = parse_gold(text.str(), path);
    if (!gold) return gold.error();
    all.push_back(std::move(*gold));
  }
  return all;
}

bool is_document(const Gold& gold, std::string_view path) {
  if (!path.ends_with(gold.document)) return false;
  path.remove_suffix(gold.document.size());
  return path.empty() || path.ends_with("/");
}

}  // namespace moot
