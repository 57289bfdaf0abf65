#include "extractors/council.hpp"

#include <catch2/catch.hpp>

#include "extractors/language.hpp"
#include "tests/support/make_paper.hpp"

namespace moot {
namespace {

std::string council_of(std::string_view text) {
  const Record record = test::text_record(text);
  return record.council ? record.council->name : "none";
}

struct Row {
  const char* text;
  const char* council;
};

TEST_CASE(
    "council: whose masthead, meeting or address it is wins over who is mentioned more often") {
  const auto row = GENERATE(
      Row{"KENT COUNTY COUNCIL\n\nCABINET\n\nMINUTES of a meeting held on 4 May 2024.\n\n"
          "Medway Council had replied. Medway Council would write again. Medway Council agreed.",
          "Kent County Council"},
      Row{"MINUTES OF THE MEETING OF ELMFOLD PARISH COUNCIL\n\nThe clerk had heard from Eden "
          "District Council. Eden District Council had cut the grass.\n\nEden District Council "
          "will come again.",
          "Elmfold Parish Council"},
      Row{"Report to Cabinet\n\nMedway Council has agreed.\n\nMedway Council will pay.\n\n"
          "Contact: ada.quill@kent.gov.uk",
          "Kent County Council"},
      Row{"Library hours\n\nThe plan of Surrey County Council (SCC) is old. SCC will renew it, and "
          "SCC will pay.\n\nKent County Council has a plan. Kent County Council uses it.",
          "Surrey County Council"},
      Row{"London Borough of Elmfold\n\nForward plan", "London Borough of Elmfold"},
      Row{"Ashen Vale Council\n\nReport on libraries", "Ashen Vale Council"},
      Row{"Ash & Elm Combined Authority\n\nReport", "Ash and Elm Combined Authority"});
  CAPTURE(row.text);
  CHECK(council_of(row.text) == row.council);
}

TEST_CASE("council: nobody's where the paper is an inspector's or names only others") {
  const auto text = GENERATE(
      "Appeal Decision\n\nby A Quill BA MRTPI\n\nan Inspector appointed by the Secretary of State"
      "\n\nThe appeal is against Kent County Council.",
      "FAO: Ann Other\n\nTendring District Council\n\nTown Hall\n\nThe access is safe.",
      "Budget\n\nWork goes on jointly with Medway Council, and a bid with Medway Council was sent.",
      "Arts and books\n\nThe Full Council met.");
  CAPTURE(text);
  CHECK(council_of(text) == "none");
}

TEST_CASE("council: a letter is its writer's, not the addressee's") {
  CHECK(council_of("Essex County Council\n\nCounty Hall\n\nTo: Ann Other\n\nTendring District "
                   "Council\n\nDear Ms Other\n\nWe do not object.") == "Essex County Council");
}

TEST_CASE("council: a paper in Welsh has the name in Welsh, one in both languages in English") {
  const std::string welsh =
      "\n\nMae'r cyfarfod hwn wedi ei gynnal yn y neuadd, ac mae'r aelodau yn bod gyda'r clerc.";
  const std::string english = "\n\nThe report is for the members and was agreed by the committee.";
  CHECK(council_of("CYNGOR SIR ELMFRO" + welsh) == "Cyngor Sir Elmfro");
  CHECK(council_of("CYNGOR SIR CAERFYRDDIN" + welsh) == "Cyngor Sir Caerfyrddin");
  CHECK(council_of("CYNGOR SIR ELMFRO\n\nELMFRO COUNTY COUNCIL" + welsh + english) ==
        "Elmfro County Council");
}

TEST_CASE("council: a web page's title names it when its text does not") {
  const Record record = test::html_record(
      "<html><head><title>Issue details - Elmshire County Council</title></head>"
      "<body><h1>Issue details</h1><p>Libraries</p></body></html>");
  REQUIRE(record.council);
  CHECK(record.council->name == "Elmshire County Council");
}

TEST_CASE("tell_language: by common words of either, not by a word or two") {
  CHECK(tell_language("The report of the committee was for the cabinet to read.") == "en");
  CHECK(tell_language("Mae'r cyfarfod wedi bod yn hir, ac mae'r aelodau gyda ni.") == "cy");
  CHECK(tell_language("Mae'r cyfarfod wedi bod yn hir, ac yr oedd gwaith. The meeting was long and "
                      "there was work for the clerk.") == "en+cy");
  CHECK(tell_language("The chair spoke at 9 am, o and i, y and ar. The meeting was long.") == "en");
  CHECK(tell_language("") == "en");
}

}  // namespace
}  // namespace moot
