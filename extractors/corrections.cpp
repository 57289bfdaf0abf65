#include "extractors/corrections.hpp"

#include <nlohmann/json.hpp>

#include "extractors/record_json.hpp"
#include "extractors/record_shape.hpp"

namespace moot {
namespace {

using Json = nlohmann::ordered_json;

/// What stands at a place, and the first entry of a list on the way to it.
struct Standing {
  const Json* value = nullptr;  ///< null: there is no such place
  const Json* entry = nullptr;  ///< null: the way leads through no list
};

Standing standing_at(const Json& record, const std::vector<std::string>& steps) {
  Standing at{&record, nullptr};
  for (const std::string& step : steps) {
    const Json* next = nullptr;
    if (at.value->is_array()) {
      const std::size_t index = std::stoul(step);  // shape_at() has seen that it is a number
      if (index < at.value->size()) next = &(*at.value)[index];
      if (at.entry == nullptr) at.entry = next;
    } else if (at.value->is_object()) {
      const auto found = at.value->find(step);
      if (found != at.value->end()) next = &*found;
    }
    if (next == nullptr) return {};
    at.value = next;
  }
  return at;
}

Error not_for_correction(const std::string& pointer) {
  return fail(ErrorKind::Usage, "'" + pointer + "' is not what the paper says", {},
              "what the paper says can be corrected: '/title', '/recommendations/0/text'");
}

/// A place that the record has, with what may stand there.
struct Checked {
  std::string pointer;
  const RecordShape* shape = nullptr;
  Json standing;
  Json entry;
};

/// The parts of a council belong together: who corrects one corrects it.
std::string whole_place(const std::string& pointer) {
  return pointer == "/council/name" ? "/council" : pointer;
}

Result<Checked> check_place(const Record& record, const std::string& pointer) {
  const Json json = Json::parse(to_json(record));
  const RecordShape* shape = shape_at(pointer);
  if (shape == nullptr || pointer.empty()) {
    const auto steps = pointer_steps(pointer);
    const bool other =
        !steps.empty() && json.contains(steps[0]) && shape_at("/" + steps[0]) == nullptr;
    return other ? not_for_correction(pointer) : no_such_place(record, pointer);
  }
  const Standing standing = standing_at(json, pointer_steps(pointer));
  const std::string place = whole_place(pointer);
  if (standing.value == nullptr && place == pointer) return no_such_place(record, pointer);
  Checked checked{place, shape_at(place), nullptr, nullptr};
  checked.standing = place == pointer ? *standing.value : json["council"];
  if (standing.entry != nullptr) checked.entry = *standing.entry;
  return checked;
}

Correction made(const Checked& checked) {
  Correction correction;
  correction.pointer = checked.pointer;
  correction.before = (checked.entry.is_null() ? checked.standing : checked.entry).dump();
  correction.value = "null";
  return correction;
}

bool is_nothing(const Json& value) {
  if (value.is_string()) return value.get_ref<const std::string&>().empty();
  return value.is_null() || (value.is_structured() && value.empty());
}

}  // namespace

Result<Correction> make_correction(const Record& record, const std::string& pointer,
                                   std::string_view typed) {
  const Result<Checked> checked = check_place(record, pointer);
  if (!checked) return checked.error();
  Result<std::string> value = read_typed(*checked->shape, checked->pointer, typed);
  if (!value) return value.error();
  Correction correction = made(*checked);
  correction.value = std::move(*value);
  return correction;
}

Result<Correction> make_suppression(const Record& record, const std::string& pointer) {
  const Result<Checked> checked = check_place(record, pointer);
  if (!checked) return checked.error();
  if (is_nothing(checked->standing)) {
    return fail(ErrorKind::Usage, "there is nothing at '" + pointer + "' to suppress");
  }
  if (!checked->shape->words.empty() && checked->shape->needed) {
    return fail(ErrorKind::Usage, "'" + pointer + "' says nothing that could be suppressed", {},
                "it can be corrected");
  }
  Correction correction = made(*checked);
  correction.suppressed = true;
  return correction;
}

Result<Correction> make_suppression(std::string_view words) {
  const HiddenFinder finder({std::string(words)});
  if (finder.empty()) {
    return fail(ErrorKind::Usage, "these words are too few to be suppressed everywhere", {},
                "give at least three letters, or six figures");
  }
  Correction correction;
  correction.suppressed = true;
  correction.value = "null";
  correction.before = Json(words).dump(-1, ' ', false, Json::error_handler_t::replace);
  return correction;
}

std::string value_before(const Correction& correction) {
  const Json entry = Json::parse(correction.before, nullptr, false);
  const Json* at = &entry;
  const std::vector<std::string> steps = pointer_steps(correction.pointer);
  // Outside lists, and where it is the list itself, what stood there was kept as it was.
  const bool in_list = steps.size() > 1 && steps[0] != "council";
  for (std::size_t i = 2; in_list && i < steps.size(); ++i) {
    if (at->is_array()) {
      const std::size_t index = std::stoul(steps[i]);
      if (index >= at->size()) return "null";
      at = &(*at)[index];
    } else {
      const auto found = at->find(steps[i]);
      if (!at->is_object() || found == at->end()) return "null";
      at = &*found;
    }
  }
  return at->is_discarded() ? "null" : at->dump();
}

}  // namespace moot
