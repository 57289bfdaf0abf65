#include "cli/dates.hpp"

#include <array>
#include <charconv>

namespace moot {
namespace {

/// A number of so many digits at `at`; 0: there is none.
int digits(std::string_view text, std::size_t at, std::size_t count) {
  int number = 0;
  if (at + count > text.size()) return 0;
  const char* const end = text.data() + at + count;
  const auto read = std::from_chars(text.data() + at, end, number);
  return read.ec == std::errc() && read.ptr == end && number > 0 ? number : 0;
}

}  // namespace

std::optional<DateParts> date_parts(std::string_view iso) {
  if (const std::size_t time = iso.find('T'); time == 10) iso = iso.substr(0, time);
  DateParts parts{digits(iso, 0, 4), 0, 0};
  const bool form = (iso.size() == 4 || iso.size() == 7 || iso.size() == 10) &&
                    (iso.size() < 7 || iso[4] == '-') && (iso.size() < 10 || iso[7] == '-');
  if (!form || parts.year == 0) return std::nullopt;
  if (iso.size() >= 7) {
    parts.month = digits(iso, 5, 2);
    if (parts.month < 1 || parts.month > 12) return std::nullopt;
  }
  if (iso.size() == 10) {
    parts.day = digits(iso, 8, 2);
    if (parts.day < 1 || parts.day > 31) return std::nullopt;
  }
  return parts;
}

bool is_day(std::string_view iso) {
  const auto parts = date_parts(iso);
  return parts && parts->day > 0 && iso.size() == 10;
}

std::string spoken_date(std::string_view iso) {
  constexpr std::array<const char*, 12> kMonths = {"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};
  const auto parts = date_parts(iso);
  if (!parts) return std::string(iso);
  std::string spoken = std::to_string(parts->year);
  if (parts->month > 0) {
    spoken = kMonths[static_cast<std::size_t>(parts->month - 1)] + (" " + spoken);
  }
  if (parts->day > 0) spoken = std::to_string(parts->day) + " " + spoken;
  return spoken;
}

}  // namespace moot
