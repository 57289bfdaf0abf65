#pragma once
/// \file bytes of a PDF -> words on pages. The only module that includes Poppler.

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/page.hpp"
#include "pipeline/result.hpp"

namespace moot {

/// What Poppler says of one PDF.
struct PdfWords {
  std::vector<Page> pages;  ///< those without words too
  std::string title;        ///< of the file's own metadata; UTF-8, may be empty
  std::vector<Note> notes;  ///< "no-text-layer", "truncated", "page-not-read"
};

/// Reads the words of all pages, with boxes in points from the top left of the page as it is
/// shown (crop box, turned as the file asks).
///
/// A page that cannot be read adds Note{"page-not-read", page}; one without words adds
/// Note{"no-text-layer", page}. Of a page with more words than can be printed, and of a file with
/// more pages or words than any pack, the first are read: Note{"truncated"}, of that page or of the
/// whole file. Fails with BadDocument when the file is damaged, protected by a password or without
/// pages. Never throws, never prints; `pdf` need not outlive the call. Safe to call from several
/// threads for different PDFs.
Result<PdfWords> read_pdf_words(std::string_view pdf);

}  // namespace moot
