// Every form in which councils were seen to print what they decided, each with its near misses.

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "extractors/inline_list.hpp"
#include "tests/support/make_paper.hpp"

namespace moot {
namespace {

using test::Strings;

/// The resolutions of minutes whose second item holds `body`.
Strings resolved(const std::string& body) {
  const Record record = test::text_record(
      "NETHER PELLOW PARISH COUNCIL\n\nMINUTES of a meeting of the Parks Committee held on 4 March "
      "2025\n\n41. APOLOGIES\n\nThere were none, as all the members had come.\n\n42. PARKS "
      "PLAN\n\nThe officer told the committee what was planned for the parks.\n\n" +
          body +
          "\n\n43. TREES\n\nThe officer told the committee about the trees.\n\n44. CLOSE\n\nThe "
          "meeting closed at nine.\n",
      "minutes");
  return test::shown(record.resolutions);
}

struct Row {
  std::string text;
  Strings resolutions;
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(resolved(row.text) == row.resolutions);
  }
}

const std::string kPlan = "That the plan be adopted.";
const std::string kCost = "That its cost be noted.";

TEST_CASE("resolutions: triggers that stand alone") {
  std::vector<Row> rows;
  for (const std::string trigger :
       {"RESOLVED:\n\n",
        "RESOLVED – ",
        "Resolved\n\n",
        "resolved:\n\n",
        "RESOLVED (unanimously) ",
        "Resolved (7:3) – ",
        "RESOLVED: ",
        "RESOLVED - T H A T ",
        "RESOLVED (by 8 votes to 3) ",
        "RESOLVED, unanimously, ",
        "RESOLVED nem con: ",
        "ORDERED ",
        "AGREED: ",
        "Agreed: ",
        "AGREED\n\n",
        "Agreed ",
        "NOTED: ",
        "NOTED ",
        "APPROVED ",
        "DECIDED: ",
        "RECOMMENDED TO COUNCIL\n\n",
        "RECOMMENDED – ",
        "RECOMMENDATION TO COUNCIL: ",
        "Committee Decision:\n\n",
        "Resolved by 6 votes to 2: ",
        "Resolved to RECOMMEND: (to Council)\n\n",
        "DECISION MADE\n\n",
        "Decision Made:\n\n",
        "THE DECISION\n\n",
        "Decision\n\n",
        "DECISION:\n\n",
        "It was RESOLVED ",
        "IT WAS RESOLVED\n\n",
        "PENDERFYNWYD YN UNFRYDOL ",
        "PENDERFYNIAD:\n\n",
        "Proposed by: Cllr Rook   Seconded by: Cllr Finch.\n\nRESOLVED "})
    rows.push_back({trigger + kPlan, {"|" + kPlan}});
  check(rows);
}

TEST_CASE("resolutions: triggers before a list") {
  std::vector<Row> rows;
  for (const std::string trigger :
       {"RESOLVED", "RESOLVED –", "It was RESOLVED that:", "Resolved (9:0) -", "AGREED – T H A T",
        "The Committee resolved:-", "The Cabinet resolved to:", "It was resolved to:",
        "Cllr Rook MOVED, Cllr Finch SECONDED and it was RESOLVED to:", "ORDERED as follows:",
        "Cabinet agree to:", "RECOMMENDED to Council that:", "DECISIONS:", "DECIDED to:-",
        "Decision\n\nThe Parks Committee –", "Penderfynwyd:", "RESOLVED (unanimously)"})
    rows.push_back(
        {trigger + "\n\n(1) " + kPlan + "\n\n(2) " + kCost, {"1|" + kPlan, "2|" + kCost}});
  check(rows);
}

TEST_CASE("resolutions: lists in one sentence") {
  check({{"RESOLVED to (1) agree the plan; and (2) note its cost.",
          {"1|agree the plan; and", "2|note its cost."}},
         {"RESOLVED – (a) That the plan be adopted; (b) that its cost be noted.",
          {"a|That the plan be adopted;", "b|that its cost be noted."}},
         {"RESOLVED that the plan be adopted under sections (1) and (2) of the Act.",
          {"|that the plan be adopted under sections (1) and (2) of the Act."}}});
  CHECK(cut_inline_list("that (i) one is done, (ii) another is begun").size() == 2);
  CHECK(cut_inline_list("that (i) one is done").empty());
  CHECK(cut_inline_list("the plan (a) and the map (b) be adopted").empty());
  CHECK(cut_inline_list("(1) one; (3) three").empty());
}

TEST_CASE("resolutions: sentences that are kept whole") {
  std::vector<Row> rows;
  for (const std::string text :
       {"The Committee RESOLVED to adopt the plan for the parks.",
        "Upon being put to the vote, it was RESOLVED that the plan be adopted.",
        "It was proposed by Cllr Rook, seconded by Cllr Finch and RESOLVED that it be adopted.",
        "Members agreed that the plan be adopted.",
        "The Committee NOTED the report.",
        "The Executive resolved that the plan be adopted.",
        "The Committee, having heard the officer, agreed to adopt the plan.",
        "The Sub-Committee resolved, unanimously, to grant the licence.",
        "The Committee recommended to Council that the plan be adopted.",
        "Proposed Cllr Rook, seconded Cllr Finch, all in favour, that the plan be adopted.",
        "A bill of £78 came for the goalposts. - Resolved to pay",
        "The Sub-Committee decided to grant the application.",
        "The Authority resolved to adopt the plan for the parks.",
        "Nether Pellow Parish Council agreed to adopt the plan.",
        "The plan was talked over and resolved to be good, and it was agreed to adopt it.",
        "It was agreed in principle to give £250 to the band.",
        "A grant to the band was asked for, resolved not to give one.",
        "The Committee approved the minute of its last meeting as a correct record.",
        "The minutes of the meeting held on 7 January 2025 were agreed as a correct record.",
        "Yn dilyn trafodaeth cytunwyd y byddai’r Cyngor yn prynu mainc newydd.",
        "O ran y costau, cynigiwyd gan y Cyng. A. Puw, eiliwyd gan y Cyng. B. Rhys y dylid talu."})
    rows.push_back({text, {"|" + text}});
  check(rows);
}

TEST_CASE("resolutions: what others decide, what is asked and how is voted are none") {
  std::vector<Row> rows;
  for (const std::string text :
       {"Wealdshire County Council agreed to mend the road.",
        "The County Council agreed to mend the road.",
        "The highway authority resolved to mend the road.",
        "The applicant agreed to plant a hedge.",
        "The dispute was resolved to the satisfaction of all.",
        "Cllr Rook asked whether it was agreed to mend the road.",
        "It was agreed that a recorded vote be taken on the motion.", "Noted with thanks.",
        "APPROVED [UNANIMOUS BY ALL]", "Inspector’s Decision: the appeal is dismissed.",
        "Officer’s recommendation: refuse the application.",
        "The Panel noted the report of the officer.", "Action: the clerk to write to the county.",
        "It was recommended that the Committee:-\n\n(1) adopts the plan; and\n\n(2) notes its "
        "cost.",
        "AGREED."})
    rows.push_back({text, {}});
  check(rows);
}

TEST_CASE("resolutions: a decision ends before what was said and how was voted") {
  for (const std::string behind :
       {" Councillor Rook left the meeting.", " The Clerk reported that she had written.",
        " Proposed: Cllr Rook. Seconded: Cllr Finch.", " For: 5, Against: 2",
        "\n\n(For: 5; Against: 2; Abstentions: 1)", " All in favour.", " Action: Clerk"}) {
    INFO(behind);
    CHECK(resolved("RESOLVED: " + kPlan + behind) == Strings{"|" + kPlan});
  }
  CHECK(resolved("RESOLVED: " + kPlan + " The Clerk be asked to write to the county.") ==
        Strings{"|" + kPlan + " The Clerk be asked to write to the county."});
}

TEST_CASE("resolutions: several paragraphs, paragraph numbers, a lead-in that decides") {
  check({{"RESOLVED:\n\n" + kPlan + "\n\n" + kCost, {"|" + kPlan, "|" + kCost}},
         {"RESOLVED –\n\n42.3 " + kPlan + "\n\n42.4 " + kCost, {"|" + kPlan, "|" + kCost}}});
  const std::string lead =
      "That, in accordance with the Regulations on the Meetings of Councils, the public be "
      "excluded from the meeting while the committee looks at the following part of the agenda, "
      "which the officer has designated as exempt, for the reasons given there:";
  check({{"RESOLVED – " + lead + "\n\n(A) That Appendix 3 be exempt.",
          {"|" + lead, "A|That Appendix 3 be exempt."}}});
}

TEST_CASE("resolutions: a list ends with the meeting, and survives a slip of the keyboard") {
  check({{"RESOLVED:\n\n(a) " + kPlan + "\n\n(b) " + kCost +
              "\n\n        The meeting concluded at 9.35 p.m.",
          {"a|" + kPlan, "b|" + kCost}},
         {"RESOLVED:\n\n(A) " + kPlan + "\n\n(b) " + kCost + "\n\n(c) " + kPlan + " Again.",
          {"A|" + kPlan, "b|" + kCost, "c|" + kPlan + " Again."}}});
}

TEST_CASE("resolutions: a sentence goes on at an amount or a bracket below") {
  const Document doc = test::Laid()
                           .para("MINUTES of the Parks Committee held on 4 March 2025")
                           .para("It was resolved that cheques be drawn for: salary")
                           .para("£388.00; hire of the room £45.00.")
                           .get();
  CHECK(test::shown(test::record_of(doc, "minutes").resolutions) ==
        Strings{"|It was resolved that cheques be drawn for: salary £388.00; hire of the room "
                "£45.00."});
}

TEST_CASE("resolutions: a trigger in a cell, and what was decided in the cell beside it") {
  const auto table = [](const std::string& left, const std::string& right) {
    const Record record = test::html_record(
        "<html><body><h1>MINUTES of the Parks Committee held on 4 March 2025</h1><table><tr><td>" +
            left + "</td><td>" + right + "</td></tr></table></body></html>",
        "minutes");
    return test::shown(record.resolutions);
  };
  CHECK(table("Resolved", kPlan) == Strings{"|" + kPlan});
  CHECK(table("Date", kPlan).empty());
  CHECK(table("AGREED", "Date").empty());
}

}  // namespace
}  // namespace moot
