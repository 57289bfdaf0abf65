#pragma once
/// \file What a paper's masthead says without a label: council, body, date and title, told by
/// their place, their looks and what they are made of.

#include "extractors/builder.hpp"
#include "extractors/paper_view.hpp"

namespace moot {

/// Proposes council, body, meeting date and title. Labels that say the same outweigh these.
void propose_front(const PaperView& view, std::string_view kind, RecordBuilder& builder);

}  // namespace moot
