// Every rule of the packs is tested by its own examples and near misses.

#include <algorithm>
#include <set>
#include <string>

#include <catch2/catch.hpp>

#include "extractors/extract.hpp"
#include "extractors/rules.hpp"
#include "tests/support/make_paper.hpp"

namespace moot {
namespace {

TEST_CASE("built-in rules: every example gives its value and no near miss gives any") {
  const RuleSet& rules = test::built_in_rules();
  std::string problems;
  for (const Rule& rule : rules.rules()) {
    for (const std::string& problem : check_examples(rules, rule)) {
      problems += rule.id + ": " + problem + "\n";
    }
  }
  CHECK(problems == "");
}

TEST_CASE("built-in rules: each has an example and a near miss") {
  std::string problems;
  for (const Rule& rule : test::built_in_rules().rules()) {
    if (rule.examples.empty()) problems += rule.id + " has no example\n";
    if (rule.near_misses.empty()) problems += rule.id + " has no near miss\n";
  }
  CHECK(problems == "");
}

TEST_CASE("built-in rules: ids are of the form family.variant, each once") {
  std::set<std::string> ids;
  for (const Rule& rule : test::built_in_rules().rules()) {
    INFO(rule.id);
    CHECK(ids.insert(rule.id).second);
    CHECK(rule.id.find('.') != std::string::npos);
    CHECK(rule.id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-.") == std::string::npos);
  }
  CHECK(ids.size() > 80);
}

TEST_CASE("built-in rules: every kind of paper and of implication has a rule") {
  std::set<std::string> fields, kinds;
  for (const Rule& rule : test::built_in_rules().rules()) {
    fields.insert(rule.field);
    if (rule.field == "kind") kinds.insert(rule.value);
  }
  for (const std::string& kind : paper_kinds()) {
    INFO(kind);
    CHECK(kinds.contains(kind));
  }
  for (const std::string& kind : implication_kinds()) {
    INFO(kind);
    CHECK(fields.contains("implications/" + kind));
  }
}

RuleSet one_rule(const std::string& rule) {
  auto rules = RuleSet::from_json(R"({"rules": [)" + rule + "]}", "test.json");
  REQUIRE(rules);
  return std::move(*rules);
}

TEST_CASE("check_examples: a wrong example and a near miss that fires are told in a sentence") {
  const RuleSet rules = one_rule(R"({"id": "title.topic", "field": "title", "labels": ["Topic"],
      "examples": ["Topic: Libraries => Museums", "Subject: Parks => Parks"],
      "near_misses": ["Topic: Buses", "Topical news"]})");
  const auto problems = check_examples(rules, rules.rules()[0]);
  REQUIRE(problems.size() == 3);
  CHECK(problems[0] == "in 'Topic: Libraries' it finds 'Libraries' instead of 'Museums'");
  CHECK(problems[1] == "in 'Subject: Parks' it finds nothing instead of 'Parks'");
  CHECK(problems[2] == "it fires on the near miss 'Topic: Buses'");
}

TEST_CASE("check_examples: a rule without a field is right when its label is seen") {
  const RuleSet rules =
      one_rule(R"({"id": "section.ends", "shape": "none", "labels": ["Background"],
      "examples": ["Background: old news => ", "Foreground: new => "],
      "near_misses": ["Background noise", "Background: again"]})");
  const auto problems = check_examples(rules, rules.rules()[0]);
  REQUIRE(problems.size() == 2);
  CHECK(problems[0] == "its label is not seen in 'Foreground: new'");
  CHECK(problems[1] == "it fires on the near miss 'Background: again'");
}

TEST_CASE("check_examples: the example is read as the first kind that the rule names") {
  const RuleSet rules = one_rule(R"({"id": "present.here", "field": "present", "shape": "names",
      "as": "people", "labels": ["Here"], "kinds": ["minutes", "report"],
      "examples": ["Here: Mrs Ada Quill, Mr Ben Rook => Mr Ben Rook"], "near_misses": ["Hereafter"]})");
  CHECK(check_examples(rules, rules.rules()[0]).empty());
}

}  // namespace
}  // namespace moot
