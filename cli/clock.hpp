#pragma once
/// \file The time of day, as it is stored and logged.

#include <string>

namespace moot {

/// Now, in UTC, to the second: "2026-03-01T09:30:00Z".
std::string utc_now();

/// So many days before now, in the same form.
std::string utc_days_ago(int days);

}  // namespace moot
