#include "extractors/people.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace moot {
namespace {

using Strings = std::vector<std::string>;

struct Row {
  std::string text;
  Strings names;
};

TEST_CASE("read_name_list: lists of those present, without roles and without Councillor") {
  const std::vector<Row> rows = {
      {"", {}},
      {"None", {}},
      {"Mr A Quill (Chairman), Mrs B Rook and Dr C Finch",
       {"Mr A Quill", "Mrs B Rook", "Dr C Finch"}},
      {"Councillors Quill, Rook and Finch", {"Quill", "Rook", "Finch"}},
      {"Cllrs Quill (in the chair), Rook; Finch & Moss", {"Quill", "Rook", "Finch", "Moss"}},
      {"Councillor Ada Quill", {"Ada Quill"}},
      {"Cllr Ada Quill OBE, Cllr Ben Rook", {"Ada Quill OBE", "Ben Rook"}},
      {"Mrs A Quill, MBE, Mr B Rook", {"Mrs A Quill, MBE", "Mr B Rook"}},
      {"Mr A Quill (Substitute for Mrs B Rook, who was ill), Ms C Finch",
       {"Mr A Quill", "Ms C Finch"}},
      {"Cyng. Rhys Morgan a Cyng. Mair Puw", {"Rhys Morgan", "Mair Puw"}},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(read_name_list(row.text).names == row.names);
  }
}

std::string show(const Contact& contact) {
  return contact.name.value_or("") + "|" + contact.role.value_or("") + "|" +
         contact.phone.value_or("") + "|" + contact.email.value_or("");
}

TEST_CASE("parse_contact: name, role, telephone and email of one line") {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"Ada Quill", "Ada Quill|||"},
      {"Ada Quill, Head of Parks", "Ada Quill|Head of Parks||"},
      {"Ada Quill, Head of Parks Email: ada.quill@example.gov.uk or 01632 960123.",
       "Ada Quill|Head of Parks|01632 960123|ada.quill@example.gov.uk"},
      {"Ada Quill – Head of Parks – Tel: 01632 960123", "Ada Quill|Head of Parks|01632 960123|"},
      {"Tel: 01632 960123", "||01632 960123|"},
      {"Email: ada.quill@example.gov.uk", "|||ada.quill@example.gov.uk"},
      {"ada.quill@example.gov.uk", "|||ada.quill@example.gov.uk"},
      {"Head of Parks", "|Head of Parks||"},
      {"", "|||"},
  };
  for (const auto& [text, expected] : rows) {
    INFO(text);
    CHECK(show(parse_contact(text)) == expected);
  }
}

TEST_CASE("parse_contact: the courtesy goes, Dr stays") {
  CHECK(show(parse_contact("Mr Ben Rook, Planning Officer")) == "Ben Rook|Planning Officer||");
  CHECK(parse_contact("Dr Cora Finch, Director of Public Health").name == Text("Dr Cora Finch"));
}

TEST_CASE("parse_contact: joints without end cost no more than a few looks") {
  std::string text = "Jane Day, 01632 960123";
  for (int i = 0; i < 20'000; ++i) text += " or";
  CHECK(parse_contact(text).phone == "01632 960123");
}

TEST_CASE("is_empty: nothing known") {
  CHECK(is_empty(Contact{}));
  CHECK_FALSE(is_empty(Contact{"Ada Quill", {}, {}, {}}));
  CHECK_FALSE(is_empty(Contact{{}, {}, {}, "a@example.org"}));
}

}  // namespace
}  // namespace moot
