#pragma once
/// \file What minutes and agendas hold: who was there, the items, and what was resolved under each.

#include "extractors/builder.hpp"
#include "extractors/paper_view.hpp"

namespace moot {

/// Proposes those present, the apologies and those in attendance: the lists at the rules' labels,
/// and the sentences that the rules' patterns find. A list ends where names end.
void propose_attendance(const PaperView& view, RecordBuilder& builder);

/// Proposes the items: the weightiest run of consecutive numbers among the paper's blocks. Each
/// item goes from its number to the next one's and has the resolutions that stand inside.
void propose_items(const PaperView& view, std::string_view kind, RecordBuilder& builder);

/// Proposes the resolutions that the rules' triggers find ("RESOLVED that ...", "It was agreed
/// ..."), in order.
void propose_resolutions(const PaperView& view, RecordBuilder& builder);

}  // namespace moot
