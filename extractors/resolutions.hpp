#pragma once
/// \file Resolutions of minutes: what the rules' triggers say was decided. Private to extractors/.

#include <string_view>
#include <vector>

#include "extractors/builder.hpp"
#include "extractors/paper_view.hpp"

namespace moot {

struct FoundResolutions {
  std::vector<Value> values;   ///< in order
  const Rule* rule = nullptr;  ///< of the first; null where there are none
};

/// Rules of "resolutions" with patterns, by shape. List: the text after group 1's start, or the
/// list that follows ("RESOLVED: ..."). Line: the sentence whole ("It was agreed to ..."), with the
/// list or paragraphs that it leads to. Prose: the head of a motion ("R2023-093 A. Day, B. Poe:"),
/// whose number is group 1 and whose text follows up to the words "Carried".
FoundResolutions find_resolutions(const PaperView& view, std::string_view kind);

}  // namespace moot
