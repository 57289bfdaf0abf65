#pragma once
/// \file Items of minutes and agendas, and what was resolved under each.

#include "extractors/builder.hpp"
#include "extractors/paper_view.hpp"

namespace moot {

/// Proposes the items: the longest run of consecutive numbers among the paper's blocks. Each item
/// goes from its number to the next one's.
void propose_items(const PaperView& view, RecordBuilder& builder);

/// Proposes the resolutions that the rules' triggers find ("RESOLVED that ...", "It was agreed
/// ..."), in order.
void propose_resolutions(const PaperView& view, RecordBuilder& builder);

}  // namespace moot
