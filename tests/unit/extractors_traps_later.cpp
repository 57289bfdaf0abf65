// The traps that councils' papers hold, from 17 on; extractors_traps.cpp has the ones before and
// says what their numbers are. A trap that is not handled yet is tagged [!mayfail], so that it
// stays in sight.

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "pipeline/read.hpp"
#include "tests/support/make_paper.hpp"

namespace moot {
namespace {

using test::Laid;
using test::said;
using test::Strings;
using test::text_record;

TEST_CASE("trap 17: hyphens that belong to a word stay, soft ones go") {
  const Record record = text_record(
      "Subject: Parks\n\nSummary: A self-sufficient, three-year plan for the com\xC2\xAD"
      "mittee.",
      "report");
  CHECK(said(record.summary) == "A self-sufficient, three-year plan for the committee.");
}

TEST_CASE("trap 18: bullets of symbol fonts make items and are no part of them") {
  for (const std::string bullet : {"\xEF\x82\xB7", "\xEF\x82\xA7", "·", "•", "-", "*", "o"}) {
    INFO(bullet);
    const Record record = text_record("Subject: Parks\n\nRecommendations:\n\n" + bullet +
                                          " adopt the plan;\n\n" + bullet + " note its cost.\n",
                                      "report");
    CHECK(test::shown(record.recommendations) == Strings{"|adopt the plan;", "|note its cost."});
  }
}

TEST_CASE("trap 18: ligatures are their letters, quotes and dashes stay") {
  const Record record =
      text_record("Subject: Parks\n\nSummary: The ofﬁce’s “ﬂag” – as it is.", "report");
  CHECK(said(record.summary) == "The office’s “flag” – as it is.");
}

TEST_CASE("trap 19: runs of no-break spaces are spaces") {
  const std::string nbsp = "\xC2\xA0";
  const Record record = text_record("Subject:" + nbsp + "Parks\n\nRecommendations:\n\n1.1" + nbsp +
                                        nbsp + nbsp + "Adopt" + nbsp + "the plan.\n\n" + nbsp +
                                        nbsp + "\n\nEmail:" + nbsp + "ada.quill@example.org\n",
                                    "report");
  CHECK(said(record.title) == "Parks");
  CHECK(test::shown(record.recommendations) == Strings{"1.1|Adopt the plan."});
}

TEST_CASE("trap 20: letters with spaces between") {
  CHECK(text_record("PARKS COMMITTEE\n\nA G E N D A\n\n1. Apologies\n\n2. Parks\n").kind ==
        "agenda");
}

TEST_CASE("trap 20: a lead-in with spaces between its letters") {
  const Record record = text_record(
      "12. Parks\n\nR E S O L V E D – T H A T the plan be adopted.\n\n13. Close\n\nAt nine.",
      "minutes");
  CHECK(record.resolutions.size() == 1);
}

TEST_CASE("trap 21: a label broken over two lines") {
  const Record record = test::record_of(Laid()
                                            .para("Parks Plan")
                                            .para("Notice of proposed decision first")
                                            .line("published: 3 January 2025")
                                            .get(),
                                        "issue_details");
  CHECK(said(record.notice_published) == "2025-01-03");
}

TEST_CASE("trap 21: a label whose colon stands on the next line") {
  const Record record =
      text_record("Title\n: PARKS POSITION\nSTATEMENT\n\nTo: Cabinet\n", "report");
  CHECK(said(record.title) == "PARKS POSITION STATEMENT");
}

TEST_CASE("trap 22: the value may stand on the line after its label") {
  const Record record = text_record(
      "Final Decision-Maker\n\nParks Committee\n\nLead Head of Service\n\nBen Rook, Head of "
      "Parks\n\n"
      "Classification\n\nPublic\n\nWards affected\n\nAll\n",
      "report");
  CHECK(said(record.decision_maker) == "Parks Committee");
  CHECK(said(record.lead_director) == "Ben Rook, Head of Parks");
  CHECK(said(record.classification) == "Public");
  CHECK(record.wards == Strings{"All"});
}

TEST_CASE("trap 22: a label is never a value") {
  const Record record = text_record(
      "REPORT OF HEAD OF PARKS\n\nSubject: Parks\n\nLead member:\n\nLead director:\n\nDepartment: "
      "Place\n\n"
      "1. RECOMMENDATIONS\n\n1.1 That it be noted.\n\nBackground Papers:\n\nReference:\n\nContact "
      "Officer: A Quill\n",
      "report");
  CHECK_FALSE(record.lead_member);
  CHECK_FALSE(record.lead_director);
  CHECK(said(record.department) == "Place");
  CHECK(record.background_papers.empty());
}

TEST_CASE("trap 23: several appendices on one line") {
  const Record record = text_record(
      "Subject: Parks\n\nAppendices: Appendix A – The plan Appendix B – Its map Appendix C – Its "
      "index\n",
      "report");
  CHECK(record.appendices ==
        Strings{"Appendix A – The plan", "Appendix B – Its map", "Appendix C – Its index"});
}

TEST_CASE("trap 24: a list that starts again, and (i) after (h)") {
  const Record again = text_record(
      "Subject: Parks\n\nRecommendations:\n\n1. Adopt it.\n\n1. Print it.\n\n1. Note it.\n",
      "report");
  CHECK(test::shown(again.recommendations) == Strings{"1|Adopt it.", "1|Print it.", "1|Note it."});
  const Record letters = text_record(
      "Subject: Parks\n\nRecommendations:\n\n(h) Adopt it.\n\n(i) Print it.\n\n(j) Note it.\n",
      "report");
  CHECK(test::shown(letters.recommendations) ==
        Strings{"h|Adopt it.", "i|Print it.", "j|Note it."});
}

TEST_CASE("trap 25: a body with commas in its name stays whole") {
  const std::string maker = "Parks, Trees & Ponds Cabinet Members Meeting";
  const Record record =
      text_record("Decision details\n\nDecision Maker: " + maker + "\n\nIs Key decision?: No\n");
  CHECK(said(record.decision_maker) == maker);
}

TEST_CASE("trap 26: typing errors of the paper stay") {
  const Record record = text_record(
      "Decision details\n\nDecision Maker: Exeuctive\n\nReason Key: Effects more than 1 "
      "ward;\n\nIs Key "
      "decision?: Yes\n");
  CHECK(said(record.decision_maker) == "Exeuctive");
  CHECK(said(record.key_decision_reason) == "Effects more than 1 ward");
}

TEST_CASE("trap 27: a page with Welsh labels and an English title") {
  const Record record = text_record(
      "Manylion y penderfyniad\n\nParks Plan\n\nY sawl sy’n gwneud penderfyniad : "
      "Cabinet\n\nStatws "
      "Penderfyniad : Argymhellion wedi cymeradwyo\n\nIs AllweddolPenderfyniad?: Na\n\nyn amodol "
      "ar gael ei "
      "alw i mewn?: Na\n\nDyddiad cyhoeddi: 3 Hydref 2022\n\nDyddiad y penderfyniad: 1af Hydref "
      "2022\n");
  CHECK(record.kind == "decision_details");
  CHECK(said(record.decision_maker) == "Cabinet");
  CHECK(said(record.decision_status) == "Argymhellion wedi cymeradwyo");
  CHECK(record.key_decision == false);
  CHECK(record.call_in == false);
  CHECK(said(record.publication_date) == "2022-10-03");
  CHECK(said(record.decision_date) == "2022-10-01");
}

TEST_CASE("trap 27: one Welsh word in an English label") {
  CHECK(text_record("Decision details\n\nIs Allweddol decision?: No\n").key_decision == false);
}

TEST_CASE("trap 28: binary content is refused, whatever it is served as") {
  std::string sheet = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
  for (int i = 0; i < 600; ++i) sheet += static_cast<char>(i % 23);
  const auto doc = read_document(sheet);
  REQUIRE_FALSE(doc);
  CHECK(doc.error().kind == ErrorKind::NotRead);
}

TEST_CASE("trap 29: a template has labels and no values") {
  const Record record = text_record(
      "Report title here\n\nClassification: Public/Private\n\nWards affected: [If not All, insert "
      "affected "
      "wards]\n\nThis report makes the following recommendations:\n\n1. [Insert "
      "recommendation]\n\nLegal "
      "implications\n\n[Insert comments of the Monitoring Officer]\n");
  CHECK_FALSE(record.title);
  CHECK(record.wards.empty());
  CHECK(record.recommendations.empty());
  CHECK(record.implications.empty());
}

TEST_CASE("trap 30: what is proposed, recommended and resolved stay apart") {
  const Record page = text_record(
      "Issue details\n\nParks Plan\n\nDecision due: 4 March 2025 by Cabinet\n\nProposed "
      "decision\n\nTo adopt the "
      "plan for the next three years.\n\nDecision status: Recommendations Approved\n");
  CHECK(said(page.proposed_decision) == "To adopt the plan for the next three years.");
  CHECK(page.recommendations.empty());
  CHECK(page.resolutions.empty());
  CHECK(said(page.decision_status) == "Recommendations Approved");
  const Record report =
      text_record("Subject: Parks\n\nRecommendations\n\n1. That the plan be adopted.\n", "report");
  CHECK(report.resolutions.empty());
  CHECK_FALSE(report.proposed_decision);
}

TEST_CASE("trap 31: a title in a recommendation is no field") {
  const Record record = text_record(
      "Subject: Posts\n\nRecommendations\n\n1. Approve Councillor Quill as a Lead Member for "
      "Parks.\n\n2. Thank the "
      "Lead Director for her work.\n",
      "report");
  CHECK_FALSE(record.lead_member);
  CHECK_FALSE(record.lead_director);
  CHECK(record.recommendations.size() == 2);
}

TEST_CASE("trap 32: 'not before' gives when it is due, not when it was decided") {
  const Record record = text_record(
      "Issue details\n\nParks Plan\n\nDecision due: Not before 3rd October 2025 by Leader of the "
      "Council\n");
  CHECK(said(record.decision_due) == "2025-10-03");
  CHECK_FALSE(record.decision_date);
  CHECK(said(record.decision_maker) == "Leader of the Council");
}

TEST_CASE(
    "trap 33: the exclusion of the press is a resolution, and does not make the minutes exempt") {
  const Record record = text_record(
      "MINUTES of the Parks Committee held on 4 March 2025\n\n1. Parks\n\nNoted.\n\n2. Exclusion "
      "of the press and "
      "public\n\nRESOLVED that the press and public be excluded under paragraph 3 of Part 1 of "
      "Schedule 12A.\n\n"
      "3. Land\n\nNoted.\n");
  CHECK(record.resolutions.size() == 1);
  CHECK_FALSE(record.exempt);
}

TEST_CASE("trap 34: planning references of a parish are no decision numbers") {
  const Record record = text_record(
      "ALDERMERE PARISH COUNCIL\n\nMINUTES of the meeting of the Council held on 4 March "
      "2025\n\nPRESENT: Cllrs A "
      "Quill (Chair), B Rook\n\n1. Planning\n\nRef: 23/05927/FUL - a shed at Elm Cottage. No "
      "objection.\n\n"
      "2. Payments\n\nBR to ask for a receipt.\n\n3. Close\n\nThe meeting closed at 9 pm.\n");
  CHECK(record.kind == "minutes");
  CHECK_FALSE(record.decision_number);
  CHECK(record.present == Strings{"A Quill", "B Rook"});
}

}  // namespace
}  // namespace moot
