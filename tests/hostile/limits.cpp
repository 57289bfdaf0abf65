// What a limit cuts off is told by a note.

#include <algorithm>
#include <catch2/catch.hpp>

#include "hostile/files.hpp"
#include "hostile/pdf_maker.hpp"
#include "pipeline/pdf_outline.hpp"
#include "pipeline/pdf_words.hpp"
#include "pipeline/read_pdf.hpp"

using namespace moot;

namespace {

/// Pages of one word each.
std::string many_pages(int count) {
  test::PdfMaker pdf;
  std::string kids;
  for (int i = 0; i < count; ++i) kids += test::ref(5 + i) + " ";
  pdf.add("<< /Type /Catalog /Pages 2 0 R >>");
  pdf.add("<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(count) + " >>");
  pdf.add(test::stream_object("", "BT /F1 12 Tf 72 760 Td (Page) Tj ET"));
  pdf.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
  for (int i = 0; i < count; ++i) {
    pdf.add(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R /Resources << /Font "
        "<< /F1 4 0 R >> >> >>");
  }
  return pdf.file();
}

std::size_t count_notes(const std::vector<Note>& notes, const Note& note) {
  return static_cast<std::size_t>(std::count(notes.begin(), notes.end(), note));
}

}  // namespace

TEST_CASE("of a PDF with more pages than any pack the first are read, with a note") {
  const auto many = read_pdf_words(many_pages(10'001));
  REQUIRE(many);
  CHECK(many->pages.size() == 10'000);
  CHECK(count_notes(many->notes, {"truncated", 0}) == 1);
  const auto few = read_pdf_words(many_pages(3));
  REQUIRE(few);
  CHECK(few->pages.size() == 3);
  CHECK(few->notes.empty());
}

TEST_CASE("of an outline that never ends the first bookmarks are read, with a note") {
  for (const test::HostileFile& file : test::hostile_structures()) {
    if (file.name != "outline-wide" && file.name != "outline-deep-loop") continue;
    ReadReport report;
    const auto read = read_pdf(file.bytes(), {}, report);
    REQUIRE(read);
    const bool cut = read->bookmarks.size() == kMostBookmarks;
    CHECK(cut == (file.name == "outline-wide"));
    CHECK(count_notes(read->notes, {"truncated", 0}) == (cut ? 1 : 0));
  }
}

TEST_CASE("a letter that a font calls a line end is a space") {
  test::Odd odd;
  odd.content = test::words("", "(AB) Tj");
  odd.font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 8 0 R >>";
  odd.more = {test::stream_object("", "1 beginbfchar <41> <0058000A0059> endbfchar")};
  const auto read = read_pdf_words(test::odd_pdf(odd));
  REQUIRE(read);
  REQUIRE(!read->pages[0].words.empty());
  for (const Word& word : read->pages[0].words) CHECK(word.text.find('\n') == std::string::npos);
}
