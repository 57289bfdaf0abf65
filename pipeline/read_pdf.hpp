#pragma once
/// \file bytes of a PDF -> lines. Words come from pdf_words, reading order from layout, bookmarks
/// from pdf_outline.

#include <string_view>

#include "pipeline/page.hpp"
#include "pipeline/result.hpp"

namespace moot {

/// Reads a PDF.
///
/// A page without text adds Note{"no-text-layer", page} and no lines; see pdf_words.hpp for the
/// other notes. A PDF whose pages are all without text is not an error here: it has no lines.
/// Fails with BadDocument when the file is damaged, protected by a password or without pages.
/// Never throws, never prints; `pdf` need not outlive the call.
Result<RawDocument> read_pdf(std::string_view pdf);

}  // namespace moot
