#pragma once
/// \file Documents from a few lines, for tests of the later stages: plain text, Markdown, or lines
/// laid out by hand as a PDF would give them.

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/assemble.hpp"
#include "pipeline/document.hpp"
#include "pipeline/papers.hpp"
#include "pipeline/read_html.hpp"
#include "pipeline/read_markdown.hpp"
#include "pipeline/read_text.hpp"

namespace moot::test {

using Strings = std::vector<std::string>;

inline Document text_document(std::string_view text) {
  return assemble(read_plain_text(text));
}

inline Document markdown_document(std::string_view text) {
  return assemble(read_markdown(text));
}

/// The whole document as one paper.
inline Paper whole_paper(const Document& doc) {
  Paper paper{0, doc.lines.size(), 0, 0, ""};
  if (!doc.lines.empty()) {
    paper.first_page = doc.lines.front().page;
    paper.last_page = doc.lines.back().page;
  }
  return paper;
}

/// Lines as layout gives them, one call a line, down an A4 page. Sizes are points.
class Laid {
 public:
  struct Look {
    double x = 72;
    double right = 0;  ///< right edge; 0: by the length of the text
    bool bold = false;
    double size = 11;
    bool gap = false;  ///< starts a paragraph
    LineRole role = LineRole::Body;
  };

  Laid& line(std::string_view text, const Look& look, Cell cell = {}) {
    Line line;
    if (!doc_.text.empty()) doc_.text += '\n';
    line.range = {doc_.text.size(), doc_.text.size() + text.size()};
    doc_.text += text;
    line.page = page_;
    y_ += 15;
    const double right =
        look.right > 0 ? look.right : look.x + 5.5 * static_cast<double>(text.size());
    line.box = {look.x, y_, right, y_ + 12};
    line.style = {look.size, look.bold, 0};
    line.starts_paragraph = look.gap;
    line.role = look.role;
    line.cell = cell;
    doc_.lines.push_back(line);
    return *this;
  }
  /// A line of a paragraph that goes on.
  Laid& line(std::string_view text) { return line(text, Look{}); }
  /// The first line of a paragraph.
  Laid& para(std::string_view text, double x = 72) {
    Look look;
    look.x = x;
    look.gap = true;
    return line(text, look);
  }
  Laid& heading(std::string_view text, double size = 11) {
    Look look;
    look.bold = look.gap = true;
    look.size = size;
    return line(text, look);
  }
  Laid& cell(int row, int column, std::string_view text, bool bold = false, int table = 1) {
    Look look;
    look.x = 72 + 150.0 * (column - 1);
    look.bold = bold;
    return line(text, look, {table, row, column});
  }
  Laid& head(std::string_view text) {
    Look look;
    look.role = LineRole::RunningHead;
    return line(text, look);
  }
  Laid& new_page() {
    ++page_;
    y_ = 50;
    return *this;
  }

  Document get() const {
    Document doc = doc_;
    doc.media_type = "application/pdf";
    doc.pages.assign(static_cast<std::size_t>(page_), {595, 842});
    return doc;
  }

 private:
  Document doc_;
  int page_ = 1;
  double y_ = 50;
};

}  // namespace moot::test
