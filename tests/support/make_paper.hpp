#pragma once
/// \file Papers from a few lines, for tests of the pipeline's later stages and of the extractors:
/// plain text, Markdown, or lines laid out by hand as a PDF would give them.

#include <cstdlib>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extractors/extract_paper.hpp"
#include "extractors/paper_view.hpp"
#include "extractors/rules.hpp"
#include "pipeline/assemble.hpp"
#include "pipeline/blocks.hpp"
#include "pipeline/document.hpp"
#include "pipeline/papers.hpp"
#include "pipeline/read_html.hpp"
#include "pipeline/read_markdown.hpp"
#include "pipeline/read_text.hpp"

namespace moot::test {

inline Document text_document(std::string_view text) { return assemble(read_plain_text(text)); }

inline Document markdown_document(std::string_view text) { return assemble(read_markdown(text)); }

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
    const double right = look.right > 0 ? look.right : look.x + 5.5 * double(text.size());
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

/// The built-in rules, made once.
inline const RuleSet& built_in_rules() {
  static const Result<RuleSet> rules = RuleSet::built_in();
  if (!rules) {
    std::cerr << rules.error().where << ": " << rules.error().message << '\n';
    std::abort();
  }
  return *rules;
}

inline Record record_of(const Document& doc, std::string_view kind = "") {
  return extract_paper(doc, whole_paper(doc), built_in_rules(), kind, nullptr);
}

/// The record of a plain text. `kind` forces a kind of paper.
inline Record text_record(std::string_view text, std::string_view kind = "") {
  return record_of(text_document(text), kind);
}

inline Record markdown_record(std::string_view text, std::string_view kind = "") {
  return record_of(markdown_document(text), kind);
}

inline Record html_record(std::string_view html, std::string_view kind = "") {
  return record_of(assemble(read_html(html)), kind);
}

/// A document with a PaperView on it, whose labels are found. Cannot be moved: the view refers
/// to the document.
class View {
 public:
  explicit View(Document document, std::string_view kind = "report",
                const RuleSet& rules = built_in_rules())
      : doc(std::move(document)), paper(whole_paper(doc)), view(doc, paper, rules) {
    view.find_labels(kind);
  }
  View(const View&) = delete;
  View& operator=(const View&) = delete;

  const Document doc;
  const Paper paper;
  PaperView view;

  /// The hits' labels as printed, in order.
  std::vector<std::string> labels() const {
    std::vector<std::string> out;
    for (const LabelHit& hit : view.hits()) out.push_back(view.text(hit.label));
    return out;
  }
  /// What stands at the n-th hit.
  std::vector<std::string> content(std::size_t n, Shape shape) const {
    std::vector<std::string> out;
    for (const Piece& piece : view.content(view.hits().at(n), shape)) {
      out.push_back(view.text(piece.range));
    }
    return out;
  }
  /// Every block as a piece.
  std::vector<Piece> all() const {
    return view.pieces(0, {0, doc.text.size()});
  }
};

/// "number|text" of each entry, so that a list can be compared at one glance.
inline std::vector<std::string> shown(const std::vector<NumberedText>& list) {
  std::vector<std::string> out;
  for (const NumberedText& item : list) out.push_back(item.number.value_or("") + "|" + item.text);
  return out;
}

/// "kind|text|sign-off".
inline std::vector<std::string> shown(const std::vector<Implication>& list) {
  std::vector<std::string> out;
  for (const Implication& item : list) {
    out.push_back(item.kind + "|" + item.text + "|" + item.sign_off.value_or("-"));
  }
  return out;
}

/// "name|role|phone|email".
inline std::vector<std::string> shown(const std::vector<Contact>& list) {
  std::vector<std::string> out;
  for (const Contact& item : list) {
    out.push_back(item.name.value_or("") + "|" + item.role.value_or("") + "|" +
                  item.phone.value_or("") + "|" + item.email.value_or(""));
  }
  return out;
}

using Strings = std::vector<std::string>;

}  // namespace moot::test
