// read_contacts, and contacts in a record.

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "extractors/shapes.hpp"
#include "tests/support/make_paper.hpp"

namespace moot {
namespace {

using test::Laid;
using test::Strings;
using test::View;

Strings contacts(Document doc) {
  const View v(std::move(doc));
  std::vector<Contact> list;
  for (const Value& value : read_contacts(v.view, v.all())) {
    list.push_back(
        {value.text.empty() ? Text() : Text(value.text), value.role, value.phone, value.email});
  }
  return test::shown(list);
}

TEST_CASE("read_contacts: parts behind labels of their own") {
  CHECK(contacts(Laid()
                     .para("Name: Ada Quill")
                     .para("Job title: Head of Parks")
                     .para("Telephone: 01632 960123")
                     .para("Email: ada.quill@example.gov.uk")
                     .get()) ==
        Strings{"Ada Quill|Head of Parks|01632 960123|ada.quill@example.gov.uk"});
}

TEST_CASE("read_contacts: a part may stand on the line after its label") {
  CHECK(contacts(Laid()
                     .para("Ada Quill, Head of Parks")
                     .para("Telephone number:")
                     .para("01632 960123")
                     .para("Email address:")
                     .para("ada.quill@example.gov.uk")
                     .get()) ==
        Strings{"Ada Quill|Head of Parks|01632 960123|ada.quill@example.gov.uk"});
}

TEST_CASE("read_contacts: another name starts another contact") {
  CHECK(contacts(Laid()
                     .para("Ada Quill, Head of Parks")
                     .para("01632 960123")
                     .para("Ben Rook, Solicitor")
                     .para("ben.rook@example.gov.uk")
                     .get()) == Strings{"Ada Quill|Head of Parks|01632 960123|",
                                        "Ben Rook|Solicitor||ben.rook@example.gov.uk"});
}

TEST_CASE("read_contacts: a row of a table is one contact, by its headings") {
  CHECK(contacts(Laid()
                     .cell(1, 1, "Name")
                     .cell(1, 2, "Job title")
                     .cell(1, 3, "Telephone")
                     .cell(1, 4, "Email")
                     .cell(2, 1, "Ada Quill")
                     .cell(2, 2, "Head of Parks")
                     .cell(2, 3, "01632 960123")
                     .cell(2, 4, "ada.quill@example.gov.uk")
                     .cell(3, 1, "Ben Rook")
                     .cell(3, 2, "Solicitor")
                     .cell(3, 3, "01632 960124")
                     .cell(3, 4, "ben.rook@example.gov.uk")
                     .get()) ==
        Strings{"Ada Quill|Head of Parks|01632 960123|ada.quill@example.gov.uk",
                "Ben Rook|Solicitor|01632 960124|ben.rook@example.gov.uk"});
}

TEST_CASE("read_contacts: a row with a person and a number is one contact without headings") {
  CHECK(contacts(Laid()
                     .cell(1, 1, "Head of Parks")
                     .cell(1, 2, "Ada Quill")
                     .cell(1, 3, "01632 960123")
                     .cell(2, 1, "Solicitor")
                     .cell(2, 2, "Ben Rook")
                     .cell(2, 3, "01632 960124")
                     .get()) ==
        Strings{"Ada Quill|Head of Parks|01632 960123|", "Ben Rook|Solicitor|01632 960124|"});
}

TEST_CASE("contacts: a table with headings counts wherever it stands") {
  const Record record = test::record_of(Laid()
                                            .para("Recommendations")
                                            .para("1. That the plan be adopted.")
                                            .cell(1, 1, "Name")
                                            .cell(1, 2, "Email")
                                            .cell(2, 1, "Ada Quill")
                                            .cell(2, 2, "ada.quill@example.gov.uk")
                                            .get(),
                                        "report");
  CHECK(test::shown(record.contacts) == Strings{"Ada Quill|||ada.quill@example.gov.uk"});
}

TEST_CASE("read_contacts: an office's email and telephone are one contact") {
  CHECK(contacts(Laid().para("Email: parks@example.gov.uk").para("Tel: 01632 960123").get()) ==
        Strings{"||01632 960123|parks@example.gov.uk"});
}

TEST_CASE("read_contacts: brackets around an email are no name") {
  CHECK(
      contacts(Laid().para("Ada Quill, Head of Parks").para("(ada.quill@example.gov.uk)").get()) ==
      Strings{"Ada Quill|Head of Parks||ada.quill@example.gov.uk"});
}

TEST_CASE("contacts: the clerk who signs a summons, with what stands below") {
  const Record record = test::text_record(
      "You are hereby summoned to attend the meeting.\n\nA Quill, Clerk to the Council\n"
      "30 April 2025\n\nTel: 01632 960512 | Email: clerk@example.gov.uk\n",
      "agenda");
  CHECK(test::shown(record.contacts) ==
        Strings{"A Quill|Clerk to the Council|01632 960512|clerk@example.gov.uk"});
}

TEST_CASE("contacts: whom a sentence names") {
  struct Row {
    std::string text, shown;
  };
  const std::vector<Row> rows = {
      {"Further information may be had from Ada Quill, Flood Manager, on 01632 960577 or at "
       "ada.quill@example.gov.uk.",
       "Ada Quill|Flood Manager|01632 960577|ada.quill@example.gov.uk"},
      {"The background papers can be inspected by contacting Ada Quill, Head of Parks",
       "Ada Quill|Head of Parks||"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(test::shown(test::text_record("Recommendations: That it be noted.\n\n" + row.text + "\n",
                                        "report")
                          .contacts) == Strings{row.shown});
  }
}

TEST_CASE("contacts: the clerk on the web page of a meeting") {
  const Record record = test::html_record(
      "<h1>Agenda and minutes</h1><h2>Executive - Tuesday 17th June 2025 6.00 pm</h2>"
      "<p><b>Venue:</b> The Guildhall</p><p><b>Contact:</b> Ada Quill, Democratic Services Officer "
      "Email: ada.quill@example.gov.uk</p><h2>Items</h2><p>Minutes:</p><p>Noted.</p>",
      "minutes");
  CHECK(test::shown(record.contacts) ==
        Strings{"Ada Quill|Democratic Services Officer||ada.quill@example.gov.uk"});
}

TEST_CASE("read_contacts: a number broken over two lines is one") {
  CHECK(contacts(Laid()
                     .para("Ada Quill, Town Centres Manager, 01632")
                     .line("960817, ada.quill@example.gov.uk")
                     .get()) ==
        Strings{"Ada Quill|Town Centres Manager|01632 960817|ada.quill@example.gov.uk"});
}

TEST_CASE("read_contacts: who signs is no contact") {
  CHECK(contacts(Laid()
                     .para("Ada Quill, Head of Parks, 01632 960123")
                     .para("Ben Rook ..................... signed")
                     .get()) == Strings{"Ada Quill|Head of Parks|01632 960123|"});
}

TEST_CASE("read_contacts: blocks in two columns are two contacts") {
  CHECK(contacts(Laid()
                     .cell(1, 1, "Report Author:")
                     .cell(1, 2, "Relevant Director:")
                     .cell(2, 1, "Ada Quill, Parks Officer")
                     .cell(2, 2, "Ben Rook, Director of Place")
                     .cell(3, 1, "01632 960123")
                     .cell(3, 2, "01632 960456")
                     .cell(4, 1, "ada.quill@example.gov.uk")
                     .cell(4, 2, "ben.rook@example.gov.uk")
                     .get()) ==
        Strings{"Ada Quill|Parks Officer|01632 960123|ada.quill@example.gov.uk",
                "Ben Rook|Director of Place|01632 960456|ben.rook@example.gov.uk"});
}

TEST_CASE("read_contacts: a telephone alone is still a contact; nothing is none") {
  CHECK(contacts(Laid().para("Telephone: 01632 960123").get()) == Strings{"||01632 960123|"});
  const View v(Laid().para("x").get());
  CHECK(read_contacts(v.view, {}).empty());
}

TEST_CASE("contacts: the two columns at the foot of a report") {
  const Record record = test::record_of(Laid()
                                            .heading("REPORT TO CABINET", 14)
                                            .para("Subject: Parks Plan")
                                            .heading("1. Recommendations")
                                            .para("1.1 That the plan be adopted.")
                                            .heading("9. Contact details")
                                            .cell(1, 1, "Report Author")
                                            .cell(1, 2, "Relevant Director")
                                            .cell(2, 1, "Ada Quill, Parks Officer")
                                            .cell(2, 2, "Ben Rook, Director of Place")
                                            .cell(3, 1, "ada.quill@example.gov.uk")
                                            .cell(3, 2, "ben.rook@example.gov.uk")
                                            .get(),
                                        "report");
  CHECK(test::shown(record.contacts) ==
        Strings{"Ada Quill|Parks Officer||ada.quill@example.gov.uk",
                "Ben Rook|Director of Place||ben.rook@example.gov.uk"});
}

TEST_CASE("contacts: the same person under two labels is one contact") {
  const Record record = test::text_record(
      "Report author: Ada Quill\n\nSubject: Parks\n\nRecommendations\n\n1. That the plan be "
      "adopted.\n\n"
      "Contact officer: Ada Quill, Parks Officer, 01632 960123\n",
      "report");
  CHECK(test::shown(record.contacts) == Strings{"Ada Quill|Parks Officer|01632 960123|"});
}

TEST_CASE("contacts: every part has evidence") {
  const Record record = test::text_record(
      "Subject: Parks\n\nContact officer: Ada Quill, Parks Officer, 01632 960123\n", "report");
  REQUIRE(record.contacts.size() == 1);
  for (const char* part : {"name", "role", "phone"}) {
    INFO(part);
    CHECK(record.evidence.contains(std::string("/contacts/0/") + part));
  }
  CHECK_FALSE(record.evidence.contains("/contacts/0/email"));
}

}  // namespace
}  // namespace moot
