#include "extractors/leave_one_out.hpp"

#include <catch2/catch.hpp>

#include "extractors/extract.hpp"
#include "tests/support/make_document.hpp"

using namespace moot;

namespace {

const char* const kPacks = R"({"pack": "all", "rules": [
  {"id": "title.topic", "field": "title", "labels": ["Topic"]},
  {"id": "title.gist", "field": "title", "labels": ["Gist"]},
  {"id": "summary.never", "field": "summary", "labels": ["Never"]}]})";

Gold gold_of(const std::string& document, const std::string& title) {
  const auto gold = parse_gold("{\"document\": \"" + document + "\", \"title\": \"" + title + "\"}",
                               document + ".json");
  REQUIRE(gold);
  return *gold;
}

/// Papers of two councils: both say Topic, Marrow alone says Gist.
std::vector<Record> make_records(const std::vector<Gold>& golds, const RuleSet& rules) {
  const std::pair<const char*, const char*> papers[] = {{"/p/marrow/a.txt", "Topic: Ponds"},
                                                        {"/p/marrow/b.txt", "Gist: Benches"},
                                                        {"/p/pond/c.txt", "Topic: Hedges"}};
  std::vector<Record> records;
  for (const auto& [path, text] : papers) {
    const bool asked_for = std::any_of(golds.begin(), golds.end(), [path = path](const Gold& gold) {
      return is_document(gold, path);
    });
    if (!asked_for) continue;
    const Document doc = test::make_document(text);
    for (Record& record : extract(doc, rules, path)) records.push_back(std::move(record));
  }
  return records;
}

}  // namespace

TEST_CASE("leave_one_out switches off what one council alone supports") {
  const auto rules = RuleSet::from_json(kPacks, "all.json");
  REQUIRE(rules);
  const std::vector<Gold> golds = {gold_of("marrow/a.txt", "Ponds"),
                                   gold_of("marrow/b.txt", "Benches"),
                                   gold_of("pond/c.txt", "Hedges")};
  const SetScore full = score_set(golds, make_records(golds, *rules));
  const auto rows = leave_one_out(golds, full, *rules, make_records);
  REQUIRE(rows);
  REQUIRE(rows->size() == 2);
  CHECK((*rows)[0].council == "marrow");
  CHECK((*rows)[0].papers == 2);
  CHECK((*rows)[0].rules == std::set<std::string>{"title.gist"});
  CHECK((*rows)[0].full == Approx(1.0));
  CHECK((*rows)[0].without == Approx(2.0 / 3.0));
  CHECK((*rows)[1].council == "pond");
  CHECK((*rows)[1].rules.empty());
  CHECK((*rows)[1].without == (*rows)[1].full);
}

TEST_CASE("a pack that one council alone supports is switched off whole") {
  const auto rules = RuleSet::from_json(kPacks, "all.json");
  REQUIRE(rules);
  const std::vector<Gold> golds = {gold_of("pond/c.txt", "Hedges")};
  const SetScore full = score_set(golds, make_records(golds, *rules));
  const auto rows = leave_one_out(golds, full, *rules, make_records);
  REQUIRE(rows);
  CHECK((*rows)[0].rules == std::set<std::string>{"summary.never", "title.gist", "title.topic"});
  CHECK((*rows)[0].without == 0.0);
}

TEST_CASE("what is found without a rule is told, for it cannot be switched off") {
  const auto rules = RuleSet::from_json(kPacks, "all.json");
  REQUIRE(rules);
  SetScore full;
  full.papers.resize(1);
  full.papers[0].council = "pond";
  full.papers[0].soft.judgements = {{"/title", "title.by-code", true}};
  const auto rows = leave_one_out({gold_of("pond/c.txt", "Hedges")}, full, *rules, make_records);
  REQUIRE(rows);
  CHECK((*rows)[0].kept == std::set<std::string>{"title.by-code"});
  CHECK((*rows)[0].rules.empty());
}
