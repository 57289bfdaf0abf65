#pragma once
/// \file Moving the evidence of a record along with its values. Private to corrections.

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "extractors/record.hpp"

namespace moot {

using EvidenceMap = std::map<std::string, Evidence>;

/// Whether `pointer` is `above` or a place inside it.
bool is_at_or_below(const std::string& pointer, const std::string& above);

/// Takes out the evidence at `pointer` and below.
void drop_evidence(EvidenceMap& evidence, const std::string& pointer);

/// Takes out the evidence of these entries (ascending) of the list at `list`; those after them
/// move up.
void drop_entry_evidence(EvidenceMap& evidence, const std::string& list,
                         const std::vector<std::size_t>& entries);

/// Where the values at `pointer` and below stand.
std::vector<TextRange> evidence_ranges(const EvidenceMap& evidence, const std::string& pointer);

}  // namespace moot
