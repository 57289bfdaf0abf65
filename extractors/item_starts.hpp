#pragma once
/// \file Where the items of minutes and agendas start. Private to extractors/.

#include <string>
#include <vector>

#include "extractors/paper_view.hpp"

namespace moot {

struct ItemStart {
  std::size_t block = 0;
  std::size_t text_block = 0;  ///< the first block behind the title
  std::string number;          ///< as printed, without "Item" and final stop; "" where none is
  std::string title;
  std::string rest;  ///< of the title's block, behind the title
};

/// The items in order: the weightiest run of numbers that go up among the paper's blocks, or, where
/// none is worth the name, the headings of the rank of those that every meeting has ("Apologies").
/// Lists inside items start again at 1 and make shorter runs. Empty where there are none.
std::vector<ItemStart> find_item_starts(const PaperView& view, bool agenda);

}  // namespace moot
