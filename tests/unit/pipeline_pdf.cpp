#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "pipeline/pdf_outline.hpp"
#include "pipeline/pdf_words.hpp"
#include "pipeline/read_pdf.hpp"

namespace moot {
namespace {

/// Writes PDFs by hand: objects are numbered from 1, the catalogue comes first.
class PdfBuilder {
 public:
  int add(std::string body) {
    objects_.push_back(std::move(body));
    return static_cast<int>(objects_.size());
  }

  std::string get(const std::string& trailer = {}) const {
    std::string out = "%PDF-1.4\n";
    std::vector<std::size_t> offsets;
    for (std::size_t i = 0; i < objects_.size(); ++i) {
      offsets.push_back(out.size());
      out += std::to_string(i + 1) + " 0 obj\n" + objects_[i] + "\nendobj\n";
    }
    const std::string start = std::to_string(out.size());
    const std::string size = std::to_string(objects_.size() + 1);
    out += "xref\n0 " + size + "\n0000000000 65535 f \n";
    for (const std::size_t offset : offsets) {
      const std::string digits = std::to_string(offset);
      out += std::string(10 - digits.size(), '0') + digits + " 00000 n \n";
    }
    return out + "trailer\n<< /Size " + size + " /Root 1 0 R " + trailer + " >>\nstartxref\n" +
           start + "\n%%EOF\n";
  }

 private:
  std::vector<std::string> objects_;
};

std::string stream(const std::string& content) {
  return "<< /Length " + std::to_string(content.size()) + " >>\nstream\n" + content + "\nendstream";
}

/// A PDF with one page for each content stream; fonts /F1 (regular) and /F2 (bold).
std::string make_pdf(const std::vector<std::string>& pages, const std::string& page_keys = {},
                     const std::string& trailer = {}, const std::string& outlines = {}) {
  const std::string more = outlines.empty() ? "" : " /Outlines 5 0 R";
  std::string kids;
  for (std::size_t i = 0; i < pages.size(); ++i) kids += std::to_string(7 + 2 * i) + " 0 R ";
  PdfBuilder out;
  out.add("<< /Type /Catalog /Pages 2 0 R" + more + " >>");
  out.add("<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(pages.size()) + " >>");
  out.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
  out.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>");
  out.add("<< /First 6 0 R /Last 6 0 R /Count 1 >>");
  out.add(outlines.empty() ? "null" : outlines);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    out.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] " + page_keys +
            " /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents " +
            std::to_string(8 + 2 * i) + " 0 R >>");
    out.add(stream(pages[i]));
  }
  return out.get(trailer);
}

std::string show(const std::string& text, int x, int y, const std::string& font = "/F1") {
  return "BT " + font + " 12 Tf " + std::to_string(x) + " " + std::to_string(y) + " Td (" + text +
         ") Tj ET\n";
}

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
  const auto raw = read_pdf(make_pdf({show("First", 72, 742), ""}, {}, {},
                                     "<< /Title (Top) /Parent 5 0 R /Dest [7 0 R /Fit] >>"));
  REQUIRE(raw);
  CHECK(raw->media_type == "application/pdf");
  REQUIRE(raw->lines.size() == 1);
  CHECK(raw->lines[0].text == "First");
  CHECK(raw->lines[0].page == 1);
  CHECK(raw->pages.size() == 2);
  CHECK(raw->bookmarks.size() == 1);
  CHECK(raw->notes == std::vector<Note>{{"no-text-layer", 2}});
}

}  // namespace
}  // namespace moot
