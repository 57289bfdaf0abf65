#pragma once
/// \file The order of rivals, and what it goes by in words. Private to extractors/.

#include <string>
#include <string_view>
#include <vector>

#include "extractors/builder.hpp"

namespace moot {

/// Proposals for one field, the winner first. Points into the vector that it was made of.
using Ranked = std::vector<const Proposal*>;

/// Whether `a` wins over `b`: by weight, then by its place.
bool goes_before(const Proposal& a, const Proposal& b);

/// In the order of goes_before(), else in that in which they were made; without what was refused.
Ranked ranked(const std::vector<Proposal>& proposals, std::string_view field);

/// Why the first of these won. \pre not empty
std::string why_won(const Ranked& list);

/// Why `loser` came after `winner` in ranked().
std::string why_lost(const Proposal& winner, const Proposal& loser);

}  // namespace moot
