#include <catch2/catch.hpp>

#include "extractors/values.hpp"

TEST_CASE("is_person_name: names in their printed forms") {
  const auto name = GENERATE(
      "Jane Smith", "Chris O'Dell",
      "Chris O\xE2\x80\x99"
      "Dell",
      "Yvette Thompson-Hoyle", "Dafydd ap Rhys", "K Aubrook", "Dr A Sinha", "J. P. Smithson OBE",
      "JP Smithson", "J.P. Smithson", "Cllr Ann Lee", "Councillor Ann Lee MBE", "Mr Jones",
      "Mrs R Bell", "JANE SMITH", "Jane SMITH", "Ludo van der Berg", "Si\xC3\xA2n Prys",
      "Mary-Jane Poe", "Lady Ann Poe", "Anna McKay", "K Reece BA (Hons) MA MRTPI",
      "R C Lovell, OBE", "Ann Head", "Y Cynghorydd Ann Lee", "Jane Page", "Will Bates",
      "Rhys Chambers", "Jane Ward", "Tom Hall", "\xC3\x89ric Poe");
  CAPTURE(name);
  // 'Y' in front belongs to the title and is cut by tidy_name first.
  CHECK(moot::is_person_name(moot::tidy_name(name, false)));
}

TEST_CASE("is_person_name: bodies, roles, papers and sentences are no names") {
  const auto text = GENERATE(
      "", "Jane", "Finance Director", "Planning Committee", "Legal Team", "Kent County Council",
      "Corporate Services", "Annual Report", "Head of Finance", "Finance Head Office",
      "Democratic Services", "jane smith", "Jane smith", "Jane Smith and Ann Lee",
      "Jane Smith, Director", "Room 4", "Jane 4 Smith", "The Clerk", "Budget Monitoring",
      "All Wards", "Chief Executive", "Monday Evening", "Not Applicable", "Chris, Ann Lee, Bob Ray",
      "Jane Smith:", "Alpha Beta Gamma Delta Epsilon", "County Hall", "CEO Search", "Castle PH",
      "Front Page Will", "Natural Gain", "Swyddog Cyllid", "Vice-Chairman Elect", "J. P.",
      "Yes - Jane");
  CAPTURE(text);
  CHECK_FALSE(moot::is_person_name(text));
}

TEST_CASE("tidy_name: what goes and what stays") {
  struct Row {
    const char* text;
    bool strip;
    const char* name;
  };
  const auto row = GENERATE(
      Row{"Cllr Ann  Lee (Chair),", false, "Ann Lee"}, Row{"Councillor Ann Lee", true, "Ann Lee"},
      Row{"Cllr. Ann Lee", false, "Ann Lee"}, Row{"Cyng. Ann Lee", false, "Ann Lee"},
      Row{"Y Cynghorydd Ann Lee", false, "Ann Lee"}, Row{"County Cllr Webbe", false, "Webbe"},
      Row{"Mr R W Gow", false, "Mr R W Gow"}, Row{"Mr R W Gow", true, "R W Gow"},
      Row{"Dr A Sinha", true, "Dr A Sinha"}, Row{"Mr R C Lovell, OBE", false, "Mr R C Lovell, OBE"},
      Row{"K Reece BA (Hons) MA MRTPI", true, "K Reece BA (Hons) MA MRTPI"},
      Row{"Ann Lee [Clerk]", true, "Ann Lee"},
      Row{"William (Bill) Poe", true, "William (Bill) Poe"},
      Row{"Ann Lee (Vice-Chairman) ;", true, "Ann Lee"}, Row{"Ann Lee.", true, "Ann Lee"},
      Row{"Ann\nLee", true, "Ann Lee"}, Row{"", true, ""}, Row{"Cllr", true, "Cllr"});
  CAPTURE(row.text, row.strip);
  CHECK(moot::tidy_name(row.text, row.strip) == row.name);
}

