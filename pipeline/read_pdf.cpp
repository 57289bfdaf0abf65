#include "pipeline/read_pdf.hpp"

#include <utility>

#include "pipeline/layout.hpp"
#include "pipeline/pdf_outline.hpp"
#include "pipeline/pdf_words.hpp"

namespace moot {

Result<RawDocument> read_pdf(std::string_view pdf) {
  auto words = read_pdf_words(pdf);
  if (!words) return words.error();
  RawDocument out;
  out.media_type = "application/pdf";
  out.title = std::move(words->title);
  out.notes = std::move(words->notes);
  out.lines = lay_out(words->pages);
  for (const Page& page : words->pages) out.pages.push_back({page.width, page.height});
  // Bookmarks part packs into papers, and a single page needs no parting.
  if (out.pages.size() > 1) out.bookmarks = read_pdf_outline(pdf);
  return out;
}

}  // namespace moot
