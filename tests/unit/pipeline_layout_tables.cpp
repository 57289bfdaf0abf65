#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "pipeline/layout.hpp"
#include "tests/support/make_page.hpp"

namespace moot {
namespace {

using test::PageBuilder;
using test::shown;
using Texts = std::vector<std::string>;

const std::string kFull = "that the council agrees to keep the market open on each day of the week";

/// A page whose prose is set 13 points apart, so that the file's line pitch is known.
PageBuilder page_with_prose() {
  PageBuilder page;
  page.lines(72, 500, Texts(8, kFull));
  return page;
}

/// The cells alone.
Texts cells(const PageBuilder& page) {
  Texts out;
  for (const RawLine& line : lay_out({page.get()})) {
    if (line.cell.table > 0) out.push_back(shown({line}).front());
  }
  return out;
}

TEST_CASE("lay_out: the second line of a centred cell stays in its cell") {
  PageBuilder page;
  page.text(127, 100, "DECISION TAKEN BY:", 11, true).text(362, 100, "DECISION NUMBER:", 11, true);
  page.text(92, 128, "Cabinet Member for Markets and").text(389, 128, "25/00087");
  page.text(155.9, 141, "Fairs");
  page.text(72, 200, "Key decision: no");
  CHECK(shown(page) == Texts{"1.1.1 DECISION TAKEN BY:", "1.1.1 Cabinet Member for Markets and",
                             "1.1.1 Fairs", "1.1.2 DECISION NUMBER:", "1.1.2 25/00087",
                             "Key decision: no"});
}

TEST_CASE("lay_out: small print below a label cuts no value") {
  PageBuilder page;
  page.text(58, 100, "Decision maker:", 11, true).text(240, 100, "Head of Highways");
  page.text(58, 113, "(name and title)", 8.5);
  page.text(58, 140, "Legal implications:", 11, true)
      .text(240, 140, "The tender complied with the");
  page.text(58, 153, "(Authorised by the", 11, true)
      .text(240, 153, "rules for procurement, and no");
  page.text(58, 166, "statutory Solicitor", 11, true);
  page.text(240, 171, "Any claim is out of time.");
  page.text(58, 179, "of the Borough)", 11, true);
  page.text(58, 206, "Ward:", 11, true).text(240, 206, "All");
  CHECK(cells(page) ==
        Texts{"1.1.1 Decision maker:", "1.1.2 Head of Highways", "1.2.1 (name and title)",
              "1.3.1 Legal implications:", "1.3.2 The tender complied with the",
              "1.3.2 rules for procurement, and no", "1.3.2 Any claim is out of time.",
              "1.4.1 (Authorised by the", "1.4.1 statutory Solicitor", "1.4.1 of the Borough)",
              "1.5.1 Ward:", "1.5.2 All"});
}

TEST_CASE("lay_out: a label longer than its value keeps its last lines") {
  PageBuilder page;
  page.text(62, 100, "Date:", 11, true).text(213, 100, "3 May 2022");
  page.text(62, 126, "Does the report contain", 11, true).text(213, 126, "Yes, Annex 2 is exempt");
  page.text(62, 139, "confidential or exempt", 11, true).text(213, 139, "under the Act");
  page.text(62, 152, "information or", 11, true);
  page.text(62, 165, "appendices?", 11, true);
  page.text(62, 192, "1 Purpose", 11, true);
  CHECK(shown(page) == Texts{"1.1.1 Date:", "1.1.2 3 May 2022", "1.2.1 Does the report contain",
                             "1.2.1 confidential or exempt", "1.2.1 information or",
                             "1.2.1 appendices?", "1.2.2 Yes, Annex 2 is exempt",
                             "1.2.2 under the Act", "1 Purpose"});
}

TEST_CASE("lay_out: rules that add half a point part rows, single spacing does not") {
  PageBuilder page = page_with_prose();
  page.text(72, 100, "Amendment").text(180, 100, "Market days and the fees that are");
  page.text(72, 113, "Name:").text(180, 113, "asked for them");
  page.text(72, 126.5, "Directorate:").text(180, 126.5, "Place");
  page.text(72, 140, "Proposer:").text(180, 140, "A. Miller");
  CHECK(cells(page) == Texts{"1.1.1 Amendment",
                             "1.1.1 Name:", "1.1.2 Market days and the fees that are",
                             "1.1.2 asked for them", "1.2.1 Directorate:", "1.2.2 Place",
                             "1.3.1 Proposer:", "1.3.2 A. Miller"});
}

TEST_CASE("lay_out: a label that wraps beside its text is one cell, in tables of three columns") {
  PageBuilder page = page_with_prose();
  page.text(72, 100, "I").text(112, 100, "Values").text(270, 100, "Working together");
  page.text(72, 113.6, "II").text(112, 113.6, "Policy and Legal (with");
  page.text(270, 113.6, "The tenders were made under the rules of");
  page.text(112, 126.6, "equality, health or risk").text(270, 126.6, "2016. There is no need for");
  page.text(112, 139.6, "assessment)").text(270, 139.6, "an assessment.");
  page.text(72, 153.2, "III").text(112, 153.2, "Delegations").text(270, 153.2, "None.");
  CHECK(cells(page) == Texts{"1.1.1 I", "1.1.2 Values", "1.1.3 Working together", "1.2.1 II",
                             "1.2.2 Policy and Legal (with", "1.2.2 equality, health or risk",
                             "1.2.2 assessment)", "1.2.3 The tenders were made under the rules of",
                             "1.2.3 2016. There is no need for", "1.2.3 an assessment.",
                             "1.3.1 III", "1.3.2 Delegations", "1.3.3 None."});
}

TEST_CASE("lay_out: a list of appendices with rules is a row a line") {
  PageBuilder page = page_with_prose();
  page.text(90, 100, "No.", 11, true).text(250, 100, "Title", 11, true);
  page.text(72, 116, "Appendix 1").text(170, 116, "Plan of the market");
  page.text(72, 129.6, "Appendix 2").text(170, 129.6, "List of stalls");
  page.text(72, 143.2, "Appendix 3").text(170, 143.2, "Fees and charges for traders");
  CHECK(cells(page) == Texts{"1.1.1 No.", "1.1.2 Title", "1.2.1 Appendix 1",
                             "1.2.2 Plan of the market", "1.3.1 Appendix 2", "1.3.2 List of stalls",
                             "1.4.1 Appendix 3", "1.4.2 Fees and charges for traders"});
}

TEST_CASE("lay_out: dates below each other are rows, though no white space parts them") {
  PageBuilder page;
  page.text(72, 100, "May 12, 2024").text(180, 100, "June 6, 2024");
  page.text(72, 113, "October 1, 2024").text(180, 113, "October 15, 2024");
  page.text(72, 126, "November 12, 2024");
  page.text(72, 139, "December 3, 2024").text(180, 139, "December 17, 2024");
  CHECK(cells(page) == Texts{"1.1.1 May 12, 2024", "1.1.2 June 6, 2024", "1.2.1 October 1, 2024",
                             "1.2.2 October 15, 2024", "1.3.1 November 12, 2024",
                             "1.4.1 December 3, 2024", "1.4.2 December 17, 2024"});
}

TEST_CASE("lay_out: a value that nearly fills its column does not join the next one") {
  PageBuilder page = page_with_prose();
  page.text(72, 100, "Documents").text(245, 100, "Held At").text(398, 100, "Contact");
  page.text(72, 113.5, "Area Action Plan").text(245, 113.5, "www.council.example/inf");
  page.text(398, 113.5, "A. Miller,");
  page.text(245, 126.5, "o/2112/markets_and_fairs_pl").text(398, 126.5, "01632 960");
  CHECK(cells(page).back() == "1.2.3 01632 960");
}

TEST_CASE("lay_out: words stretched over a line and type that changes do not hide a column") {
  PageBuilder page;
  page.text(72, 100, "Thursday, 3 May 2022 at ten", 11, true);
  const double end = 72 + 5.5 * 22 + 5 * 3.08;
  page.text(end + 10, 100, "Ask for:").text(400, 100, "A. Miller", 11, true);
  page.text(72, 113, "Old", 11, true).text(104.6, 113, "Town", 11, true);
  page.text(142.8, 113, "Hall,", 11, true).text(186.4, 113, "Moor", 11, true);
  page.text(end + 10, 113, "Telephone:").text(400, 113, "01632 960 100", 11, true);
  CHECK(shown(page) == Texts{"1.1.1 Thursday, 3 May 2022 at ten",
                             "1.1.2 Ask for:", "1.1.3 A. Miller", "1.2.1 Old Town Hall, Moor",
                             "1.2.2 Telephone:", "1.2.3 01632 960 100"});
}

TEST_CASE("lay_out: the number of a minute belongs to its title, lines of movers to a table") {
  PageBuilder page = page_with_prose();
  page.text(72, 100, "AB143/25", 11, true).text(146, 100, "Minutes of the last meeting", 11, true);
  page.text(72, 120, "Proposed by").text(170, 120, "Councillor Miller");
  page.text(72, 136, "Seconded by").text(170, 136, "Councillor Smith");
  CHECK(shown(page)[0] == "AB143/25 Minutes of the last meeting");
  CHECK(cells(page) == Texts{"1.1.1 Proposed by", "1.1.2 Councillor Miller", "1.2.1 Seconded by",
                             "1.2.2 Councillor Smith"});
}

TEST_CASE("lay_out: a row that runs over a page's end goes on in its cells") {
  PageBuilder one{1}, two{2};
  one.text(72, 100, "Ward:").text(180, 100, "Mill");
  one.text(72, 126, "Reasons:").text(180, 126, "The market is to be held on two days");
  two.text(180, 60, "a week, as it was before the war.");
  two.text(180, 86, "Nobody was against it.");
  two.text(72, 112, "Options:").text(180, 112, "None");
  two.text(72, 138, "Contact:").text(180, 138, "A. Miller");
  CHECK(shown(lay_out({one.get(), two.get()})) ==
        Texts{"1.1.1 Ward:", "1.1.2 Mill",
              "1.2.1 Reasons:", "1.2.2 The market is to be held on two days",
              "1.2.2 a week, as it was before the war.", "1.2.2 Nobody was against it.",
              "1.3.1 Options:", "1.3.2 None", "1.4.1 Contact:", "1.4.2 A. Miller"});
}

TEST_CASE("lay_out: a row whose first cell goes on over a page too is one row") {
  PageBuilder one{1}, two{2};
  one.text(72, 100, "Scheme").text(280, 100, "Decision");
  one.text(72, 126, "A shelter for those who").text(280, 126, "The committee asks for a");
  two.text(72, 60, "wait for the bus").text(280, 60, "plan of it");
  two.text(72, 86, "A bench").text(280, 86, "Agreed");
  CHECK(shown(lay_out({one.get(), two.get()})) ==
        Texts{"1.1.1 Scheme", "1.1.2 Decision", "1.2.1 A shelter for those who",
              "1.2.2 The committee asks for a", "1.2.1 wait for the bus", "1.2.2 plan of it",
              "1.3.1 A bench", "1.3.2 Agreed"});
}

TEST_CASE("lay_out: prose at the top of a page does not go on a table") {
  PageBuilder one{1}, two{2};
  one.text(72, 100, "Ward:").text(180, 100, "Mill");
  one.text(72, 126, "Reasons:").text(180, 126, "The market is held on two days");
  two.lines(72, 60, Texts(3, kFull));
  CHECK(shown(lay_out({one.get(), two.get()})).back() == kFull);
}

/// The roles of the lines that hold `word`, page by page.
std::vector<LineRole> roles_of(const std::vector<Page>& pages, std::string_view word) {
  std::vector<LineRole> roles;
  for (const RawLine& line : lay_out(pages)) {
    if (line.text.find(word) != std::string::npos) roles.push_back(line.role);
  }
  return roles;
}

TEST_CASE("lay_out: small lines that count the pages are furniture, on two pages too") {
  std::vector<Page> pages;
  for (int number = 1; number <= 2; ++number) {
    PageBuilder page{number};
    page.text(72, 25, "DATA LABEL: PUBLIC", 10, true).text(520, 25, std::to_string(number), 10);
    page.lines(72, 100, Texts(10, kFull));
    page.text(72, 805, std::to_string(number) + " \u2013 Mill Town Council (3.5.22)", 9);
    pages.push_back(page.get());
  }
  CHECK(roles_of(pages, "Mill Town") == std::vector(2, LineRole::RunningHead));
  // The first may be all that the paper says of its class.
  CHECK(roles_of(pages, "PUBLIC") == std::vector{LineRole::Body, LineRole::RunningHead});
}

}  // namespace
}  // namespace moot
