#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "extractors/minute_number.hpp"
#include "tests/support/make_paper.hpp"

namespace moot {
namespace {

using test::Strings;
using test::text_record;

/// "number|title" of each item.
Strings titles(const Record& record) {
  Strings out;
  for (const Item& item : record.items) out.push_back(item.number.value_or("") + "|" + item.title);
  return out;
}

/// What stands before a title in five minutes, and the number in it; "#" counts up from `first`.
struct NumberShape {
  std::string printed;
  std::string number;
  int first = 41;
};

std::string with_count(std::string shape, int count) {
  const std::size_t at = shape.find('#');
  return shape.replace(at, 1, std::to_string(count));
}

/// Minutes of a meeting whose third item holds a list of its own.
std::string minutes_numbered(const NumberShape& shape, const Strings& names) {
  std::string text =
      "BRACKENFOLD BOROUGH COUNCIL\n\nMINUTES of a meeting of the Parks Committee held on 4 March "
      "2025\n\nPRESENT: Councillors A Quill (Chair), B Rook and C Finch.\n\n";
  int count = shape.first;
  for (const std::string& name : names) {
    text += with_count(shape.printed, count++) + name +
            "\n\nThe officer told the committee what was planned for the parks in the year.\n\n";
    if (count == shape.first + 3) text += "1. a pond;\n\n2. a bandstand;\n\n3. a gate.\n\n";
  }
  return text;
}

TEST_CASE("items: every shape of minute number") {
  const std::vector<NumberShape> shapes = {
      {"#/25 ", "#/25"},
      {"25/# ", "25/#"},
      {"25/#. ", "25/#"},
      {"2025/0# ", "2025/0#"},
      {"C17# ", "C17#"},
      {"#. ", "#"},
      {"# ", "#", 581},
      {"C0#/25 ", "C0#/25"},
      {"25.# ", "25.#"},
      {"25.3.# ", "25.3.#", 1},
      {"SAF# ", "SAF#"},
      {"Minute No. # ", "#"},
      {"Item #: ", "#", 1},
      {"Item # – ", "#", 1},
      {"Agenda item #: ", "#", 1},
      {"Agenda Item #\n\n", "#", 1},
      {"Article # ", "#"},
      {"CAB.# ", "CAB.#"},
      {"#/2024-25 ", "#/2024-25"},
      {"PC/25/# ", "PC/25/#"},
      {"25-# ", "25-#"},
      {"CL.25.# ", "CL.25.#"},
      {"PL-25-# ", "PL-25-#"},
      {"25/03/0# ", "25/03/0#", 1},
      {"#/03/25 ", "#/03/25", 1},
      {"FPC #/25 ", "FPC #/25"},
      {"HC/#/25 ", "HC/#/25", 1},
      {"[#] ", "#"},
      {"#\n\n", "#"},
  };
  const Strings names = {"Apologies", "Minutes of the last meeting", "Parks plan", "Trees",
                         "Close of the meeting"};
  for (const NumberShape& shape : shapes) {
    INFO(shape.printed);
    Strings expected;
    for (int i = 0; i < 5; ++i)
      expected.push_back(with_count(shape.number, shape.first + i) + "|" +
                         names[static_cast<std::size_t>(i)]);
    CHECK(titles(text_record(minutes_numbered(shape, names), "minutes")) == expected);
  }
}

TEST_CASE("items: a letter behind a number counts too") {
  const std::string lead = "\n\nThe officer told the committee what was planned for the year.\n\n";
  CHECK(titles(text_record("28 Apologies" + lead + "29 Parks plan" + lead + "29a Ponds" + lead +
                               "29b Trees" + lead + "30 Close" + lead,
                           "minutes")) ==
        Strings{"28|Apologies", "29|Parks plan", "29a|Ponds", "29b|Trees", "30|Close"});
  CHECK(titles(text_record("10. Apologies" + lead + "10A. PONDS" + lead + "11. Close" + lead,
                           "minutes")) == Strings{"10|Apologies", "10A|PONDS", "11|Close"});
}

TEST_CASE("items: what looks like minute numbers and is none") {
  const std::string front =
      "1. Apologies\n\nThere were none, as all the members had come to the meeting.\n\n2. Planning "
      "applications\n\nThe committee looked at these applications:\n\n";
  const std::string back =
      "\n\n3. Close\n\nThe meeting closed at nine, with thanks to all who came.";
  for (const std::string inside :
       {// sites in one place
        "SR/1 Upper Green\n\nSR/2 Upper Green\n\nSR/3 Upper Green\n\nSR/4 Upper Green\n\n"
        "SR/5 Upper Green\n\nSR/6 Upper Green\n\nSR/7 Upper Green",
        // planning references
        "25/00120/FUL Land at Mill Lane\n\n25/00121/FUL A shed in Church Road",
        // items of a list
        "1. a pond;\n\n2. a bandstand;\n\n3. a gate;\n\n4. a path; and\n\n5. a shed.",
        // roads, and a sentence
        "A41 was closed for a week, and so was the lane.\n\nA42 was not."}) {
    INFO(inside);
    CHECK(titles(text_record(front + inside + back, "minutes")) ==
          Strings{"1|Apologies", "2|Planning applications", "3|Close"});
  }
}

TEST_CASE("read_minute_number: what may stand before a title, and what may not") {
  struct Row {
    std::string text, number;
  };
  const std::vector<Row> rows = {
      {"77/21 Apologies", "77/21"},
      {"C048/23. Finance", "C048/23"},
      {"Min. 12 Finance", "12"},
      {"Eitem 4 – Cyllid", "4"},
      {"41/25", "41/25"},
      {"Item 5 was left to the next meeting.", ""},
      {"A41 is closed", ""},
      {"23/05927/FUL Land at Mill Lane", ""},
      {"2.5% more", ""},
      {"Minutes of 4 March", ""},
      {"12 Finance", ""},
      {"01632 960123 Office", ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const auto found = read_minute_number(row.text);
    CHECK((found ? found->printed : "") == row.number);
  }
}

const std::string kText = "\n\nThe officer told the committee what was planned for the year.\n\n";

TEST_CASE("items: headings without numbers, and without any mark of style") {
  CHECK(titles(text_record("Nether Pellow Annual Parish Meeting - 3rd May 2025\n\nPresent\n\n"
                           "Councillors A Quill (Chair) and B Rook\n\nMinutes of the Last "
                           "Meeting\n\nThe minutes were read and approved by all\n\nMatters "
                           "Arising\n\nnone to discuss\n\nAnnual Report of the Council\n\nThe "
                           "chairman read the report, which was liked.\n\nMeeting Closed at 7.55pm",
                           "minutes")) == Strings{"|Minutes of the Last Meeting",
                                                  "|Matters Arising",
                                                  "|Annual Report of the Council"});
  CHECK(titles(text_record("Notes of a walk\n\nAda Quill\n\nThe walk was long and wet.\n\nBen "
                           "Rook\n\nThe walk was short.",
                           "minutes"))
            .empty());
}

TEST_CASE("items: the one item of a special meeting") {
  CHECK(titles(text_record("MINUTES of a special meeting of the Council held on 4 March "
                           "2025\n\n1. THE BUDGET FOR 2025" +
                               kText + "RESOLVED that the budget be adopted.",
                           "minutes")) == Strings{"1|THE BUDGET FOR 2025"});
}

TEST_CASE("items: where a title ends") {
  struct Row {
    std::string kind, text, title;
  };
  const std::vector<Row> rows = {
      {"minutes", "2. Planning Guidance: Shopfronts", "Planning Guidance: Shopfronts"},
      {"minutes", "2. Police report: no crimes in the village.", "Police report"},
      {"minutes", "2. REPORTS FROM OTHER BODIES:- Village Hall", "REPORTS FROM OTHER BODIES"},
      {"agenda", "2. Minutes of 9 January (Pages 1 - 26) 2025", "Minutes of 9 January 2025"},
      {"agenda", "2. Strategic Risk Register PDF 256 KB", "Strategic Risk Register"},
      {"agenda", "2. Leisure Contract View the background to item 2", "Leisure Contract"},
      {"agenda", "2. Budget (Pages 37 - 250) To receive the report of the treasurer.", "Budget"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const Record record =
        text_record("1. Apologies" + kText + row.text + kText + "3. Close" + kText, row.kind);
    REQUIRE(record.items.size() == 3);
    CHECK(record.items[1].title == row.title);
  }
}

TEST_CASE("items: headings of groups of items and whom to ask are no part of the item above") {
  const Record record = text_record(
      "AGENDA\n\nUNRESTRICTED ITEMS\n\n1. Apologies\n\n2. Budget\n\nTo receive the "
      "report.\n\nEXEMPT ITEMS\n\n3. Land\n\nTo receive the report.\n\nContact officer: Ada "
      "Quill 01632 960123\n",
      "agenda");
  REQUIRE(record.items.size() == 3);
  CHECK(record.items[1].text == "To receive the report.");
  CHECK(record.items[2].text == "To receive the report.");
}

TEST_CASE("items: a decision that a web page prints twice under one item is one") {
  const Record record = text_record(
      "1. Budget\n\nDecision:\n\nThat the budget be adopted.\n\nMinutes:\n\nRESOLVED: That the "
      "budget be adopted.\n\n2. Land\n\nRESOLVED: That the budget be adopted.\n",
      "minutes");
  REQUIRE(record.items.size() == 2);
  CHECK(record.items[0].resolutions == Strings{"That the budget be adopted."});
  CHECK(record.items[1].resolutions == Strings{"That the budget be adopted."});
}

}  // namespace
}  // namespace moot
