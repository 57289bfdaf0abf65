#pragma once
/// \file Whether a text that a user gave is a date as Moot writes dates. Pure.

#include <string_view>

namespace moot {

/// "2024-05-06": ISO 8601, a day that exists.
bool is_iso_day(std::string_view text);

/// A day and a time: "2024-05-06T10:30", "2024-05-06T10:30:00.5Z", "2024-05-06 10:30:00+01:00".
bool is_iso_time(std::string_view text);

}  // namespace moot
