#pragma once
/// \file From what is known of a life to all of it. Internal to trace.cpp.

#include <string>

#include "index/trace_life.hpp"

namespace moot {

/// Looks for entries of the life, learns from those that certainly belong to it, and looks again.
/// `start`: the entry that was asked about, whole; or null.
Result<DecisionLife> follow_life(const Searcher& searcher, const TraceOptions& options, Life life,
                                 const Entry* start);

/// The number in front of a title, or "".
std::string number_in_front(const std::string& title);

/// Whether the entry's title is the decision's and not that of a list of decisions.
bool names_matter(const Entry& entry);

}  // namespace moot
