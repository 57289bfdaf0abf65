#pragma once
/// \file What minutes and agendas hold: who was there, the items, and what was resolved under each.

#include "extractors/builder.hpp"
#include "extractors/paper_view.hpp"

namespace moot {

/// Proposes those present, the apologies and those in attendance: the lists at the rules' labels,
/// and the sentences that the rules' patterns find. A list ends where names end. `front`: the index
/// of the first block behind the masthead and the lists, where the items start.
void propose_attendance(const PaperView& view, std::size_t front, RecordBuilder& builder);

/// Proposes the items, each from its number to the next one's with the resolutions that stand
/// inside, and in minutes the resolutions as the paper's own. Gives the index of the block where
/// the first item starts; where there are no items, of the first one of the paper's body.
std::size_t propose_items(const PaperView& view, std::string_view kind, RecordBuilder& builder);

}  // namespace moot
