#pragma once
/// \file Layout: finds running heads, running feet and page numbers.

#include <string_view>
#include <vector>

#include "pipeline/layout_rows.hpp"

namespace moot {

/// Sets the role of rows that are furniture: those that recur at the same height on neighbouring
/// pages (numbers may differ; left and right pages may), and page numbers. The first head of a
/// paper stays Body where it may be its title. `pages` and `rows` run in parallel.
void mark_furniture(const std::vector<Page>& pages, std::vector<std::vector<Row>>& rows);

/// "3", "- 3 -", "Page 1 of 3", "Page | 1", "A1", "iv". Pure.
bool is_page_number(std::string_view text);

}  // namespace moot
