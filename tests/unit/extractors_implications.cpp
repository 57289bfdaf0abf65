#include "extractors/implications.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/support/make_paper.hpp"

namespace moot {
namespace {

using test::Laid;
using test::Strings;

const std::string kMoney = "The scheme costs £20,000, which is met from the reserves of the fund.";
const std::string kLaw =
    "The Council may do this under section 1 of the Parks Act, as it has before.";

Strings text_implications(const std::string& text) {
  return test::shown(test::text_record(text, "report").implications);
}

TEST_CASE("implications: a heading for each kind, its prose below") {
  CHECK(text_implications("1. Purpose\n\n1.1 To say what is planned for the parks of the town.\n\n"
                          "2. Financial implications\n\n2.1 " +
                          kMoney + "\n\n3. Legal implications\n\n3.1 " + kLaw +
                          "\n\n4. Next steps\n\n4.1 The plan is printed.") ==
        Strings{"financial|" + kMoney + "|-", "legal|" + kLaw + "|-"});
}

TEST_CASE("implications: a heading is given as printed, without its number and colon") {
  const Record record = test::text_record(
      "7.0 LEGAL IMPLICATIONS\n\n7.1 " + kLaw + "\n\nEqualities implications: None.", "report");
  REQUIRE(record.implications.size() == 2);
  CHECK(record.implications[0].heading == "LEGAL IMPLICATIONS");
  CHECK(record.implications[1].heading == "Equalities implications");
}

TEST_CASE("implications: a combined heading gives an entry for each kind, with the same text") {
  CHECK(text_implications("Financial, legal and HR implications\n\n" + kMoney) ==
        Strings{"financial|" + kMoney + "|-", "legal|" + kMoney + "|-", "hr|" + kMoney + "|-"});
}

TEST_CASE("implications: several paragraphs are one text") {
  CHECK(text_implications("5. Legal implications\n\n5.1 " + kLaw +
                          "\n\n5.2 It was last done in 2019.") ==
        Strings{"legal|" + kLaw + "\nIt was last done in 2019.|-"});
}

TEST_CASE("implications: sub-headings inside a section are part of its text") {
  const Record record = test::record_of(Laid()
                                            .heading("5. Financial implications", 14)
                                            .para(kMoney)
                                            .heading("5.1 Grants", 11)
                                            .para("There are two, and both are in hand.")
                                            .heading("6. Next steps", 14)
                                            .para("The plan is printed.")
                                            .get(),
                                        "report");
  CHECK(test::shown(record.implications) ==
        Strings{"financial|" + kMoney + "\nGrants\nThere are two, and both are in hand.|-"});
}

TEST_CASE("implications: a heading over other headings of implications has no entry of its own") {
  CHECK(text_implications("6. Implications\n\nLegal implications\n\n" + kLaw) ==
        Strings{"legal|" + kLaw + "|-"});
}

TEST_CASE("implications: a label with nothing under it gives none") {
  CHECK(text_implications("Financial implications:\n\nLegal implications: None.").size() == 1);
}

TEST_CASE("implications: 'None' is what the paper says") {
  CHECK(text_implications("Legal implications: None.") == Strings{"legal|None.|-"});
}

TEST_CASE("implications: a sign-off line is kept whole and is not part of the text") {
  const std::string sign_off = "Finance Officer consulted: Ada Quill Date: 4 March 2025";
  const Record record = test::text_record("Financial implications:\n\n" + kMoney + "\n\n" +
                                              sign_off + "\n\nLegal implications:\n\n" + kLaw +
                                              "\n\nLawyer consulted: Ben Rook Date: 5 March 2025",
                                          "report");
  CHECK(test::shown(record.implications) ==
        Strings{"financial|" + kMoney + "|" + sign_off,
                "legal|" + kLaw + "|Lawyer consulted: Ben Rook Date: 5 March 2025"});
}

TEST_CASE("implications: the table Issue / Implications / Sign-off, as cells") {
  const Record record = test::record_of(Laid()
                                            .heading("4. CROSS-CUTTING ISSUES", 13)
                                            .cell(1, 1, "Issue", true)
                                            .cell(1, 2, "Implications", true)
                                            .cell(1, 3, "Sign-off", true)
                                            .cell(2, 1, "Financial", true)
                                            .cell(2, 2, kMoney)
                                            .cell(2, 3, "Ada Quill, Finance Manager")
                                            .cell(3, 1, "Legal", true)
                                            .cell(3, 2, kLaw)
                                            .cell(3, 3, "Ben Rook, Solicitor")
                                            .heading("5. BACKGROUND PAPERS", 13)
                                            .para("None")
                                            .get(),
                                        "report");
  CHECK(test::shown(record.implications) ==
        Strings{"financial|" + kMoney + "|Ada Quill, Finance Manager",
                "legal|" + kLaw + "|Ben Rook, Solicitor"});
}

TEST_CASE("implications: the table Issue / Implications / Sign-off, run into paragraphs") {
  CHECK(text_implications(
            "4. CROSS-CUTTING ISSUES AND IMPLICATIONS\n\nIssue\n\nImplications\n\nSign-off\n\n"
            "Risk Management\n\nThe risks are few and are told in the register of the town.\n\n"
            "Head of Parks\n\nFinancial\n\n" +
            kMoney + "\n\nAda Quill,\n\nSenior Finance Manager\n\nLegal\n\n" + kLaw +
            "\n\nBen Rook, Solicitor\n\n5. REPORT APPENDICES\n\nAppendix 1: The plan\n") ==
        Strings{"risk|The risks are few and are told in the register of the town.|Head of Parks",
                "financial|" + kMoney + "|Ada Quill, Senior Finance Manager",
                "legal|" + kLaw + "|Ben Rook, Solicitor"});
}

TEST_CASE("implications: labels run on inside one paragraph are told apart") {
  CHECK(text_implications("Financial implications: " + kMoney +
                          " Legal implications There are none. "
                          "Equalities implications The plan was looked at by all.") ==
        Strings{"financial|" + kMoney + "|-", "legal|There are none.|-",
                "equalities|The plan was looked at by all.|-"});
}

TEST_CASE("implications: each part has evidence that stands where the text stands") {
  const std::string text = "Legal implications\n\n" + kLaw;
  const Document doc = test::text_document(text);
  const Record record = test::record_of(doc, "report");
  REQUIRE(record.implications.size() == 1);
  for (const char* part : {"kind", "heading", "text"}) {
    INFO(part);
    REQUIRE(record.evidence.contains(std::string("/implications/0/") + part));
  }
  const Evidence& evidence = record.evidence.at("/implications/0/text");
  REQUIRE(evidence.where.size() == 1);
  CHECK(slice(doc, evidence.where[0].range) == kLaw);
  CHECK(evidence.rule == "implications.legal");
}

TEST_CASE("implications: minutes have none") {
  CHECK(test::text_record("1. Parks\n\nLegal implications: there were none.\n\n2. Roads\n\nNoted.",
                          "minutes")
            .implications.empty());
}

}  // namespace
}  // namespace moot
