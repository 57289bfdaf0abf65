// Lists of titles: background papers and appendices.

#include <algorithm>
#include <iterator>
#include <set>

#include <re2/re2.h>

#include "extractors/shapes.hpp"
#include "extractors/values.hpp"
#include "extractors/values_text.hpp"
#include "pipeline/normalise.hpp"

namespace moot {

namespace {

std::string trimmed(std::string_view text) {
  return std::string(trim_blanks(text));
}

/// How the title of an appendix starts.
const RE2 kDesignator("^(Appendix|Annex|Annexe|Atodiad) [\\dA-Z]");

/// "Appendix A – Plan Appendix B – Map": several titles run together on one line. Each starts with
/// the same word as the first, or, in two languages, with the same two ("Atodiad A / Appendix A").
std::vector<std::string> split_appendices(const std::string& text) {
  std::string word;
  std::vector<std::string> titles;
  std::size_t begin = 0;
  if (RE2::PartialMatch(text, kDesignator, &word)) {
    const RE2 next(" " + word + " (?:\\d{1,2}|[A-Z])\\d?(?:\\s*[:–—.-]|\\s+[^\\s]| /)");
    re2::StringPiece found;
    while (next.Match(text, begin, text.size(), RE2::UNANCHORED, &found, 1)) {
      const auto at = static_cast<std::size_t>(found.data() - text.data());
      titles.push_back(trimmed(text.substr(begin, at - begin)));
      begin = at + 1;
    }
  }
  titles.push_back(trimmed(text.substr(begin)));
  return titles;
}

/// Pieces that make one entry of a list of titles: a row of a table is one ("Appendix 1 | The
/// plan"). Paragraphs of a cell that stands alone are entries of their own.
std::vector<std::vector<Piece>> by_row(const PaperView& view, const std::vector<Piece>& pieces) {
  std::vector<std::vector<Piece>> rows;
  for (const Piece& piece : pieces) {
    const Cell& cell = view.blocks()[piece.block].cell;
    if (cell.table > 0 && !rows.empty()) {
      const Cell& first = view.blocks()[rows.back().front().block].cell;
      const bool same_row = first.table == cell.table && first.row == cell.row;
      if (same_row && first.column != cell.column) {
        rows.back().push_back(piece);
        continue;
      }
    }
    rows.push_back({piece});
  }
  return rows;
}

/// A title without the web address that is printed after it.
std::string without_address(std::string text) {
  static const RE2 kAddress("(?i)[\\s(<:,–-]*\\b(?:https?://|www\\.)\\S+\\s*");
  RE2::GlobalReplace(&text, kAddress, " ");
  // The size of the file behind a link: "(92K/bytes)", "PDF 119 KB".
  static const RE2 kSize(
      "(?i)[\\s,]*(?:\\(\\d+ ?[km]b?(?:/bytes)?\\)|\\(?(?:pdf|docx?),? ?[\\d.]+ ?[km]b\\)?)$");
  RE2::Replace(&text, kSize, "");
  return trimmed(text);
}

/// The header of a table of titles: "No | Title", "Background papers | Held at | Contact".
bool is_table_header(const std::string& text) {
  static const std::set<std::string> kHeaders = {"no title",
                                                 "no. title",
                                                 "title",
                                                 "no",
                                                 "no.",
                                                 "appendix title",
                                                 "number title",
                                                 "appendix",
                                                 "background papers held at contact",
                                                 "background documents held at contact"};
  return kHeaders.contains(fold(text));
}

/// A sentence about the list, not one of its titles: who keeps the papers, that there are none.
bool is_about_the_list(const std::string& text) {
  static const RE2 kNone(
      "(?i)^(?:there (?:are|were|is) no(?:ne|t any)?\\b.{0,160}|no (?:unpublished |background "
      "|other |"
      "further )*(?:papers|documents|appendices|reports)\\b.{0,120}|(?:papers|documents|list|"
      "appendices)? ?(?:attached|appended)(?: to this report)?)$");
  static const RE2 kAbout(
      "(?i)^(?:the |these |all |copies of (?:the |these |any )?|any )(?:following |above "
      "|background |"
      "unpublished |listed )*(?:papers?|documents?|list|appendices|person|report)\\b.{0,200}\\b(?:"
      "inspect(?:ed|ion)|available|obtained|contact(?:ing)?|seen|viewed|relied|listed|used)\\b");
  return RE2::FullMatch(text, kNone) || RE2::PartialMatch(text, kAbout);
}

/// "Note: ...", "Note – ...": a remark under the list, which ends it.
bool is_note(const std::string& text) {
  static const RE2 kNote("(?i)^\\*?notes?(?: ?:| [–—-]) ");
  return RE2::PartialMatch(text, kNote);
}

}  // namespace

std::vector<Value> read_names(const PaperView& view, const std::vector<Piece>& pieces) {
  std::vector<Value> values;
  for (const auto& row : by_row(view, pieces)) {
    const std::string text = without_address(joined_text(view, row));
    if (text.empty() || is_none(text) || is_table_header(text)) continue;
    if (is_note(text)) break;
    if (text.ends_with(":") || text.ends_with(":-") || is_about_the_list(text)) continue;
    const std::string printed = joined_text(view, row);
    if (printed.ends_with(".") && !find_emails(printed).empty()) continue;  // whom to ask
    if (text.starts_with("(") && !values.empty()) {  // where the title before it was seen
      values.back().text += " " + text;
      values.back().range.end = span_of(row).end;
      continue;
    }
    for (std::string& name : split_appendices(text)) {
      Value value;
      value.text = std::move(name);
      value.range = span_of(row);
      values.push_back(std::move(value));
    }
  }
  return values;
}

bool is_appendix_title(const std::string& title) {
  return RE2::PartialMatch(title, kDesignator);
}

}  // namespace moot
