#pragma once
/// \file Pages of words with boxes, as Poppler gives them, for tests of layout.

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/layout.hpp"

namespace moot::test {

/// Sets words on a page with letters half an em wide and ordinary spaces.
class PageBuilder {
 public:
  explicit PageBuilder(int number = 1) {
    page_.number = number;
    page_.width = 595;
    page_.height = 842;
  }

  /// `text` from (x, y) on; y is the upper edge of its words.
  PageBuilder& text(double x, double y, std::string_view text, double size = 11,
                    bool bold = false) {
    while (!text.empty()) {
      const std::size_t end = std::min(text.find(' '), text.size());
      Word word;
      word.text = std::string{text.substr(0, end)};
      const double width = 0.5 * size * static_cast<double>(end);
      word.box = {x, y, x + width, y + 1.1 * size};
      word.size = size;
      word.bold = bold;
      page_.words.push_back(word);
      x += width + 0.28 * size;
      text.remove_prefix(end == text.size() ? end : end + 1);
    }
    return *this;
  }

  /// Lines below each other, `pitch` apart.
  PageBuilder& lines(double x, double y, const std::vector<std::string>& texts, double pitch = 13) {
    for (const std::string& line : texts) {
      text(x, y, line);
      y += pitch;
    }
    return *this;
  }

  Page get() const { return page_; }

 private:
  Page page_;
};

/// "table.row.column text", or the text alone.
inline std::vector<std::string> shown(const std::vector<RawLine>& lines) {
  std::vector<std::string> out;
  for (const RawLine& line : lines) {
    std::string text = line.text;
    if (line.cell.table > 0) {
      text = std::to_string(line.cell.table) + "." + std::to_string(line.cell.row) + "." +
             std::to_string(line.cell.column) + " " + text;
    }
    out.push_back(std::move(text));
  }
  return out;
}

inline std::vector<std::string> shown(const PageBuilder& page) {
  return shown(lay_out({page.get()}));
}

}  // namespace moot::test
