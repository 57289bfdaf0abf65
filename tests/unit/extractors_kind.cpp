#include "extractors/kind.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/support/make_paper.hpp"

namespace moot {
namespace {

struct Row {
  std::string kind, text;
};

TEST_CASE("choose_kind: each kind of paper by what stands at its head") {
  const std::vector<Row> rows = {
      {"report",
       "From: Ada Quill, Director of Place\n\nTo: Cabinet - 4 March 2025\n\nSubject: Parks Plan\n\n"
       "Recommendations\n\n1. That the plan be adopted.\n\nFinancial implications\n\nThere are "
       "none."},
      {"report",
       "PLANNING COMMITTEE\n\n4 MARCH 2025\n\nREPORT OF HEAD OF PLANNING\n\nPARKS PLAN\n\n"
       "1.0 RECOMMENDATIONS\n\n1.1 That the plan be adopted.\n\n2.0 FINANCIAL IMPLICATIONS\n\n2.1 "
       "None."},
      {"minutes",
       "ALDERMERE TOWN COUNCIL\n\nMINUTES of the Meeting of the Council held on 4 March 2025\n\n"
       "PRESENT: Cllrs A Quill (Chair), B Rook\n\n1. Apologies\n\nApologies were received from "
       "Cllr Finch.\n\n"
       "2. Parks\n\nRESOLVED that the plan be adopted.\n\nThe meeting closed at 9.15 pm."},
      {"agenda",
       "ALDERMERE TOWN COUNCIL\n\nYou are hereby summoned to attend a meeting of the Council on 4 "
       "March "
       "2025\n\nAGENDA\n\n1. Apologies for absence\n\n2. Minutes of the last meeting (Pages 3 - "
       "8)\n"},
      {"decision_notice",
       "RECORD OF EXECUTIVE DECISION\n\nDecision maker: Cabinet Member for Parks\n\nSubject: Parks "
       "Plan\n\n"
       "Decision\n\nThat the plan be adopted.\n\nReasons for decision\n\nTo meet the duty."},
      {"decision_notice",
       "PROPOSED RECORD OF DECISION\n\nDECISION TO BE TAKEN BY:\n\nCabinet Member for Parks\n\n"
       "Proposed decision\n\nTo adopt the plan."},
      {"issue_details",
       "Issue details\n\nParks Plan\n\nDecision type: Key\n\nNotice of proposed decision first "
       "published: "
       "03/01/2025\n\nDecision due: 4 March 2025 by Cabinet"},
      {"decision_details",
       "Decision details\n\nParks Plan\n\nDecision Maker: Cabinet\n\nDecision status: "
       "Recommendations "
       "Approved\n\nIs Key decision?: No\n\nIs subject to call in?: Yes\n\nDecision:\n\nThat the "
       "plan be "
       "adopted."},
      {"equality_assessment",
       "Equality Impact Assessment\n\nTitle of EIA: Parks Plan\n\nName of officer: Ada Quill"},
      {"forward_plan",
       "Forward Plan of Key Decisions\n\n1 March 2025 to 30 June 2025\n\nParks Plan"},
      {"appendix", "APPENDIX 1\n\nList of parks\n\nAldermere Green, Rook Lane, Finch Hill"},
      {"correspondence", "Dear Councillor Quill\n\nI write of the parks. They are well kept."},
      {"correspondence",
       "Parks Group - Alternative Budget\n\nProposed by Mr A Quill\n\nSeconded by Mrs B Rook\n\n"
       "Council is asked to agree the following:"},
      {"agenda",
       "Dear Member\n\nCABINET - THURSDAY, 30 JANUARY 2025\n\nI am now able to enclose the "
       "following document that was unavailable when the agenda was published."},
      {"agenda", "Township of Alder\n\n*** AGENDA *** Tuesday, 13 May 2025\n\n1. Accounts"},
      {"report",
       "Agenda Item 166\n\nParks Plan\n\nCouncil is recommended to approve the plan.\n\n1. "
       "Purpose of Report\n\nTo advise of the plan."},
      {"other",
       "Report on the Local Plan\n\nby A Quill BA MRTPI\n\nan Inspector appointed by the "
       "Secretary of State\n\nRecommendations\n\nThat the plan be sound."},
      {"other", "Aldermere Green is a park. It has a pond and a bandstand."},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(test::text_record(row.text).kind == row.kind);
  }
}

KindChoice choose(const std::string& text, const RuleSet& rules, Trace* trace = nullptr) {
  const Document doc = test::text_document(text);
  const Paper paper = test::whole_paper(doc);
  const PaperView view(doc, paper, rules);
  return choose_kind(view, trace);
}

const RuleSet& small_rules() {
  static const Result<RuleSet> rules = RuleSet::from_json(R"({"rules": [
      {"id": "kind.strong", "field": "kind", "value": "minutes", "weight": 4, "patterns": ["(?i)^minutes$"]},
      {"id": "kind.weak", "field": "kind", "value": "report", "weight": 1.2, "labels": ["Cost"]},
      {"id": "kind.too", "field": "kind", "value": "report", "weight": 1, "patterns": ["is asked to"]},
      {"id": "kind.head", "field": "kind", "value": "agenda", "weight": 9, "zone": "head",
       "patterns": ["^AGENDA$"]}]})",
                                                          "small.json");
  if (!rules) throw std::runtime_error(rules.error().message);
  return *rules;
}

TEST_CASE("choose_kind: one weak sign is not enough, two of a kind are") {
  CHECK(choose("Cost: little", small_rules()).kind == "other");
  CHECK(choose("Cost: little", small_rules()).rule == "");
  CHECK(choose("Cost: little\n\nCabinet is asked to agree.", small_rules()).kind == "report");
}

TEST_CASE("choose_kind: a sign that is seen often counts once") {
  CHECK(choose("Cost: little\n\nCost: more\n\nCost: most", small_rules()).kind == "other");
}

TEST_CASE("choose_kind: the strongest sign of the kind is its evidence") {
  const std::string text = "Cost: little\n\nCabinet is asked to agree.";
  const KindChoice choice = choose(text, small_rules());
  CHECK(choice.rule == "kind.weak");
  CHECK(choice.range == TextRange{0, 12});
}

TEST_CASE("choose_kind: a sign of the head counts in the head alone") {
  CHECK(choose("AGENDA", small_rules()).kind == "agenda");
  std::string text;
  for (int i = 0; i < 60; ++i) text += "A line of the paper, number " + std::to_string(i) + ".\n\n";
  CHECK(choose(text + "AGENDA", small_rules()).kind == "other");
}

TEST_CASE("choose_kind: the trace has every sign that was seen, and which won") {
  Trace trace;
  choose("Minutes\n\nCost: little", small_rules(), &trace);
  REQUIRE(trace.candidates.size() == 2);
  for (const Candidate& candidate : trace.candidates) {
    CHECK(candidate.field == "kind");
    CHECK(candidate.won == (candidate.rule == "kind.strong"));
    CHECK(candidate.why != "");
  }
}

TEST_CASE("choose_kind: a paper without blocks is 'other'") {
  CHECK(choose("", small_rules()).kind == "other");
}

}  // namespace
}  // namespace moot
