#include "extractors/front.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "extractors/language.hpp"
#include "tests/support/make_paper.hpp"

namespace moot {
namespace {

using test::Laid;

const std::string kProse =
    "The parks of the town are well kept by all who use them, and more is planned for the summer.";

TEST_CASE("front: body, date and title of a masthead without labels") {
  const Record record = test::record_of(Laid()
                                            .heading("RUTLAND COUNTY COUNCIL", 14)
                                            .heading("PARKS COMMITTEE", 14)
                                            .heading("4 March 2025", 12)
                                            .heading("Parks Plan 2025: a first look", 16)
                                            .heading("1. Background")
                                            .para(kProse)
                                            .get(),
                                        "report");
  CHECK(test::said(record.body) == "PARKS COMMITTEE");
  CHECK(test::said(record.meeting_date) == "2025-03-04");
  CHECK(test::said(record.title) == "Parks Plan 2025: a first look");
  REQUIRE(record.council);
  CHECK(record.council->name == "Rutland County Council");
  for (const char* pointer : {"/body", "/meeting_date", "/title", "/council"}) {
    INFO(pointer);
    CHECK(record.evidence.contains(pointer));
  }
}

TEST_CASE("front: a label outweighs what the masthead looks like") {
  const Record record = test::record_of(Laid()
                                            .heading("PARKS COMMITTEE", 14)
                                            .heading("4 March 2025", 12)
                                            .heading("A banner that looks like a title", 16)
                                            .para("To: Roads Committee - 5 March 2025")
                                            .para("Subject: Road Plan")
                                            .heading("1. Background")
                                            .para(kProse)
                                            .get(),
                                        "report");
  CHECK(test::said(record.body) == "Roads Committee");
  CHECK(test::said(record.meeting_date) == "2025-03-05");
  CHECK(test::said(record.title) == "Road Plan");
  CHECK(record.evidence.at("/title").rule == "title.subject-label");
}

TEST_CASE("front: minutes and agendas have no title") {
  for (const char* kind : {"minutes", "agenda"}) {
    INFO(kind);
    const Record record = test::record_of(Laid()
                                              .heading("PARKS COMMITTEE", 14)
                                              .heading("Thursday, 30 January 2025", 12)
                                              .heading("Parks in the round", 16)
                                              .para("1. Apologies")
                                              .para("2. Parks")
                                              .get(),
                                          kind);
    CHECK_FALSE(record.title);
    CHECK(test::said(record.body) == "PARKS COMMITTEE");
    CHECK(test::said(record.meeting_date) == "2025-01-30");
  }
}

TEST_CASE("front: a paragraph is no title") {
  CHECK_FALSE(test::record_of(Laid().para(kProse).para(kProse).get(), "report").title);
}

TEST_CASE("front: a title that is printed again above the first section is found in plain text") {
  const Record record =
      test::text_record("PARKS COMMITTEE\n\n4 March 2025\n\nParks Plan for the Town\n\n" +
                            ("Final Decision-Maker\n\nParks Committee\n\n"
                             "Parks Plan for the Town\n\n1. BACKGROUND\n\n1.1 " +
                             kProse + "\n"),
                        "report");
  CHECK(test::said(record.title) == "Parks Plan for the Town");
}

TEST_CASE("council: a name that the paper spells out, or its email domain") {
  const Record named = test::text_record(
      "Subject: Parks\n\n" + kProse + " So says Rutland County Council.", "report");
  REQUIRE(named.council);
  CHECK(named.council->name == "Rutland County Council");
  REQUIRE(named.council->code);
  CHECK(named.council->code->starts_with("E06"));
  CHECK(named.evidence.at("/council").basis == Basis::Stated);
  const Record none = test::text_record("Subject: Parks\n\n" + kProse + " So says RCC.", "report");
  CHECK_FALSE(none.council);
}

TEST_CASE("council: the one of the masthead counts, not one that is only mentioned") {
  const Record record =
      test::text_record("RUTLAND COUNTY COUNCIL\n\nPARKS COMMITTEE\n\nSubject: Parks\n\n" + kProse +
                            " Kent County Council has done so too.",
                        "report");
  REQUIRE(record.council);
  CHECK(record.council->name == "Rutland County Council");
}

TEST_CASE("front: a masthead that is one sentence over several blocks") {
  const Record record = test::markdown_record(
      "**MINUTES OF PROCEEDINGS AT SPECIAL MEETING OF THE DISTRICT OF NORTH**\n\n"
      "**WEALD HELD IN THE GUILDHALL, ON FRIDAY, 4TH**\n\n"
      "**SEPTEMBER, 2020 AT 9.30 A.M.**\n\nPRESENT:\n\nCouncillor A Quill\n",
      "minutes");
  CHECK(test::said(record.body) == "DISTRICT OF NORTH WEALD");
  CHECK(test::said(record.meeting_date) == "2020-09-04");
}

TEST_CASE("front: bodies of minutes and agendas") {
  struct Row {
    std::string text, kind, body;
  };
  const std::vector<Row> rows = {
      {"MINUTES OF THE PLANNING COMMITTEE MEETING HELD ON 4 MARCH 2025", "minutes",
       "PLANNING COMMITTEE"},
      {"Notes of a monthly meeting of the Parish Council held at the hall on 4 March 2025",
       "minutes", "Parish Council"},
      {"Wexcombe Annual Parish Meeting - 3rd May 2016", "minutes",
       "Wexcombe Annual Parish Meeting"},
      {"You are hereby summoned to attend the next meeting of the Finance Committee to be held on "
       "4 "
       "March 2025.",
       "agenda", "Finance Committee"},
      {"A meeting of the Audit Panel will be held at the Guildhall on 4 March 2025.", "agenda",
       "Audit Panel"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(test::said(test::text_record(row.text + "\n\n" + kProse, row.kind).body) == row.body);
  }
}

TEST_CASE("front: the masthead says which parish council it is") {
  const Record record = test::text_record(
      "WEXCOMBE PARISH COUNCIL\n\nMinutes of the Parish Council meeting held at the hall on 4 "
      "March "
      "2025\n",
      "minutes");
  CHECK(test::said(record.body) == "WEXCOMBE PARISH COUNCIL");
}

TEST_CASE("front: committees that are told apart by a letter or an area") {
  for (const char* body :
       {"LICENSING SUB-COMMITTEE B", "Planning Committee (North)", "Area Board East"}) {
    INFO(body);
    const Record record = test::record_of(Laid()
                                              .heading(body, 14)
                                              .heading("4 March 2025", 12)
                                              .heading("1. Background")
                                              .para(kProse)
                                              .get(),
                                          "report");
    CHECK(test::said(record.body) == body);
  }
}

TEST_CASE("front: minutes 'of the above Council' name no body") {
  const Record record = test::text_record(
      "WEXCOMBE PARISH COUNCIL\n\nMinutes of the Annual General Meeting of the above Council held "
      "on "
      "4 March 2025\n",
      "minutes");
  CHECK(test::said(record.body) == "WEXCOMBE PARISH COUNCIL");
}

TEST_CASE("front: the date of a summons is the agenda's own") {
  const Record signed_record = test::text_record(
      "PARKS COMMITTEE\n\nThursday, 13 March 2025\n\nA Quill, Clerk to the Council\n\n4 March "
      "2025\n\n1. Apologies\n\n2. Minutes of 6 February 2025\n",
      "agenda");
  CHECK(test::said(signed_record.meeting_date) == "2025-03-13");
  CHECK(test::said(signed_record.report_date) == "2025-03-04");
  const Record unsigned_record = test::text_record(
      "PARKS COMMITTEE\n\nThursday, 13 March 2025\n\n1. Apologies\n\n2. Minutes of 6 February "
      "2025\n",
      "agenda");
  CHECK_FALSE(unsigned_record.report_date);
}

TEST_CASE("front: a letter without a greeting has a date of its own and no body") {
  const Record record = test::text_record(
      "Our Ref: HT/1\n\nDate: 8 August 2025\n\nFAO: A Quill\n\nWexcombe District Council\n\n"
      "Proposal: Erection of ten houses\n\n" +
          kProse,
      "correspondence");
  CHECK(test::said(record.report_date) == "2025-08-08");
  CHECK_FALSE(record.meeting_date);
  CHECK_FALSE(record.body);
  CHECK(test::said(record.title) == "Erection of ten houses");
}

TEST_CASE("front: a committee under the name of its council is the body") {
  const Record record = test::record_of(Laid()
                                            .heading("WEXCOMBE COUNCIL", 14)
                                            .heading("COUNCIL EXECUTIVE", 12)
                                            .heading("4 March 2025", 12)
                                            .heading("1. Background")
                                            .para(kProse)
                                            .get(),
                                        "report");
  CHECK(test::said(record.body) == "COUNCIL EXECUTIVE");
}

TEST_CASE("front: whether a report is exempt, from the forms' questions") {
  struct Row {
    std::string text, exempt;
  };
  const std::vector<Row> rows = {
      {"Public or private: Public, with a private appendix (Appendix 3)", "part"},
      {"Is this report restricted? Yes No X", "open"},
      {"Is this report restricted? Yes X No", "full"},
      {"Does this report contain exempt or confidential information? Yes - in part", "part"},
      {"Exempt: No", "open"},
      {"Classification: OFFICIAL", "(nothing)"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const Record record =
        test::text_record("PARKS COMMITTEE\n\n" + row.text + "\n\n" + kProse, "report");
    CHECK(test::said(record.exempt) == row.exempt);
  }
}

TEST_CASE("front: members addressed by name are no body; the summons says when the meeting is") {
  const Record record = test::text_record(
      "WEXCOMBE PARISH COUNCIL\n\n3rd October 2025\n\nTo: Councillors A Quill (Chair), B Rook\n\n"
      "To all members of the Council\n\nDear Councillor\n\nYou are hereby summoned to attend a "
      "meeting "
      "of Wexcombe Parish Council, to be held in the barn on Thursday 9th October 2025 at 7.30 "
      "pm.\n\n"
      "AGENDA\n\n1. Apologies\n\n2. Minutes\n",
      "agenda");
  CHECK(test::said(record.body) == "WEXCOMBE PARISH COUNCIL");
  CHECK(test::said(record.meeting_date) == "2025-10-09");
  CHECK(test::said(record.report_date) == "2025-10-03");
}

TEST_CASE("front: the date over an address is the letter's, even where no other is read") {
  const Record record = test::text_record(
      "8th December 2023\n\nTo: Each Member of the Council\n\nYou are requested to attend the "
      "Meeting "
      "of the Roads Committee to be held in the hall on 14 Dec\n\nAGENDA\n\n1. Minutes\n\n2. "
      "Roads\n",
      "agenda");
  CHECK_FALSE(record.meeting_date);
  CHECK(test::said(record.report_date) == "2023-12-08");
}

TEST_CASE("front: a council's annual meeting is a meeting of the council") {
  const Record record = test::text_record(
      "Wexcombe Parish Council A.G.M. - 3rd May 2016\n\nPresent\n\nCouncillors A Quill and B "
      "Rook\n",
      "minutes");
  CHECK(test::said(record.body) == "Wexcombe Parish Council");
  CHECK(test::said(record.meeting_date) == "2016-05-03");
}

TEST_CASE("front: a report in discussions with a portfolio holder names both") {
  const Record record = test::record_of(
      Laid()
          .heading("REPORT OF THE DIRECTOR OF EDUCATION IN DISCUSSIONS WITH THE RELEVANT PORTFOLIO "
                   "HOLDER, COUNCILLOR A QUILL")
          .heading("1. Background")
          .para(kProse)
          .get(),
      "report");
  REQUIRE(record.from.size() == 1);
  CHECK(test::said(record.from[0].role) == "DIRECTOR OF EDUCATION");
  CHECK(test::said(record.lead_member) == "COUNCILLOR A QUILL");
}

TEST_CASE("front: a title broken where its words run out of room is one title") {
  const Record record = test::record_of(Laid()
                                            .heading("Report on the Examination of the", 18)
                                            .heading("Wexcombe Local Plan", 18)
                                            .heading("1. Background")
                                            .para(kProse)
                                            .get(),
                                        "report");
  CHECK(test::said(record.title) == "Report on the Examination of the Wexcombe Local Plan");
}

TEST_CASE("front: a column of dates is none of the paper's own") {
  const Record record = test::record_of(Laid()
                                            .heading("1. Background")
                                            .para(kProse)
                                            .cell(1, 1, "Meeting")
                                            .cell(1, 2, "Date")
                                            .cell(2, 1, "Parks Panel")
                                            .cell(2, 2, "4 March 2025")
                                            .cell(3, 1, "Cabinet")
                                            .cell(3, 2, "11 March 2025")
                                            .get(),
                                        "report");
  CHECK_FALSE(record.report_date);
}

TEST_CASE("tell_language: English, Welsh or both") {
  const std::string welsh =
      "Mae’r adroddiad hwn yn sôn am y parciau ac am yr hyn a wneir ynddynt gan y cyngor yn yr "
      "haf. ";
  CHECK(tell_language(kProse) == "en");
  CHECK(tell_language(welsh) == "cy");
  CHECK(tell_language(kProse + " " + welsh) == "en+cy");
  CHECK(tell_language("") == "en");
  CHECK(tell_language("Parks 2025") == "en");
}

}  // namespace
}  // namespace moot
