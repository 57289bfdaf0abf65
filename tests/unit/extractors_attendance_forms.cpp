// Every way in which councils were seen to print who was there.

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "extractors/people.hpp"
#include "tests/support/make_paper.hpp"

namespace moot {
namespace {

using test::Strings;

struct Row {
  std::string text;
  Strings present, apologies, in_attendance;
};

const std::string kTop =
    "BRACKENFOLD BOROUGH COUNCIL\n\nMINUTES of a meeting of the Parks Committee held on 4 March "
    "2025.\n\n";
const std::string kItems =
    "\n\n41. PARKS PLAN\n\nThe officer told the committee what was planned for the parks.\n\n"
    "RESOLVED that the plan be adopted.\n\n42. TREES\n\nThe officer told the committee about the "
    "trees.\n\n43. CLOSE\n\nThe meeting closed at nine.\n";

const Strings kThree = {"A Quill", "B Rook", "C Finch"};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    INFO(row.text);
    const Record record = test::text_record(kTop + row.text + kItems, "minutes");
    CHECK(record.present == row.present);
    CHECK(record.apologies == row.apologies);
    CHECK(record.in_attendance == row.in_attendance);
  }
}

TEST_CASE("attendance: labels of those present") {
  check({
      {"PRESENT: Councillors A Quill (Chair), B Rook and C Finch", kThree, {}, {}},
      {"Present:\n\nCllr A Quill (Chair)\nCllr B Rook\nCllr C Finch", kThree, {}, {}},
      {"Present:\n\nCouncillors: Quill (Chairman), Rook, Finch.",
       {"Quill", "Rook", "Finch"},
       {},
       {}},
      {"The Chair: Councillor A Quill\n\nCouncillors: B Rook and C Finch", kThree, {}, {}},
      {"Members: Councillor A Quill (Chairperson), B Rook and C Finch.", kThree, {}, {}},
      {"Cllrs present: A Quill, B Rook, C Finch", kThree, {}, {}},
      {"Present in person: Cllrs A Quill, B Rook\n\nPresent remotely: Cllr C Finch",
       kThree,
       {},
       {}},
      {"PRESENT: Councillors A Quill (Chair), B Rook and C Finch\n\nSubstitutes: Councillor D "
       "Heron (substituting for Councillor E Wren)",
       {"A Quill", "B Rook", "C Finch", "D Heron"},
       {},
       {}},
      {"PRESENT: Councillor A Quill, B Rook, C Finch and Councillor D Heron substituting for "
       "Councillor E Wren",
       {"A Quill", "B Rook", "C Finch", "D Heron"},
       {},
       {}},
      {"Present: Cllrs A Quill (AQ) (Chair), B Rook (BR), C Finch (CF)", kThree, {}, {}},
      {"PRESENT: The Mayor (Councillor A Quill), the Deputy Mayor (Councillor B Rook), Councillor "
       "C Finch",
       kThree,
       {},
       {}},
      {"Present: Chairman – Cllr A Quill, Vice Chairman – Cllr B Rook, Cllr C Finch",
       kThree,
       {},
       {}},
      {"PRESENT: Councillors A Quill (for items 1-5), B Rook (from item 3) and C Finch (until "
       "8.15pm)",
       kThree,
       {},
       {}},
      {"YN BRESENNOL: Y Cynghorydd A Quill (Cadeirydd); Y Cynghorwyr B Rook, C Finch",
       kThree,
       {},
       {}},
  });
}

TEST_CASE("attendance: labels and sentences of apologies") {
  const std::string here = "PRESENT: Councillors A Quill, B Rook and C Finch.\n\n";
  check({
      {here + "Apology: Councillor D Heron.", kThree, {"D Heron"}, {}},
      {here + "Cllrs absent: D Heron", kThree, {"D Heron"}, {}},
      {here + "40. TO RECEIVE AND APPROVE APOLOGIES FOR ABSENCE\n\nCllrs D Heron, E Wren",
       kThree,
       {"D Heron", "E Wren"},
       {}},
      {here + "C40/25 Apologies\n\nCouncillors Heron and Wren.", kThree, {"Heron", "Wren"}, {}},
      {here + "40. APOLOGIES\n\nRESOLVED that the apologies of Cllr D Heron be accepted.",
       kThree,
       {"D Heron"},
       {}},
      {here + "40. APOLOGIES\n\nApologies were received from Councillors Heron (Councillor Wren "
              "substituting) and Crane.",
       kThree,
       {"Heron", "Crane"},
       {}},
      {here + "40. APOLOGIES AND SUBSTITUTIONS\n\nCouncillor D Heron substituted for Councillor E "
              "Wren.",
       kThree,
       {},
       {}},
      {here + "Councillors Heron and Wren sent their apologies.", kThree, {"Heron", "Wren"}, {}},
      {here + "An apology for lateness was received from Councillor D Heron.", kThree, {}, {}},
      {here + "Apologies for Absence:\n\nNone.", kThree, {}, {}},
      {here + "40. APOLOGIES\n\nApologies were received from Cllr D Heron, Leader, Eden District "
              "Council. All others were there.",
       kThree,
       {"D Heron"},
       {}},
  });
}

