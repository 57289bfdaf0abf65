#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "pipeline/pdf_outline.hpp"
#include "pipeline/pdf_words.hpp"
#include "pipeline/read_pdf.hpp"
#include "tests/support/make_pdf.hpp"

namespace moot {
namespace {

using namespace test;

TEST_CASE("read_pdf_words: words with boxes from the top left, size and weight") {
  const auto words =
      read_pdf_words(make_pdf({show("Plain", 72, 742) + show("Heavy", 72, 700, "/F2")}));
  REQUIRE(words);
  REQUIRE(words->pages.size() == 1);
  const Page& page = words->pages[0];
  CHECK(page.number == 1);
  CHECK(page.width == Approx(595));
  CHECK(page.height == Approx(842));
  REQUIRE(page.words.size() == 2);
  CHECK(page.words[0].text == "Plain");
  CHECK(page.words[0].size == Approx(12));
  CHECK_FALSE(page.words[0].bold);
  CHECK(page.words[1].bold);
  CHECK(page.words[0].box.x0 == Approx(72).margin(1));
  CHECK(page.words[0].box.y0 < 100);
  CHECK(page.words[0].box.y1 > 100);
  CHECK(words->notes.empty());
}

TEST_CASE("read_pdf_words: a page turned by /Rotate has its size and boxes as it is shown") {
  const auto words = read_pdf_words(make_pdf({show("Turned", 72, 742)}, "/Rotate 90"));
  REQUIRE(words);
  const Page& page = words->pages[0];
  CHECK(page.width == Approx(842));
  CHECK(page.height == Approx(595));
  REQUIRE(page.words.size() == 1);
  CHECK(page.words[0].box.x1 <= page.width);
  CHECK(page.words[0].box.y1 <= page.height);
  CHECK(page.words[0].rotation == 1);
}

TEST_CASE("read_pdf_words: boxes count from the crop box") {
  const auto words =
      read_pdf_words(make_pdf({show("Cropped", 172, 642)}, "/CropBox [100 100 500 700]"));
  REQUIRE(words);
  CHECK(words->pages[0].width == Approx(400));
  CHECK(words->pages[0].height == Approx(600));
  REQUIRE(words->pages[0].words.size() == 1);
  CHECK(words->pages[0].words[0].box.x0 == Approx(72).margin(1));
  CHECK(words->pages[0].words[0].box.y1 == Approx(60).margin(6));
}

TEST_CASE("read_pdf_words: a page without text is a note") {
  const auto words = read_pdf_words(make_pdf({show("One", 72, 742), "0 0 m 9 9 l S"}));
  REQUIRE(words);
  CHECK(words->pages.size() == 2);
  CHECK(words->notes == std::vector<Note>{{"no-text-layer", 2}});
}

TEST_CASE("read_pdf_words: what is no PDF fails and does not throw") {
  const std::string good = make_pdf({show("One", 72, 742)});
  for (const std::string& bytes : {std::string{}, std::string{"%PDF-1.4"}, std::string(3000, '\0'),
                                   std::string{"no PDF"}, make_pdf({})}) {
    const auto words = read_pdf_words(bytes);
    REQUIRE_FALSE(words);
    CHECK(words.error().kind == ErrorKind::BadDocument);
    CHECK_FALSE(words.error().message.empty());
  }
  // Cut anywhere, it is a value or an error.
  for (std::size_t size = 0; size < good.size(); size += 37) {
    const auto words = read_pdf_words(good.substr(0, size));
    if (!words) CHECK(words.error().kind == ErrorKind::BadDocument);
  }
}

TEST_CASE("read_pdf_words: a password is told apart from damage") {
  const std::string key(64, 'a');
  const auto words = read_pdf_words(make_pdf({show("Secret", 72, 742)}, {},
                                             "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" +
                                                 key + "> /U <" + key + "> >> /ID [<00> <00>]"));
  REQUIRE_FALSE(words);
  CHECK(words.error().message == "it is protected by a password");
  CHECK(words.error().hint.find("qpdf --decrypt") != std::string::npos);
}

TEST_CASE("read_pdf_outline: bookmarks have a title, a page and a level") {
  const std::string pdf =
      make_pdf({show("One", 72, 742), show("Two", 72, 742)}, {}, {},
               "<< /Title (Item 4 - Markets) /Parent 5 0 R /Dest [9 0 R /Fit] >>");
  const auto bookmarks = read_pdf_outline(pdf);
  REQUIRE(bookmarks.size() == 1);
  CHECK(bookmarks[0].title == "Item 4 - Markets");
  CHECK(bookmarks[0].page == 2);
  CHECK(bookmarks[0].level == 0);
}

TEST_CASE("read_pdf_outline: none where there is none, or no PDF") {
  CHECK(read_pdf_outline(make_pdf({show("One", 72, 742)})).empty());
  CHECK(read_pdf_outline("no PDF").empty());
  CHECK(read_pdf_outline({}).empty());
}

TEST_CASE("read_pdf: lines, pages, bookmarks and notes of one file") {
  ReadReport report;
  const auto raw = read_pdf(make_pdf({show("First", 72, 742), ""}, {}, {},
                                     "<< /Title (Top) /Parent 5 0 R /Dest [7 0 R /Fit] >>"),
                            {}, report);
  REQUIRE(raw);
  CHECK(raw->media_type == "application/pdf");
  REQUIRE(raw->lines.size() == 1);
  CHECK(raw->lines[0].text == "First");
  CHECK(raw->lines[0].page == 1);
  CHECK(raw->pages.size() == 2);
  CHECK(raw->bookmarks.size() == 1);
  CHECK(raw->notes == std::vector<Note>{{"no-text-layer", 2}});
  CHECK(report.pages == 2);
  CHECK(report.pages_with_text == 1);
  CHECK(report.wanted == std::vector<int>{2});
}

}  // namespace
}  // namespace moot
