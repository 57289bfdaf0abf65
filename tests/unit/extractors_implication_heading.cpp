#include "extractors/implication_heading.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/support/make_paper.hpp"

namespace moot {
namespace {

using test::Strings;

/// Kinds without repeats (a kind has rules in two languages), in order of their names.
Strings kinds(const std::vector<std::size_t>& rules) {
  Strings out;
  for (std::size_t index : rules)
    out.push_back(test::built_in_rules().rules()[index].field.substr(13));
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

Strings kinds_of(const std::string& heading) {
  return kinds(match_implications(test::built_in_rules(), heading));
}

Strings bare_kinds_of(const std::string& heading) {
  return kinds(match_bare_implications(test::built_in_rules(), heading));
}

struct Row {
  std::string heading;
  Strings kinds;
};

TEST_CASE("match_implications: a combined heading gives each kind that it names") {
  const std::vector<Row> rows = {
      {"Financial, legal and HR implications", {"financial", "hr", "legal"}},
      {"LEGAL/HR IMPLICATIONS:", {"hr", "legal"}},
      {"Legal and HR/finance implications", {"financial", "hr", "legal"}},
      {"Implications: legal, human rights", {"legal"}},
      {"Legal, health and safety and HR implications", {"health_safety", "hr", "legal"}},
      {"Resource Implications (Financial and Employment)", {"financial", "hr"}},
      {"Financial, Resource and Property Implications", {"financial", "property"}},
      {"Legal Implications (to Include Human Rights Implications)", {"legal"}},
      {"Human Rights, Equalities and Community Cohesion Implications",
       {"community", "equalities", "legal"}},
      {"Equality or Good Relations Implications/Rural Needs Assessment",
       {"community", "equalities"}},
      {"Policy and Legal (including Strategic Environmental Assessment, Equality Issues, Health or "
       "Risk Assessment)",
       {"climate", "equalities", "health", "legal", "policy", "risk"}},
      {"Equality, Diversity and Cohesion Implications", {"equalities"}},
      {"Cydraddoldeb a’r ddyletswydd / Equality and the socio-economic duty", {"equalities"}},
  };
  for (const Row& row : rows) {
    INFO(row.heading);
    CHECK(kinds_of(row.heading) == row.kinds);
  }
}

TEST_CASE("match_implications: one kind, in other words than implications") {
  const std::vector<Row> rows = {
      {"Finance considerations", {"financial"}},
      {"Rural needs considerations", {"community"}},
      {"Procurement issues", {"procurement"}},
      {"Workforce aspects", {"hr"}},
      {"Implications for the scheme of delegations", {"governance"}},
      {"Relevance to the Single Outcome Agreement", {"priorities"}},
      {"Impact on performance and performance indicators", {"other"}},
      {"Data protection impact assessment", {"data_protection"}},
      {"Children's rights impact assessment", {"children"}},
      {"Welsh language impact assessment", {"welsh_language"}},
      {"Assessment of risk and mitigation", {"risk"}},
      {"Summary of risk assessment", {"risk"}},
  };
  for (const Row& row : rows) {
    INFO(row.heading);
    CHECK(kinds_of(row.heading) == row.kinds);
  }
}

TEST_CASE("match_implications: what an officer says is of the kind of the post") {
  const std::vector<Row> rows = {
      {"Financial Comments of the Section 151 Officer", {"financial"}},
      {"Comments of the Chief Finance Officer", {"financial"}},
      {"Director of Finance’s comments", {"financial"}},
      {"Advice of the Section 73 Officer", {"financial"}},
      {"Comments of the Strategic Director of Finance and Property", {"financial"}},
      {"Legal Comments of the Monitoring Officer", {"legal"}},
      {"Advice from the City Solicitor", {"legal"}},
      {"Comments of the Head of Law and Governance", {"legal"}},
      {"Observations of the Borough Solicitor", {"legal"}},
      {"Comments of the Section 151 Officer and the Monitoring Officer", {"financial", "legal"}},
      {"Human Resources Comments", {"hr"}},
      {"Comments of the Head of Workforce", {"hr"}},
      {"Comments of the Director of Public Health", {"health"}},
  };
  for (const Row& row : rows) {
    INFO(row.heading);
    CHECK(kinds_of(row.heading) == row.kinds);
  }
}

TEST_CASE("match_implications: other headings are none") {
  for (const char* heading :
       {"", "Implications", "Legal", "The legal history of the bridge", "Financial year 2024",
        "Appendix 2 - Equality Impact Assessment", "Comments of the Environmental Health Officer",
        "Comments of the ward councillors", "Comments of the Highway Authority", "Key issues",
        "Planning issues", "Comments of the Chief Executive", "Advice from Historic England",
        "Statement of accounts", "Statement of the Section 25 Officer",
        "Community centres: issues for the board", "Duty officer's report"}) {
    INFO(heading);
    CHECK(kinds_of(heading).empty());
  }
}

TEST_CASE("match_bare_implications: parts and small words alone") {
  CHECK(bare_kinds_of("Resources - (Financial, Staffing and Property)") ==
        Strings{"financial", "hr", "property"});
  CHECK(bare_kinds_of("Policy and Legal") == Strings{"legal", "policy"});
  CHECK(bare_kinds_of("Strategic Director of Resources (H25/041)") == Strings{"financial"});
  CHECK(bare_kinds_of("Digital skills").empty());
  CHECK(bare_kinds_of("Director of Leisure").empty());
}

TEST_CASE("match_run_in_implications: a heading in front of its text") {
  struct RunIn {
    std::string text, value;  ///< value "": none
    bool bare;
  };
  const std::vector<RunIn> rows = {
      {"Financial and legal implications: None.", "None.", false},
      {"Financial & Resource Implications – Met from the budget.", "Met from the budget.", false},
      {"Policy implications. There are none.", "There are none.", false},
      {"Workforce Implications There are none.", "There are none.", false},
      {"Comments of the Director of Law: The lease is in order.", "The lease is in order.", false},
      {"Advice from the City Solicitor – The lease is in order.", "The lease is in order.", false},
      {"Rural needs assessment: None.", "None.", false},
      {"Poverty: None.", "None.", true},
      {"Poverty – none was found.", "", false},
      {"Legal implications were told in May. Nothing has changed.", "", false},
      {"The cost of this: too much to say here.", "", false},
  };
  for (const RunIn& row : rows) {
    INFO(row.text);
    const auto match = match_run_in_implications(test::built_in_rules(), row.text);
    REQUIRE(match.has_value() == !row.value.empty());
    if (!match) continue;
    CHECK(row.text.substr(match->value) == row.value);
    CHECK(match->bare == row.bare);
  }
}

TEST_CASE("match_none_of: one sentence for several kinds") {
  const auto none_of = [](const std::string& text) {
    return kinds(match_none_of(test::built_in_rules(), text));
  };
  CHECK(none_of("There are no financial, legal or equalities implications.") ==
        Strings{"equalities", "financial", "legal"});
  CHECK(none_of("This report has no direct risk or staffing implications for the Council.") ==
        Strings{"hr", "risk"});
  CHECK(none_of("There are no houses, shops or schools nearby with implications.").empty());
  CHECK(none_of("There are no legal implications.").empty());
}

}  // namespace
}  // namespace moot
