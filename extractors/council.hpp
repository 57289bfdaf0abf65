#pragma once
/// \file The authority that a paper belongs to, told by where and how the paper names it.

#include "extractors/builder.hpp"
#include "extractors/paper_view.hpp"

namespace moot {

/// Proposes the council: the authority that the masthead names, else the one that the paper names
/// most often, else the one whose email or web domain is printed in it.
void propose_council(const PaperView& view, RecordBuilder& builder);

}  // namespace moot
