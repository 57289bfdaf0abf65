#pragma once
/// \file Implications, with their sign-offs: sections, labelled lines, and the three-column table
/// Issue / Implications / Sign-off as a table or run into paragraphs.

#include "extractors/builder.hpp"
#include "extractors/paper_view.hpp"

namespace moot {

/// Proposes every implication that the view's label hits announce.
void propose_implications(const PaperView& view, RecordBuilder& builder);

}  // namespace moot
