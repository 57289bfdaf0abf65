#include "pipeline/ocr.hpp"

#include <algorithm>
#include <filesystem>
#include <limits>
#include <thread>

#include <catch2/catch.hpp>

#include "pipeline/page_turn.hpp"
#include "pipeline/pdf_image.hpp"
#include "pipeline/read.hpp"
#include "tests/support/make_pdf.hpp"

using namespace moot;
using namespace moot::test;

namespace {

constexpr const char* kLines[] = {"Report of the Director of Harbours and Markets",
                                  "The committee is asked to agree that the market",
                                  "square be closed to traffic on each Saturday in",
                                  "December, and that the cost of barriers be met",
                                  "from the budget of the harbour for this year."};

std::string text_pdf(const std::string& page_keys = {}) {
  std::string content;
  int y = 780;
  for (const char* line : kLines) content += show(line, 72, y -= 24);
  return make_pdf({content}, page_keys);
}

/// The upper part of the page, as a scanner sees it.
const PageImage& picture() {
  static const PageImage kPicture = [] {
    auto image = draw_page(text_pdf("/CropBox [40 560 420 842]"), 1, 200);
    REQUIRE(image);
    return *image;
  }();
  return kPicture;
}

std::string words_of(const std::vector<Word>& words) {
  std::string out;
  for (const Word& word : words) out += (out.empty() ? "" : " ") + word.text;
  return out;
}

std::string all_lines() {
  std::string out;
  for (const char* line : kLines) out += (out.empty() ? "" : " ") + std::string(line);
  return out;
}

const Word& word_of(const OcrPage& page, const std::string& text) {
  const auto found = std::find_if(page.words.begin(), page.words.end(),
                                  [&](const Word& word) { return word.text == text; });
  REQUIRE(found != page.words.end());
  return *found;
}

Document read_scan(const PageImage& image) {
  const auto doc = read_document(make_scan({image}), {OcrMode::Auto, "eng", nullptr});
  REQUIRE(doc);
  return *doc;
}

std::size_t threads() {
  const std::filesystem::directory_iterator all("/proc/self/task");
  return static_cast<std::size_t>(std::distance(begin(all), end(all)));
}

}  // namespace

TEST_CASE("ocr_page: words of a scan with their boxes, sizes and certainty") {
  const auto page = ocr_page(make_scan({picture()}), 1);
  REQUIRE(page);
  CHECK(page->width == Approx(380));
  CHECK(page->height == Approx(282));
  CHECK_FALSE(page->blank);
  CHECK(page->turn == 0);
  CHECK(page->skew == 0);
  CHECK(words_of(page->words) == all_lines());
  CHECK(page->confidence > 0.85);
  CHECK(page->confidence <= 1);
  const Word& first = word_of(*page, "Report");
  CHECK(first.box.x0 == Approx(32).margin(1.5));
  CHECK(first.box.y1 == Approx(86).margin(4));
  CHECK(first.size == Approx(12).margin(2));
  CHECK(first.certainty > 0.8);
}

TEST_CASE("ocr_page: starts no thread") {
  REQUIRE(prepare_ocr("eng"));
  const std::size_t before = threads();
  REQUIRE(ocr_page(make_scan({picture()}), 1));
  CHECK(threads() == before);
}

TEST_CASE("ocr_page: a page that is turned is read upright, its boxes stay where they are shown") {
  for (const int turn : {1, 2, 3}) {
    CAPTURE(turn);
    const auto page = ocr_page(make_scan({quarter_turned(picture(), turn)}), 1);
    REQUIRE(page);
    CHECK(page->turn == turn);
    CHECK(words_of(page->words) == all_lines());
    const Word& word = word_of(*page, "Report");
    CHECK(word.rotation == turn);
    const Box upright = turned(word.box, {page->width, page->height}, turn);
    CHECK(upright.x0 == Approx(32).margin(1.5));
    CHECK(upright.y1 == Approx(86).margin(4));
  }
}

TEST_CASE("ocr_page: a page that is turned by the file itself needs no turning") {
  const auto page = ocr_page(text_pdf("/Rotate 90"), 1, {"eng", 150});
  REQUIRE(page);
  CHECK(page->width == Approx(842));
  CHECK(page->turn == 1);
  CHECK(words_of(page->words) == all_lines());
}

