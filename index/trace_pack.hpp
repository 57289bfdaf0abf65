#pragma once
/// \file Whether a paper that stands behind a report in its file is the report's. Internal to
/// trace.cpp. Pure.

#include <string>

#include "index/entry.hpp"

namespace moot {

/// Why `paper` is an appendix of `report`, which stands above it: its kind, its title, or the words
/// with which the report lists it. "" where nothing says so. Both whole.
std::string appendix_because(const Entry& report, const Entry& paper);

/// Whether papers behind this one are no longer those of a report above it.
bool ends_report(const Entry& paper);

}  // namespace moot
