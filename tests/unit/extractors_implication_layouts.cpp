// Implications in the layouts that councils print them in.
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "extractors/sign_off.hpp"
#include "tests/support/make_paper.hpp"

namespace moot {
namespace {

using test::Laid;
using test::Strings;

const std::string kMoney = "The scheme costs £20,000, which is met from the reserves of the fund.";
const std::string kLaw = "The Council may do this under section 1 of the Parks Act, as before.";
const std::string kRisk = "The risks are few and are told in the register of the town.";

Strings implications(const Document& doc) {
  return test::shown(test::record_of(doc, "report").implications);
}

Strings text_implications(const std::string& text) {
  return implications(test::text_document(text));
}

TEST_CASE("implications: a table with roman numbers, labels and text") {
  CHECK(implications(Laid()
                         .heading("C. SUMMARY OF IMPLICATIONS", 13)
                         .cell(1, 1, "I.")
                         .cell(1, 2, "Council Values", true)
                         .cell(1, 3, "Working in partnership with the towns of the area.")
                         .cell(2, 1, "II.")
                         .cell(2, 2, "Policy and Legal", true)
                         .cell(2, 3, kLaw)
                         .cell(3, 1, "III.")
                         .cell(3, 2, "Implications for Scheme of Delegations to Officers", true)
                         .cell(3, 3, "None.")
                         .cell(4, 1, "IV.")
                         .cell(4, 2, "Resources - (Financial and Staffing)", true)
                         .cell(4, 3, kMoney)
                         .heading("D. TERMS OF REPORT", 13)
                         .para("The parks are old.")
                         .get()) ==
        Strings{"priorities|Working in partnership with the towns of the area.|-",
                "legal|" + kLaw + "|-", "policy|" + kLaw + "|-", "governance|None.|-",
                "financial|" + kMoney + "|-", "hr|" + kMoney + "|-"});
}

TEST_CASE("implications: a table with ticks between labels and text") {
  CHECK(implications(Laid()
                         .cell(1, 1, "Financial", true)
                         .cell(1, 2, "Yes")
                         .cell(1, 3, kMoney)
                         .cell(1, 4, "Ada Quill")
                         .cell(2, 1, "Legal", true)
                         .cell(2, 2, "X")
                         .cell(2, 3, kLaw)
                         .cell(2, 4, "Ben Rook")
                         .get()) ==
        Strings{"financial|" + kMoney + "|Ada Quill", "legal|" + kLaw + "|Ben Rook"});
}

TEST_CASE("implications: rows of a table that are all bare words are none") {
  CHECK(implications(Laid()
                         .heading("3. Spending by service", 13)
                         .cell(1, 1, "People")
                         .cell(1, 2, "The service spent what it had been given.")
                         .cell(2, 1, "Communities")
                         .cell(2, 2, "The service spent less than it had been given.")
                         .get())
            .empty());
}

TEST_CASE("implications: bare words count beside other implications") {
  CHECK(text_implications("5. IMPLICATIONS\n\nResources\n\n" + kMoney + "\n\nPolicy and Legal\n\n" +
                          kLaw) ==
        Strings{"financial|" + kMoney + "|-", "legal|" + kLaw + "|-", "policy|" + kLaw + "|-"});
  CHECK(text_implications("Legal implications: " + kLaw + "\n\nRural needs: None.") ==
        Strings{"legal|" + kLaw + "|-", "community|None.|-"});
  CHECK(text_implications("4. Background\n\nPoverty\n\nThe town has few jobs and many homes.")
            .empty());
  CHECK(text_implications("4. Background\n\nPoverty: a survey was made in May.").empty());
}

TEST_CASE("implications: headings of one section, with the kind alone or in a list of lines") {
  CHECK(text_implications("6. Implications\n\n6.1 Financial - There are none.\n\n6.2 Legal - " +
                          kLaw) == Strings{"financial|There are none.|-", "legal|" + kLaw + "|-"});
  CHECK(text_implications("6. Implications\n\n• Financial: There are none.\n\n• Legal: " + kLaw) ==
        Strings{"financial|There are none.|-", "legal|" + kLaw + "|-"});
  CHECK(text_implications("Implications: Financial\n\n" + kMoney + "\n\nImplications: Legal\n\n" +
                          kLaw) == Strings{"financial|" + kMoney + "|-", "legal|" + kLaw + "|-"});
}

TEST_CASE("implications: lines of one paragraph that start with a combined label") {
  CHECK(implications(Laid()
                         .line("Financial and procurement implications: None.")
                         .line("Equality and rural needs implications: None were found.")
                         .get()) == Strings{"financial|None.|-", "procurement|None.|-",
                                            "equalities|None were found.|-",
                                            "community|None were found.|-"});
}

TEST_CASE("implications: a sum with a name behind it is no sign-off alone") {
  CHECK(
      text_implications("Financial implications: £20,000 from reserves (Accountant: Ada Quill)") ==
      Strings{"financial|£20,000 from reserves|(Accountant: Ada Quill)"});
}

TEST_CASE("implications: one sentence for several kinds gives an entry for each") {
  const std::string none = "There are no financial, legal or HR implications.";
  CHECK(text_implications("7. Implications\n\n" + none) ==
        Strings{"financial|" + none + "|-", "legal|" + none + "|-", "hr|" + none + "|-"});
  CHECK(text_implications("7. Background\n\n" + none).empty());
}

TEST_CASE("implications: of a kind that no rule knows") {
  CHECK(text_implications("9. Other implications\n\nNone.") == Strings{"other|None.|-"});
  CHECK(text_implications("9. Other implications\n\nLegal implications\n\n" + kLaw) ==
        Strings{"legal|" + kLaw + "|-"});
  CHECK(text_implications("8. Tramway implications\n\nThe rails will be moved in the spring.") ==
        Strings{"other|The rails will be moved in the spring.|-"});
}

TEST_CASE("implications: officers' advice under their posts") {
  CHECK(text_implications("SUPPLEMENTARY ADVICE FROM OTHER OFFICERS\n\nDirector of Law\n\n" + kLaw +
                          "\n\nStrategic Director of Resources\n\n" + kMoney) ==
        Strings{"legal|" + kLaw + "|-", "financial|" + kMoney + "|-"});
  CHECK(text_implications("9. Background\n\nDirector of Law\n\n" + kLaw).empty());
}

TEST_CASE("implications: lines and brackets of sign-off are cut from the text") {
  for (const char* line :
       {"(Ada Quill, Finance Manager, 14 November 2025)", "Verified by: Ada Quill, Finance Manager",
        "Financial comments authorised by Ada Quill on behalf of the Director of Finance",
        "(Authorised by the Borough Treasurer)", "Name of finance officer: Ada Quill",
        "Signed off by Ada Quill, Finance Manager", "[AQ/03112025/B]",
        "Finance Officer consulted: Ada Quill Date: 4 March 2025"}) {
    INFO(line);
    CHECK(text_implications("5. Financial implications\n\n" + kMoney + "\n\n" + line +
                            "\n\n6. Risk\n\n" + kRisk) ==
          Strings{"financial|" + kMoney + "|" + line, "risk|" + kRisk + "|-"});
  }
  CHECK(text_implications("5. Legal implications\n\n" + kLaw +
                          " (Ben Rook, Solicitor, 3 March 2025)\n\n6. Risk\n\n" + kRisk) ==
        Strings{"legal|" + kLaw + "|(Ben Rook, Solicitor, 3 March 2025)", "risk|" + kRisk + "|-"});
}

TEST_CASE("implications: what is said of a decision or a person is no sign-off") {
  for (const char* line : {"The budget was approved by Cabinet on 4 March 2025.",
                           "Legal advice was provided by counsel. It is told in the appendix.",
                           "(see the report of 4 March 2025)",
                           "The scheme was prepared by the residents of Hill Row."}) {
    INFO(line);
    CHECK(text_implications("5. Financial implications\n\n" + kMoney + "\n\n" + line) ==
          Strings{"financial|" + kMoney + "\n" + line + "|-"});
  }
}

TEST_CASE("implications: a remark of sign-off in the label's own cell") {
  CHECK(implications(Laid()
                         .cell(1, 1, "Financial Implications:", true)
                         .cell(1, 1, "(Authorised by the Borough Treasurer)", true)
                         .cell(1, 2, kMoney)
                         .cell(2, 1, "Risk Management:", true)
                         .cell(2, 2, kRisk)
                         .get()) ==
        Strings{"financial|" + kMoney + "|(Authorised by the Borough Treasurer)",
                "risk|" + kRisk + "|-"});
}

TEST_CASE("implications: a row that holds a sign-off alone, below its label") {
  CHECK(implications(Laid()
                         .cell(1, 1, "Financial Implications:", true)
                         .cell(1, 2, kMoney)
                         .cell(2, 1, "(Authorised by the Borough Treasurer)", true)
                         .cell(3, 1, "Risk Management:", true)
                         .cell(3, 2, kRisk)
                         .get()) ==
        Strings{"financial|" + kMoney + "|(Authorised by the Borough Treasurer)",
                "risk|" + kRisk + "|-"});
}

}  // namespace
}  // namespace moot
