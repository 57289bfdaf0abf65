#include <catch2/catch.hpp>

#include "extractors/mentions.hpp"

using moot::find_plan_names;
using moot::PlanName;

namespace {

using Strings = std::vector<std::string>;

Strings names(std::string_view text) {
  Strings out;
  for (const PlanName& plan : find_plan_names(text)) {
    const auto range = text.substr(plan.range.begin, plan.range.end - plan.range.begin);
    CHECK(plan.name == range);
    out.push_back(plan.name);
  }
  return out;
}

std::string key(std::string_view text) {
  const auto found = find_plan_names(text);
  return found.size() == 1 ? found[0].key : std::to_string(found.size()) + " names";
}

struct Row {
  const char* text;
  Strings names;
};

}  // namespace

TEST_CASE("find_plan_names: capitalised words that end in a plan's word") {
  const auto row = GENERATE(
      Row{"the Local Digital Declaration.", {"Local Digital Declaration"}},
      Row{"its Medium Term Financial Strategy 2024-2027 and",
          {"Medium Term Financial Strategy 2024-2027"}},
      Row{"Corporate Plan 2021 - 2025", {"Corporate Plan 2021 - 2025"}},
      Row{"Local Plan (2021-2038)", {"Local Plan (2021-2038)"}},
      Row{"Digital Strategy, 2024 to 2027,", {"Digital Strategy, 2024 to 2027"}},
      Row{"the Equality, Diversity and Inclusion Policy",
          {"Equality, Diversity and Inclusion Policy"}},
      Row{"the Council's Digital Strategy", {"Digital Strategy"}},
      Row{"the Council’s Digital Strategy", {"Digital Strategy"}},
      Row{"Kent's Digital Strategy", {"Digital Strategy"}},
      Row{"Kent County Council Digital Strategy", {"Kent County Council Digital Strategy"}},
      Row{"DIGITAL STRATEGY", {"DIGITAL STRATEGY"}},
      Row{"TO ADOPT THE DIGITAL STRATEGY", {"DIGITAL STRATEGY"}},
      Row{"the Digital Strategy and the Housing Strategy",
          {"Digital Strategy", "Housing Strategy"}},
      Row{"Digital Strategy, Housing and Homelessness Strategy",
          {"Digital Strategy", "Housing and Homelessness Strategy"}},
      Row{"the National Planning Policy Framework", {"National Planning Policy Framework"}},
      Row{"Rights of Way Improvement Plan", {"Rights of Way Improvement Plan"}},
      Row{"Review of the Draft Housing Strategy", {"Housing Strategy"}},
      Row{"Adoption of Housing Strategy", {"Housing Strategy"}},
      Row{"Approve Housing Strategy", {"Housing Strategy"}},
      Row{"Children’s Services Plan", {"Children’s Services Plan"}},
      Row{"a Strategy for Housing and Homelessness was", {"Strategy for Housing and Homelessness"}},
      Row{"Local Plan Policy DM1", {"Local Plan"}}, Row{"the Local Plan Review", {"Local Plan"}},
      Row{"NPPF National Planning Policy Framework", {"National Planning Policy Framework"}},
      Row{"Policy SD4 of the Joint Core Strategy 2011 – 2031", {"Joint Core Strategy 2011 – 2031"}},
      Row{"the Local Plan strategy", {"Local Plan"}},
      Row{"the 2019-2024 ICT Strategy", {"2019-2024 ICT Strategy"}},
      Row{"the Council's Service Strategy for Customers.", {"Service Strategy for Customers"}},
      Row{"the Treasury Management Strategy Statement", {"Treasury Management Strategy Statement"}},
      Row{"the Council’s Framing Tomorrow’s Town strategy", {"Framing Tomorrow’s Town strategy"}},
      Row{"The Digital strategy will", {"Digital strategy"}},
      Row{"the Framing Tomorrow's Town Strategy", {"Framing Tomorrow's Town Strategy"}},
      Row{"A Climate Action Plan and a Travel Plan", {"Climate Action Plan", "Travel Plan"}});
  CAPTURE(row.text);
  CHECK(names(row.text) == row.names);
}

TEST_CASE("find_plan_names: beside the word, in quotation marks or italics") {
  const auto row = GENERATE(
      Row{"the strategy ‘Framing Tomorrow’s Town’ says", {"Framing Tomorrow’s Town"}},
      Row{"“Framing Tomorrow’s Town” strategy", {"Framing Tomorrow’s Town"}},
      Row{"our plan, called \"Making Space for Nature,\" was", {"Making Space for Nature"}},
      Row{"the *Bright Futures* policy", {"Bright Futures"}},
      Row{"the strategy “Members should say it” is", {}}, Row{"“Bright Futures” was", {}},
      Row{"strategy “without capitals”", {}}, Row{"the “Digital Strategy”", {"Digital Strategy"}});
  CAPTURE(row.text);
  CHECK(names(row.text) == row.names);
}

TEST_CASE("find_plan_names: what names no plan") {
  const auto text = GENERATE(
      "the strategy", "This Strategy is", "Our Plan", "The Policy", "Strategy", "STRATEGY",
      "Strategy 2024-2027", "the Action Plan", "Implementation Plan", "a digital strategy",
      "Policy and Resources Committee", "Head of Policy", "Director of Strategy",
      "Cabinet Member for Housing Strategy", "Planning Policy Manager", "the Strategy Board",
      "Digital Strategy team", "Housing Strategy and Enabling Team", "Planning Policy",
      "Policy DM1", "Local Policy 12", "Council Policy", "the Council's Plan", "KCC Strategy",
      "Planning and Strategy", "Head of Finance Policy, Planning and Strategy", "Local Plans",
      "Draft Plan", "the Plan. Digital", "Digital strategy is one", "a KCC strategy",
      "Digital. Strategy", "Digital\nStrategy", "The Strategy for Kent County Council");
  CAPTURE(text);
  CHECK(names(text).empty());
}

TEST_CASE("find_plan_names: one key for all ways to print a name") {
  for (const char* text :
       {"KCC Digital Strategy 2024-2027", "Kent County Council Digital Strategy 2024 - 2027",
        "Digital Strategy 2024-27", "DIGITAL STRATEGY", "Kent's Digital Strategy",
        "the 2024 Digital Strategy", "Kent County Council’s Digital Strategy (2024)",
        "MAIDSTONE BOROUGH COUNCIL DIGITAL STRATEGY", "Maidstone Digital Strategy"}) {
    CAPTURE(text);
    CHECK(key(text) == "digital strategy");
  }
  CHECK(key("Health & Well-being Strategy") == key("Health and Well-Being Strategy"));
  CHECK(key("Children's Plan for") == key("CHILDREN’S PLAN"));
  CHECK(key("“Framing Tomorrow’s Town, 2022-26” strategy") ==
        key("the Framing Tomorrow's Town Strategy"));
  CHECK(key("Reading Strategy") == "reading strategy");
  CHECK(key("Kent and Medway Waste Strategy") == "kent and medway waste strategy");
  CHECK(key("the 2019-2024 ICT Strategy") == "ict strategy");
  CHECK(key("the Digital strategy") == "digital strategy");
  CHECK(key("Kent County Council Plan") == "council plan");
}
