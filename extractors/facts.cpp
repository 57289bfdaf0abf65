#include "extractors/facts.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "extractors/facts_keys.hpp"
#include "extractors/gazetteer.hpp"
#include "extractors/iso_time.hpp"
#include "extractors/values_text.hpp"
#include "pipeline/normalise.hpp"

namespace moot {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kGivenRule = "given";

/// Other schemes are refused: a web page of results makes a link of the address.
bool is_web_address(std::string_view text) {
  const bool web = starts_with_lower(text, "http://") || starts_with_lower(text, "https://");
  const bool plain = std::all_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) > ' ' && c != 0x7f && c != '"' && c != '<' && c != '>';
  });
  return web && plain && text.size() > text.find("//") + 2;
}

std::string in_quotes(std::string_view value) {
  constexpr std::size_t kMostBytes = 80;
  std::size_t size = std::min(value.size(), kMostBytes);
  while (size < value.size() && (static_cast<unsigned char>(value[size]) & 0xC0U) == 0x80U) --size;
  return "'" + std::string(value.substr(0, size)) + (size < value.size() ? "...'" : "'");
}

std::string refused(const FactKey& key, std::string_view value) {
  const std::string said = std::string(key.name) + " " + in_quotes(value) + " is not ";
  if (key.member == &Facts::url && !is_web_address(value)) {
    return said + "an address that begins with http:// or https://";
  }
  if (key.member == &Facts::retrieved && !is_iso_day(value) && !is_iso_time(value)) {
    return said + "a day such as 2024-05-06, or a day and a time such as 2024-05-06T10:30:00Z";
  }
  if (key.member == &Facts::meeting_date && !is_iso_day(value)) {
    return said + "a day such as 2024-05-06";
  }
  return {};
}

Evidence given() {
  return {{}, kGivenRule, {}, Basis::Given};
}

void fill(Text& member, const Text& fact, const std::string& pointer, Record& record) {
  if (member || !fact) return;
  member = fact;
  record.evidence[pointer] = given();
}

}  // namespace

const FactKey* find_fact_key(std::string_view name) {
  const auto found = std::find_if(kFactKeys.begin(), kFactKeys.end(),
                                  [&](const FactKey& key) { return name == key.name; });
  return found == kFactKeys.end() ? nullptr : &*found;
}

std::string fact_keys_told() {
  std::string told;
  for (const FactKey& key : kFactKeys) told += (told.empty() ? "" : ", ") + std::string(key.name);
  return told;
}

std::string put_fact(const FactKey& key, std::string_view value, Facts& facts) {
  if (!is_utf8(value)) return std::string(key.name) + " is not UTF-8";
  const std::string_view trimmed = trim_blanks(value);
  if (trimmed.empty()) return {};
  std::string wrong = refused(key, trimmed);
  if (wrong.empty()) facts.*key.member = fold_blanks(trimmed);
  return wrong;
}

Result<Facts> parse_facts_json(std::string_view text) {
  const std::string allowed = "an object with any of " + fact_keys_told() + ", all texts";
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_object()) {
    return fail(ErrorKind::Usage,
                json.is_discarded() ? "this is not JSON" : "this JSON is not an object", {},
                "facts are " + allowed);
  }
  Facts facts;
  for (const auto& [name, value] : json.items()) {
    const FactKey* key = find_fact_key(name);
    if (key == nullptr) {
      return fail(ErrorKind::Usage, in_quotes(name) + " is no fact that Moot knows", {},
                  "facts are " + allowed);
    }
    if (value.is_null()) continue;
    const std::string wrong = value.is_string() ? put_fact(*key, value.get<std::string>(), facts)
                                                : std::string(key->name) + " is not a text";
    if (!wrong.empty()) return fail(ErrorKind::Usage, wrong, {}, "facts are " + allowed);
  }
  return facts;
}

std::string to_json(const Facts& facts) {
  Json json = Json::object();
  for (const FactKey& key : kFactKeys) {
    if (facts.*key.member) json[key.name] = *(facts.*key.member);
  }
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

void apply_facts(const Facts& facts, Record& record) {
  if (facts.url) record.source.url = facts.url;
  if (facts.retrieved) record.source.retrieved = facts.retrieved;
  if (facts.council && !record.council) {
    record.council = named_council(*facts.council);
    record.evidence["/council"] = given();
  }
  fill(record.body, facts.body, "/body", record);
  fill(record.meeting_date, facts.meeting_date, "/meeting_date", record);
}

}  // namespace moot