TEST_CASE("parse_person: name and role are told apart by their words") {
  struct Row {
    const char* text;
    const char* name;
    const char* role;
  };
  const auto row = GENERATE(
      Row{"Ann Lee", "Ann Lee", ""}, Row{"Cllr Ann Lee (Chair)", "Ann Lee", "Chair"},
      Row{"Ann Lee, Head of Finance", "Ann Lee", "Head of Finance"},
      Row{"Ann Lee, Head of Finance Email: ann.lee@kent.gov.uk or 01622 496000.", "Ann Lee",
          "Head of Finance"},
      Row{"Ann Lee, Director of Technology, Corporate Services,, 01622 496000", "Ann Lee",
          "Director of Technology, Corporate Services"},
      Row{"Ann Lee / 01622 496000 / Email: ann.lee@kent.gov.uk", "Ann Lee", ""},
      Row{"Ann Lee 01622 496000 Email:", "Ann Lee", ""}, Row{"Ann Lee Email:", "Ann Lee", ""},
      Row{"Ann Lee - Policy Manager", "Ann Lee", "Policy Manager"},
      Row{"Ann Lee \xE2\x80\x93 Policy Manager", "Ann Lee", "Policy Manager"},
      Row{"Head of Leisure Services - Kevin Poe", "Kevin Poe", "Head of Leisure Services"},
      Row{"Chief Executive: Sean Poe", "Sean Poe", "Chief Executive"},
      Row{"Executive Director of Place, Paul Poe", "Paul Poe", "Executive Director of Place"},
      Row{"Portfolio Holder for Finance, Councillor Ann Lee", "Ann Lee",
          "Portfolio Holder for Finance"},
      Row{"Ann Lee, Deputy Leader and Cabinet Member for Finance, Corporate and Traded Services",
          "Ann Lee", "Deputy Leader and Cabinet Member for Finance, Corporate and Traded Services"},
      Row{"Corporate Director, Children, Young People and Education - Sara Poe", "Sara Poe",
          "Corporate Director, Children, Young People and Education"},
      Row{"K Aubrook", "K Aubrook", ""},
      Row{"Ann Lee Head of Finance", "Ann Lee", "Head of Finance"},
      Row{"Cabinet Member for Finance Councillor Ann Lee", "Ann Lee", "Cabinet Member for Finance"},
      Row{"Ann Lee\nMid County Services Director", "Ann Lee", "Mid County Services Director"},
      Row{"Ann Lee \xE2\x80\x93 Town Clerk, Jo Poe - Assistant Town Clerk.", "Ann Lee",
          "Town Clerk"},
      Row{"Ann Lee, Chief Officer, Jo Poe, Director of Policy", "Ann Lee", "Chief Officer"},
      Row{"Report Author Ann Page, Programme Officer", "Ann Page", "Programme Officer"},
      Row{"Response by Councillor Ann Lee, Cabinet Member for Growth", "Ann Lee",
          "Cabinet Member for Growth"},
      Row{"STRATEGIC DIRECTOR", "", "STRATEGIC DIRECTOR"},
      Row{"Interim Head of Finance", "", "Interim Head of Finance"},
      Row{"Ann Lee OBE, Leader of the Council", "Ann Lee OBE", "Leader of the Council"},
      Row{"R C Lovell, OBE", "R C Lovell, OBE", ""},
      Row{"Ann Lee, an Inspector appointed by the Secretary of State", "Ann Lee",
          "an Inspector appointed by the Secretary of State"});
  CAPTURE(row.text);
  const auto person = moot::parse_person(row.text);
  REQUIRE(person);
  CHECK(person->name.value_or("") == row.name);
  CHECK(person->role.value_or("") == row.role);
}

TEST_CASE("parse_person: text without name and role gives nothing") {
  const auto text =
      GENERATE("", "None", "Email:", "23/00120", "01622 496000", "the water main",
               "BE IT RESOLVED, that the Chief Officer acts",
               "Actual Cost may include the City Engineer and the Manager to be", "Kent");
  CAPTURE(text);
  CHECK_FALSE(moot::parse_person(text).has_value());
}
