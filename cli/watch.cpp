#include "cli/watch.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <optional>

#include <nlohmann/json.hpp>

namespace moot {
namespace {

using Json = nlohmann::ordered_json;
using Strings = std::vector<std::string>;

constexpr const char* kSchema = "moot.watch/1";
constexpr std::size_t kLongestName = 64;

Error damaged(const std::string& where, const std::string& what) {
  return fail(ErrorKind::Usage, "the watch cannot be read: " + what, where,
              "put its file back from a backup, or take it away with 'moot watch remove' and add "
              "the watch again");
}

/// "2026-03-01T09:30:00Z"
bool is_time(const std::string& text) {
  constexpr std::string_view kShape = "0000-00-00T00:00:00Z";
  return text.size() == kShape.size() &&
         std::equal(text.begin(), text.end(), kShape.begin(), [](char c, char shape) {
           return shape == '0' ? c >= '0' && c <= '9' : c == shape;
         });
}

std::optional<Strings> strings_of(const Json& list) {
  if (!list.is_array()) return std::nullopt;
  Strings strings;
  for (const Json& each : list) {
    if (!each.is_string()) return std::nullopt;
    strings.push_back(each.get<std::string>());
  }
  return strings;
}

std::optional<Telling> telling_of(const Json& json) {
  if (!json.is_object() || !json.contains("time") || !json["time"].is_string()) return {};
  if (!json.contains("ids")) return {};
  auto ids = strings_of(json["ids"]);
  std::string time = json["time"].get<std::string>();
  if (!ids || !is_time(time)) return {};
  return Telling{std::move(time), std::move(*ids)};
}

/// Takes the values of a JSON object one by one; remembers the first that is not what it must be.
class Reader {
 public:
  explicit Reader(const Json& json) : json_(json) {}

  void take(const char* key, std::string& to) {
    const Json* value = find(key);
    if (value != nullptr && value->is_string()) {
      to = value->get<std::string>();
    } else {
      missed(key);
    }
  }
  void take(const char* key, Strings& to) {
    const Json* value = find(key);
    auto list = value != nullptr ? strings_of(*value) : std::nullopt;
    if (!list) return missed(key);
    to = std::move(*list);
  }
  void take(const char* key, bool& to) {
    const Json* value = find(key);
    if (value == nullptr || !value->is_boolean()) return missed(key);
    to = value->get<bool>();
  }
  void take(const char* key, std::vector<Telling>& to) {
    const Json* value = find(key);
    if (value == nullptr || !value->is_array()) return missed(key);
    for (const Json& each : *value) {
      auto telling = telling_of(each);
      if (!telling) return missed(key);
      to.push_back(std::move(*telling));
    }
  }
  void check(bool good, const char* key) {
    if (!good) missed(key);
  }
  const std::string& wrong() const { return wrong_; }

