#include "extractors/minutes.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/support/make_paper.hpp"

namespace moot {
namespace {

using test::Laid;
using test::Strings;

Record minutes(const std::string& text) {
  return test::text_record(text, "minutes");
}

/// "number|title" of each item.
Strings titles(const Record& record) {
  Strings out;
  for (const Item& item : record.items) out.push_back(item.number.value_or("") + "|" + item.title);
  return out;
}

TEST_CASE("items: from each number to the next, with title, text and resolutions") {
  const Record record = minutes(
      "MINUTES of the Parks Committee held on 4 March 2025\n\n"
      "12. Apologies\n\nApologies were received from Mrs Finch, who was away on that day.\n\n"
      "13. Parks Plan\n\nThe officer told the committee what was planned for the parks.\n\n"
      "RESOLVED that the plan be adopted.\n\n"
      "14. Close\n\nThe meeting closed at 9.15 pm, with thanks to all who had come.\n");
  CHECK(titles(record) == Strings{"12|Apologies", "13|Parks Plan", "14|Close"});
  REQUIRE(record.items.size() == 3);
  CHECK(record.items[1].text ==
        "The officer told the committee what was planned for the parks.\nRESOLVED that the plan be "
        "adopted.");
  CHECK(record.items[1].resolutions == Strings{"that the plan be adopted."});
  CHECK(record.items[0].resolutions.empty());
}

TEST_CASE("items: lists inside an item do not make items") {
  const Record record = minutes(
      "21. Parks\n\nThe committee heard of three things that were planned:\n\n1. a pond;\n\n"
      "2. a bandstand;\n\n3. a gate.\n\n22. Roads\n\nNothing was said of the roads.\n\n"
      "23. Trees\n\nNor of the trees.\n\n24. Close\n\nAt nine.\n");
  CHECK(titles(record) == Strings{"21|Parks", "22|Roads", "23|Trees", "24|Close"});
}

TEST_CASE("items: numbers of two levels that go up together") {
  const Record record = minutes(
      "25.03.1 Apologies\n\nNone were received by the clerk before the meeting.\n\n25.03.2 "
      "Parks\n\n"
      "It was noted that the parks are well kept.\n\n25.03.3 Close\n\nAt nine.\n");
  CHECK(titles(record) == Strings{"25.03.1|Apologies", "25.03.2|Parks", "25.03.3|Close"});
}

TEST_CASE("items: a number may be left out") {
  const Record record = minutes(
      "4. Parks\n\nThe parks were spoken of at some length by all.\n\n5. Roads\n\nThe roads were "
      "not.\n\n"
      "7. Close\n\nThe meeting closed at nine in the evening.\n");
  CHECK(titles(record) == Strings{"4|Parks", "5|Roads", "7|Close"});
}

TEST_CASE("items: titles keep a decision number and lose pages and 'to follow'") {
  const Record record = test::text_record(
      "AGENDA\n\n1. Apologies for absence\n\n2. 24/00108 - Parks Plan (Pages 11 - 84)\n\n3. Roads "
      "- To "
      "follow\n\n4. Any other business (Pages 85-90)\n",
      "agenda");
  const Strings list = titles(record);
  REQUIRE(list.size() == 4);
  CHECK(list[0] == "1|Apologies for absence");
  CHECK(list[1] == "2|24/00108 - Parks Plan");
  CHECK(list[2].starts_with("3|Roads"));
  CHECK(list[2].find("ollow") == std::string::npos);
  CHECK(list[3] == "4|Any other business");
}

TEST_CASE("items: other kinds of paper have none") {
  CHECK(test::text_record("1. Parks\n\nThey are kept.\n\n2. Roads\n\nThey are mended.", "report")
            .items.empty());
}

TEST_CASE("items: every item has evidence") {
  const Record record =
      minutes("1. Parks\n\nThe parks were spoken of.\n\n2. Roads\n\nRESOLVED that they be mended.");
  REQUIRE(record.items.size() == 2);
  for (const char* pointer :
       {"/items/0/number", "/items/0/title", "/items/0/text", "/items/1/resolutions/0"}) {
    INFO(pointer);
    CHECK(record.evidence.contains(pointer));
  }
}

/// The resolutions of minutes whose only item holds these paragraphs.
Strings resolved(const std::string& text) {
  return test::shown(
      minutes("MINUTES of the Parks Committee held on 4 March 2025\n\n" + text).resolutions);
}

TEST_CASE("resolutions: the text begins after a trigger that stands alone") {
  const std::vector<std::pair<std::string, Strings>> rows = {
      {"RESOLVED that the plan be adopted.", {"|that the plan be adopted."}},
      {"RESOLVED: That the plan be adopted.", {"|That the plan be adopted."}},
      {"RESOLVED – That the plan be adopted.", {"|That the plan be adopted."}},
      {"Resolved: That the plan be adopted.", {"|That the plan be adopted."}},
      {"AGREED: That the plan be adopted.", {"|That the plan be adopted."}},
      {"It was RESOLVED that the plan be adopted.", {"|that the plan be adopted."}},
      {"RESOLVED UNANIMOUSLY that the plan be adopted.", {"|that the plan be adopted."}},
      {"RESOLVED:\n\nThat the plan be adopted for three years.",
       {"|That the plan be adopted for three years."}},
  };
  for (const auto& [text, expected] : rows) {
    INFO(text);
    CHECK(resolved(text) == expected);
  }
}

TEST_CASE("resolutions: a list after the trigger gives an item each") {
  CHECK(resolved("RESOLVED: That\n\n1. the plan be adopted; and\n\n2. its cost be noted.") ==
        Strings{"1|the plan be adopted; and", "2|its cost be noted."});
  CHECK(resolved("RESOLVED that:\n\n(a) the plan be adopted;\n\n(b) its cost be noted.\n\nThe "
                 "chair thanked "
                 "all who had come for what they had said.") ==
        Strings{"a|the plan be adopted;", "b|its cost be noted."});
}

TEST_CASE("resolutions: in a sentence the sentence is kept whole") {
  CHECK(resolved("The officer spoke of the plan. The Committee resolved to adopt the plan. The "
                 "chair thanked "
                 "her.") == Strings{"|The Committee resolved to adopt the plan."});
  CHECK(resolved(
            "Cllr. Rook spoke at length. It was agreed to write to the county about the road.") ==
        Strings{"|It was agreed to write to the county about the road."});
}

TEST_CASE("resolutions: what only speaks of a resolution is none") {
  for (const std::string text :
       {"The dispute was resolved last year.", "The chair agreed with the speaker.",
        "She asked whether the matter would be resolved.", "The resolution of 2019 was read."}) {
    INFO(text);
    CHECK(resolved(text).empty());
  }
}

TEST_CASE("attendance: those present, apologies and those in attendance, without roles") {
  const Record record = minutes(
      "MINUTES of the Parks Committee held on 4 March 2025\n\n"
      "PRESENT: Mrs A Quill (Chairman), Mr B Rook and Dr C Finch\n\n"
      "IN ATTENDANCE: Ms D Moss (Head of Parks)\n\n"
      "UNRESTRICTED ITEMS\n\n1. Apologies\n\nApologies were received from Mr E Wren.\n\n2. "
      "Parks\n\nNoted.\n");
  CHECK(record.present == Strings{"Mrs A Quill", "Mr B Rook", "Dr C Finch"});
  CHECK(record.in_attendance == Strings{"Ms D Moss"});
  CHECK(record.apologies == Strings{"Mr E Wren"});
}

}  // namespace
}  // namespace moot
