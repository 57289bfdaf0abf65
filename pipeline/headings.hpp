#pragma once
/// \file Which blocks are headings, and of which rank: by the source's own marks (HTML, Markdown),
/// by number, type size, weight and capitals.

#include <vector>

#include "pipeline/blocks.hpp"

namespace moot {

/// Turns blocks that are headings into BlockKind::Heading and gives them a level (1 is highest;
/// levels may leave gaps). Pure but for `blocks`.
void mark_headings(const Document& doc, std::vector<Block>& blocks);

}  // namespace moot
