// Records of decision as councils lay them out: forms, tables, notices of several decisions.
// Made-up papers.

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/support/make_paper.hpp"

namespace moot {
namespace {

using test::Laid;
using test::said;
using test::Strings;
using test::text_record;

std::string row(const std::string& label, const std::string& value) {
  return "<tr><td><b>" + label + "</b></td><td>" + value + "</td></tr>";
}

TEST_CASE("decision notices: a form of labels beside their values") {
  const Record record = test::html_record(
      "<html><body><h1>Officer Executive Decision Notice</h1><table>" +
      row("Decision of", "Executive Director: Growth and Places") +
      row("Title of decision", "Parks Plan") + row("Key decision / non-key", "Non-key") +
      row("Reference no.", "ODN/2025/018") + row("Ward(s)", "Bankside, Elm Park") +
      row("Portfolio Holder", "Cabinet Member for Parks") +
      row("Description of decision", "<p>1. To adopt the plan.</p><p>2. To print its map.</p>") +
      row("Reason(s) for decision", "The present plan ends in March.") +
      row("Other options considered and why rejected", "To have no plan.") +
      row("Details of consultation undertaken", "Friends of the parks") +
      row("Declarations of interest", "None") + row("Dispensations granted", "N/A") +
      row("Call-in deadline", "3 April 2025") + row("Date of decision", "26 March 2025") +
      row("Date published", "27 March 2025") + row("Implementation date", "4 April 2025") +
      "</table></body></html>");
  CHECK(record.kind == "decision_notice");
  CHECK(said(record.title) == "Parks Plan");
  CHECK(said(record.decision_number) == "ODN/2025/018");
  CHECK(said(record.decision_maker) == "Executive Director: Growth and Places");
  CHECK(said(record.lead_member) == "Cabinet Member for Parks");
  CHECK_FALSE(record.lead_director);
  CHECK(record.wards == Strings{"Bankside", "Elm Park"});
  CHECK(test::shown(record.resolutions) == Strings{"1|To adopt the plan.", "2|To print its map."});
  CHECK(said(record.reasons) == "The present plan ends in March.");
  CHECK(test::shown(record.options) == Strings{"|To have no plan."});
  CHECK(said(record.consultation) == "Friends of the parks");
  CHECK(said(record.conflicts_of_interest) == "None");
  CHECK(said(record.dispensations) == "N/A");
  CHECK(said(record.decision_date) == "2025-03-26");
  CHECK(said(record.publication_date) == "2025-03-27");
  CHECK(said(record.effective_date) == "2025-04-04");
}

TEST_CASE("decision notices: small print under a label makes a row, and is no label") {
  const Record record = test::record_of(Laid()
                                            .heading("RECORD OF OFFICER DECISION")
                                            .cell(1, 1, "Decision taken:", true)
                                            .cell(1, 2, "The Director has:")
                                            .cell(2, 1, "(full details)")
                                            .cell(2, 2, "(1) approved the plan; and")
                                            .cell(2, 2, "(2) printed its map.")
                                            .cell(3, 1, "Legal implications:", true)
                                            .cell(3, 2, "The plan complies with the Act and")
                                            .cell(4, 1, "(completed by Legal)")
                                            .cell(4, 2, "with the Rules.")
                                            .cell(5, 1, "Financial implications:", true)
                                            .cell(5, 2, "The cost is within the budget.")
                                            .get());
  CHECK(test::shown(record.resolutions) ==
        Strings{"1|approved the plan; and", "2|printed its map."});
  REQUIRE(record.implications.size() == 2);
  CHECK(record.implications[0].text == "The plan complies with the Act and with the Rules.");
}

TEST_CASE("decision notices: parts with numbers, and the law in brackets behind their headings") {
  const Record record = test::record_of(
      Laid()
          .heading("NOTICE OF EXECUTIVE DECISION", 14)
          .heading("PART 1 – RECORD OF THE DECISION (Reg. 12(2)(a))")
          .para("(i) approved the plan of the parks.")
          .heading("PART 2 – REASONS FOR THE DECISION (Reg. 12(2)(b))")
          .para("The present plan ends in March.")
          .heading("PART 3 – DISPENSATIONS GRANTED BY THE HEAD OF PAID SERVICE (Reg. 12(2)(e))")
          .para("None.")
          .get());
  CHECK(test::shown(record.resolutions) == Strings{"i|approved the plan of the parks."});
  CHECK(said(record.reasons) == "The present plan ends in March.");
  CHECK(said(record.dispensations) == "None.");
}

TEST_CASE("decision notices: a cell that ends in 'and' goes on below the table") {
  const auto record = [](const std::string& cell, const std::string& below) {
    return test::record_of(Laid()
                               .heading("RECORD OF DECISION", 14)
                               .cell(1, 1, "DECISION TAKEN BY:", true)
                               .cell(1, 1, cell)
                               .cell(1, 2, "DECISION NO:", true)
                               .cell(1, 2, "25/00087")
                               .para(below)
                               .get());
  };
  CHECK(said(record("Cabinet Member for Parks and", "Ponds").decision_maker) ==
        "Cabinet Member for Parks and Ponds");
  CHECK(said(record("Cabinet Member for Parks", "Ponds").decision_maker) ==
        "Cabinet Member for Parks");
  CHECK(said(record("Cabinet Member for Parks and", "Key decision: YES").decision_maker) ==
        "Cabinet Member for Parks and");
}

TEST_CASE("decision notices: labels side by side on one line") {
  const Record record = text_record(
      "RECORD OF DECISION\n\nDate of decision: 4 December 2025 Date published: 5 December "
      "2025\n\nSubject: Parks Plan: the first Date of many\n\nDecision:\n\nThat it be adopted.\n");
  CHECK(said(record.decision_date) == "2025-12-04");
  CHECK(said(record.publication_date) == "2025-12-05");
  CHECK(said(record.title) == "Parks Plan: the first Date of many");
}

TEST_CASE("decision notices: what several decisions decided is one list") {
  const Record record = text_record(
      "NOTICE OF DECISIONS TAKEN BY THE CABINET\n\nDate Published: 27 March 2025\n\n1. PARKS "
      "PLAN\n\nRESOLVED that the plan be adopted from April.\n\nREASONS\n\nThe present plan ends "
      "in "
      "March.\n\n2. OLD MILL\n\nRESOLVED that the lease be granted.\n");
  CHECK(test::shown(record.resolutions) ==
        Strings{"|that the plan be adopted from April.", "|that the lease be granted."});
  CHECK_FALSE(record.title);
}

TEST_CASE("decision notices: a decision's date is not what was decided") {
  const Record record = text_record(
      "RECORD OF DECISION OF THE CABINET MEMBER\n\nDecision Made: 26 March 2025\n\nPARKS "
      "PLAN\n\nDecision Made\n\n1. That the plan be adopted.\n\nReasons for Decision\n\nIt "
      "ends.\n");
  CHECK(said(record.decision_date) == "2025-03-26");
  CHECK(test::shown(record.resolutions) == Strings{"1|That the plan be adopted."});
}

TEST_CASE("decision notices: when it takes effect may stand in a sentence") {
  const auto record = [](const std::string& sentence) {
    return text_record(
        "RECORD OF DECISION\n\nSubject: Parks Plan\n\nDecision:\n\nThat it be "
        "adopted.\n\nPublication\n\n" +
            sentence + "\n",
        "decision_notice");
  };
  const Record told = record(
      "This decision was published on 27 March 2025 and will come into force on 4 April 2025.");
  CHECK(said(told.publication_date) == "2025-03-27");
  CHECK(said(told.effective_date) == "2025-04-04");
  const Record untold = record("The plan of 4 April 2025 will come into force when it is printed.");
  CHECK_FALSE(untold.effective_date);
}

TEST_CASE("decision notices: whether a paper is exempt") {
  const auto exempt = [](const std::string& line) {
    return said(text_record("RECORD OF DECISION\n\nSubject: Parks Plan\n\n" + line +
                                "\n\nDecision:\n\nThat it be adopted.\n",
                            "decision_notice")
                    .exempt);
  };
  CHECK(exempt("Is the report exempt? No") == "open");
  CHECK(exempt("Is the report exempt? Yes") == "full");
  CHECK(exempt("Does the record contain exempt or confidential information? Yes – in part.") ==
        "part");
  CHECK(exempt("Exempt: Yes - Appendix 2 is exempt under paragraph 3") == "part");
  CHECK(exempt("Appendix 2 is exempt from publication under paragraph 3 of Schedule 12A.") ==
        "part");
  CHECK(exempt("For publication [Do not include what is exempt]") == "open");
  CHECK(exempt("Appendix 2 is a map of the parks.") == "(nothing)");
}

TEST_CASE(
    "decision notices: one label for conflicts and dispensations, an empty one before a "
    "signature") {
  const std::string start =
      "RECORD OF DECISION\n\nSubject: Parks Plan\n\nDecision:\n\nThat it be "
      "adopted.\n\nAny interest declared when the decision was taken and any "
      "dispensation granted by the Proper Officer:";
  const Record none = text_record(start + " None\n");
  CHECK(said(none.conflicts_of_interest) == "None");
  CHECK(said(none.dispensations) == "None");
  const Record empty = text_record(start + "\n\n............ signed\n\nForm C (rev. 4)\n");
  CHECK_FALSE(empty.conflicts_of_interest);
  CHECK_FALSE(empty.dispensations);
}

TEST_CASE("decision notices: marks of a forward plan are no part of a title") {
  const auto title = [](const std::string& printed) {
    return said(
        text_record("RECORD OF DECISION\n\nSubject: " + printed + "\n\nDecision:\n\nAgreed.")
            .title);
  };
  CHECK(title("Parks Plan (Key Decision)") == "Parks Plan");
  CHECK(title("* Parks Plan (Part Exempt) New!") == "Parks Plan");
  CHECK(title("Parks Plan - KEY DECISION") == "Parks Plan");
  CHECK(title("Parks Plan (Phase 2)") == "Parks Plan (Phase 2)");
}

}  // namespace
}  // namespace moot