TEST_CASE("ocr_page: a skewed page is read level, its boxes hold the words where they are shown") {
  for (const double degrees : {-3.0, 3.0}) {
    CAPTURE(degrees);
    const auto page = ocr_page(make_scan({tilted(picture(), degrees)}), 1);
    REQUIRE(page);
    CHECK(page->skew == Approx(degrees).margin(0.4));
    CHECK(words_of(page->words) == all_lines());
    const Box level{32, 76, 69, 89};
    const Box shown = skewed(level, {380, 282}, degrees);
    CHECK(word_of(*page, "Report").box.x0 == Approx(shown.x0).margin(4));
    CHECK(word_of(*page, "Report").box.y1 == Approx(shown.y1).margin(4));
  }
}

TEST_CASE("skewed and levelled boxes are each other's undoing") {
  const PageSize page{595, 842};
  const Box box{72, 100, 300, 112};
  for (const double degrees : {-5.0, -0.4, 0.0, 2.0, 5.0}) {
    const Box back = levelled(skewed(box, page, degrees), page, degrees);
    CHECK(back.x0 == Approx(box.x0));
    CHECK(back.y0 == Approx(box.y0));
    CHECK(back.x1 == Approx(box.x1));
    CHECK(back.y1 == Approx(box.y1));
  }
  CHECK(skewed({590, 420, 592, 422}, page, 3).y0 > 430);  // the right side goes down
  CHECK(turned(turned(box, page, 1), {842, 595}, 3) == box);
}

TEST_CASE("read_document: the lines of turned and skewed scans are those of the page") {
  for (const PageImage& image :
       {picture(), tilted(picture(), 2.5), quarter_turned(tilted(picture(), -2), 1)}) {
    const Document doc = read_scan(image);
    REQUIRE(doc.lines.size() == std::size(kLines));
    for (std::size_t i = 0; i < doc.lines.size(); ++i) {
      CHECK(slice(doc, doc.lines[i].range) == kLines[i]);
      CHECK(doc.lines[i].certainty < 1);
      CHECK(doc.lines[i].certainty > 0.8);
      CHECK(doc.lines[i].box.x0 >= 0);
      CHECK(doc.lines[i].box.x1 <= image.page_width);
    }
    CHECK(doc.notes == std::vector<Note>{{"ocr-used", 1}});
  }
}

TEST_CASE("ocr_page: pale print on a dark ground is read, a white page is blank") {
  PageImage pale = picture();
  for (char& c : pale.pixels) c = static_cast<char>(140 + static_cast<unsigned char>(c) / 4);
  const auto page = ocr_page(make_scan({pale}), 1);
  REQUIRE(page);
  CHECK_FALSE(page->blank);
  CHECK(words_of(page->words) == all_lines());

  PageImage white = picture();
  std::fill(white.pixels.begin(), white.pixels.end(), '\xF4');
  white.pixels[5000] = 0;  // a speck
  const auto blank = ocr_page(make_scan({white}), 1);
  REQUIRE(blank);
  CHECK(blank->blank);
  CHECK(blank->words.empty());
}

TEST_CASE("draw_page: a page as large as a house is drawn small") {
  for (const char* box : {"[0 0 200000 200000]", "[0 0 14400 20]", "[0 0 1 900000]"}) {
    CAPTURE(box);
    const auto image =
        draw_page(make_pdf({"0 0 m 9 9 l S"}, "/CropBox " + std::string(box)), 1, 300);
    if (!image) continue;
    CHECK(static_cast<double>(image->width) * image->height <= 1.01 * kMostPixels);
    CHECK(std::max(image->width, image->height) <= kMostPixelsOfSide + 1);
  }
  PdfBuilder huge;
  huge.add("<< /Type /Catalog /Pages 2 0 R >>");
  huge.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
  huge.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200000 100000] >>");
  const auto image = draw_page(huge.get(), 1, 300);
  REQUIRE(image);
  CHECK(static_cast<double>(image->width) * image->height <= 1.01 * kMostPixels);
  CHECK(image->width > 5000);
  CHECK(ocr_page(huge.get(), 1)->blank);
}

