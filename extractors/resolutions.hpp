#pragma once
/// \file Resolutions of minutes: what the rules' triggers say was decided. Private to extractors/.

#include <vector>

#include "extractors/builder.hpp"
#include "extractors/item_starts.hpp"
#include "extractors/paper_view.hpp"

namespace moot {

struct FoundResolutions {
  std::vector<Value> values;   ///< in order
  const Rule* rule = nullptr;  ///< of the first; null where there are none
};

/// What the triggers of the rules (resolution_triggers.hpp) say was decided, in order: the text
/// behind a trigger that stands alone, the list that follows one, or the sentence whole, with the
/// list or the paragraphs that it leads to. A resolution never runs over the start of an item.
FoundResolutions find_resolutions(const PaperView& view, const std::vector<ItemStart>& items);

}  // namespace moot
