#include <nlohmann/json.hpp>

#include "extractors/corrections.hpp"
#include "extractors/evidence_places.hpp"
#include "extractors/record_json.hpp"
#include "extractors/record_shape.hpp"
#include "extractors/suppressed_words.hpp"

namespace moot {
namespace {

using Json = nlohmann::ordered_json;
using Is = RecordShape::Is;

/// Parts that many people share: hidden only where a user points at them.
bool is_common(std::string_view name) {
  for (const std::string_view common :
       {"number", "kind", "role", "heading", "date", "meeting", "code", "council"}) {
    if (name == common) return true;
  }
  return false;
}

void add_words(const Json& value, std::vector<std::string>& words) {
  if (value.is_string()) words.push_back(value.get<std::string>());
  if (value.is_array()) {
    for (const Json& entry : value) add_words(entry, words);
  }
  if (value.is_object()) {
    for (const auto& [name, part] : value.items()) {
      if (!is_common(name)) add_words(part, words);
    }
  }
}

/// Takes hidden words out of a record's JSON form, and the evidence of what is gone.
class Hider {
 public:
  Hider(const HiddenFinder& finder, EvidenceMap& evidence) : finder_(finder), evidence_(evidence) {}

  /// Gives whether anything of the value is left.
  bool hide(const RecordShape& shape, const std::string& pointer, Json& value) {
    if (shape.is == Is::List) return hide_list(shape, pointer, value);
    if (shape.is == Is::Object && value.is_object()) return hide_object(shape, pointer, value);
    if (shape.is != Is::Words || !shape.words.empty() || !value.is_string())
      return !value.is_null();
    return hide_text(shape, pointer, value);
  }

 private:
  bool hide_text(const RecordShape& shape, const std::string& pointer, Json& value) {
    const auto& text = value.get_ref<const std::string&>();
    if (finder_.is_all(text)) {
      drop_evidence(evidence_, pointer);
      ++dropped_;
      // A part that its object cannot be without keeps its place.
      value = shape.needed ? Json("") : Json(nullptr);
      return false;
    }
    const std::vector<TextRange> found = finder_.find(text);
    if (!found.empty()) value = blanked(text, found);
    return true;
  }

  bool hide_object(const RecordShape& shape, const std::string& pointer, Json& value) {
    bool left = false;
    for (const RecordShape& part : shape.parts) {
      Json& inside = value[part.name];
      const bool some = hide(part, pointer + "/" + part.name, inside);
      left = left || (some && !(inside.is_array() && inside.empty()));
    }
    return left;
  }

  bool hide_list(const RecordShape& shape, const std::string& pointer, Json& value) {
    if (!value.is_array()) return false;
    std::vector<std::size_t> gone;
    Json kept = Json::array();
    for (std::size_t i = 0; i < value.size(); ++i) {
      const std::size_t before = dropped_;
      const bool left = hide(shape.parts[0], pointer + "/" + std::to_string(i), value[i]);
      if (left || dropped_ == before) {
        kept.push_back(std::move(value[i]));
      } else {
        gone.push_back(i);
      }
    }
    drop_entry_evidence(evidence_, pointer, gone);
    value = std::move(kept);
    return true;
  }

  const HiddenFinder& finder_;
  EvidenceMap& evidence_;
  std::size_t dropped_ = 0;  ///< texts that were taken out whole
};

std::vector<std::string> all_words(const std::vector<HiddenWords>& hidden) {
  std::vector<std::string> words;
  for (const HiddenWords& one : hidden) words.push_back(one.words);
  return words;
}

}  // namespace

std::vector<std::string> suppressed_words(const Correction& correction) {
  std::vector<std::string> words;
  const Json value = Json::parse(value_before(correction), nullptr, false);
  const RecordShape* shape = correction.pointer.empty() ? nullptr : shape_at(correction.pointer);
  const bool plain = shape == nullptr || (shape->is != Is::Date && shape->words.empty());
  if (plain && !correction.pointer.starts_with("/council")) add_words(value, words);
  return words;
}

void hide(const std::vector<HiddenWords>& hidden, Record& record) {
  const HiddenFinder finder(all_words(hidden));
  if (finder.empty()) return;
  Json json = Json::parse(to_json(record));
  json.erase("evidence");
  EvidenceMap evidence = record.evidence;
  for (const RecordShape& part : shape_at("")->parts) {
    if (part.name != "council")
      Hider(finder, evidence).hide(part, "/" + part.name, json[part.name]);
  }
  Result<Record> done = parse_record(json.dump());
  if (!done) return;  // it was written by to_json() and is of the same shape
  done->evidence = std::move(evidence);
  done->range = record.range;
  done->sections = std::move(record.sections);
  for (SectionRange& section : done->sections) {
    section.heading = blanked(section.heading, finder.find(section.heading));
  }
  record = std::move(*done);
}

}  // namespace moot