TEST_CASE("ocr_page: what cannot be read is an error and nothing is thrown") {
  CHECK(ocr_page("no PDF", 1).error().kind == ErrorKind::BadDocument);
  CHECK(ocr_page(text_pdf(), 2).error().kind == ErrorKind::BadDocument);
  CHECK(ocr_page(text_pdf(), 0).error().kind == ErrorKind::BadDocument);
  for (const char* languages : {"", "+", "eng+", "../eng", "eng+/etc/x", "a b"}) {
    CAPTURE(languages);
    CHECK(ocr_page(text_pdf(), 1, {languages, 150}).error().kind == ErrorKind::Usage);
  }
  for (const char* languages : {"xqz_old", "eng+xqz_old"}) {
    const auto page = ocr_page(text_pdf(), 1, {languages, 150});
    REQUIRE_FALSE(page);
    CHECK(page.error().kind == ErrorKind::NotRead);
    CHECK(page.error().message == "the OCR language 'xqz_old' is not installed");
    CHECK(page.error().hint == "apt-get install tesseract-ocr-xqz-old");
  }
}

TEST_CASE("read_document: what is off, missing, blank or given is told apart") {
  PageImage white = picture();
  std::fill(white.pixels.begin(), white.pixels.end(), '\xFF');
  const std::string pdf = make_scan({picture(), white});
  ReadReport report;

  CHECK(read_document(pdf, {}, &report).error().kind == ErrorKind::NoText);
  CHECK(report.wanted == std::vector<int>{1, 2});

  const auto seen = read_document(pdf, {OcrMode::Auto, "eng", nullptr}, &report);
  REQUIRE(seen);
  CHECK(seen->notes == std::vector<Note>{{"ocr-used", 1}, {"blank-page", 2}});
  CHECK(report.ocr == std::vector<int>{1});
  CHECK(report.blank == std::vector<int>{2});
  CHECK(report.wanted.empty());
  CHECK(report.pages == 2);
  CHECK(report.pages_with_text == 0);

  const auto missing = read_document(pdf, {OcrMode::Auto, "xqz", nullptr}, &report);
  REQUIRE_FALSE(missing);
  CHECK(missing.error().hint.find("apt-get install tesseract-ocr-xqz") != std::string::npos);
  CHECK(report.wanted == std::vector<int>{1, 2});

  CHECK(read_document(make_scan({white}), {OcrMode::Auto, "eng", nullptr}).error().message ==
        "there is no text in it: all its pages are blank");

  OcrPage page;
  page.words.push_back({"Given", {10, 10, 60, 20}, 10, false, true, 0, 0.5});
  page.confidence = 0.5;
  const std::map<int, OcrPage> given{{1, page}};
  const auto doc = read_document(pdf, {OcrMode::Given, "eng", &given}, &report);
  REQUIRE(doc);
  CHECK(doc->text == "Given");
  CHECK(doc->lines[0].certainty == Approx(0.5));
  CHECK(report.wanted == std::vector<int>{2});
  CHECK(doc->notes == std::vector<Note>{{"no-text-layer", 2}, {"ocr-used", 1}});
}

TEST_CASE("read_document: pages with text are not read by OCR unless it is forced") {
  ReadReport report;
  const auto plain = read_document(text_pdf(), {OcrMode::Auto, "eng", nullptr}, &report);
  REQUIRE(plain);
  CHECK(report.ocr.empty());
  CHECK(plain->lines[0].certainty == 1);
  const auto forced = read_document(text_pdf(), {OcrMode::Force, "eng", nullptr}, &report);
  REQUIRE(forced);
  CHECK(report.ocr == std::vector<int>{1});
  CHECK(forced->text == plain->text);
}

