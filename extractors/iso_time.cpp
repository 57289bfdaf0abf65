#include "extractors/iso_time.hpp"

#include "extractors/values.hpp"

#include <re2/re2.h>

namespace moot {

bool is_iso_day(std::string_view text) {
  static const RE2 kDay("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  return RE2::FullMatch(re2::StringPiece(text.data(), text.size()), kDay) &&
         parse_date(text) == text;
}

bool is_iso_time(std::string_view text) {
  static const RE2 kTime(
      "[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::(?:[0-5][0-9]|60)(?:[.,][0-9]{1,9})?)?"
      "(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9])?");
  constexpr std::size_t kDaySize = 10;
  if (text.size() <= kDaySize || !is_iso_day(text.substr(0, kDaySize))) return false;
  const std::string_view time = text.substr(kDaySize);
  return RE2::FullMatch(re2::StringPiece(time.data(), time.size()), kTime);
}

}  // namespace moot
