#include "extractors/label_match.hpp"

#include <stdexcept>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/support/make_paper.hpp"

namespace moot {
namespace {

using test::Strings;

const RuleSet& small_rules() {
  static const Result<RuleSet> rules = RuleSet::from_json(R"~({"rules": [
      {"id": "title.subject", "field": "title", "labels": ["Subject", "Report title"]},
      {"id": "date.meeting", "field": "meeting_date", "labels": ["Date of meeting", "Date"]},
      {"id": "wards.label", "field": "wards", "labels": ["Ward(s) affected"]},
      {"id": "maker.cy", "field": "decision_maker", "labels": ["Y sawl sy'n gwneud penderfyniad"]},
      {"id": "callin.label", "field": "call_in", "labels": ["Is subject to call in"]},
      {"id": "papers.label", "field": "background_papers", "labels": ["Background papers"]},
      {"id": "implications.finance", "field": "implications/financial", "shape": "prose",
       "labels": ["Financial implications"]},
      {"id": "implications.aims", "field": "implications/priorities", "shape": "prose",
       "patterns": ["(?i)how this helps the .+ plan"]}]})~",
                                                          "small.json");
  if (!rules) throw std::runtime_error(rules.error().message);
  return *rules;
}

struct Row {
  std::string text;
  std::string label;  ///< as printed; "" for none
  std::string value;
};

std::string label_of(const std::string& text, bool loose) {
  const auto match = match_label(small_rules(), text, loose);
  return match ? text.substr(0, match->label_end) : "";
}

TEST_CASE("match_label: a label and its value, without regard to case and decoration") {
  const std::vector<Row> rows = {
      {"Subject: Parks", "Subject", "Parks"},
      {"SUBJECT: Parks", "SUBJECT", "Parks"},
      {"Subject : Parks", "Subject", "Parks"},
      {"Subject:- Parks", "Subject", "Parks"},
      {"Subject :- Parks", "Subject", "Parks"},
      {"Subject:: Parks", "Subject", "Parks"},
      {"Subject - Parks", "Subject", "Parks"},
      {"Subject – Parks", "Subject", "Parks"},
      {"Subject:Parks", "Subject", "Parks"},
      {"**Subject:** Parks", "**Subject", "Parks"},
      {"Is subject to call in?: Yes", "Is subject to call in", "Yes"},
      {"Date of\nmeeting: 4 March", "Date of\nmeeting", "4 March"},
      {"Ward(s) affected: All", "Ward(s) affected", "All"},
      {"Y sawl sy’n gwneud penderfyniad : Cabinet", "Y sawl sy’n gwneud penderfyniad", "Cabinet"},
      {"Subject", "Subject", ""},
      {"Subject:", "Subject", ""},
      {"Background papers (Local Government Act 1972)", "Background papers", ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const auto match = match_label(small_rules(), row.text, false);
    REQUIRE(match);
    const std::string label = row.text.substr(0, match->label_end);
    CHECK_THAT(label, Catch::Matchers::StartsWith(row.label.substr(0, 2)));
    CHECK(label.find(row.label.substr(2)) != std::string::npos);
    CHECK(row.text.substr(match->value) == row.value);
    CHECK(match->separated);
  }
}

TEST_CASE("match_label: the longest label counts") {
  CHECK(label_of("Date of meeting: 4 March", false) == "Date of meeting");
  CHECK(label_of("Date: 4 March", false) == "Date");
}

TEST_CASE("match_label: words that only start like a label are none") {
  for (const char* text : {"", " ", "Subject to contract", "Subjects: history",
                           "Date of birth: 4 March", "The subject:", "Background papers were sent",
                           "Subject-matter: law", "Dated: 4 March", "Subject (see below) x"}) {
    INFO(text);
    CHECK(label_of(text, false) == "");
  }
}

TEST_CASE("match_label: loose takes any word after the label") {
  CHECK(label_of("Financial implications There are none", true) == "Financial implications");
  CHECK(label_of("Financial implications There are none", false) == "");
  const auto match = match_label(small_rules(), "Financial implications There are none", true);
  REQUIRE(match);
  CHECK_FALSE(match->separated);
  CHECK(match->value == std::string("Financial implications ").size());
}

TEST_CASE("match_label: a colon is told apart from other separators") {
  CHECK(match_label(small_rules(), "Subject: Parks", false)->colon);
  CHECK_FALSE(match_label(small_rules(), "Subject - Parks", false)->colon);
  CHECK_FALSE(match_label(small_rules(), "Subject", false)->colon);
}

TEST_CASE("match_label: a label of two rules gives both") {
  const auto rules = RuleSet::from_json(R"({"rules": [
      {"id": "a.x", "field": "body", "labels": ["To"]},
      {"id": "b.x", "field": "meeting_date", "labels": ["To"]}]})",
                                        "two.json");
  REQUIRE(rules);
  const auto match = match_label(*rules, "To: Cabinet", false);
  REQUIRE(match);
  CHECK(match->rules == std::vector<std::size_t>{0, 1});
}

TEST_CASE("match_heading_patterns: the whole heading must match") {
  const auto found =
      match_heading_patterns(small_rules(), heading_patterns(small_rules(), "report"),
                             "How this helps the Corporate Plan", false);
  REQUIRE(found.size() == 1);
  CHECK(small_rules().rules()[found[0]].id == "implications.aims");
  for (const char* heading : {"See how this helps the plan", ""}) {
    CHECK(match_heading_patterns(small_rules(), heading_patterns(small_rules(), "report"), heading,
                                 false)
              .empty());
  }
}

TEST_CASE("match_heading_patterns: a rule of a weight under 1 is a last resort") {
  const auto rules = RuleSet::from_json(
      R"({"rules": [{"id": "implications.any", "field": "implications/other", "shape": "prose",
                     "weight": 0.5, "patterns": ["(?i)[a-z]+ implications"]}]})",
      "last.json");
  REQUIRE(rules);
  CHECK(
      match_heading_patterns(*rules, heading_patterns(*rules, "report"), "Road implications", false)
          .empty());
  CHECK(
      match_heading_patterns(*rules, heading_patterns(*rules, "report"), "Road implications", true)
          .size() == 1);
}

}  // namespace
}  // namespace moot
