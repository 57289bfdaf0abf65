#pragma once
/// \file Markdown -> lines. As in plain text there are no pages, and of the box only x0 means
/// something, the indentation.

#include <string_view>

#include "pipeline/page.hpp"

namespace moot {

/// Reads Markdown (UTF-8): headings, lists ("- 2.1 Note" becomes "2.1 Note", other bullets
/// U+2022), lines that are wholly bold, tables as cells, each cell one line. Markup, comments and
/// rules go; "[words](address)" becomes its words. Paragraphs are told as in plain text
/// (text_drafts.hpp). A number after a rule is a page's. Pure, never fails.
RawDocument read_markdown(std::string_view text);

}  // namespace moot
