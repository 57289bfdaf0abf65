#pragma once
/// \file The dates of queries.

#include <optional>
#include <string>
#include <string_view>

namespace moot {

/// First and last day, ISO 8601; empty where open.
struct DateRange {
  std::string from, to;
  bool operator==(const DateRange&) const = default;
};

/// "2023", "2021-04", "2023-05-01", "2019..2023", "2021-04..", "..2020-01-31". Nothing where the
/// text is not such a range, names a day that does not exist, or ends before it starts. Pure.
std::optional<DateRange> parse_date_range(std::string_view text);

/// What is wrong with a text that parse_date_range() refuses: "'2025-02-30' names no day of the
/// calendar". Pure.
std::string date_mistake(std::string_view text);

}  // namespace moot
