#pragma once
/// \file Layout: words at the right margin of minutes and notes ("Clerk", "Noted", initials), which
/// say who acts on the paragraph beside them. Left in their rows they would break its text.

#include <vector>

#include "pipeline/layout_rows.hpp"

namespace moot {

/// Sets Row::margin where the last run of a row is such a word, which is told from several of them
/// in one file. Looks at body rows only.
void mark_margins(std::vector<std::vector<Row>>& pages);

}  // namespace moot
