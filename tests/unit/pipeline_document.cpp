#include "pipeline/document.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace moot;

namespace {

struct TestLine {
  std::string text = {};
  int page = 1;
  Box box = {};
  LineRole role = LineRole::Body;
  Cell cell = {};
};

Document make(const std::vector<TestLine>& lines) {
  Document doc;
  for (const TestLine& line : lines) {
    if (!doc.lines.empty()) doc.text += '\n';
    const std::size_t begin = doc.text.size();
    doc.text += line.text;
    doc.lines.push_back(
        {{begin, doc.text.size()}, line.page, line.box, {}, line.role, false, line.cell});
  }
  return doc;
}

TextRange whole(const Document& doc) {
  return {0, doc.text.size()};
}

/// A line of 12 points' height.
Box at(double x0, double x1, double y) {
  return {x0, y, x1, y + 12};
}

}  // namespace

TEST_CASE("line_at: a newline belongs to the line before") {
  const Document doc = make({{"one"}, {"two"}, {"three"}});
  struct Row {
    std::size_t offset, line;
  };
  const Row rows[] = {{0, 0}, {2, 0}, {3, 0}, {4, 1}, {6, 1}, {7, 1}, {8, 2}, {12, 2}, {13, 2}};
  for (const Row& row : rows) {
    CAPTURE(row.offset);
    CHECK(line_at(doc, row.offset) == row.line);
  }
}

TEST_CASE("slice: the bytes of a range, the end not among them") {
  const Document doc = make({{"one"}, {"two"}});
  CHECK(slice(doc, {0, 3}) == "one");
  CHECK(slice(doc, {2, 5}) == "e\nt");
  CHECK(slice(doc, {7, 7}).empty());
}

TEST_CASE("is_gap: what is missing is told from what is only worth saying") {
  for (const char* what : {"no-text-layer", "page-not-read", "truncated", "poor-text", "ocr-failed",
                           "ocr-not-installed"}) {
    CHECK(is_gap({what, 1}));
  }
  for (const char* what : {"ocr-used", "blank-page", "options-none-stated", ""}) {
    CHECK_FALSE(is_gap({what, 1}));
  }
}

TEST_CASE("places: lines of one column give one place with their boxes united") {
  const Document doc = make({{"First line", 1, at(50, 300, 100)}, {"second", 1, at(40, 90, 114)}});
  const std::vector<Place> found = places(doc, {2, 12});
  REQUIRE(found.size() == 1);
  CHECK(found[0].page == 1);
  CHECK(found[0].box == Box{40, 100, 300, 126});
  CHECK(found[0].range == TextRange{2, 12});
}

TEST_CASE("places: a new page, another column and another column of a table each give a place") {
  struct Row {
    const char* what;
    TestLine first, second;
    std::size_t places;
  };
  const Row rows[] = {
      {"next page", {"a", 1, at(50, 300, 700)}, {"b", 2, at(50, 300, 60)}, 2},
      {"column further right", {"a", 1, at(50, 280, 700)}, {"b", 1, at(310, 540, 60)}, 2},
      {"far beside", {"a", 1, at(50, 120, 700)}, {"b", 1, at(310, 540, 700)}, 2},
      {"hanging number", {"2.1", 1, at(50, 65, 700)}, {"words", 1, at(86, 540, 700)}, 1},
      {"line below, further right", {"a", 1, at(50, 90, 100)}, {"b", 1, at(300, 400, 114)}, 1},
      {"next cell",
       {"a", 1, at(50, 90, 100), LineRole::Body, {1, 1, 1}},
       {"b", 1, at(100, 190, 100), LineRole::Body, {1, 1, 2}},
       2},
      {"same cell",
       {"a", 1, at(50, 90, 100), LineRole::Body, {1, 1, 1}},
       {"b", 1, at(50, 90, 114), LineRole::Body, {1, 1, 1}},
       1},
      {"no pages", {"a", 0, at(50, 90, 700)}, {"b", 0, at(500, 590, 0)}, 1},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const Document doc = make({row.first, row.second});
    CHECK(places(doc, whole(doc)).size() == row.places);
  }
}

TEST_CASE("places: running heads and page numbers inside are left out") {
  const Document doc = make({{"The report", 1, at(50, 300, 700)},
                             {"12", 1, at(290, 300, 800), LineRole::PageNumber},
                             {"Pack of papers", 2, at(50, 300, 20), LineRole::RunningHead},
                             {"goes on", 2, at(50, 300, 60)}});
  const std::vector<Place> found = places(doc, whole(doc));
  REQUIRE(found.size() == 2);
  CHECK(slice(doc, found[0].range) == "The report");
  CHECK(found[0].box == at(50, 300, 700));
  CHECK(slice(doc, found[1].range) == "goes on");
  CHECK(found[1].page == 2);
}

TEST_CASE("places: a range in a running head alone gives the running head") {
  const Document doc = make({{"Borough of Exampleton", 3, at(50, 300, 20), LineRole::RunningHead},
                             {"Report", 3, at(50, 300, 60)}});
  const std::vector<Place> found = places(doc, {0, 10});
  REQUIRE(found.size() == 1);
  CHECK(found[0].page == 3);
  CHECK(found[0].range == TextRange{0, 10});
}

TEST_CASE("places: without pages the box says nothing, an empty range has no place") {
  const Document doc = make({{"one", 0, {36, 0, 0, 0}}, {"two", 0, {}}});
  const std::vector<Place> found = places(doc, whole(doc));
  REQUIRE(found.size() == 1);
  CHECK(found[0].box == Box{});
  CHECK(found[0].range == TextRange{0, 7});
  CHECK(places(doc, {2, 2}).empty());
  CHECK(places(Document{}, {0, 0}).empty());
}
