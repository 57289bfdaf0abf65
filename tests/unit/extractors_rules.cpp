#include "extractors/rules.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/support/make_document.hpp"
#include "tests/support/make_paper.hpp"

namespace moot {
namespace {

using Catch::Matchers::Contains;

Error error_of(const std::string& json) {
  auto rules = RuleSet::from_json(json, "my.json");
  if (rules) return fail(ErrorKind::Usage, "it was taken");
  return rules.error();
}

/// A pack with one rule: its id, and `keys` after it.
std::string pack(const std::string& keys) {
  return R"({"pack": "mine", "rules": [{"id": "a.b", )" + keys + "}]}";
}

TEST_CASE("from_json: a rule is read with everything that its pack says") {
  const auto rules = RuleSet::from_json(R"(// A remark is allowed.
    {"pack": "mine", "rules": [
      {"id": "summary.own", "field": "summary", "labels": ["Gist"], "parts": ["gist"],
       "patterns": ["^Gist (.+)$"], "kinds": ["report", "minutes"], "zone": "front",
       "shape": "prose", "as": "title", "value": "v", "weight": 2.5, "why": "seen once",
       "examples": ["Gist: a => b => c"], "near_misses": ["Gistful"]}]})",
                                        "my.json");
  REQUIRE(rules);
  REQUIRE(rules->rules().size() == 1);
  const Rule& rule = rules->rules()[0];
  CHECK(rule.id == "summary.own");
  CHECK(rule.pack == "mine");
  CHECK(rule.field == "summary");
  CHECK(rule.labels == std::vector<std::string>{"Gist"});
  CHECK(rule.parts == std::vector<std::string>{"gist"});
  CHECK(rule.patterns == std::vector<std::string>{"^Gist (.+)$"});
  CHECK(rule.kinds == std::vector<std::string>{"report", "minutes"});
  CHECK(rule.zone == Zone::Front);
  CHECK(rule.shape == Shape::Prose);
  CHECK(rule.normaliser == "title");
  CHECK(rule.value == "v");
  CHECK(rule.weight == 2.5);
  CHECK(rule.why == "seen once");
  REQUIRE(rule.examples.size() == 1);
  CHECK(rule.examples[0].text == "Gist: a => b");  // the last arrow counts
  CHECK(rule.examples[0].value == "c");
  CHECK(rule.near_misses == std::vector<std::string>{"Gistful"});
}

TEST_CASE("from_json: what a rule leaves out has its plain meaning") {
  const auto rules =
      RuleSet::from_json(pack(R"("field": "title", "labels": ["Topic"])"), "my.json");
  REQUIRE(rules);
  const Rule& rule = rules->rules()[0];
  CHECK(rule.shape == Shape::Line);
  CHECK(rule.zone == Zone::Any);
  CHECK(rule.weight == 1);
  CHECK(rule.kinds.empty());
  CHECK(rule.normaliser == "");
}

TEST_CASE("from_json: every name of a shape and of a zone is known") {
  const std::vector<std::pair<std::string, Shape>> shapes = {
      {"line", Shape::Line},   {"prose", Shape::Prose},         {"list", Shape::List},
      {"flag", Shape::Flag},   {"people", Shape::People},       {"contacts", Shape::Contacts},
      {"names", Shape::Names}, {"timetable", Shape::Timetable}, {"constant", Shape::Constant},
      {"none", Shape::None}};
  for (const auto& [name, shape] : shapes) {
    INFO(name);
    const auto rules = RuleSet::from_json(
        pack(R"("field": "title", "labels": ["Topic"], "value": "x", "shape": ")" + name + "\""),
        "my.json");
    REQUIRE(rules);
    CHECK(rules->rules()[0].shape == shape);
  }
  const std::vector<std::pair<std::string, Zone>> zones = {
      {"any", Zone::Any}, {"front", Zone::Front}, {"head", Zone::Head}, {"body", Zone::Body}};
  for (const auto& [name, zone] : zones) {
    INFO(name);
    const auto rules = RuleSet::from_json(
        pack(R"("field": "title", "labels": ["Topic"], "zone": ")" + name + "\""), "my.json");
    REQUIRE(rules);
    CHECK(rules->rules()[0].zone == zone);
  }
}

