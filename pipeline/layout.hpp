#pragma once
/// \file Words on pages -> lines in reading order. Pure geometry: it knows type and white space,
/// and no word of any language. Its steps are in layout_rows, layout_furniture, layout_columns,
/// layout_tables and layout_lines.

#include <vector>

#include "pipeline/page.hpp"

namespace moot {

/// The lines of all pages, in reading order: running heads first, feet last, columns of prose one
/// after the other, tables cell by cell. Tables are numbered through the file from 1; a table that
/// runs over a page keeps its number. Pure. Time grows with the number of words (n log n a page).
std::vector<RawLine> lay_out(const std::vector<Page>& pages);

}  // namespace moot
