#include <algorithm>

#include <re2/re2.h>

#include "extractors/mention_parts.hpp"
#include "extractors/values_date.hpp"
#include "extractors/values_text.hpp"

namespace moot {

namespace {

constexpr int kFirstYear = 1900, kLastYear = 2099;

re2::StringPiece piece(std::string_view text) {
  return {text.data(), text.size()};
}

/// The four figures at `at` as a year; 0 where they are none.
int year_of(std::string_view text, std::size_t at) {
  if (at + 4 > text.size() || (at > 0 && is_digit_byte(text[at - 1]))) return 0;
  int year = 0;
  for (const char c : text.substr(at, 4)) {
    if (!is_digit_byte(c)) return 0;
    year = year * 10 + (c - '0');
  }
  const bool longer = at + 4 < text.size() && is_alnum_byte(text[at + 4]);
  return longer || year < kFirstYear || year > kLastYear ? 0 : year;
}

std::string two_digits(int value) {
  return {static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)};
}

std::string four_digits(int value) {
  return two_digits(value / 100) + two_digits(value % 100);
}

/// Where the match of `pattern`, which ends at `begin`, begins in the few bytes before it; `begin`
/// without one. The pattern has one group: what belongs to the date.
std::size_t words_before(std::string_view text, std::size_t begin, std::size_t floor,
                         const RE2& pattern) {
  constexpr std::size_t kFarthest = 44;  // bytes
  const std::size_t from = std::max(floor, begin > kFarthest ? begin - kFarthest : 0);
  const std::string_view before = text.substr(from, begin - from);
  re2::StringPiece match;
  if (!RE2::PartialMatch(piece(before), pattern, &match)) return begin;
  const auto at = static_cast<std::size_t>(match.data() - before.data());
  return at == 0 && from > floor ? begin : from + at;
}

constexpr char kWhen[] =
    "(?i)(?:^|[^\\pL\\d])((?:(?:by|until|till|from|since|before|after|in|on|during|between|no "
    "later "
    "than|not later than|not before|as at|as of|erbyn|tan|hyd|ers|cyn|wedi|ym|yn) )?"
    "(?:the )?(?:end (?:of )?|diwedd |(?:start|beginning|middle|close) of |early |late |mid[- ]?)?"
    "(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?)$";

std::size_t when_begin(std::string_view text, std::size_t begin, std::size_t floor) {
  static const RE2 kBefore(kWhen);
  std::size_t from = words_before(text, begin, floor, kBefore);
  // The article alone does not belong to a date.
  if (starts_with_lower(text.substr(from, begin - from), "the ") && begin - from == 4) return begin;
  return from;
}

std::optional<int> season_of(std::string_view word) {
  // ISO 8601-2 counts the seasons on from the months.
  if (one_of(word, {"Spring", "spring", "Gwanwyn"})) return 21;
  if (one_of(word, {"Summer", "summer", "Haf"})) return 22;
  if (one_of(word, {"Autumn", "autumn", "Hydref"})) return 23;
  if (one_of(word, {"Winter", "winter", "Gaeaf"})) return 24;
  return {};
}

double order_of(int year, int month, int day) {
  constexpr int kMonthOfSeason[] = {3, 6, 9, 12};
  if (month > 20) month = kMonthOfSeason[month - 21];
  return year * 10000 + month * 100 + day;
}

/// Blanks, "of", a comma or a stop between a month and its year; kNone where something else is.
std::size_t to_year(std::string_view text, std::size_t at) {
  if (at < text.size() && (text[at] == ',' || text[at] == '.')) ++at;
  at = skip_blanks(text, at, 2);
  if (text.substr(at).starts_with("of ")) at += 3;
  return at;
}

std::string_view word_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && end - at < 16 && is_alpha_byte(text[end])) ++end;
  return text.substr(at, end - at);
}

int month_at_word(std::string_view word) {
  return word.empty() || !is_upper_byte(word[0]) ? 0 : month_of(word);
}

/// A year that something joins to another number is no year of a month: "March 2024-25".
bool year_goes_on(std::string_view text, std::size_t end) {
  if (end + 1 >= text.size()) return false;
  const std::size_t width = dash_at(text, end);
  const std::size_t next = width > 0 ? end + width : end + 1;
  const bool joint = width > 0 || text[end] == '/' || text[end] == '.' || text[end] == ',';
  return joint && next < text.size() && is_digit_byte(text[next]);
}

struct Month {
  int month = 0, year = 0;
  std::size_t end = 0;
};

std::optional<Month> month_with_year(std::string_view text, std::size_t at) {
  const std::string_view word = word_at(text, at);
  Month found;
  found.month = month_at_word(word);
  if (found.month == 0) found.month = season_of(word).value_or(0);
  if (found.month == 0) return {};
  const std::size_t year = to_year(text, at + word.size());
  if (year == at + word.size()) return {};
  found.year = year_of(text, year);
  if (found.year == 0 || year_goes_on(text, year + 4)) return {};
  found.end = year + 4;
  return found;
}

std::string iso_month(int year, int month) {
  return four_digits(year) + '-' + two_digits(month);
}

/// "academic year 2024/25", "winter 2024/25": no year of accounts.
bool other_year(std::string_view text, std::size_t begin, std::size_t end, std::size_t floor) {
  static const RE2 kBefore(
      "(?i)(?:^|[^\\pL])((?:academic|school|municipal|civic|mayoral|council) years? "
      "|(?:winter|season|term) (?:of )?)$");
  static const RE2 kAfter(
      "(?i)^,? (?:academic|school|municipal|civic|mayoral|council|flu) (?:year|season|term)");
  return words_before(text, begin, floor, kBefore) != begin ||
         RE2::PartialMatch(piece(text.substr(end, 24)), kAfter);
}