struct BadPack {
  std::string json, message, where, hint;
};

TEST_CASE("from_json: a mistake is told with the file, the rule and what to do") {
  const std::string rule = "my.json, rule 'a.b'";
  const std::vector<BadPack> packs = {
      {"{", "the rule pack is not valid JSON", "my.json", ""},
      {"", "the rule pack is not valid JSON", "my.json", ""},
      {"[]", "the rule pack has no list 'rules'", "my.json", "\"rules\""},
      {R"({"pack": "mine"})", "the rule pack has no list 'rules'", "my.json", "\"rules\""},
      {R"({"rules": [{"field": "title", "labels": ["T"]}]})", "a rule has no id", "my.json", ""},
      {R"({"rules": ["title"]})", "of the wrong type", "my.json", ""},
      {pack(R"("field": "title", "labels": "T")"), "of the wrong type", rule, ""},
      {pack(R"("field": "title", "labels": ["T"], "weight": "much")"), "of the wrong type", rule,
       ""},
      {pack(R"("field": "title", "label": ["T"])"), "the key 'label' is not known", rule, ""},
      {pack(R"("field": "title")"), "it has neither labels nor patterns", rule, ""},
      {pack(R"("labels": ["T"])"), "it names no field", rule, ""},
      {pack(R"("field": "titel", "labels": ["T"])"), "'titel' is not a field", rule, ""},
      {pack(R"("field": "implications/money", "labels": ["T"])"), "is not a field", rule, ""},
      {pack(R"("field": "title", "labels": ["T"], "kinds": ["reports"])"),
       "'reports' is not a kind of paper", rule, ""},
      {pack(R"("field": "kind", "value": "reports", "labels": ["T"])"),
       "'reports' is not a kind of paper", rule, ""},
      {pack(R"("field": "title", "labels": ["T"], "as": "upper")"), "'upper' is not a way", rule,
       ""},
      {pack(R"("field": "title", "labels": ["T"], "shape": "cube")"), "its shape is not known",
       rule, "prose"},
      {pack(R"("field": "title", "labels": ["T"], "zone": "top")"), "its zone is not known", rule,
       "use any, front, head or body"},
      {pack(R"("field": "title", "labels": ["T"], "examples": ["T: x"])"),
       "an example has no ' => '", rule, "=>"},
      {pack(R"("field": "title", "patterns": ["(a"])"), "a pattern is wrong", rule, ""},
      {pack(R"~("field": "title", "patterns": ["(a)(b)"])~"), "a pattern has more than one group",
       rule, "(?: )"},
      {pack(R"("field": "title", "patterns": ["a*"])"), "a pattern matches the empty text", rule,
       ""},
      {pack(R"~("field": "title", "patterns": ["^(.*)$"])~"), "a pattern matches the empty text",
       rule, ""},
      {R"({"rules": [{"id": "a.b", "field": "title", "labels": ["T"]},
                     {"id": "a.b", "field": "body", "labels": ["B"]}]})",
       "another rule has the same id", rule, ""},
  };
  for (const BadPack& bad : packs) {
    INFO(bad.json);
    const Error error = error_of(bad.json);
    CHECK(error.kind == ErrorKind::BadRule);
    CHECK_THAT(error.message, Contains(bad.message));
    CHECK(error.where == bad.where);
    CHECK_THAT(error.hint, Contains(bad.hint));
    CHECK_FALSE(error.message.ends_with('.'));
  }
}

TEST_CASE("from_json: a sub-field of implications and contacts is a field") {
  for (const char* field : {"implications/legal", "implications/sign_off", "contacts/email",
                            "council", "key_decision", "timetable", "wards", "recommendations"}) {
    INFO(field);
    CHECK(RuleSet::from_json(pack(R"("labels": ["T"], "field": ")" + std::string(field) + "\""),
                             "my.json"));
  }
}

