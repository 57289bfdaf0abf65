#include "extractors/rules.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include <nlohmann/json.hpp>

#include "extractors/compiled_rules.hpp"
#include "extractors/embedded_data.hpp"
#include "extractors/record.hpp"
#include "extractors/rule_patterns.hpp"
#include "extractors/shapes.hpp"
#include "pipeline/sha256.hpp"

namespace moot {

namespace {

using Json = nlohmann::json;

constexpr std::array<std::pair<std::string_view, Shape>, 10> kShapes = {
    {{"line", Shape::Line},
     {"prose", Shape::Prose},
     {"list", Shape::List},
     {"people", Shape::People},
     {"contacts", Shape::Contacts},
     {"names", Shape::Names},
     {"timetable", Shape::Timetable},
     {"flag", Shape::Flag},
     {"constant", Shape::Constant},
     {"none", Shape::None}}};

constexpr std::array<std::pair<std::string_view, Zone>, 4> kZones = {
    {{"any", Zone::Any}, {"front", Zone::Front}, {"head", Zone::Head}, {"body", Zone::Body}}};

constexpr std::array<std::string_view, 15> kKnownKeys = {
    "id",    "field", "labels", "patterns", "parts", "posts",    "kinds",      "zone",
    "shape", "as",    "value",  "weight",   "why",   "examples", "near_misses"};

std::vector<std::string> strings(const Json& json, const char* key) {
  return json.contains(key) ? json[key].get<std::vector<std::string>>()
                            : std::vector<std::string>();
}

template <typename Table, typename Value>
bool look_up(const Table& table, const std::string& name, Value& value) {
  for (const auto& [known, meaning] : table) {
    if (known == name) {
      value = meaning;
      return true;
    }
  }
  return false;
}

bool has(const std::vector<std::string>& list, std::string_view name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

const std::vector<std::string> kHelpers = {
    "apologies/not",   "items/usual",         "items/group",     "resolutions/not",
    "resolutions/end", "resolutions/carried", "resolutions/lost"};

/// Whether a rule may fill `field`: a field of Record, or one that rules alone know.
bool is_field(const std::string& field) {
  static const std::vector<std::string> kOthers = {"kind",
                                                   "council",
                                                   "from",
                                                   "key_decision",
                                                   "call_in",
                                                   "timetable",
                                                   "contacts",
                                                   "contacts/name",
                                                   "contacts/role",
                                                   "contacts/phone",
                                                   "items",
                                                   "contacts/email",
                                                   "implications/sign_off"};
  constexpr std::string_view kPrefix = "implications/";
  const auto named = [&](const auto& entry) { return field == entry.name; };
  const auto in = [&](const auto& table) { return std::any_of(table.begin(), table.end(), named); };
  return has(kOthers, field) || has(kHelpers, field) || in(text_fields()) ||
         in(numbered_fields()) || in(list_fields()) ||
         (field.starts_with(kPrefix) && has(implication_kinds(), field.substr(kPrefix.size())));
}

bool is_kind(const std::string& kind) {
  // Rules tell these apart; their records are of kind decision_notice and decision_details.
  return kind == "proposed_record" || kind == "decision_register" || has(paper_kinds(), kind);
}

/// What a field's values must be, where its rule does not say: dates are ISO 8601, flags yes or no.
void set_default_normaliser(Rule& rule) {
  if (!rule.normaliser.empty() || rule.shape == Shape::Constant) return;
  if (rule.shape == Shape::Flag) rule.normaliser = "flag";
  if (rule.field == "exempt") rule.normaliser = "exempt";
  for (const TextField& field : text_fields()) {
    if (field.is_date && rule.field == field.name) rule.normaliser = "date";
  }
}

/// A constant that its field cannot hold, as a sentence; empty when there is none.
std::string mistake_in_constant(const Rule& rule) {
  if (rule.shape != Shape::Constant) return {};
  if (rule.value.empty()) return "its shape is constant, but it has no value";
  const bool exempt = rule.field == "exempt";
  if (exempt && rule.value != "open" && rule.value != "part" && rule.value != "full") {
    return "the value of exempt is open, part or full";
  }
  const bool flag = rule.field == "key_decision" || rule.field == "call_in";
  if (flag && rule.value != "yes" && rule.value != "no") return "its value is yes or no";
  return {};
}

/// A mistake in a rule's own form, as a sentence; empty when there is none.
std::string mistake_in(const Json& json, const Rule& rule) {
  for (const auto& [key, unused] : json.items()) {
    if (std::find(kKnownKeys.begin(), kKnownKeys.end(), key) == kKnownKeys.end()) {
      return "the key '" + key + "' is not known";
    }
  }
  if (rule.labels.empty() && rule.patterns.empty() && rule.parts.empty() && rule.posts.empty()) {
    return "it has neither labels nor patterns";
  }
  if (rule.field.empty() && rule.shape != Shape::None) return "it names no field";
  if (!rule.field.empty() && !is_field(rule.field)) {
    return "'" + rule.field + "' is not a field of the record";
  }
  for (const std::string& kind : rule.kinds) {
    if (!is_kind(kind)) return "'" + kind + "' is not a kind of paper";
  }
  if (rule.field == "kind" && !is_kind(rule.value)) {
    return "its value '" + rule.value + "' is not a kind of paper";
  }
  if (!has(normaliser_names(), rule.normaliser)) {
    return "'" + rule.normaliser + "' is not a way to put a value in form";
  }
  for (const std::string& label : rule.labels) {
    if (label_words(label).empty()) return "one of its labels is empty";
  }
  return mistake_in_constant(rule);
}

/// Fills the parts that are taken as they stand.
void read_words(const Json& json, Rule& rule) {
  rule.field = json.value("field", "");
  rule.labels = strings(json, "labels");
  rule.patterns = strings(json, "patterns");
  rule.parts = strings(json, "parts");
  rule.posts = strings(json, "posts");
  rule.kinds = strings(json, "kinds");
  rule.normaliser = json.value("as", "");
  rule.value = json.value("value", "");
  rule.weight = json.value("weight", 1.0);
  rule.why = json.value("why", "");
  rule.near_misses = strings(json, "near_misses");
}

Result<Rule> read_rule(const Json& json, const std::string& pack, const std::string& file) {
  Rule rule;
  rule.id = json.value("id", "");
  const std::string where = file + ", rule '" + rule.id + "'";
  if (rule.id.empty()) return fail(ErrorKind::BadRule, "a rule has no id", file);
  rule.pack = pack;
  try {
    read_words(json, rule);
  } catch (const Json::exception& e) {
    return fail(ErrorKind::BadRule, std::string("a value is of the wrong type: ") + e.what(),
                where);
  }
  if (!look_up(kShapes, json.value("shape", "line"), rule.shape)) {
    return fail(
        ErrorKind::BadRule, "its shape is not known", where,
        "use line, prose, list, people, contacts, names, timetable, flag, constant or none");
  }
  if (!look_up(kZones, json.value("zone", "any"), rule.zone)) {
    return fail(ErrorKind::BadRule, "its zone is not known", where, "use any, front, head or body");
  }
  for (const std::string& example : strings(json, "examples")) {
    const std::size_t arrow = example.rfind(" => ");
    if (arrow == std::string::npos) {
      return fail(ErrorKind::BadRule, "an example has no ' => '", where,
                  "write the text, ' => ' and the value that it gives");
    }
    rule.examples.push_back({example.substr(0, arrow), example.substr(arrow + 4)});
  }
  set_default_normaliser(rule);
  if (std::string mistake = mistake_in(json, rule); !mistake.empty()) {
    return fail(ErrorKind::BadRule, mistake, where);
  }
  return rule;
}

/// Rules on their way, with the file that each came from.
struct Packs {
  std::vector<Rule> rules;
  std::vector<std::string> files;
  std::set<std::string> seen;            ///< ids of the packs that must not repeat each other
  bool built_in = false;                 ///< the pack that is being read is
  RuleTable figures = measured_rules();  ///< without rules that are not as they were measured
  Sha256 sum;                            ///< of the packs' texts
};

Result<Done> read_rules(const Json& json, const std::string& file, Packs& packs) {
  const std::string pack = json.value("pack", file);
  for (const Json& item : json.at("rules")) {
    auto rule = read_rule(item, pack, file);
    if (!rule) return rule.error();
    if (!packs.seen.insert(rule->id).second) {
      return fail(ErrorKind::BadRule, "another rule has the same id",
                  file + ", rule '" + rule->id + "'");
    }
    if (!packs.built_in) packs.figures.erase(rule->id);
    const auto same = std::find_if(packs.rules.begin(), packs.rules.end(),
                                   [&](const Rule& other) { return other.id == rule->id; });
    if (same == packs.rules.end()) {
      packs.rules.push_back(std::move(*rule));
      packs.files.push_back(file);
    } else {
      packs.files[static_cast<std::size_t>(same - packs.rules.begin())] = file;
      *same = std::move(*rule);
    }
  }
  return Done{};
}

Result<Done> read_pack(std::string_view text, const std::string& file, Packs& packs) {
  if (!packs.built_in) packs.sum.add(text);
  Json json;
  try {
    json = Json::parse(text, nullptr, true, true);
  } catch (const Json::exception& e) {
    return fail(ErrorKind::BadRule, std::string("the rule pack is not valid JSON: ") + e.what(),
                file);
  }
  const bool listed = json.is_object() && json.contains("rules") && json["rules"].is_array();
  if (!listed) {
    return fail(ErrorKind::BadRule, "the rule pack has no list 'rules'", file,
                "write {\"pack\": \"name\", \"rules\": [...]}");
  }
  try {
    return read_rules(json, file, packs);
  } catch (const Json::exception& e) {
    return fail(ErrorKind::BadRule, std::string("a value is of the wrong type: ") + e.what(), file);
  }
}

void add_label(RuleSet::Compiled& compiled, const std::string& text, std::size_t rule) {
  std::vector<std::string> words = label_words(text);
  if (words.empty()) return;
  auto& list = compiled.labels[words[0]];
  const auto same = std::find_if(list.begin(), list.end(),
                                 [&](const Label& label) { return label.words == words; });
  if (same != list.end()) {
    same->rules.push_back(rule);
  } else {
    list.push_back({std::move(words), {rule}});
  }
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

Result<std::unique_ptr<RuleSet::Compiled>> compile(Packs packs) {
  auto compiled = std::make_unique<RuleSet::Compiled>();
  compiled->rules = std::move(packs.rules);
  compiled->figures = std::move(packs.figures);
  compiled->fingerprint = packs.sum.hex().substr(0, 16);
  for (std::size_t i = 0; i < compiled->rules.size(); ++i) {
    const Rule& rule = compiled->rules[i];
    for (const auto& label : rule.labels) add_label(*compiled, label, i);
    for (const auto& part : rule.parts) compiled->parts[joined(label_words(part))].push_back(i);
    for (const auto& post : rule.posts) compiled->posts[joined(label_words(post))].push_back(i);
    for (const auto& pattern : rule.patterns) {
      auto made = compile_pattern(pattern, i, packs.files[i] + ", rule '" + rule.id + "'");
      if (!made) return made.error();
      compiled->patterns.push_back(std::move(*made));
      if (rule.field != "kind") continue;
      const bool early = rule.zone == Zone::Head || rule.zone == Zone::Front;
      auto& list = early ? compiled->kind_at_front : compiled->kind_anywhere;
      list.push_back(compiled->patterns.size() - 1);
    }
  }
  for (auto& [word, list] : compiled->labels) {
    std::stable_sort(list.begin(), list.end(), [](const Label& a, const Label& b) {
      return a.words.size() > b.words.size();
    });
  }
  return compiled;
}

Result<Done> read_built_in(Packs& packs) {
  packs.built_in = true;
  for (const EmbeddedFile& file : embedded_files()) {
    if (file.name == kThesaurus) continue;  // search alone knows it
    packs.sum.add(file.text);  // with the gazetteer and the figures: records depend on them too
    if (!file.name.ends_with(".json") || file.name == kMeasuredRules) continue;
    if (auto done = read_pack(file.text, file.name, packs); !done) return done.error();
  }
  packs.built_in = false;
  return Done{};
}

}  // namespace

RuleSet::RuleSet(std::unique_ptr<Compiled> compiled) : compiled_(std::move(compiled)) {}
RuleSet::RuleSet(RuleSet&&) noexcept = default;
RuleSet& RuleSet::operator=(RuleSet&&) noexcept = default;
RuleSet::~RuleSet() = default;

const std::vector<Rule>& RuleSet::rules() const {
  return compiled_->rules;
}

bool is_helper(const Rule& rule) {
  return has(kHelpers, rule.field);
}

std::optional<double> RuleSet::confidence(const std::string& id) const {
  const auto found = compiled_->figures.find(id);
  if (found == compiled_->figures.end()) return {};
  return moot::confidence(found->second);
}

const std::string& RuleSet::fingerprint() const {
  return compiled_->fingerprint;
}

Result<RuleSet> RuleSet::of(Result<std::unique_ptr<Compiled>> compiled) {
  if (!compiled) return compiled.error();
  return RuleSet(std::move(*compiled));
}

Result<RuleSet> RuleSet::without(const std::set<std::string>& ids) const {
  Packs packs;
  packs.rules = rules();
  std::erase_if(packs.rules, [&](const Rule& rule) { return ids.contains(rule.id); });
  for (const Rule& rule : packs.rules) packs.files.push_back(rule.pack);
  packs.figures = compiled_->figures;
  return of(compile(std::move(packs)));
}

Result<RuleSet> RuleSet::built_in() {
  Packs packs;
  if (auto done = read_built_in(packs); !done) return done.error();
  return of(compile(std::move(packs)));
}

Result<RuleSet> RuleSet::from_json(std::string_view json, std::string_view name) {
  Packs packs;
  if (auto done = read_pack(json, std::string(name), packs); !done) return done.error();
  return of(compile(std::move(packs)));
}

Result<RuleSet> RuleSet::with_directory(const std::string& directory) {
  Packs packs;
  if (auto done = read_built_in(packs); !done) return done.error();
  packs.seen.clear();  // its rules may replace those
  std::error_code error;
  std::set<std::string> files;  // in order of name, so that a run can be repeated
  for (const auto& entry : std::filesystem::directory_iterator(directory, error)) {
    if (entry.path().extension() == ".json") files.insert(entry.path().string());
  }
  if (error) {
    return fail(ErrorKind::Io, "the folder of rules cannot be read: " + error.message(), directory);
  }
  for (const std::string& path : files) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    if (!in) return fail(ErrorKind::Io, "the rule pack cannot be read", path);
    if (auto done = read_pack(text.str(), path, packs); !done) return done.error();
  }
  return of(compile(std::move(packs)));
}

}  // namespace moot
