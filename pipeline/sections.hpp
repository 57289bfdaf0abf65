#pragma once
/// \file Blocks -> sections: which heading each block stands under.

#include <optional>
#include <vector>

#include "pipeline/blocks.hpp"

namespace moot {

/// A heading and the blocks under it, up to the next heading of the same or a higher level.
/// Sections nest: a section's range holds its sub-sections' headings and blocks.
struct Section {
  std::optional<std::size_t> heading;  ///< index into the blocks; none for what stands before the
                                       ///< first heading
  int level = 0;
  std::size_t first = 0;  ///< [first, last) of the blocks, without the heading
  std::size_t last = 0;
};

/// Finds the sections of a paper's blocks, in reading order. Pure.
std::vector<Section> find_sections(const std::vector<Block>& blocks);

}  // namespace moot
