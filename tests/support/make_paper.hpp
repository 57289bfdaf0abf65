#pragma once
/// \file Records and views of papers from a few lines, for tests of the extractors.

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extractors/extract_paper.hpp"
#include "extractors/paper_view.hpp"
#include "extractors/rules.hpp"
#include "tests/support/make_lines.hpp"

namespace moot::test {

/// The built-in rules, made once.
inline const RuleSet& built_in_rules() {
  static const Result<RuleSet> rules = RuleSet::built_in();
  if (!rules) throw std::runtime_error(rules.error().where + ": " + rules.error().message);
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
  std::vector<Piece> all() const { return view.pieces(0, {0, doc.text.size()}); }
};

/// A text that may be unsaid, in a form that a failing test can print.
inline std::string said(const Text& text) {
  return text.value_or("(nothing)");
}

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

}  // namespace moot::test