/// The two years of "2024/25", "2024-2025", "2024 - 27" at `at`.
struct Years {
  int first = 0, last = 0;
  std::size_t end = 0;
};

std::optional<Years> years_at(std::string_view text, std::size_t at) {
  static const RE2 kYears("^((?:19|20)\\d\\d) ?(?:/|-|–|—|‐|‑) ?(\\d{4}|\\d\\d)(?:\\D|$)");
  constexpr std::size_t kLongest = 20;  // bytes
  if (year_of(text, at) == 0) return {};
  std::string first;
  re2::StringPiece last;
  const std::string_view rest = text.substr(at, kLongest);
  if (!RE2::PartialMatch(piece(rest), kYears, &first, &last)) return {};
  Years years;
  years.first = std::stoi(first);
  years.last = std::stoi(last.as_string());
  if (last.size() == 2) {
    const int century = years.first / 100 * 100;
    years.last += years.last < years.first % 100 ? century + 100 : century;
  }
  years.end = at + static_cast<std::size_t>(last.data() - rest.data()) + last.size();
  return years;
}

/// Whether the figures at `at` are the tail of a reference: "CAB/2024-25", "7.2024/25".
bool is_tail(std::string_view text, std::size_t at) {
  if (at == 0) return false;
  const char before = text[at - 1];
  if (is_alnum_byte(before) || std::string_view("_#.").find(before) != std::string_view::npos)
    return true;
  const bool joint = before == '/' || before == '-';
  return joint && at > 1 && is_alpha_byte(text[at - 2]);
}

}  // namespace

std::size_t year_span_end(std::string_view text, std::size_t at) {
  const auto years = years_at(text, at);
  return years ? years->end : 0;
}

std::optional<Mention> financial_year_at(std::string_view text, std::size_t at, std::size_t floor) {
  const auto years = years_at(text, at);
  if (!years || years->last != years->first + 1 || is_tail(text, at)) return {};
  const std::size_t end = years->end;
  if (end < text.size() && letter_at(text, end)) return {};
  // "2024/25/3" and "2024-25-26" are something else; "2024/25-2026/27" are two years.
  const std::size_t dash = dash_at(text, end);
  const std::size_t next = dash > 0 ? end + dash : end + 1;
  const bool joined = dash > 0 || (end < text.size() && text[end] == '/');
  if (joined && next < text.size() && is_digit_byte(text[next]) && !years_at(text, next)) return {};
  if (other_year(text, at, end, floor)) return {};
  static const RE2 kBefore("(?:^|[^\\pL])(FY ?)$");
  Mention mention;
  mention.kind = Mention::Kind::FinancialYear;
  mention.range = {words_before(text, at, floor, kBefore), end};
  mention.value = four_digits(years->first) + '-' + two_digits(years->last % 100);
  mention.order = years->first;
  return mention;
}

std::optional<Mention> year_at(std::string_view text, std::size_t at, std::size_t floor) {
  const int year = year_of(text, at);
  if (year == 0 || year_goes_on(text, at + 4) || is_tail(text, at)) return {};
  // "in 2024" says little; a limit or a part of the year is what people look for.
  static const RE2 kLimit(
      "(?i)(?:^|[^\\pL\\d])((?:(?:by|until|till|from|since|before|after|erbyn|tan|ers|cyn|wedi) )"
      "(?:the )?(?:year )?(?:(?:end|start|beginning|middle) (?:of )?|early |late |mid[- ]?)?"
      "|(?:by |in |at )?(?:(?:the )?(?:end|start|beginning|middle) of |early |late |mid[- ])"
      ")$");
  const std::size_t begin = words_before(text, at, floor, kLimit);
  if (begin == at) return {};
  const std::string_view rest = text.substr(at + 4, 2);
  if (rest.starts_with("%") || rest == " %") return {};
  Mention mention;
  mention.kind = Mention::Kind::Date;
  mention.range = {begin, at + 4};
  mention.value = four_digits(year);
  mention.order = order_of(year, 0, 0);
  return mention;
}

std::optional<Mention> month_at(std::string_view text, std::size_t at, std::size_t floor) {
  const std::string_view word = word_at(text, at);
  Mention mention;
  mention.kind = Mention::Kind::Date;
  if (const auto month = month_with_year(text, at)) {
    mention.value = iso_month(month->year, month->month);
    mention.order = order_of(month->year, month->month, 0);
    mention.range = {when_begin(text, at, floor), month->end};
    return mention;
  }
  const int first = month_at_word(word);
  if (first == 0) return {};
  // "June to August 2025", "March/April 2025"
  static const RE2 kLink("^((?: to | and | or | ?(?:-|–|/) ?))");
  re2::StringPiece link;
  const std::size_t end = at + word.size();
  if (!RE2::PartialMatch(piece(text.substr(end, 8)), kLink, &link)) return {};
  const auto last = month_with_year(text, end + link.size());
  if (!last || last->month > 12) return {};
  const int year = first > last->month ? last->year - 1 : last->year;
  mention.value = iso_month(year, first) + ".." + iso_month(last->year, last->month);
  mention.order = order_of(year, first, 0);
  mention.range = {when_begin(text, at, floor), last->end};
  return mention;
}

Mention dated_mention(std::string_view text, TextRange date, std::string value, std::size_t floor) {
  Mention mention;
  mention.kind = Mention::Kind::Date;
  mention.range = {when_begin(text, date.begin, floor), date.end};
  mention.order = std::stoi(value.substr(0, 4)) * 10000 + std::stoi(value.substr(5, 2)) * 100 +
                  std::stoi(value.substr(8, 2));
  mention.value = std::move(value);
  return mention;
}

}  // namespace moot
