#pragma once
/// \file What a paper is in the life of a decision, and the order of a life. Internal to trace.cpp.
/// All pure.

#include <vector>

#include "index/trace_life.hpp"

namespace moot {

/// An entry as it is judged, and the step that it makes. The step's own entry is filled last.
struct Placed {
  TraceStep step;
  const Entry* whole = nullptr;  ///< with its texts; never null, and outlives this
};

/// Whether a record of decision is of one still to be taken.
bool is_proposed(const Entry& whole);

/// Sets the stage of each step from its kind, status, body, title and resolutions, and from when
/// the decision was taken.
void tell_stages(const Life& life, std::vector<Placed>& placed);

/// Sets dates, and brings the steps into order of time.
void put_in_order(std::vector<Placed>& placed);

}  // namespace moot
