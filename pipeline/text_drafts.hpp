#pragma once
/// \file What the plain text and the Markdown reader share: lines on their way, and where
/// paragraphs start among them.

#include <cstddef>
#include <string_view>
#include <vector>

#include "pipeline/page.hpp"

namespace moot {

/// A line of text without pages, before paragraphs are told apart.
struct Draft {
  RawLine line;
  bool gap = false;     ///< blank lines, a form feed or a rule stand before it
  bool forced = false;  ///< starts a paragraph whatever the gap says
};

/// Gives the lines with starts_paragraph set. A gap in the middle of a sentence starts none: text
/// that was copied from pages has blank lines where a page ended, or after every line. Where most
/// lines are whole paragraphs, each starts one. Pure.
std::vector<RawLine> with_paragraphs(std::vector<Draft> drafts);

/// Removes a line's indentation (spaces, tabs, NBSP) and what is blank at its end, and gives the
/// indentation in points for Box::x0, six for a column.
double take_indent(std::string_view& line);

/// The text up to the next line end ("\n", "\r\n", "\r"), taken off `rest` with it.
/// \pre `rest` is not empty
std::string_view take_line(std::string_view& rest);

/// "Page 3", "Page 3 of 12", "- 3 -".
bool is_text_page_number(std::string_view text);

}  // namespace moot
