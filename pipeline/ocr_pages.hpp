#pragma once
/// \file Which pages of a PDF want OCR, and their words from it.

#include <string_view>

#include "pipeline/pdf_words.hpp"
#include "pipeline/read_options.hpp"

namespace moot {

/// Puts words from OCR on those pages of `words` (of the file `pdf`) that want it: pages without
/// text, with poor text (poor_text.hpp), or (unless OCR is off) with a few words on what is else a
/// picture. Where a
/// page has words, those from OCR take their place only if they are better.
///
/// Keeps the notes true: "ocr-used" for a page whose words are from OCR; "blank-page" in place of
/// "no-text-layer" where OCR found nothing but white; "poor-text" for a page whose words are used
/// and poor; "ocr-failed" for a page that OCR gave up; "ocr-not-installed" for the file where OCR
/// is wanted and cannot be done. Never throws but for want of memory, never prints.
void add_ocr(PdfWords& words, std::string_view pdf, const ReadOptions& options, ReadReport& report);

}  // namespace moot
