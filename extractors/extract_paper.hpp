#pragma once
/// \file One paper -> record, for extract() and for trying a rule on a few lines.

#include <string_view>

#include "extractors/extract.hpp"
#include "pipeline/papers.hpp"

namespace moot {

/// Makes the record of one paper, without its id and source. `forced_kind`, unless empty, is taken
/// as the kind of paper whatever its signs say. `trace` may be null. Pure.
/// \pre the paper has lines
Record extract_paper(const Document& doc, const Paper& paper, const RuleSet& rules,
                     std::string_view forced_kind, Trace* trace);

}  // namespace moot
