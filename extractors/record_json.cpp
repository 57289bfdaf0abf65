#include "extractors/record_json.hpp"

#include <array>
#include <cmath>

#include <nlohmann/json.hpp>

namespace moot {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 4> kBasisNames = {"stated", "inferred", "given",
                                                         "corrected"};

template <typename T>
Json optional_json(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json source_json(const Source& source) {
  Json pages = nullptr;
  if (source.pages) pages = {source.pages->first, source.pages->second};
  return {{"path", source.path},
          {"sha256", source.sha256},
          {"media_type", source.media_type},
          {"pages", pages},
          {"page_count", optional_json(source.page_count)},
          {"ocr", source.ocr},
          {"url", optional_json(source.url)},
          {"retrieved", optional_json(source.retrieved)}};
}

Json numbered_json(const std::vector<NumberedText>& list) {
  Json out = Json::array();
  for (const auto& item : list) {
    out.push_back({{"number", optional_json(item.number)}, {"text", item.text}});
  }
  return out;
}

Json implications_json(const std::vector<Implication>& list) {
  Json out = Json::array();
  for (const auto& item : list) {
    out.push_back({{"kind", item.kind},
                   {"heading", item.heading},
                   {"text", item.text},
                   {"sign_off", optional_json(item.sign_off)}});
  }
  return out;
}

Json contacts_json(const std::vector<Contact>& list) {
  Json out = Json::array();
  for (const auto& item : list) {
    out.push_back({{"name", optional_json(item.name)},
                   {"role", optional_json(item.role)},
                   {"phone", optional_json(item.phone)},
                   {"email", optional_json(item.email)}});
  }
  return out;
}

Json people_json(const std::vector<Person>& list) {
  Json out = Json::array();
  for (const auto& item : list) {
    out.push_back({{"name", optional_json(item.name)}, {"role", optional_json(item.role)}});
  }
  return out;
}

Json timetable_json(const std::vector<TimetableStep>& list) {
  Json out = Json::array();
  for (const auto& item : list) {
    out.push_back({{"meeting", item.meeting}, {"date", optional_json(item.date)}});
  }
  return out;
}

Json items_json(const std::vector<Item>& list) {
  Json out = Json::array();
  for (const auto& item : list) {
    out.push_back({{"number", optional_json(item.number)},
                   {"title", item.title},
                   {"text", item.text},
                   {"resolutions", item.resolutions}});
  }
  return out;
}

/// A rule's confidence comes from a few hundred values at most: more digits say nothing.
double thousandth(double x) {
  return std::round(x * 1000) / 1000;
}

/// Boxes are given to a tenth of a point: finer is noise and doubles the size of a record.
double tenth(double x) {
  return std::round(x * 10) / 10 + 0.0;  // 0 in place of -0
}

Json place_json(const Place& place) {
  Json page = nullptr, box = nullptr;
  if (place.page > 0) {
    page = place.page;
    box = {tenth(place.box.x0), tenth(place.box.y0), tenth(place.box.x1), tenth(place.box.y1)};
  }
  return {{"page", page}, {"box", box}, {"range", {place.range.begin, place.range.end}}};
}

Json evidence_json(const std::map<std::string, Evidence>& evidence) {
  Json out = Json::object();
  auto& values = out.get_ref<Json::object_t&>();  // out[pointer] would look through all before it
  for (const auto& [pointer, item] : evidence) {
    Json where = Json::array();
    for (const auto& place : item.where) where.push_back(place_json(place));
    const Json confidence = item.confidence ? Json(thousandth(*item.confidence)) : Json(nullptr);
    values.emplace_back(pointer, Json{{"where", where},
                                      {"rule", item.rule},
                                      {"confidence", confidence},
                                      {"basis", to_string(item.basis)}});
  }
  return out;
}

Json notes_json(const std::vector<Note>& notes) {
  Json out = Json::array();
  for (const auto& note : notes) {
    out.push_back({{"what", note.what}, {"page", note.page > 0 ? Json(note.page) : Json(nullptr)}});
  }
  return out;
}

/// Puts the scalar text fields named `first` to `last` of the table, so that the order of the
/// contract is kept.
void put_texts(Json& out, const Record& record, std::string_view first, std::string_view last) {
  bool inside = false;
  for (const auto& field : text_fields()) {
    if (field.name == first) inside = true;
    if (inside) out[field.name] = optional_json(record.*field.member);
    if (field.name == last) inside = false;
  }
}

Json record_object(const Record& record) {
  Json out;
  out["schema"] = "moot.record/1";
  out["id"] = record.id;
  out["kind"] = record.kind;
  out["source"] = source_json(record.source);
  out["language"] = record.language;
  out["council"] = nullptr;
  if (record.council) {
    out["council"] = {{"name", record.council->name},
                      {"code", optional_json(record.council->code)}};
  }
  put_texts(out, record, "title", "decision_number");
  out["other_references"] = record.other_references;
  put_texts(out, record, "body", "effective_date");
  out["from"] = people_json(record.from);
  put_texts(out, record, "classification", "exempt");
  out["key_decision"] = optional_json(record.key_decision);
  put_texts(out, record, "key_decision_reason", "key_decision_reason");
  out["call_in"] = optional_json(record.call_in);
  put_texts(out, record, "decision_type", "department");
  out["wards"] = record.wards;
  put_texts(out, record, "summary", "proposed_decision");
  out["recommendations"] = numbered_json(record.recommendations);
  out["resolutions"] = numbered_json(record.resolutions);
  put_texts(out, record, "reasons", "reasons");
  out["options"] = numbered_json(record.options);
  out["implications"] = implications_json(record.implications);
  put_texts(out, record, "consultation", "dispensations");
  out["timetable"] = timetable_json(record.timetable);
  out["background_papers"] = record.background_papers;
  out["appendices"] = record.appendices;
  out["contacts"] = contacts_json(record.contacts);
  out["items"] = items_json(record.items);
  out["present"] = record.present;
  out["apologies"] = record.apologies;
  out["in_attendance"] = record.in_attendance;
  out["evidence"] = evidence_json(record.evidence);
  out["notes"] = notes_json(record.notes);
  return out;
}

// Reading. A key that is missing or null leaves its field empty.

Text text_at(const Json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_string()) return {};
  return found->get<std::string>();
}

std::string string_at(const Json& object, const char* key) {
  return text_at(object, key).value_or("");
}

std::optional<bool> flag_at(const Json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_boolean()) return {};
  return found->get<bool>();
}