TEST_CASE("attendance: those in attendance") {
  const std::string here = "PRESENT: Councillors A Quill, B Rook and C Finch.\n\n";
  check({
      {here + "Attending: D Moss, Head of Parks; and E Wren, Committee Officer.",
       kThree,
       {},
       {"D Moss", "E Wren"}},
      {here + "In Attendance:\n\nDora Moss, Head of Parks\n\nEve Wren, Principal Solicitor",
       kThree,
       {},
       {"Dora Moss", "Eve Wren"}},
      {here + "Others in attendance: Ms D Moss, Northern Rivers Trust", kThree, {}, {"Ms D Moss"}},
      {here + "Clerk: Dora Moss\n\nMembers of the public: 7", kThree, {}, {"Dora Moss"}},
      {here + "Observers: Councillor D Heron", kThree, {}, {"D Heron"}},
      {here + "Also present was Councillor D Heron.", kThree, {}, {"D Heron"}},
      {here + "Councillor D Heron was also in attendance.", kThree, {}, {"D Heron"}},
      {here + "The following officers were in attendance: Dora Moss (Director of Parks) and Eve "
              "Wren (Solicitor).",
       kThree,
       {},
       {"Dora Moss", "Eve Wren"}},
      // under an item, or in a letterhead
      {here + "40. ROADS\n\nDora Moss (Engineer) was in attendance for this item.", kThree, {}, {}},
      {"Clerk: Dora Moss\n\nMill House\n\nMill Lane\n\n" + here, kThree, {}, {}},
  });
}

TEST_CASE("attendance: tables") {
  const auto record = [](const std::string& rows) {
    return test::html_record(
        "<html><body><h1>MINUTES of the Parks Committee held on 4 March "
        "2025</h1><table>" +
            rows + "</table><p>1. Parks</p><p>The parks are kept.</p></body></html>",
        "minutes");
  };
  const Record marks = record(
      "<tr><th>Councillor</th><th>Present</th><th>Apologies</th></tr>"
      "<tr><td>Cllr A Quill (Chair)</td><td>✓</td><td></td></tr>"
      "<tr><td>Cllr B Rook</td><td></td><td>✓</td></tr>"
      "<tr><td>Cllr C Finch</td><td>X</td><td>-</td></tr>");
  CHECK(marks.present == Strings{"A Quill", "C Finch"});
  CHECK(marks.apologies == Strings{"B Rook"});
  const Record states = record(
      "<tr><td>Cllr A Quill</td><td>Present</td></tr><tr><td>Cllr B "
      "Rook</td><td>Apologies</td></tr>"
      "<tr><td>Cllr C Finch</td><td>Present</td></tr>");
  CHECK(states.present == Strings{"A Quill", "C Finch"});
  CHECK(states.apologies == Strings{"B Rook"});
  const Record lists = record(
      "<tr><td>Present:</td><td>Cllrs A Quill and B Rook</td><td>Apologies:</td><td>Cllr C "
      "Finch</td></tr>");
  CHECK(lists.present == Strings{"A Quill", "B Rook"});
  CHECK(lists.apologies == Strings{"C Finch"});
}

TEST_CASE("attendance: a column of names, and one of the bodies that they are from") {
  const auto column = [](const std::vector<std::string>& lines, int number) {
    test::Laid laid;
    laid.para("MINUTES of the Parks Board held on 4 March 2025").para("Present:");
    for (std::size_t i = 0; i < lines.size(); ++i) {
      test::Laid::Look look;
      look.gap = i == 0;
      laid.line(lines[i], look, {number, number, number});
    }
    return test::record_of(laid.get(), "minutes").present;
  };
  CHECK(column({"Councillor Ada Quill", "Ben Rook", "Cora Finch-Moss"}, 0) ==
        Strings{"Ada Quill", "Ben Rook", "Cora Finch-Moss"});
  CHECK(column({"Councillor Ada Quill", "Ben Rook", "Cora Finch-Moss"}, 1) ==
        Strings{"Ada Quill", "Ben Rook", "Cora Finch-Moss"});
  CHECK(column({"Councillors Ada Quill, Ben", "Rook and Cora Finch"}, 0) ==
        Strings{"Ada Quill", "Ben Rook", "Cora Finch"});
  CHECK(read_name_list("Port Sable City Council").names.empty());
  CHECK(read_name_list("Tidewater Combined Authority").names.empty());
}

TEST_CASE("read_name_list: what stands beside a name") {
  const std::vector<std::pair<std::string, Strings>> rows = {
      {"Cllr A Quill, Eden District Council", {"A Quill"}},
      {"Ada Quill, Northern Rivers Trust; Ben Rook, Parks Team", {"Ada Quill", "Ben Rook"}},
      {"Ada Quill, Ben Rook Parish Clerk", {"Ada Quill", "Ben Rook"}},
      {"Mr A Quill representing the Village Hall", {"Mr A Quill"}},
      {"A Quill (Cllr for Mill Ward), B Rook", {"A Quill", "B Rook"}},
      {"Quill (A), Quill (B)", {}},
  };
  for (const auto& [text, names] : rows) {
    INFO(text);
    CHECK(read_name_list(text).names == names);
  }
  CHECK(read_name_list("Quill, Rook and Finch", true).names == Strings{"Quill", "Rook", "Finch"});
  CHECK(names_members("Councillors present"));
  CHECK_FALSE(names_members("Officers present"));
}

}  // namespace
}  // namespace moot
