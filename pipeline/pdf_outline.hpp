#pragma once
/// \file Bookmarks of a PDF with their pages, which poppler-cpp lacks. The only module that
/// includes qpdf.

#include <string_view>
#include <vector>

#include "pipeline/document.hpp"

namespace moot {

/// No more bookmarks are read of one file.
inline constexpr std::size_t kMostBookmarks = 20'000;

/// The PDF's outline, in its order; bookmarks without a page in the file are left out. Gives none
/// when there is no outline or it cannot be read: a PDF is worth reading without it. Never throws,
/// never prints. Parses the file a second time, so ask only where there are several pages.
std::vector<Bookmark> read_pdf_outline(std::string_view pdf);

}  // namespace moot
