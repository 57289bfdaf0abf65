#pragma once
/// \file bytes of a PDF -> lines. Words come from pdf_words, reading order from layout, bookmarks
/// from pdf_outline.

#include <string_view>

#include "pipeline/page.hpp"
#include "pipeline/pdf_words.hpp"
#include "pipeline/read_options.hpp"
#include "pipeline/result.hpp"

namespace moot {

/// Reads a PDF, with OCR where `options` ask for it (ocr_pages.hpp); fills `report`.
///
/// A page without text adds Note{"no-text-layer", page} and no lines; see pdf_words.hpp and
/// ocr_pages.hpp for the other notes. A PDF whose pages are all without text is not an error here:
/// it has no lines. Fails with BadDocument when the file is damaged, protected by a password or
/// without pages. Never throws, never prints; `pdf` need not outlive the call.
Result<RawDocument> read_pdf(std::string_view pdf, const ReadOptions& options, ReadReport& report);

/// The words of all pages, those from OCR too: the first half of read_pdf(), which fails as it
/// does.
Result<PdfWords> read_pdf_pages(std::string_view pdf, const ReadOptions& options,
                                ReadReport& report);

}  // namespace moot
