#include "extractors/record_shape.hpp"

#include <algorithm>
#include <optional>

#include <nlohmann/json.hpp>

#include "extractors/gazetteer.hpp"
#include "extractors/iso_time.hpp"
#include "extractors/values_text.hpp"
#include "pipeline/normalise.hpp"

namespace moot {
namespace {

using Json = nlohmann::ordered_json;
using Is = RecordShape::Is;

RecordShape part(std::string name, Is is, bool needed = false) {
  return {std::move(name), is, needed, {}, {}};
}

RecordShape one_of_words(std::string name, bool needed, std::vector<std::string> words) {
  return {std::move(name), Is::Words, needed, std::move(words), {}};
}

RecordShape list_of(std::string name, RecordShape entry) {
  return {std::move(name), Is::List, true, {}, {std::move(entry)}};
}

RecordShape object(std::string name, bool needed, std::vector<RecordShape> parts) {
  return {std::move(name), Is::Object, needed, {}, std::move(parts)};
}

std::vector<RecordShape> lists_of_objects() {
  const auto text = [](const char* name) { return part(name, Is::Words); };
  const auto words = [](const char* name) { return part(name, Is::Words, true); };
  std::vector<RecordShape> lists;
  for (const NumberedField& field : numbered_fields()) {
    lists.push_back(list_of(field.name, object("", true, {text("number"), words("text")})));
  }
  lists.push_back(list_of("from", object("", true, {text("name"), text("role")})));
  lists.push_back(
      list_of("implications", object("", true,
                                     {one_of_words("kind", true, implication_kinds()),
                                      words("heading"), words("text"), text("sign_off")})));
  lists.push_back(
      list_of("timetable", object("", true, {words("meeting"), part("date", Is::Date)})));
  lists.push_back(list_of(
      "contacts", object("", true, {text("name"), text("role"), text("phone"), text("email")})));
  lists.push_back(list_of("items", object("", true,
                                          {text("number"), words("title"), words("text"),
                                           list_of("resolutions", words(""))})));
  return lists;
}

RecordShape whole_record() {
  RecordShape shape = object("", true, lists_of_objects());
  shape.parts.push_back(one_of_words("kind", true, paper_kinds()));
  shape.parts.push_back(one_of_words("language", true, languages()));
  shape.parts.push_back(
      object("council", false, {part("name", Is::Words, true), part("code", Is::Words)}));
  for (const char* flag : {"key_decision", "call_in"}) shape.parts.push_back(part(flag, Is::Flag));
  for (const TextField& field : text_fields()) {
    shape.parts.push_back(part(field.name, field.is_date ? Is::Date : Is::Words));
    if (shape.parts.back().name == "exempt") shape.parts.back().words = {"open", "part", "full"};
  }
  for (const ListField& field : list_fields()) {
    shape.parts.push_back(list_of(field.name, part("", Is::Words, true)));
  }
  return shape;
}

const RecordShape* part_named(const RecordShape& shape, std::string_view name) {
  const auto found = std::find_if(shape.parts.begin(), shape.parts.end(),
                                  [&](const RecordShape& one) { return one.name == name; });
  return found == shape.parts.end() ? nullptr : &*found;
}

std::string names_told(const RecordShape& shape) {
  std::string told;
  for (const RecordShape& one : shape.parts) told += (told.empty() ? "" : ", ") + one.name;
  return told;
}

/// What a place takes, for the hint.
std::string takes(const RecordShape& shape) {
  const std::string none = shape.needed ? "" : ", or null";
  if (!shape.words.empty()) {
    std::string told;
    for (const std::string& word : shape.words) told += (told.empty() ? "" : ", ") + word;
    return "it is one of " + told + none;
  }
  switch (shape.is) {
    case Is::Words:
      return "it takes words" + none;
    case Is::Date:
      return "it takes a day such as 2024-05-06" + none;
    case Is::Flag:
      return "it takes yes, no, true or false" + none;
    case Is::List:
      if (shape.parts[0].is == Is::Object) {
        return "it takes a JSON list of objects with " + names_told(shape.parts[0]);
      }
      return "it takes a JSON list of texts: [\"one\", \"two\"]";
    case Is::Object:
      break;
  }
  return "it takes a JSON object with " + names_told(shape) + none;
}

Error misfit(std::string_view pointer, std::string message, const RecordShape& shape) {
  return fail(ErrorKind::Usage, "'" + std::string(pointer) + "' " + std::move(message), {},
              takes(shape));
}

/// Checks a value, and brings it into full form. Gives the first mistake.
std::optional<Error> complete(const RecordShape& shape, const std::string& pointer, Json& value);

std::optional<Error> complete_object(const RecordShape& shape, const std::string& pointer,
                                     Json& value) {
  Json full = Json::object();
  for (const auto& [name, unused] : value.items()) {
    if (part_named(shape, name) == nullptr) {
      return misfit(pointer, "cannot hold '" + name + "'", shape);
    }
  }
  for (const RecordShape& one : shape.parts) {
    Json& kept = full[one.name];
    const auto found = value.find(one.name);
    if (found != value.end()) {
      kept = *found;
    } else if (one.is == Is::List) {
      kept = Json::array();
    }
    if (auto wrong = complete(one, pointer + "/" + one.name, kept)) return wrong;
  }
  value = std::move(full);
  return {};
}

std::optional<Error> complete_text(const RecordShape& shape, const std::string& pointer,
                                   const Json& value) {
  if (!value.is_string()) return misfit(pointer, "is a text", shape);
  const std::string& text = value.get_ref<const std::string&>();
  const auto& words = shape.words;
  if (shape.is == Is::Date && !is_iso_day(text)) return misfit(pointer, "is a day", shape);
  if (!words.empty() && std::find(words.begin(), words.end(), text) == words.end()) {
    return misfit(pointer, "cannot be '" + text + "'", shape);
  }
  return {};
}

std::optional<Error> complete(const RecordShape& shape, const std::string& pointer, Json& value) {
  if (value.is_null()) {
    if (!shape.needed) return {};
    return misfit(pointer, "cannot be null", shape);
  }
  switch (shape.is) {
    case Is::Words:
    case Is::Date:
      return complete_text(shape, pointer, value);
    case Is::Flag:
      if (!value.is_boolean()) return misfit(pointer, "is true or false", shape);
      return {};
    case Is::List:
      if (!value.is_array()) return misfit(pointer, "is a list", shape);
      for (std::size_t i = 0; i < value.size(); ++i) {
        auto wrong = complete(shape.parts[0], pointer + "/" + std::to_string(i), value[i]);
        if (wrong) return wrong;
      }
      return {};
    case Is::Object:
      break;
  }
  if (!value.is_object()) return misfit(pointer, "is an object", shape);
  return complete_object(shape, pointer, value);
}

Json council_json(std::string_view typed) {
  const Council council = named_council(typed);
  Json code = nullptr;
  if (council.code) code = *council.code;
  return {{"name", council.name}, {"code", code}};
}

/// The value before it is checked; discarded where it cannot be read.
Json value_of(const RecordShape& shape, std::string_view typed) {
  const std::string_view trimmed = trim_blanks(typed);
  if (trimmed == "null") return shape.is == Is::List ? Json::array() : Json(nullptr);
  if (shape.is == Is::Words) return std::string(typed);
  if (shape.is == Is::Date) return std::string(trimmed);
  if (shape.is == Is::Flag) {
    const std::string word = ascii_lower(trimmed);
    if (word == "yes" || word == "true") return true;
    if (word == "no" || word == "false") return false;
    return Json(Json::value_t::discarded);
  }
  if (shape.name == "council" && !trimmed.starts_with('{')) return council_json(trimmed);
  return Json::parse(trimmed, nullptr, false);
}

}  // namespace

std::vector<std::string> pointer_steps(std::string_view pointer) {
  std::vector<std::string> steps;
  if (pointer.empty() || pointer[0] != '/') return steps;
  for (std::size_t at = 1; at <= pointer.size();) {
    const std::size_t end = std::min(pointer.find('/', at), pointer.size());
    steps.emplace_back(pointer.substr(at, end - at));
    at = end + 1;
  }
  return steps;
}

const RecordShape* shape_at(std::string_view pointer) {
  static const RecordShape whole = whole_record();
  const std::vector<std::string> steps = pointer_steps(pointer);
  if (steps.empty() && !pointer.empty()) return nullptr;
  const RecordShape* shape = &whole;
  for (const std::string& step : steps) {
    if (shape->is == Is::List) {
      const bool index = !step.empty() && std::all_of(step.begin(), step.end(), is_digit_byte);
      if (!index || step.size() > 9 || (step[0] == '0' && step.size() > 1)) return nullptr;
      shape = &shape->parts[0];
      continue;
    }
    shape = shape->is == Is::Object && !step.empty() ? part_named(*shape, step) : nullptr;
    if (shape == nullptr) return nullptr;
  }
  return shape;
}

Result<std::string> read_typed(const RecordShape& shape, std::string_view pointer,
                               std::string_view typed) {
  if (!is_utf8(typed)) return misfit(pointer, "was given bytes that are not UTF-8", shape);
  if (trim_blanks(typed).empty()) {
    return fail(ErrorKind::Usage, "'" + std::string(pointer) + "' was given no words", {},
                "type null to say that the paper has none");
  }
  Json value = value_of(shape, typed);
  if (value.is_discarded()) return misfit(pointer, "cannot be what was typed", shape);
  if (auto wrong = complete(shape, std::string(pointer), value)) return *wrong;
  return value.dump();
}

}  // namespace moot
