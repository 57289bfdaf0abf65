#include "pipeline/pdf_image.hpp"

#include <algorithm>
#include <cmath>
#include <exception>
#include <memory>
#include <new>
#include <tuple>
#include <utility>

#include <poppler-image.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include "pipeline/pdf_file.hpp"

namespace moot {
namespace {

constexpr double kPointsPerInch = 72;

Error not_drawn() {
  return fail(ErrorKind::BadDocument, "a page cannot be drawn", {}, "qpdf --check FILE");
}

/// The page's size as it is shown, in points.
std::pair<double, double> size_of(const poppler::page& page) {
  const poppler::rectf rect = page.page_rect();
  const auto turn = page.orientation();
  const bool lies = turn == poppler::page::landscape || turn == poppler::page::seascape;
  return lies ? std::pair(rect.height(), rect.width()) : std::pair(rect.width(), rect.height());
}

double bounded_dpi(double width, double height, double dpi) {
  const double inches = width * height / (kPointsPerInch * kPointsPerInch);
  const double side = std::max(width, height) / kPointsPerInch;
  return std::min({dpi, std::sqrt(kMostPixels / inches), kMostPixelsOfSide / side});
}

Result<PageImage> draw(std::string_view pdf, int number, double dpi) {
  const auto document = open_pdf(pdf);
  if (!document) return document.error();
  if (number < 1 || number > (*document)->pages()) return not_drawn();
  const std::unique_ptr<poppler::page> page{(*document)->create_page(number - 1)};
  if (!page) return not_drawn();
  PageImage out;
  std::tie(out.page_width, out.page_height) = size_of(*page);
  const bool has_size = std::isfinite(out.page_width) && std::isfinite(out.page_height) &&
                        out.page_width > 0 && out.page_height > 0;
  if (!has_size) return not_drawn();
  out.dpi = bounded_dpi(out.page_width, out.page_height, dpi);
  poppler::page_renderer renderer;
  renderer.set_image_format(poppler::image::format_gray8);
  renderer.set_render_hints(poppler::page_renderer::antialiasing |
                            poppler::page_renderer::text_antialiasing);
  const poppler::image image = renderer.render_page(page.get(), out.dpi, out.dpi);
  if (!image.is_valid() || image.width() <= 0 || image.height() <= 0) return not_drawn();
  out.width = image.width();
  out.height = image.height();
  const auto width = static_cast<std::size_t>(out.width);
  out.pixels.reserve(width * static_cast<std::size_t>(out.height));
  for (int y = 0; y < out.height; ++y) {
    out.pixels.append(image.const_data() + std::ptrdiff_t{y} * image.bytes_per_row(), width);
  }
  return out;
}

}  // namespace

Result<PageImage> draw_page(std::string_view pdf, int number, double dpi) {
  try {
    return draw(pdf, number, dpi);
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception&) {
    return not_drawn();
  }
}

}  // namespace moot
