#pragma once
/// \file Lives of decisions as text for people and as JSON. All pure.

#include <string>
#include <vector>

#include "index/trace.hpp"

namespace moot {

/// A time line: its head, its steps with their reasons, what could not be placed, and how far the
/// search went. `width`: columns to wrap at; 0: lines are not broken.
std::string present_trace(const DecisionLife& trace, bool colour, int width);

/// Schema moot.trace/1 (docs/TRACE.md).
std::string traces_to_json(const std::vector<DecisionLife>& traces, const std::string& target);

}  // namespace moot
