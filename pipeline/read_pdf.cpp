#include "pipeline/read_pdf.hpp"

#include <utility>

#include "pipeline/layout.hpp"
#include "pipeline/ocr_pages.hpp"
#include "pipeline/pdf_outline.hpp"

namespace moot {

Result<PdfWords> read_pdf_pages(std::string_view pdf, const ReadOptions& options,
                                ReadReport& report) {
  auto words = read_pdf_words(pdf);
  if (words) add_ocr(*words, pdf, options, report);
  return words;
}

Result<RawDocument> read_pdf(std::string_view pdf, const ReadOptions& options, ReadReport& report) {
  auto words = read_pdf_pages(pdf, options, report);
  if (!words) return words.error();
  RawDocument out;
  out.media_type = "application/pdf";
  out.title = std::move(words->title);
  out.notes = std::move(words->notes);
  out.lines = lay_out(words->pages);
  for (const Page& page : words->pages) out.pages.push_back({page.width, page.height});
  // Bookmarks part packs into papers, and a single page needs no parting.
  if (out.pages.size() > 1) out.bookmarks = read_pdf_outline(pdf);
  if (out.bookmarks.size() == kMostBookmarks) out.notes.push_back({"truncated", 0});
  return out;
}

}  // namespace moot
