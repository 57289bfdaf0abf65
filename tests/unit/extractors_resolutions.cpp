#include "extractors/resolutions.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/support/make_paper.hpp"

namespace moot {
namespace {

using test::Strings;

Strings resolved(const std::string& text) {
  return test::shown(
      test::text_record("MINUTES of the Parks Committee held on 4 March 2025\n\n" + text, "minutes")
          .resolutions);
}

struct Row {
  std::string text;
  Strings resolutions;
};

TEST_CASE("resolutions: numbered motions have the movers and the outcome left out") {
  CHECK(resolved("R2025-093 A. Quill, B. Rook:\n\nThat the minutes of the last meeting be adopted. "
                 "Carried.\n\nR2025-094 B. Rook, C. Finch:\n\nThat the office be closed for a "
                 "week. Defeated.") ==
        Strings{"R2025-093|That the minutes of the last meeting be adopted."});
}

TEST_CASE("resolutions: a sentence that leads to a list gives the list") {
  CHECK(resolved("The Cabinet agreed to:\n\n(i) note the report of the officer; and\n\n(ii) adopt "
                 "the plan for the parks.") ==
        Strings{"i|note the report of the officer; and", "ii|adopt the plan for the parks."});
}

TEST_CASE("resolutions: a list ends before the next item of the minutes") {
  CHECK(resolved("3. Parks\n\nRESOLVED:\n\n(a) That the plan be adopted; and\n\n(b) That its cost "
                 "be noted.\n\n4. Trees\n\nThe trees were spoken of at length by all.") ==
        Strings{"a|That the plan be adopted; and", "b|That its cost be noted."});
}

TEST_CASE("resolutions: forms of the trigger") {
  const std::vector<Row> rows = {
      {"RESOLVED (unanimously) that the plan be adopted.", {"|that the plan be adopted."}},
      {"Resolved (7:3) – that the plan be adopted.", {"|that the plan be adopted."}},
      {"RECOMMENDED to Council that the plan be adopted.", {"|that the plan be adopted."}},
      {"And Resolved:\n\n“That the plan be adopted for three years.”",
       {"|“That the plan be adopted for three years.”"}},
      {"She left the room. RESOLVED that the plan be adopted.", {"|that the plan be adopted."}},
      {"It was agreed that the hall be kept open.", {"|It was agreed that the hall be kept open."}},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(resolved(row.text) == row.resolutions);
  }
}

TEST_CASE("resolutions: lost motions, other meetings' decisions and motions as worded are none") {
  for (const std::string text :
       {"The amendment that the committee agreed to put to the vote was lost.",
        "At the last meeting it was agreed that the hall be kept.",
        "“This Council resolves to write to the minister about the parks.”",
        "It was proposed by Cllr Quill that the hall be sold."}) {
    INFO(text);
    CHECK(resolved(text).empty());
  }
}

}  // namespace
}  // namespace moot