TEST_CASE("read_document: a scan that a number was put on is read all the same") {
  const PageImage& image = picture();
  const std::string scan = make_scan({image});
  // The number is put on by another content stream, as programs that make packs do.
  std::string pdf = scan;
  const std::size_t at = pdf.find("/Resources << ");
  REQUIRE(at != std::string::npos);
  pdf.insert(at + 14, "/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> ");
  const std::size_t draw = pdf.find("/I Do");
  pdf.insert(draw + 5, "\nBT /F1 0.02 Tf 0.45 0.02 Td (Page 7) Tj ET");
  const std::size_t length = pdf.rfind("/Length ", draw);
  const std::size_t end = pdf.find(' ', length + 8);
  const int old = std::stoi(pdf.substr(length + 8, end - length - 8));
  pdf.replace(length + 8, end - length - 8, std::to_string(old + 43));
  ReadReport report;
  const auto off = read_document(pdf, {OcrMode::Off, "eng", nullptr}, &report);
  REQUIRE(off);
  CHECK(off->text == "Page 7");
  CHECK(report.wanted.empty());
  const std::map<int, OcrPage> none;
  REQUIRE(read_document(pdf, {OcrMode::Given, "eng", &none}, &report));
  CHECK(report.wanted == std::vector<int>{1});
  const auto seen = read_document(pdf, {OcrMode::Auto, "eng", nullptr}, &report);
  REQUIRE(seen);
  CHECK(report.ocr == std::vector<int>{1});
  CHECK(seen->text.find(kLines[1]) != std::string::npos);

  const auto sparse = make_pdf({show("This page is left blank", 200, 400)});
  REQUIRE(read_document(sparse, {OcrMode::Given, "eng", &none}, &report));
  CHECK(report.wanted.empty());
}

TEST_CASE("ocr_page: bullets are bullets, and all lines of one type have one size") {
  const std::string bullet = "\\267";
  const auto page = ocr_page(
      make_pdf({show("The working group agreed these points:", 72, 760) + show(bullet, 90, 730) +
                show("that the gates be painted", 108, 730) + show(bullet, 90, 706) +
                show("that the seats be mended", 108, 706) + show("9 April 2025", 72, 660)}),
      1, {"eng", 200});
  REQUIRE(page);
  CHECK(words_of(page->words) ==
        "The working group agreed these points: \u2022 that the gates be painted \u2022 that the "
        "seats be mended 9 April 2025");
  for (const Word& word : page->words) CHECK(word.size == page->words[0].size);
}

TEST_CASE("is_better: words from OCR must be sure, and better or many more") {
  OcrPage page;
  page.confidence = 0.9;
  for (const char* text : {"The", "harbour", "wall", "is", "to", "be", "mended"}) {
    page.words.push_back({text, {}, 10, false, true, 0, 0.9});
  }
  std::vector<Word> rubbish = page.words;
  for (std::size_t i = 0; i < 5; ++i) rubbish[i].text = "x}{k" + std::to_string(i) + "z]w";
  CHECK(is_better(page, {}));
  CHECK(is_better(page, rubbish));
  CHECK(is_better(page, {page.words[0]}));
  CHECK_FALSE(is_better(page, page.words));
  page.confidence = 0.4;
  CHECK(is_better(page, {}));
  CHECK_FALSE(is_better(page, rubbish));
  page.words.clear();
  CHECK_FALSE(is_better(page, {}));
}

TEST_CASE("a page's words survive packing, and nothing else is taken for them") {
  OcrPage page;
  page.width = 595.3;
  page.height = 842;
  page.turn = 3;
  page.skew = -1.25;
  page.confidence = 0.75;
  page.words.push_back({"caf\u00E9", {1.5, 2, 30, 12}, 11.5, false, true, 3, 0.75});
  const std::string bytes = pack_ocr_page(page);
  const auto back = unpack_ocr_page(bytes);
  REQUIRE(back);
  CHECK(pack_ocr_page(*back) == bytes);
  CHECK(back->words[0].text == "caf\u00E9");
  CHECK(back->words[0].rotation == 3);
  CHECK(back->skew == -1.25);
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CHECK_FALSE(unpack_ocr_page(bytes.substr(0, size)));
  }
  CHECK_FALSE(unpack_ocr_page(bytes + '\0'));
  const auto damaged = [&](auto spoil) {
    OcrPage bad = page;
    spoil(bad);
    return unpack_ocr_page(pack_ocr_page(bad));
  };
  CHECK_FALSE(damaged([](OcrPage& p) { p.width = std::numeric_limits<double>::quiet_NaN(); }));
  CHECK_FALSE(damaged([](OcrPage& p) { p.words[0].certainty = 1.5; }));
  CHECK_FALSE(damaged([](OcrPage& p) { p.words[0].box.x1 = 0; }));
  CHECK_FALSE(damaged([](OcrPage& p) { p.skew = 90; }));
}
