#pragma once
/// \file Plain text -> lines. It has no pages: RawLine::page is 0, and of the box only x0 means
/// something, the indentation of a line at six points a column.

#include <string_view>

#include "pipeline/page.hpp"

namespace moot {

/// Reads plain text (UTF-8), one line for each that is not blank. A line starts a paragraph after
/// blank lines or a form feed, but not in the middle of a sentence: text that was copied from
/// pages has blank lines where a page ended, or after every line. Where lines are whole
/// paragraphs, each starts one. Build tags of agenda systems (`<AI1>`) go; their field names and
/// page numbers are marked. Pure, never fails.
RawDocument read_plain_text(std::string_view text);

}  // namespace moot
