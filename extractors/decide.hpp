#pragma once
/// \file Proposals -> record: the one place where rivals are weighed. Private to extractors/.

#include <string>
#include <vector>

#include "extractors/builder.hpp"

namespace moot {

/// What two texts that say the same share: without case, white space and final marks.
std::string same_key(const std::string& text);

/// The record of what was proposed, as RecordBuilder says. Each value gets its evidence, and
/// `trace`, where given, one candidate for each value that was kept, dropped or refused, with the
/// reason, which is the one that decided. Pure.
Record decide(const PaperView& view, const std::vector<Proposal>& proposals, Trace* trace);

}  // namespace moot
