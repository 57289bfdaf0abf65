#include "extractors/rule_figures.hpp"

#include <nlohmann/json.hpp>

#include "extractors/embedded_data.hpp"

namespace moot {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kSchema = "moot.rules-measured/1";

RuleTable read_embedded() {
  for (const EmbeddedFile& file : embedded_files()) {
    if (file.name != kMeasuredRules) continue;
    auto table = parse_rule_table(file.text, file.name);
    if (table) return std::move(*table);
  }
  return {};
}

}  // namespace

double confidence(const RuleFigures& figures) {
  return static_cast<double>(figures.right + 1) / static_cast<double>(figures.fired + 2);
}

std::string to_json(const RuleTable& table) {
  std::string out = "{\n \"schema\": " + Json(kSchema).dump() + ",\n \"rules\": {";
  const char* between = "\n";
  for (const auto& [id, figures] : table) {
    const Json row = {{"fired", figures.fired},
                      {"right", figures.right},
                      {"papers", figures.papers},
                      {"councils", figures.councils}};
    out += between + ("  " + Json(id).dump()) + ": " + row.dump();
    between = ",\n";
  }
  return out + "\n }\n}\n";
}

Result<RuleTable> parse_rule_table(std::string_view json, const std::string& name) {
  RuleTable table;
  try {
    const Json parsed = Json::parse(json);
    if (parsed.at("schema") != kSchema) {
      return fail(ErrorKind::BadDocument, "these are not the figures of rules", name);
    }
    for (const auto& [id, row] : parsed.at("rules").items()) {
      table[id] = {row.at("fired").get<std::size_t>(), row.at("right").get<std::size_t>(),
                   row.at("papers").get<std::size_t>(), row.at("councils").get<std::size_t>()};
    }
  } catch (const Json::exception&) {
    return fail(ErrorKind::BadDocument, "these are not the figures of rules", name);
  }
  return table;
}

const RuleTable& measured_rules() {
  static const RuleTable table = read_embedded();
  return table;
}

}  // namespace moot