std::vector<std::string> strings_at(const Json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_array()) return {};
  return found->get<std::vector<std::string>>();
}

template <typename T, typename Read>
std::vector<T> list_at(const Json& object, const char* key, Read read) {
  std::vector<T> out;
  const auto found = object.find(key);
  if (found == object.end() || !found->is_array()) return out;
  for (const auto& item : *found) out.push_back(read(item));
  return out;
}

Source read_source(const Json& json) {
  Source source;
  source.path = string_at(json, "path");
  source.sha256 = string_at(json, "sha256");
  source.media_type = string_at(json, "media_type");
  if (json.contains("pages") && json["pages"].is_array()) {
    source.pages = {json["pages"].at(0).get<int>(), json["pages"].at(1).get<int>()};
  }
  if (json.contains("page_count") && json["page_count"].is_number()) {
    source.page_count = json["page_count"].get<int>();
  }
  source.ocr = flag_at(json, "ocr").value_or(false);
  source.url = text_at(json, "url");
  source.retrieved = text_at(json, "retrieved");
  return source;
}

Place read_place(const Json& json) {
  Place place;
  if (json.at("page").is_number()) {
    place.page = json.at("page").get<int>();
    const auto& box = json.at("box");
    place.box = {box.at(0), box.at(1), box.at(2), box.at(3)};
  }
  place.range = {json.at("range").at(0), json.at("range").at(1)};
  return place;
}

Evidence read_evidence(const Json& json) {
  Evidence evidence;
  evidence.where = list_at<Place>(json, "where", read_place);
  evidence.rule = string_at(json, "rule");
  if (json.at("confidence").is_number()) evidence.confidence = json.at("confidence").get<double>();
  const std::string basis = string_at(json, "basis");
  for (std::size_t i = 0; i < kBasisNames.size(); ++i) {
    if (basis == kBasisNames[i]) evidence.basis = static_cast<Basis>(i);
  }
  return evidence;
}

void read_lists(const Json& json, Record& record) {
  for (const auto& field : numbered_fields()) {
    record.*field.member = list_at<NumberedText>(json, field.name, [](const Json& item) {
      return NumberedText{text_at(item, "number"), string_at(item, "text")};
    });
  }
  for (const auto& field : list_fields()) record.*field.member = strings_at(json, field.name);
  record.from = list_at<Person>(json, "from", [](const Json& item) {
    return Person{text_at(item, "name"), text_at(item, "role")};
  });
  record.implications = list_at<Implication>(json, "implications", [](const Json& item) {
    return Implication{string_at(item, "kind"), string_at(item, "heading"), string_at(item, "text"),
                       text_at(item, "sign_off")};
  });
  record.timetable = list_at<TimetableStep>(json, "timetable", [](const Json& item) {
    return TimetableStep{string_at(item, "meeting"), text_at(item, "date")};
  });
  record.contacts = list_at<Contact>(json, "contacts", [](const Json& item) {
    return Contact{text_at(item, "name"), text_at(item, "role"), text_at(item, "phone"),
                   text_at(item, "email")};
  });
  record.items = list_at<Item>(json, "items", [](const Json& item) {
    return Item{text_at(item, "number"), string_at(item, "title"), string_at(item, "text"),
                strings_at(item, "resolutions")};
  });
  record.notes = list_at<Note>(json, "notes", [](const Json& item) {
    return Note{string_at(item, "what"),
                item.at("page").is_number() ? item.at("page").get<int>() : 0};
  });
}

Record read_record(const Json& json) {
  Record record;
  record.id = string_at(json, "id");
  record.kind = string_at(json, "kind");
  record.language = string_at(json, "language");
  if (json.contains("source")) record.source = read_source(json["source"]);
  if (json.contains("council") && json["council"].is_object()) {
    record.council = Council{string_at(json["council"], "name"), text_at(json["council"], "code")};
  }
  for (const auto& field : text_fields()) record.*field.member = text_at(json, field.name);
  record.key_decision = flag_at(json, "key_decision");
  record.call_in = flag_at(json, "call_in");
  read_lists(json, record);
  if (json.contains("evidence")) {
    for (const auto& [pointer, item] : json["evidence"].items()) {
      record.evidence[pointer] = read_evidence(item);
    }
  }
  return record;
}

}  // namespace

std::string_view to_string(Basis basis) {
  return kBasisNames[static_cast<std::size_t>(basis)];
}

std::string to_json(const Record& record, int indent) {
  return record_object(record).dump(indent, ' ', false, Json::error_handler_t::replace);
}

Result<Record> parse_record(std::string_view json) {
  try {
    const Json parsed = Json::parse(json);
    if (parsed.value("schema", "") != "moot.record/1") {
      return fail(ErrorKind::BadDocument, "this is not a record of schema moot.record/1");
    }
    return read_record(parsed);
  } catch (const Json::exception&) {
    return fail(ErrorKind::BadDocument, "this is not a record: its JSON is damaged");
  }
}

}  // namespace moot
