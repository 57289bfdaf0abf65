#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

#include "pipeline/layout.hpp"
#include "pipeline/layout_furniture.hpp"
#include "pipeline/layout_rows.hpp"
#include "tests/support/make_page.hpp"

namespace moot {
namespace {

using test::PageBuilder;
using test::shown;

const std::string kFull = "that the council agrees to keep the market open on each day of the week";

std::vector<std::string> prose(std::size_t count) {
  return std::vector<std::string>(count, kFull);
}

using Texts = std::vector<std::string>;

TEST_CASE("is_list_marker: numbers, letters and bullets that start an item") {
  for (const char* marker : {"1.", "2.1", "2.1.", "(a)", "a)", "iv)", "(iv)", "10", "3a)", "57/18",
                             "\u2022", "\uF0B7", "o", "-"}) {
    CAPTURE(marker);
    CHECK(is_list_marker(marker));
  }
  for (const char* word :
       {"a", "I", "the", "12,000", "\u00A340", "01/02/2020", "20000", "mix", ""}) {
    CAPTURE(word);
    CHECK_FALSE(is_list_marker(word));
  }
}

TEST_CASE("is_page_number: the forms that councils print") {
  for (const char* number :
       {"3", "- 3 -", "Page 1 of 3", "Page | 1", "1 | P a g e", "A1", "iv", "3/12", "Tudalen 4"}) {
    CAPTURE(number);
    CHECK(is_page_number(number));
  }
  for (const char* text : {"", "Page", "Minutes 3", "2024-25", "Agenda", "12345"}) {
    CAPTURE(text);
    CHECK_FALSE(is_page_number(text));
  }
}

TEST_CASE("lay_out: words become lines in reading order, whatever their order") {
  Page page = PageBuilder{}.text(72, 100, "second line").text(72, 80, "first line").get();
  std::swap(page.words[0], page.words[3]);
  CHECK(shown(lay_out({page})) == Texts{"first line", "second line"});
}

TEST_CASE("lay_out: a raised ordinal joins its number") {
  PageBuilder page;
  page.text(72, 100, "on the 16").text(72 + 5.5 * 9 + 2 * 3.08 - 5.5 * 2, 99, "th", 7);
  CHECK(shown(page) == Texts{"on the 16th"});
}

TEST_CASE("lay_out: a big number beside two lines leaves them in their order") {
  PageBuilder page;
  page.text(72, 100, "Amendment form of the council").text(72, 113, "Name of the proposer");
  page.text(400, 100, "2", 24);
  const auto lines = lay_out({page.get()});
  REQUIRE(lines.size() >= 2);
  CHECK(lines.front().text.starts_with("Amendment form of the council"));
  CHECK(lines.back().text.starts_with("Name of the proposer"));
}

TEST_CASE("lay_out: a list marker belongs to its text, however wide the gap") {
  PageBuilder page;
  page.text(72, 100, "1.").text(108, 100, kFull);
  page.text(108, 113, "second line of the item");
  page.text(72, 126, "2.").text(108, 126, "57-76 Mill Lane is to be let to the parish");
  const auto lines = lay_out({page.get()});
  REQUIRE(shown(lines) == Texts{"1. " + kFull, "second line of the item",
                                "2. 57-76 Mill Lane is to be let to the parish"});
  CHECK(lines[0].starts_paragraph);
  CHECK_FALSE(lines[1].starts_paragraph);
  CHECK(lines[2].starts_paragraph);
}

TEST_CASE("lay_out: white space, type and early ends start paragraphs") {
  PageBuilder page;
  page.lines(72, 100, prose(3));
  page.text(72, 139, "the end.");
  page.text(72, 152, "Another paragraph without white space above it, as long as the others are");
  page.text(72, 190, "After white space");
  page.text(72, 203, "Bold heading", 11, true);
  const auto lines = lay_out({page.get()});
  REQUIRE(lines.size() == 7);
  std::vector<bool> starts;
  for (const RawLine& line : lines) starts.push_back(line.starts_paragraph);
  CHECK(starts == std::vector<bool>{true, false, false, false, true, true, true});
  CHECK(lines[6].style.bold);
  CHECK(lines[6].style.size == 11);
}

TEST_CASE("lay_out: a year at the start of a line is not a list item") {
  PageBuilder page;
  page.text(72, 100, kFull).text(72, 113, "2016. It was then decided to go on as before");
  CHECK_FALSE(lay_out({page.get()})[1].starts_paragraph);
}

TEST_CASE("lay_out: labels and values become cells, and a value may wrap") {
  PageBuilder page;
  page.text(72, 100, "From:").text(160, 100, "A. Miller, Cabinet Member");
  page.text(160, 126, "B. Smith, Corporate Director of");
  page.text(160, 139, "Highways");
  page.text(72, 166, "To:").text(160, 166, "Cabinet");
  page.lines(72, 220, prose(2));
  CHECK(shown(page) == Texts{"1.1.1 From:", "1.1.2 A. Miller, Cabinet Member",
                             "1.1.2 B. Smith, Corporate Director of", "1.1.2 Highways",
                             "1.2.1 To:", "1.2.2 Cabinet", kFull, kFull});
}

TEST_CASE("lay_out: a wrapped label goes on in its cell, a label after a colon starts a row") {
  PageBuilder page;
  page.text(72, 100, "From:").text(170, 100, "A. Miller");
  page.text(72, 113, "Past pathway of").text(170, 113, "Scrutiny, 3 May");
  page.text(72, 126, "report:").text(170, 126, "Cabinet, 4 May");
  page.text(72, 139, "Ward:").text(170, 139, "Mill");
  CHECK(shown(page) == Texts{"1.1.1 From:", "1.1.2 A. Miller", "1.2.1 Past pathway of",
                             "1.2.1 report:", "1.2.2 Scrutiny, 3 May", "1.2.2 Cabinet, 4 May",
                             "1.3.1 Ward:", "1.3.2 Mill"});
}

TEST_CASE("lay_out: a grid of labels over values gives a cell for each") {
  PageBuilder page;
  page.text(72, 100, "Item No.").text(140, 100, "Classification:").text(260, 100, "Date:");
  page.text(80, 113, "9").text(140, 113, "Open").text(260, 113, "3 May 2022");
  page.text(72, 150, "Report title:").text(260, 150, "Markets and fairs");
  CHECK(shown(page) == Texts{"1.1.1 Item No.", "1.1.1 9", "1.1.2 Classification:", "1.1.2 Open",
                             "1.1.3 Date:", "1.1.3 3 May 2022",
                             "1.2.1 Report title:", "1.2.2 Markets and fairs"});
}

TEST_CASE("lay_out: cells that wrap are read one after the other") {
  PageBuilder page;
  page.text(72, 100, "Issue", 11, true).text(180, 100, "Implications", 11, true);
  page.text(420, 100, "Sign-off", 11, true);
  page.text(72, 126, "Impact on").text(180, 126, "We expect that the market will serve");
  page.text(420, 126, "Head of Policy");
  page.text(72, 139, "Priorities").text(180, 139, "the town and its neighbours.");
  page.text(72, 165, "Risk").text(180, 165, "None.").text(420, 165, "Head of Law");
  CHECK(shown(page) == Texts{"1.1.1 Issue", "1.1.2 Implications", "1.1.3 Sign-off",
                             "1.2.1 Impact on", "1.2.1 Priorities",
                             "1.2.2 We expect that the market will serve",
                             "1.2.2 the town and its neighbours.", "1.2.3 Head of Policy",
                             "1.3.1 Risk", "1.3.2 None.", "1.3.3 Head of Law"});
}

TEST_CASE("lay_out: a table goes on over a page with its number") {
  const auto rows = [](int number, double y) {
    PageBuilder page{number};
    page.text(72, y, "Ref").text(180, y, "Title").text(420, y, "Lead");
    page.text(72, y + 26, "R" + std::to_string(number)).text(180, y + 26, "Roads");
    page.text(420, y + 26, "Clerk");
    return page.get();
  };
  const auto lines = lay_out({rows(1, 300), rows(2, 200)});
  REQUIRE(lines.size() == 12);
  CHECK(lines[5].cell == Cell{1, 2, 3});
  CHECK(lines[6].role == LineRole::RunningHead);  // the header, printed again
  CHECK(lines[9].cell == Cell{1, 3, 1});
}

TEST_CASE("lay_out: columns of prose are read one after the other") {
  PageBuilder page;
  const Texts left(8, "left side of the page in two columns");
  const Texts right(8, "ochr dde y dudalen mewn dwy golofn");
  page.text(72, 60, "A heading over both columns of this page that is as wide as they are");
  page.lines(72, 100, left).lines(310, 100, right);
  const auto lines = lay_out({page.get()});
  REQUIRE(lines.size() == 17);
  CHECK(lines[8].text == left[0]);
  CHECK(lines[9].text == right[0]);
  CHECK(lines[16].cell == Cell{});
}

TEST_CASE("lay_out: contacts side by side are one row") {
  PageBuilder page;
  page.lines(72, 100, {"Report author:", "A. Miller", "Head of Roads", "a@council.example"});
  page.lines(320, 100, {"Director:", "B. Smith", "Director", "b@council.example"});
  CHECK(shown(page) == Texts{"1.1.1 Report author:", "1.1.1 A. Miller", "1.1.1 Head of Roads",
                             "1.1.1 a@council.example", "1.1.2 Director:", "1.1.2 B. Smith",
                             "1.1.2 Director", "1.1.2 b@council.example"});
}

TEST_CASE("lay_out: words at the right margin follow their paragraph") {
  PageBuilder page;
  double y = 100;
  for (int i = 0; i < 4; ++i) {
    page.text(72, y, "The clerk is to write to the county about the state of the roads, and");
    page.text(72, y + 13, "to report.").text(500, y + 13, "Clerk");
    y += 40;
  }
  const auto lines = lay_out({page.get()});
  REQUIRE(lines.size() == 12);
  CHECK(lines[1].text == "to report.");
  CHECK(lines[1].cell == Cell{});
  CHECK(lines[2].text == "Clerk");
  CHECK(lines[2].starts_paragraph);
}

TEST_CASE("lay_out: stretched lines of justified prose are not a table") {
  PageBuilder page;
  for (int i = 0; i < 6; ++i) {
    double x = 72;
    for (const char* word : {"stretched", "words", "everywhere", "along", "here"}) {
      page.text(x, 100 + 13 * i, word);
      x += 5.5 * static_cast<double>(std::string_view{word}.size()) + 14;
    }
  }
  for (const RawLine& line : lay_out({page.get()})) CHECK(line.cell == Cell{});
}

TEST_CASE("lay_out: heads and feet that recur are marked, the first title is not") {
  std::vector<Page> pages;
  for (int number = 1; number <= 3; ++number) {
    PageBuilder page{number};
    page.text(200, 30, "Mill Town Council", 14);
    page.lines(72, 100, prose(10));
    page.text(72, 740,
              "Closing words of page " + std::string(static_cast<std::size_t>(number), 'x'));
    page.text(72, 800, "Minutes of 3 May 2022", 9)
        .text(480, 800, "Page " + std::to_string(number), 9);
    pages.push_back(page.get());
  }
  std::vector<LineRole> titles, feet;
  int numbers = 0;
  for (const RawLine& line : lay_out(pages)) {
    if (line.text == "Mill Town Council") titles.push_back(line.role);
    if (line.text.starts_with("Minutes")) feet.push_back(line.role);
    if (line.text.starts_with("Closing")) CHECK(line.role == LineRole::Body);
    numbers += line.role == LineRole::PageNumber ? 1 : 0;
  }
  CHECK(titles == std::vector{LineRole::Body, LineRole::RunningHead, LineRole::RunningHead});
  CHECK(feet == std::vector(3, LineRole::RunningHead));
  CHECK(numbers == 3);
}

TEST_CASE("lay_out: numbered titles and rows of figures that look alike are no running heads") {
  std::vector<Page> pages;
  for (int number = 1; number <= 4; ++number) {
    PageBuilder page{number};
    page.text(250, 40, "Appendix " + std::to_string(number), 11, true);
    page.text(72, 60, "100").text(200, 60, std::to_string(300 + number));
    page.lines(72, 200, prose(10));
    pages.push_back(page.get());
  }
  for (const RawLine& line : lay_out(pages)) {
    CAPTURE(line.text);
    CHECK(line.role == LineRole::Body);
  }
}

TEST_CASE("lay_out: the head of a table that returns on each page is read once") {
  std::vector<Page> pages;
  for (int number = 1; number <= 3; ++number) {
    PageBuilder page{number};
    page.text(72, 60, "Ref").text(200, 60, "Risk").text(400, 60, "Owner");
    page.text(72, 90, "R" + std::to_string(number)).text(200, 90, "Flood").text(400, 90, "Clerk");
    pages.push_back(page.get());
  }
  std::vector<LineRole> roles;
  for (const RawLine& line : lay_out(pages)) {
    if (line.text == "Owner") roles.push_back(line.role);
  }
  CHECK(roles == std::vector{LineRole::Body, LineRole::RunningHead, LineRole::RunningHead});
}

TEST_CASE("lay_out: a page set sideways is read, and its boxes stay on the page") {
  Page page;
  page.number = 1;
  page.width = 595;
  page.height = 842;
  // Turned a quarter clockwise: lines run down the page, the first at the right.
  double y = 100;
  for (const char* text : {"read", "me", "first"}) {
    Word word;
    word.text = text;
    word.box = {500, y, 512, y + 40};
    word.size = 11;
    word.rotation = 1;
    page.words.push_back(word);
    y += 43;
  }
  const auto lines = lay_out({page});
  REQUIRE(shown(lines) == Texts{"read me first"});
  CHECK(lines[0].box.x0 == Approx(500));
  CHECK(lines[0].box.y0 == Approx(100));
  CHECK(lines[0].box.y1 == Approx(226));
}

TEST_CASE("lay_out: no pages and empty pages give no lines") {
  CHECK(lay_out({}).empty());
  CHECK(lay_out({PageBuilder{}.get()}).empty());
}

}  // namespace
}  // namespace moot
