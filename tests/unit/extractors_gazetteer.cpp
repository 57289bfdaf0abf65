#include "extractors/gazetteer.hpp"

#include <catch2/catch.hpp>

using Strings = std::vector<std::string>;

namespace {

Strings names(std::string_view text) {
  Strings all;
  for (const auto& mention : moot::find_authorities(text)) all.push_back(mention.name);
  return all;
}

struct Row {
  const char* text;
  const char* name;
};

}  // namespace

TEST_CASE("find_authorities: full names, in any case and order of words, are stated") {
  const auto row = GENERATE(
      Row{"Kent County Council\xE2\x80\x99s (KCC) plan", "Kent County Council"},
      Row{"KENT COUNTY COUNCIL", "Kent County Council"},
      Row{"of Kent County\nCouncil to", "Kent County Council"},
      Row{"Southwark Council", "London Borough of Southwark"},
      Row{"LONDON BOROUGH OF SOUTHWARK", "London Borough of Southwark"},
      Row{"Southwark London Borough Council", "London Borough of Southwark"},
      Row{"the Council of the London Borough of Southwark", "London Borough of Southwark"},
      Row{"the London Borough of Southwark Council", "London Borough of Southwark"},
      Row{"Royal Borough of Greenwich", "Royal Borough of Greenwich"},
      Row{"Brighton & Hove City Council", "Brighton and Hove City Council"},
      Row{"BATH & NORTH EAST SOMERSET COUNCIL", "Bath and North East Somerset Council"},
      Row{"City of York Council", "City of York Council"},
      Row{"the City of Westminster", "City of Westminster"},
      Row{"City of Bradford Metropolitan District Council",
          "City of Bradford Metropolitan District Council"},
      Row{"City of London Corporation", "City of London Corporation"},
      Row{"Hull City Council", "Hull City Council"},
      Row{"Stoke-on-Trent City Council", "Stoke-on-Trent City Council"},
      Row{"St Helens Council", "St Helens Council"}, Row{"St. Helens Council", "St Helens Council"},
      Row{"Highland Council", "The Highland Council"},
      Row{"Armagh City, Banbridge and Craigavon Borough Council",
          "Armagh City, Banbridge and Craigavon Borough Council"},
      Row{"Council of the Isles of Scilly", "Council of the Isles of Scilly"},
      Row{"Comhairle nan Eilean Siar", "Comhairle nan Eilean Siar"},
      Row{"West of England Combined Authority", "West of England Combined Authority"},
      Row{"West of England Mayoral Combined Authority", "West of England Combined Authority"},
      Row{"Greater London Authority", "Greater London Authority"},
      Row{"Cumbria County Council", "Cumbria County Council"},
      Row{"Cyngor Sir Caerfyrddin", "Carmarthenshire County Council"},
      Row{"Cyngor Bwrdeistref Sirol Caerffili", "Caerphilly County Borough Council"},
      Row{"Cyngor Sir Ynys M\xC3\xB4n", "Isle of Anglesey County Council"},
      Row{"Cyngor Gwynedd", "Gwynedd Council"},
      Row{"Isle of Wight Council", "Isle of Wight Council"},
      Row{"Durham County Council", "Durham County Council"},
      Row{"Gloucester City Council", "Gloucester City Council"},
      Row{"Gloucestershire County Council", "Gloucestershire County Council"},
      Row{"Buckinghamshire Council", "Buckinghamshire Council"},
      Row{"Buckinghamshire County Council", "Buckinghamshire County Council"},
      Row{"Colchester City Council", "Colchester Borough Council"},
      Row{"Southwark council leaders", "London Borough of Southwark"});
  CAPTURE(row.text);
  const auto found = moot::find_authorities(row.text);
  REQUIRE(found.size() == 1);
  CHECK(found[0].name == row.name);
  CHECK(found[0].basis == moot::Basis::Stated);
  CHECK(found[0].code.has_value());
}

