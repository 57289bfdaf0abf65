#pragma once
/// \file Dates of records as people write them.

#include <optional>
#include <string>
#include <string_view>

namespace moot {

/// A date, or as much of it as is known; 0: not known.
struct DateParts {
  int year = 0, month = 0, day = 0;
};

/// Of "2024-01-17", "2024-01", "2024", or a day with a time after it; none for anything else. Pure.
std::optional<DateParts> date_parts(std::string_view iso);

/// Whether it is a day and nothing more: "2024-01-17". Pure.
bool is_day(std::string_view iso);

/// "2024-01-17" -> "17 January 2024"; as it is where it is no date. Pure.
std::string spoken_date(std::string_view iso);

}  // namespace moot