const Rule* find_rule(const RuleSet& rules, const std::string& id) {
  const auto found = std::find_if(rules.rules().begin(), rules.rules().end(),
                                  [&](const Rule& rule) { return rule.id == id; });
  return found == rules.rules().end() ? nullptr : &*found;
}

void write(const std::string& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

TEST_CASE("with_directory: a rule with the id of a built-in one replaces it") {
  const auto built_in = RuleSet::built_in();
  REQUIRE(built_in);
  const std::string id = "title.subject-label";
  REQUIRE(find_rule(*built_in, id) != nullptr);
  const test::TempDir dir;
  write(dir.path() + "/mine.json", R"({"rules": [
      {"id": "title.subject-label", "field": "title", "labels": ["Theme"]},
      {"id": "title.extra", "field": "title", "labels": ["Motto"]}]})");
  write(dir.path() + "/notes.txt", "this is no pack");
  const auto rules = RuleSet::with_directory(dir.path());
  REQUIRE(rules);
  CHECK(rules->rules().size() == built_in->rules().size() + 1);
  REQUIRE(find_rule(*rules, id) != nullptr);
  CHECK(find_rule(*rules, id)->labels == std::vector<std::string>{"Theme"});
  CHECK(find_rule(*rules, "title.extra") != nullptr);
}

TEST_CASE("with_directory: an empty folder leaves the built-in rules") {
  const test::TempDir dir;
  const auto rules = RuleSet::with_directory(dir.path());
  const auto built_in = RuleSet::built_in();
  REQUIRE(rules);
  REQUIRE(built_in);
  CHECK(rules->rules().size() == built_in->rules().size());
}

TEST_CASE("with_directory: a folder that is not there is an Io error that names it") {
  const test::TempDir dir;
  const auto rules = RuleSet::with_directory(dir.path() + "/none");
  REQUIRE_FALSE(rules);
  CHECK(rules.error().kind == ErrorKind::Io);
  CHECK(rules.error().where == dir.path() + "/none");
}

TEST_CASE("with_directory: a bad pattern is told with the path of its pack and its rule") {
  const test::TempDir dir;
  const std::string path = dir.path() + "/bad.json";
  write(path, R"~({"rules": [{"id": "x.y", "field": "title", "patterns": ["(a)(b)"]
}]
})~");
  const auto rules = RuleSet::with_directory(dir.path());
  REQUIRE_FALSE(rules);
  CHECK(rules.error().kind == ErrorKind::BadRule);
  CHECK(rules.error().where == path + ", rule 'x.y'");
}

TEST_CASE("with_directory: two packs of a folder may not have the same rule") {
  const test::TempDir dir;
  const std::string text = R"({"rules": [{"id": "x.y", "field": "title", "labels": ["T"]}]})";
  write(dir.path() + "/a.json", text);
  write(dir.path() + "/b.json", text);
  const auto rules = RuleSet::with_directory(dir.path());
  REQUIRE_FALSE(rules);
  CHECK(rules.error().where == dir.path() + "/b.json, rule 'x.y'");
}

TEST_CASE("rules: a group that takes no part in a match gives no resolution") {
  const auto rules = moot::RuleSet::from_json(
      R"({"pack": "p", "rules": [{"id": "a.b", "field": "resolutions", "shape": "list", "kinds": ["minutes"],
          "patterns": ["^It was decided(?: (that.*))?"]}]})",
      "p");
  REQUIRE(rules);
  const moot::Document doc =
      moot::test::text_document("It was decided.\n\nIt was decided that it be so.\n");
  const moot::Record record =
      moot::extract_paper(doc, moot::test::whole_paper(doc), *rules, "minutes", nullptr);
  CHECK(record.resolutions.size() == 1);
}

}  // namespace
}  // namespace moot
