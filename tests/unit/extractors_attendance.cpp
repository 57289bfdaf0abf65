#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "extractors/people.hpp"
#include "tests/support/make_paper.hpp"

namespace moot {
namespace {

using test::Strings;

Record minutes(const std::string& text) {
  return test::text_record("MINUTES of the Parks Committee held on 4 March 2025\n\n" + text,
                           "minutes");
}

struct Row {
  std::string text;
  Strings names;
};

TEST_CASE("read_name_list: offices before, behind and between names are left out") {
  const std::vector<Row> rows = {
      {"Ada Quill – Town Clerk, Ben Rook - Assistant Town Clerk.", {"Ada Quill", "Ben Rook"}},
      {"Mayor Ada Quill and Councillors Ben Rook, Cora Finch",
       {"Ada Quill", "Ben Rook", "Cora Finch"}},
      {"Fire Chief-Officer Ben Rook; Operations Superintendent Cora Finch",
       {"Ben Rook", "Cora Finch"}},
      {"Director, Housing (Ms. A. Quill), Director, Roads (Mr. B. Rook)",
       {"Ms. A. Quill", "Mr. B. Rook"}},
      {"Engineers (Messrs. A. Quill and B. Rook)", {"A. Quill", "B. Rook"}},
      {"Councillors A Quill (Chair) B Rook, C Finch Clerk D Moss",
       {"A Quill", "B Rook", "C Finch", "D Moss"}},
      {"Cllrs Quill, Rook, County Cllr Finch & the Clerk", {"Quill", "Rook", "Finch"}},
      {"Councillors Quill (A), Quill (B)", {"Quill (A)", "Quill (B)"}},
      {"Mr & Mrs Quill, Mr Rook", {"Mr & Mrs Quill", "Mr Rook"}},
      {"Mr A Quill, for whom Mr B Rook attended as substitute", {"Mr A Quill"}},
      {"Doris Morgan a'r Cynghorydd Sir Rhys Puw", {"Doris Morgan", "Rhys Puw"}},
      {"Director of Resources, Chief Finance Officer", {}},
      {"One member of the public", {}},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(read_name_list(row.text).names == row.names);
  }
}

TEST_CASE("attendance: a list ends where names end") {
  const Record record = minutes(
      "Present: Cllrs Quill, Rook and Finch.\n\n"
      "Disclosure of interest: Councillor Moss spoke of the shop that she keeps in the road.\n\n"
      "1. Apologies for absence\n\nCllrs Wren and Crane.\n\nThe Committee resolved to note the "
      "apologies.\n\n2. Parks\n\nCllr Heron spoke.\n");
  CHECK(record.present == Strings{"Quill", "Rook", "Finch"});
  CHECK(record.apologies == Strings{"Wren", "Crane"});
}

TEST_CASE("attendance: 'None' and 'no apologies' give nobody") {
  for (const std::string text :
       {"1. Apologies: None.\n\n2. Parks\n\nCllr Heron spoke.",
        "1. Apologies\n\nNo apologies were received.\n\n2. Parks\n\nDone."}) {
    INFO(text);
    CHECK(minutes(text).apologies.empty());
  }
}

TEST_CASE("attendance: several sentences of apologies make one list") {
  const Record record = minutes(
      "1. Apologies\n\nThe clerk reported apologies from Mr A Quill and Mrs B Rook. The Chairman "
      "reported apologies from Mr C Finch.\n\n2. Parks\n\nNoted.");
  CHECK(record.apologies == Strings{"Mr A Quill", "Mrs B Rook", "Mr C Finch"});
}

}  // namespace
}  // namespace moot
