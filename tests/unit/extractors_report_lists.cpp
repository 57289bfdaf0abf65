// Recommendations, options and lists of papers, in the words of many councils.
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/support/make_paper.hpp"

namespace moot {
namespace {

using test::Strings;

Strings recommendations(const std::string& text) {
  return test::shown(test::text_record(text, "report").recommendations);
}

Strings options(const std::string& text) {
  return test::shown(test::text_record(text, "report").options);
}

TEST_CASE("recommendations: a numbered lead-in is no item, and gives no number") {
  for (const char* lead :
       {"I recommend that the Committee:", "That the Board:", "It is recommended that Cabinet:",
        "Members are invited to:", "The Executive is recommended to:", "Cabinet is asked to:-",
        "The Policy and Resources Committee is requested to:", "Council agrees to:",
        "The Director recommends that the Combined Authority Board:"}) {
    INFO(lead);
    CHECK(recommendations(std::string("2. RECOMMENDATIONS\n\n2.1 ") + lead +
                          "\n\n(a) approve the plan; and\n\n(b) note the cost.") ==
          Strings{"a|approve the plan; and", "b|note the cost."});
  }
}

TEST_CASE("recommendations: an item that decides keeps its number over sub-items") {
  for (const char* item : {"Delegates to the Executive Member:", "Authorise the Director to award:",
                           "Notes that the Director of Parks has:"}) {
    INFO(item);
    CHECK(recommendations(std::string("2. Recommendations\n\n2.1 Approve the plan.\n\n2.2 ") +
                          item + "\n\n(a) the contract; and\n\n(b) the lease.") ==
          Strings{"2.1|Approve the plan.", std::string("2.2|") + item, "2.2(a)|the contract; and",
                  "2.2(b)|the lease."});
  }
}

TEST_CASE("recommendations: bullets under a numbered lead-in are items of their own") {
  CHECK(recommendations("2. Recommendations\n\n2.1 Members are asked to:\n\n• note the scores; "
                        "and\n\n• approve the works.") ==
        Strings{"|note the scores; and", "|approve the works."});
}

TEST_CASE("recommendations: lists introduced without a heading of their own") {
  for (const char* lead :
       {"The Planning Board is invited to:", "RECOMMENDED: That", "Recommended that:",
        "It is therefore recommended that:", "Members of the Council are asked to:"}) {
    INFO(lead);
    CHECK(recommendations(std::string("1. Purpose\n\n1.1 To tell what the plan is for.\n\n") +
                          lead + "\n\n(1) the plan is adopted; and\n\n(2) the cost is noted.") ==
          Strings{"1|the plan is adopted; and", "2|the cost is noted."});
  }
}

TEST_CASE("recommendations: what somebody else recommends is not the report's") {
  for (const char* other :
       {"Recommendations of the Planning Inspector", "Recommendations of the Scrutiny Committee",
        "Residents are asked to:", "Consultees are invited to:", "Recommendations of the applicant",
        "The Inspector recommended that:"}) {
    INFO(other);
    CHECK(recommendations(std::string("4. Background\n\n4.1 The plan is old.\n\n") + other +
                          "\n\n(1) change the plan; and\n\n(2) tell the owners.")
              .empty());
  }
}

TEST_CASE("options: the number of the option goes before the paragraph's") {
  CHECK(options("6. Options Considered\n\n6.1 Option 1 – Do nothing. The roof would fall.\n\n6.2 "
                "Option 2: Repair the roof.") ==
        Strings{"1|Do nothing. The roof would fall.", "2|Repair the roof."});
}

TEST_CASE("options: bullets under a numbered lead-in are options of their own") {
  CHECK(options("3. Options\n\n3.1 The following options were considered:\n\n• Keep the "
                "service.\n\n• Close the service.") ==
        Strings{"|Keep the service.", "|Close the service."});
}

TEST_CASE("options: sub-headings 'Option 1' hold their paragraphs") {
  CHECK(test::shown(test::markdown_record(
                        "## 5. Options\n\n### Option 1 – Do nothing\n\nThe roof would fall.\n\n"
                        "### Option 2 – Repair\n\nThe roof would hold.\n\nIt would cost more.\n\n"
                        "## 6. Next steps\n\nThe roof is looked at.",
                        "report")
                        .options) ==
        Strings{"1|Do nothing\nThe roof would fall.",
                "2|Repair\nThe roof would hold.\nIt would cost more."});
}

struct Titles {
  std::string text;
  Strings titles;
};

TEST_CASE("background papers: in every shape") {
  const std::vector<Titles> rows = {
      {"List of Background Papers\n\nRoof Survey 2024\n\nRoof Plan 2025",
       {"Roof Survey 2024", "Roof Plan 2025"}},
      {"Background References\n\nRoof Survey 2024", {"Roof Survey 2024"}},
      {"Background papers used in the preparation of this report:\n\nRoof Survey 2024",
       {"Roof Survey 2024"}},
      {"Background papers: None", {}},
      {"Background papers\n\nThere are none.", {}},
      {"Background papers\n\nNo background papers were used.", {}},
      {"Background papers\n\nThe background papers can be inspected by contacting the clerk.", {}},
      {"Background papers\n\nRoof Survey 2024 https://example.gov.uk/roof\n\nNote – This report "
       "can "
       "be had in large print.",
       {"Roof Survey 2024"}},
  };
  for (const Titles& row : rows) {
    INFO(row.text);
    CHECK(test::text_record("1. Purpose\n\n1.1 To tell.\n\n" + row.text, "report")
              .background_papers == row.titles);
  }
}

TEST_CASE("appendices: in every shape") {
  const Strings both = {"Appendix 1 – Roof plan", "Appendix 2 – Roof survey"};
  for (const char* heading : {"Appendices – Documents Attached", "Documents Attached & References",
                              "Appendices/Attachments", "Appendices attached to this report",
                              "List of Annexes", "Attachments (exempt)"}) {
    INFO(heading);
    CHECK(test::text_record(std::string("1. Purpose\n\n1.1 To tell.\n\n") + heading +
                                "\n\nAppendix 1 – Roof plan\n\nAppendix 2 – Roof survey",
                            "report")
              .appendices == both);
  }
}

}  // namespace
}  // namespace moot
