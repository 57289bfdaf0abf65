#include "extractors/rule_figures.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "extractors/extract.hpp"
#include "extractors/own_rules.hpp"
#include "extractors/rules.hpp"
#include "extractors/score_set.hpp"
#include "tests/support/make_document.hpp"

using namespace moot;
namespace fs = std::filesystem;

namespace {

/// One that was measured, of those in the packs.
std::string measured_rule(const RuleSet& rules) {
  for (const Rule& rule : rules.rules()) {
    if (measured_rules().contains(rule.id)) return rule.id;
  }
  return {};
}

Gold gold_of(const std::string& document, const std::string& values) {
  const auto gold = parse_gold("{\"document\": \"" + document + "\", " + values + "}", document);
  REQUIRE(gold);
  return *gold;
}

Record record_of(const std::string& path, const std::vector<std::string>& wards) {
  Record record;
  record.source.path = path;
  record.wards = wards;
  for (std::size_t i = 0; i < wards.size(); ++i) {
    record.evidence["/wards/" + std::to_string(i)].rule = "wards.label";
  }
  record.language = "en";  // without evidence
  return record;
}

}  // namespace

TEST_CASE("confidence grows with support") {
  CHECK(confidence({0, 0, 0, 0}) == Approx(0.5));
  CHECK(confidence({1, 1, 1, 1}) == Approx(2.0 / 3.0));
  CHECK(confidence({10, 9, 4, 2}) == Approx(10.0 / 12.0));
}

TEST_CASE("the figures of rules come back as they were written") {
  const RuleTable table = {{"a.b", {3, 2, 2, 1}}, {"items.numbers", {10, 10, 4, 4}}};
  const std::string json = to_json(table);
  CHECK(std::count(json.begin(), json.end(), '\n') == 7);  // a line for each rule
  const auto again = parse_rule_table(json, "x.json");
  REQUIRE(again);
  CHECK(*again == table);
  CHECK(parse_rule_table(to_json(RuleTable{}), "x.json")->empty());
  for (const char* bad : {"", "{}", R"({"schema": "moot.rules-measured/1", "rules": {"a": {}}})",
                          R"({"schema": "other", "rules": {}})"}) {
    REQUIRE_FALSE(parse_rule_table(bad, "x.json"));
    CHECK(parse_rule_table(bad, "x.json").error().where == "x.json");
  }
}

TEST_CASE("every rule that was measured is still there") {
  const auto rules = RuleSet::built_in();
  REQUIRE(rules);
  CHECK(measured_rules().size() > 50);
  for (const auto& [id, row] : measured_rules()) {
    INFO(id << " is neither a rule nor in own_rules(): run script/scores");
    const bool rule = std::any_of(rules->rules().begin(), rules->rules().end(),
                                  [id = id](const Rule& other) { return other.id == id; });
    const bool own = std::any_of(own_rules().begin(), own_rules().end(),
                                 [id = id](const OwnRule& other) { return other.id == id; });
    CHECK((rule || own));
    CHECK(row.right <= row.fired);
    CHECK(row.papers <= row.fired);
    CHECK(row.councils <= row.papers);
  }
}

TEST_CASE("count_rules counts values, papers and councils of each rule") {
  const std::vector<Gold> golds = {
      gold_of("marrow/a.txt", R"("wards": ["Pond", "Hill"], "language": "en")"),
      gold_of("marrow/b.txt", R"("wards": ["Pond"])"), gold_of("pond/c.txt", R"("title": null)"),
      gold_of("pond/d.txt", R"("wards": [{"text": "Hill", "optional": true}, "Pond"])")};
  const SetScore set = score_set(
      golds,
      {record_of("/p/marrow/a.txt", {"Pond", "Dale"}), record_of("/p/marrow/b.txt", {"Pond"}),
       record_of("/p/pond/c.txt", {"Dale"}), record_of("/p/pond/d.txt", {"Hill", "Pond"})});
  CHECK(count_rules(set) == RuleTable{{"wards.label", {4, 3, 3, 2}}});
}

TEST_CASE("values of measured rules have a confidence, others have none") {
  const auto built_in = RuleSet::built_in();
  REQUIRE(built_in);
  const std::string id = measured_rule(*built_in);
  REQUIRE_FALSE(id.empty());
  CHECK(built_in->confidence(id) == confidence(measured_rules().at(id)));
  CHECK_FALSE(built_in->confidence("nobody.made-this"));
  const Document doc = test::make_document("Marrow Parish Council\nMinutes of the meeting");
  const auto records = extract(doc, *built_in, "a.txt");
  REQUIRE(records.size() == 1);
  for (const auto& [pointer, evidence] : records[0].evidence) {
    INFO(pointer << " by " << evidence.rule);
    CHECK(evidence.confidence == built_in->confidence(evidence.rule));
  }
}

TEST_CASE("a value's confidence is its rule's times how sure its words are") {
  const auto built_in = RuleSet::built_in();
  REQUIRE(built_in);
  Document doc = test::make_document("Marrow Parish Council\nMinutes of the meeting");
  const auto sure = extract(doc, *built_in, "a.txt");
  for (Line& line : doc.lines) line.certainty = 0.5;
  doc.notes = {{"ocr-used", 1}};
  const auto unsure = extract(doc, *built_in, "a.txt");
  REQUIRE(unsure.size() == 1);
  CHECK(unsure[0].source.ocr);
  CHECK_FALSE(sure[0].source.ocr);
  const Evidence& before = sure[0].evidence.at("/council");
  REQUIRE(before.confidence);
  CHECK(unsure[0].evidence.at("/council").confidence == Approx(*before.confidence / 2));
  // It stands nowhere: all words of the paper were counted.
  CHECK(unsure[0].evidence.at("/language").confidence ==
        sure[0].evidence.at("/language").confidence);
}

TEST_CASE("a rule that a pack from outside replaces was not measured") {
  const auto built_in = RuleSet::built_in();
  REQUIRE(built_in);
  const std::string id = measured_rule(*built_in);
  const std::string pack = R"({"pack": "mine", "rules": [{"id": ")" + id +
                           R"(", "field": "title", "labels": ["Gist"]}]})";
  CHECK_FALSE(RuleSet::from_json(pack, "mine.json")->confidence(id));
  const test::TempDir folder;
  std::ofstream(fs::path(folder.path()) / "mine.json") << pack;
  const auto both = RuleSet::with_directory(folder.path());
  REQUIRE(both);
  CHECK_FALSE(both->confidence(id));
  CHECK(both->confidence("items.numbers") == built_in->confidence("items.numbers"));
}

TEST_CASE("without leaves rules out, and keeps the rest as it was measured") {
  const auto built_in = RuleSet::built_in();
  REQUIRE(built_in);
  const std::string id = measured_rule(*built_in);
  const auto fewer = built_in->without({id, "nobody.made-this"});
  REQUIRE(fewer);
  CHECK(fewer->rules().size() + 1 == built_in->rules().size());
  CHECK(std::none_of(fewer->rules().begin(), fewer->rules().end(),
                     [&](const Rule& rule) { return rule.id == id; }));
  CHECK(fewer->confidence("items.numbers") == built_in->confidence("items.numbers"));
}
