#pragma once
/// \file A page of a PDF -> its picture, for OCR.

#include <cstddef>
#include <string>
#include <string_view>

#include "pipeline/result.hpp"

namespace moot {

/// A page as it is shown (crop box, turned as the file asks), in shades of grey.
struct PageImage {
  int width = 0, height = 0;  ///< pixels
  std::string pixels;         ///< a byte each, 0 black to 255 white, row after row from the top
  double dpi = 0;             ///< pixels to the inch
  double page_width = 0, page_height = 0;  ///< points
};

/// Pixels of the largest picture that is drawn, and of its longer side: a page may say that it is
/// as large as a house.
inline constexpr double kMostPixels = 40e6;
inline constexpr double kMostPixelsOfSide = 30'000;  // Tesseract counts in 16 bits

/// Draws page `number` (from 1) with `dpi` pixels to the inch; with fewer where it would be larger
/// than the limits. Invisible text is not drawn. Fails with BadDocument where the file or the page
/// cannot be read, or the page has no size. Never throws but for want of memory, never prints.
Result<PageImage> draw_page(std::string_view pdf, int number, double dpi);

}  // namespace moot
