#pragma once
/// \file Small PDFs by hand: of text, and of pictures of text, as scanners make them.

#include <cmath>
#include <numbers>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/pdf_image.hpp"

namespace moot::test {

/// Writes PDFs by hand: objects are numbered from 1, the catalogue comes first.
class PdfBuilder {
 public:
  int add(std::string body) {
    objects_.push_back(std::move(body));
    return static_cast<int>(objects_.size());
  }

  std::string get(const std::string& trailer = {}) const {
    std::string out = "%PDF-1.4\n";
    std::vector<std::size_t> offsets;
    for (std::size_t i = 0; i < objects_.size(); ++i) {
      offsets.push_back(out.size());
      out += std::to_string(i + 1) + " 0 obj\n" + objects_[i] + "\nendobj\n";
    }
    const std::string start = std::to_string(out.size());
    const std::string size = std::to_string(objects_.size() + 1);
    out += "xref\n0 " + size + "\n0000000000 65535 f \n";
    for (const std::size_t offset : offsets) {
      const std::string digits = std::to_string(offset);
      out += std::string(10 - digits.size(), '0') + digits + " 00000 n \n";
    }
    return out + "trailer\n<< /Size " + size + " /Root 1 0 R " + trailer + " >>\nstartxref\n" +
           start + "\n%%EOF\n";
  }

 private:
  std::vector<std::string> objects_;
};

inline std::string stream(const std::string& content) {
  return "<< /Length " + std::to_string(content.size()) + " >>\nstream\n" + content + "\nendstream";
}

/// A PDF with one page for each content stream; fonts /F1 (regular) and /F2 (bold).
inline std::string make_pdf(const std::vector<std::string>& pages,
                            const std::string& page_keys = {}, const std::string& trailer = {},
                            const std::string& outlines = {}) {
  const std::string more = outlines.empty() ? "" : " /Outlines 5 0 R";
  std::string kids;
  for (std::size_t i = 0; i < pages.size(); ++i) kids += std::to_string(7 + 2 * i) + " 0 R ";
  PdfBuilder out;
  out.add("<< /Type /Catalog /Pages 2 0 R" + more + " >>");
  out.add("<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(pages.size()) + " >>");
  out.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
  out.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>");
  out.add("<< /First 6 0 R /Last 6 0 R /Count 1 >>");
  out.add(outlines.empty() ? "null" : outlines);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    out.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] " + page_keys +
            " /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents " +
            std::to_string(8 + 2 * i) + " 0 R >>");
    out.add(stream(pages[i]));
  }
  return out.get(trailer);
}

inline std::string show(const std::string& text, int x, int y, const std::string& font = "/F1") {
  return "BT " + font + " 12 Tf " + std::to_string(x) + " " + std::to_string(y) + " Td (" + text +
         ") Tj ET\n";
}

/// A PDF with a picture on each page and no text. Pages take their sizes from the pictures.
inline std::string make_scan(const std::vector<PageImage>& pages) {
  std::string kids;
  for (std::size_t i = 0; i < pages.size(); ++i) kids += std::to_string(3 + 3 * i) + " 0 R ";
  PdfBuilder out;
  out.add("<< /Type /Catalog /Pages 2 0 R >>");
  out.add("<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(pages.size()) + " >>");
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const PageImage& image = pages[i];
    const std::string w = std::to_string(image.page_width), h = std::to_string(image.page_height);
    out.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 " + w + " " + h +
            "] /Resources << /XObject << /I " + std::to_string(5 + 3 * i) +
            " 0 R >> >> /Contents " + std::to_string(4 + 3 * i) + " 0 R >>");
    out.add(stream(w + " 0 0 " + h + " 0 0 cm /I Do"));
    out.add(
        "<< /Type /XObject /Subtype /Image /ColorSpace /DeviceGray /BitsPerComponent 8 /Width " +
        std::to_string(image.width) + " /Height " + std::to_string(image.height) + " /Length " +
        std::to_string(image.pixels.size()) + " >>\nstream\n" + image.pixels + "\nendstream");
  }
  return out.get();
}

/// `image` turned clockwise about its middle; white comes in.
inline PageImage tilted(const PageImage& image, double degrees) {
  PageImage out = image;
  const double c = std::cos(degrees * std::numbers::pi / 180);
  const double s = std::sin(degrees * std::numbers::pi / 180);
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x) {
      const double dx = x - image.width / 2.0, dy = y - image.height / 2.0;
      const auto from_x = static_cast<int>(std::lround(image.width / 2.0 + dx * c + dy * s));
      const auto from_y = static_cast<int>(std::lround(image.height / 2.0 - dx * s + dy * c));
      const bool inside =
          from_x >= 0 && from_y >= 0 && from_x < image.width && from_y < image.height;
      const auto at = [&](int px, int py) {
        return static_cast<std::size_t>(py) * static_cast<std::size_t>(image.width) +
               static_cast<std::size_t>(px);
      };
      out.pixels[at(x, y)] = inside ? image.pixels[at(from_x, from_y)] : '\xFF';
    }
  }
  return out;
}

/// `image` after quarter turns clockwise.
inline PageImage quarter_turned(PageImage image, int turns) {
  for (int turn = 0; turn < turns; ++turn) {
    PageImage out = image;
    std::swap(out.width, out.height);
    std::swap(out.page_width, out.page_height);
    for (int y = 0; y < image.height; ++y) {
      for (int x = 0; x < image.width; ++x) {
        const auto to = static_cast<std::size_t>(x) * static_cast<std::size_t>(out.width) +
                        static_cast<std::size_t>(image.height - 1 - y);
        out.pixels[to] =
            image.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) +
                         static_cast<std::size_t>(x)];
      }
    }
    image = std::move(out);
  }
  return image;
}

}  // namespace moot::test