TEST_CASE("find_authorities: short forms and domains are inferred") {
  const auto row = GENERATE(
      Row{"Kent CC", "Kent County Council"}, Row{"Maidstone BC", "Maidstone Borough Council"},
      Row{"Tonbridge & Malling BC", "Tonbridge and Malling Borough Council"},
      Row{"Thanet DC", "Thanet District Council"},
      Row{"LB Southwark", "London Borough of Southwark"},
      Row{"jo@southwark.gov.uk", "London Borough of Southwark"},
      Row{"www.southwark.gov.uk", "London Borough of Southwark"},
      Row{"https://democracy.kent.gov.uk/mg.aspx", "Kent County Council"},
      Row{"ed@cherwell-dc.gov.uk", "Cherwell District Council"},
      Row{"mycouncil.surreycc.gov.uk", "Surrey County Council"},
      Row{"x@westofengland-ca.gov.uk", "West of England Combined Authority"},
      Row{"democracy.brighton-hove.gov.uk", "Brighton and Hove City Council"},
      Row{"democratiaeth.sirgar.llyw.cymru", "Carmarthenshire County Council"},
      Row{"cardiff.moderngov.co.uk", "City of Cardiff Council"},
      Row{"a@tmbc.gov.uk.", "Tonbridge and Malling Borough Council"},
      Row{"www.iow.gov.uk", "Isle of Wight Council"},
      Row{"modgov.lincoln.gov.uk", "City of Lincoln Council"},
      Row{"x@gloucester.gov.uk", "Gloucester City Council"},
      Row{"x@gloucestershire.gov.uk", "Gloucestershire County Council"},
      Row{"x@durham.gov.uk", "Durham County Council"});
  CAPTURE(row.text);
  const auto found = moot::find_authorities(row.text);
  REQUIRE(found.size() == 1);
  CHECK(found[0].name == row.name);
  CHECK(found[0].basis == moot::Basis::Inferred);
}

TEST_CASE("find_authorities: bodies of no gazetteer are found by the pattern of their names") {
  const auto row = GENERATE(
      Row{"The Clerk informed Tintern Community Council", "Tintern Community Council"},
      Row{"Milburn Parish Council", "Milburn Parish Council"},
      Row{"MINUTES OF THE MEETING OF MILBURN PARISH COUNCIL HELD ON", "Milburn Parish Council"},
      Row{"Royal Sutton Coldfield Town Council", "Royal Sutton Coldfield Town Council"},
      Row{"Manordeilo and Salem Community Council", "Manordeilo and Salem Community Council"},
      Row{"MANORDEILO & SALEM COMMUNITY COUNCIL", "Manordeilo and Salem Community Council"},
      Row{"CYNGOR CYMUNED MANORDEILO A SALEM", "Cyngor Cymuned Manordeilo a Salem"},
      Row{"Cyngor Tref Aberteifi yn cwrdd", "Cyngor Tref Aberteifi"},
      Row{"ST MARY'S ISLAND PARISH COUNCIL", "St Mary's Island Parish Council"},
      Row{"London Borough of Elmfold", "London Borough of Elmfold"},
      Row{"the LONDON BOROUGH OF ELM & ASH Council", "London Borough of Elm and Ash"},
      Row{"Royal Borough of Elmfold Planning", "Royal Borough of Elmfold"},
      Row{"Elmfold London Borough Council", "Elmfold London Borough Council"},
      Row{"Elmfold County Borough Council", "Elmfold County Borough Council"},
      Row{"CYNGOR SIR ELMFRO", "Cyngor Sir Elmfro"},
      Row{"Cyngor Bwrdeistref Sirol Elmfro", "Cyngor Bwrdeistref Sirol Elmfro"},
      Row{"Stow-on-the-Wold Town Council", "Stow-on-the-Wold Town Council"},
      Row{"STOW-ON-THE-WOLD TOWN COUNCIL", "Stow-on-the-Wold Town Council"},
      Row{"Issued by Weston Parish Council", "Weston Parish Council"},
      Row{"Members of Weston Parish Council", "Weston Parish Council"},
      Row{"At Weston Parish Council's meeting", "Weston Parish Council"},
      Row{"NOTICE IS HEREBY GIVEN THAT WESTON PARISH COUNCIL WILL", "Weston Parish Council"},
      Row{"LLANFAIR TALHAEARN COMMUNITY COUNCIL", "Llanfair Talhaearn Community Council"},
      Row{"Limerick City and County Council", "Limerick City and County Council"},
      Row{"THE CORPORATION OF THE TOWNSHIP OF NIPISSING", "Township of Nipissing"},
      Row{"The Corporation of the Township of Nipissing", "Township of Nipissing"},
      Row{"Township of Nipissing Recreation Committee", "Township of Nipissing"},
      Row{"the City of Rivergrove, Oregon", "City of Rivergrove"},
      Row{"City of Lake Oswego", "City of Lake Oswego"},
      Row{"City of Rivergrove's code", "City of Rivergrove"},
      Row{"the Mission of the Ann Arbor Area Transportation Authority",
          "Ann Arbor Area Transportation Authority"},
      Row{"NTA and Limerick City and County Council", "Limerick City and County Council"},
      Row{"Newsletter of Weston Parish Council", "Weston Parish Council"},
      Row{"March Town Council", "March Town Council"},
      Row{"a long sentence that is broken here by the Weston\nParish Council said",
          "Weston Parish Council"});
  CAPTURE(row.text);
  CHECK(names(row.text) == Strings{row.name});
}

