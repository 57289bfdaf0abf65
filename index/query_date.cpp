#include "index/query_date.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>

namespace moot {
namespace {

/// Reads digits only, all of `text`.
std::optional<unsigned> digits(std::string_view text) {
  unsigned value = 0;
  const bool plain = !text.empty() && std::all_of(text.begin(), text.end(),
                                                  [](char c) { return c >= '0' && c <= '9'; });
  if (!plain) return std::nullopt;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec != std::errc()) return std::nullopt;
  return value;
}

std::string iso(std::chrono::year_month_day day) {
  const auto two = [](unsigned value) {
    return std::string(value < 10 ? "0" : "") + std::to_string(value);
  };
  return std::to_string(static_cast<int>(day.year())) + "-" +
         two(static_cast<unsigned>(day.month())) + "-" + two(static_cast<unsigned>(day.day()));
}

/// The days that a year, a month or a day takes in.
std::optional<DateRange> parse_period(std::string_view text) {
  using namespace std::chrono;
  const bool shaped = (text.size() == 4 || text.size() == 7 || text.size() == 10) &&
                      (text.size() < 7 || text[4] == '-') && (text.size() < 10 || text[7] == '-');
  const auto number = digits(text.substr(0, 4));
  if (!shaped || !number || *number < 1000) return std::nullopt;
  const year in_year{static_cast<int>(*number)};
  if (text.size() == 4) return DateRange{iso(in_year / 1 / 1), iso(in_year / 12 / 31)};
  const auto month_number = digits(text.substr(5, 2));
  if (!month_number || !month{*month_number}.ok()) return std::nullopt;
  const year_month in_month = in_year / month{*month_number};
  if (text.size() == 7) {
    return DateRange{iso(in_month / 1), iso(year_month_day(in_month / last))};
  }
  const auto day_number = digits(text.substr(8, 2));
  if (!day_number || !(in_month / day{*day_number}).ok()) return std::nullopt;
  return DateRange{iso(in_month / day{*day_number}), iso(in_month / day{*day_number})};
}

}  // namespace

std::optional<DateRange> parse_date_range(std::string_view text) {
  const std::size_t dots = text.find("..");
  if (dots == std::string_view::npos) return parse_period(text);
  const std::string_view first = text.substr(0, dots);
  const std::string_view second = text.substr(dots + 2);
  if (first.empty() && second.empty()) return std::nullopt;
  DateRange range;
  if (!first.empty()) {
    const auto period = parse_period(first);
    if (!period) return std::nullopt;
    range.from = period->from;
  }
  if (!second.empty()) {
    const auto period = parse_period(second);
    if (!period) return std::nullopt;
    range.to = period->to;
  }
  if (!range.from.empty() && !range.to.empty() && range.from > range.to) return std::nullopt;
  return range;
}

std::string date_mistake(std::string_view text) {
  const auto quoted = [](std::string_view part) { return "'" + std::string(part) + "'"; };
  const std::size_t dots = text.find("..");
  const std::string_view first = text.substr(0, dots);
  const std::string_view second = dots == std::string_view::npos ? "" : text.substr(dots + 2);
  for (const std::string_view part : {first, second}) {
    const bool shaped = (part.size() == 7 || part.size() == 10) && part[4] == '-' &&
                        part.find_first_not_of("0123456789-") == std::string_view::npos;
    if (!shaped || parse_period(part)) continue;
    const bool day = part.size() == 10 && parse_period(part.substr(0, 7));
    return quoted(part) +
           (day ? " names no day of the calendar" : " names no month of the calendar");
  }
  if (parse_period(first) && parse_period(second)) return quoted(text) + " runs backwards";
  return quoted(text) + " is not a date or range of dates";
}

}  // namespace moot