 private:
  const Json* find(const char* key) const {
    const auto found = json_.find(key);
    return found == json_.end() ? nullptr : &*found;
  }
  void missed(const char* key) {
    if (wrong_.empty()) wrong_ = std::string("\"") + key + "\" is not what it must be";
  }
  const Json& json_;
  std::string wrong_;
};

/// Gives what is wrong with them, or "".
std::string take_options(const Json& json, SearchCommand& search) {
  Reader reader(json);
  reader.take("council", search.council);
  reader.take("body", search.body);
  reader.take("kind", search.kind);
  reader.take("key", search.key);
  reader.take("from", search.from);
  reader.take("to", search.to);
  reader.take("in", search.in);
  reader.take("no_expand", search.no_expand);
  return reader.wrong();
}

Json options_of(const SearchCommand& search) {
  return {{"council", search.council}, {"body", search.body},          {"kind", search.kind},
          {"key", search.key},         {"from", search.from},          {"to", search.to},
          {"in", search.in},           {"no_expand", search.no_expand}};
}

std::string in_quotes_if_needed(const std::string& value) {
  return value.find(' ') == std::string::npos ? value : '"' + value + '"';
}

}  // namespace

bool is_watch_name(std::string_view name) {
  return !name.empty() && name.size() <= kLongestName && name[0] != '-' &&
         std::all_of(name.begin(), name.end(), [](char c) {
           const auto byte = static_cast<unsigned char>(c);
           return byte < 0x80 && (std::isalnum(byte) != 0 || c == '-' || c == '_');
         });
}

std::string spoken_query(const SearchCommand& search) {
  std::string text = search.query;
  const auto add = [&](const char* option, const std::string& value) {
    if (value.empty()) return;
    text += (text.empty() ? "--" : " --") + std::string(option) + ' ' + in_quotes_if_needed(value);
  };
  for (const std::string& value : search.council) add("council", value);
  for (const std::string& value : search.body) add("body", value);
  for (const std::string& value : search.kind) add("kind", value);
  add("key", search.key);
  add("from", search.from);
  add("to", search.to);
  add("in", search.in);
  return search.no_expand ? text + " --no-expand" : text;
}

std::vector<Pick> picks(const Watch& watch, const std::vector<std::string>& matching,
                        const std::string& now, const std::string& since) {
  std::map<std::string_view, const std::string*> again;
  for (const Telling& telling : watch.told) {
    if (since.empty() || telling.time < since) continue;
    for (const std::string& id : telling.ids) again.emplace(id, &telling.time);
  }
  std::vector<Pick> chosen;
  for (const std::string& id : matching) {
    const bool known = std::binary_search(watch.known.begin(), watch.known.end(), id);
    const auto before = again.find(id);
    if (!known) chosen.push_back({id, now, true});
    if (known && before != again.end()) chosen.push_back({id, *before->second, false});
  }
  return chosen;
}

void note_told(Watch& watch, const std::vector<std::string>& ids, const std::string& now,
               const std::string& forget) {
  std::erase_if(watch.told, [&](const Telling& telling) { return telling.time < forget; });
  if (ids.empty()) return;
  watch.told.push_back({now, ids});
  watch.known.insert(watch.known.end(), ids.begin(), ids.end());
  std::sort(watch.known.begin(), watch.known.end());
  watch.known.erase(std::unique(watch.known.begin(), watch.known.end()), watch.known.end());
}

std::string options_to_json(const SearchCommand& search) {
  return options_of(search).dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string watch_to_json(const Watch& watch) {
  Json json{{"schema", kSchema}, {"name", watch.name}, {"query", watch.search.query}};
  json["options"] = options_of(watch.search);
  json["added"] = watch.added;
  json["told"] = Json::array();
  for (const Telling& telling : watch.told) {
    json["told"].push_back({{"time", telling.time}, {"ids", telling.ids}});
  }
  json["known"] = watch.known;
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<Watch> parse_watch(std::string_view text, const std::string& name,
                          const std::string& where) {
  const Json json = Json::parse(text.begin(), text.end(), nullptr, false);
  if (json.is_discarded()) return damaged(where, "its file is damaged, or no JSON");
  const std::string schema =
      json.is_object() && json.contains("schema") && json["schema"].is_string()
          ? json["schema"].get<std::string>()
          : std::string();
  if (!schema.starts_with("moot.watch/")) return damaged(where, "its file holds no watch");
  if (schema != kSchema) {
    return fail(ErrorKind::Usage, "the watch was written by a later version of moot", where,
                "use that version");
  }
  Watch watch;
  watch.name = name;
  Reader reader(json);
  reader.take("query", watch.search.query);
  reader.take("added", watch.added);
  reader.take("told", watch.told);
  reader.take("known", watch.known);
  reader.check(is_time(watch.added), "added");
  const auto options = json.find("options");
  reader.check(options != json.end() && options->is_object(), "options");
  if (!reader.wrong().empty()) return damaged(where, reader.wrong());
  if (const std::string wrong = take_options(*options, watch.search); !wrong.empty()) {
    return damaged(where, wrong);
  }
  std::sort(watch.known.begin(), watch.known.end());
  return watch;
}

}  // namespace moot
