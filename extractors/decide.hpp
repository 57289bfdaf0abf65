#pragma once
/// \file Proposals -> record: the one place where rivals are weighed. Private to extractors/.

#include <vector>

#include "extractors/builder.hpp"

namespace moot {

/// The record of what was proposed, as RecordBuilder says. Each value gets its evidence, and
/// `trace`, where given, one candidate for each value that was kept, dropped or refused, with the
/// reason, which is the one that decided. Pure.
Record decide(const PaperView& view, const std::vector<Proposal>& proposals, Trace* trace);

}  // namespace moot