TEST_CASE("find_authorities: what names no authority") {
  const auto text = GENERATE(
      "", "Parish Council", "the County Council", "The Town Council", "Town Council", "the council",
      "Planning Inspectorate", "Full Council", "Local Parish Council",
      "District and Borough Councils", "North Kent Council", "KCC", "LBH", "Leader of the Council",
      "Local Planning Authority", "the Authority", "Combined Authority", "Kent",
      "Agenda\nParish Council", "www.gov.uk", "www.legislation.gov.uk", "service.gov.uk",
      "City of Culture", "City of Birmingham Symphony Orchestra", "City of Elm Symphony Orchestra",
      "Newsletter of the Parish Council", "Employment and CALC Parish Council",
      "the March County Council meeting", "MPH The Parish Council",
      "Communicating with County Council", "City of R", "Regional Transit Authority",
      "capacity of the Hall", "Southwark Council Tax", "Highways Authority",
      "Annual Parish Council Meeting", "Smith CC", "reading council papers",
      "The Clerk to the Parish Council", "Cyngor", "Comhairle", "a city of Light",
      "Minutes of the Parish Council", "Council", "Stephenson CC");
  CAPTURE(text);
  CHECK(names(text) == Strings{});
}

TEST_CASE("find_authorities: several mentions come in order with their bytes") {
  const std::string text =
      "Essex County Council, Thanet and Dover District Councils and Dover District Council.";
  const auto found = moot::find_authorities(text);
  REQUIRE(found.size() == 2);
  CHECK(text.substr(found[0].begin, found[0].end - found[0].begin) == "Essex County Council");
  CHECK(found[1].name == "Dover District Council");
  CHECK(text.substr(found[1].begin, found[1].end - found[1].begin) == "Dover District Council");
}

TEST_CASE("lookup_authority: by name, short name, former name and code") {
  const auto row = GENERATE(
      Row{"kent county council", "Kent County Council"}, Row{"E10000016", "Kent County Council"},
      Row{"Southwark", "London Borough of Southwark"},
      Row{"southwark council", "London Borough of Southwark"},
      Row{"Buckinghamshire", "Buckinghamshire Council"},
      Row{"County Durham", "Durham County Council"},
      Row{"Cyngor Caerdydd", "City of Cardiff Council"},
      Row{"Sheffield City Region Combined Authority", "South Yorkshire Mayoral Combined Authority"},
      Row{"Western Isles Council", "Comhairle nan Eilean Siar"});
  CAPTURE(row.text);
  const auto found = moot::lookup_authority(row.text);
  REQUIRE(found);
  CHECK(found->name == row.name);
  CHECK_FALSE(moot::lookup_authority("Nowhere").has_value());
  CHECK_FALSE(moot::lookup_authority("").has_value());
}

TEST_CASE("authorities: the data file is read whole") {
  const auto& all = moot::authorities();
  CHECK(all.size() == 470);
  for (const auto& authority : all) {
    CAPTURE(authority.name);
    CHECK_FALSE(authority.name.empty());
    CHECK_FALSE(authority.type.empty());
    CHECK(authority.name.find("  ") == std::string::npos);
    // Its own official name finds it in running text.
    const auto found = moot::find_authorities("at " + authority.name + " today");
    REQUIRE(found.size() == 1);
    CHECK(found[0].name == authority.name);
  }
}

TEST_CASE("authority_alone: a line with the look of a council's name and no kind") {
  const auto found = moot::authority_alone("THE ASHEN VALE COUNCIL");
  REQUIRE(found);
  CHECK(found->name == "Ashen Vale Council");
  const auto text = GENERATE("Full Council", "County Council", "Annual Council", "Arts Council",
                             "Papers of Ashen Vale Council", "Council", "Cabinet and Council", "");
  CAPTURE(text);
  CHECK_FALSE(moot::authority_alone(text));
}
