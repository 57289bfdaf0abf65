#include "extractors/values_date.hpp"

#include <algorithm>
#include <array>

#include "extractors/values.hpp"
#include "extractors/values_text.hpp"

// A date always holds digits, so the scan looks at runs of digits alone and reads from there, by
// hand: one pass, and no pattern is started where no date can be.

namespace moot {

namespace {

constexpr std::size_t kNone = std::string_view::npos;

struct MonthName {
  std::string_view name;
  int month;
};

/// English and Welsh, abbreviations, and the mutated forms that follow 'o' and 'ym'.
constexpr std::array kMonths{
    MonthName{"january", 1},   MonthName{"jan", 1},        MonthName{"ionawr", 1},
    MonthName{"ion", 1},       MonthName{"february", 2},   MonthName{"feb", 2},
    MonthName{"febuary", 2},   MonthName{"chwefror", 2},   MonthName{"chwef", 2},
    MonthName{"march", 3},     MonthName{"mar", 3},        MonthName{"mawrth", 3},
    MonthName{"fawrth", 3},    MonthName{"april", 4},      MonthName{"apr", 4},
    MonthName{"ebrill", 4},    MonthName{"may", 5},        MonthName{"mai", 5},
    MonthName{"fai", 5},       MonthName{"june", 6},       MonthName{"jun", 6},
    MonthName{"mehefin", 6},   MonthName{"fehefin", 6},    MonthName{"july", 7},
    MonthName{"jul", 7},       MonthName{"gorffennaf", 7}, MonthName{"orffennaf", 7},
    MonthName{"gorff", 7},     MonthName{"august", 8},     MonthName{"aug", 8},
    MonthName{"awst", 8},      MonthName{"september", 9},  MonthName{"sept", 9},
    MonthName{"sep", 9},       MonthName{"medi", 9},       MonthName{"fedi", 9},
    MonthName{"october", 10},  MonthName{"oct", 10},       MonthName{"hydref", 10},
    MonthName{"hyd", 10},      MonthName{"november", 11},  MonthName{"nov", 11},
    MonthName{"tachwedd", 11}, MonthName{"dachwedd", 11},  MonthName{"thachwedd", 11},
    MonthName{"tach", 11},     MonthName{"december", 12},  MonthName{"dec", 12},
    MonthName{"rhagfyr", 12},  MonthName{"ragfyr", 12},    MonthName{"rhag", 12},
};

}  // namespace

int month_of(std::string_view word) {
  if (word.size() < 3 || word.size() > 10) return 0;
  const std::string lower = ascii_lower(word);
  for (const MonthName& row : kMonths) {
    if (row.name == lower) return row.month;
  }
  return 0;
}

namespace {

struct Number {
  int value = 0;
  std::size_t digits = 0, end = 0;
};

Number number_at(std::string_view text, std::size_t at) {
  Number number{0, 0, at};
  while (number.end < text.size() && is_digit_byte(text[number.end])) {
    if (++number.digits <= 4) number.value = number.value * 10 + (text[number.end] - '0');
    ++number.end;
  }
  return number;
}

std::string two_digits(int value) {
  return {static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)};
}

/// Nothing for days that do not exist and for years that no paper speaks of.
std::optional<std::string> iso_date(int year, int month, int day) {
  constexpr std::array kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (year < 1800 || year > 2199 || month < 1 || month > 12 || day < 1) return {};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  const int days = kDays[static_cast<std::size_t>(month - 1)] + (leap && month == 2 ? 1 : 0);
  if (day > days) return {};
  return two_digits(year / 100) + two_digits(year % 100) + '-' + two_digits(month) + '-' +
         two_digits(day);
}

/// Two-digit years are of this century up to 69.
int full_year(const Number& year) {
  if (year.digits != 2) return year.value;
  return year.value + (year.value < 70 ? 2000 : 1900);
}

std::string_view word_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_alpha_byte(text[end])) ++end;
  return text.substr(at, end - at);
}

std::string_view word_before(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && is_alpha_byte(text[begin - 1])) --begin;
  return text.substr(begin, at - begin);
}

/// Where an ordinal's ending ("th", "ydd", and "  th" of a superscript) ends; `at` without one.
std::size_t skip_ordinal(std::string_view text, std::size_t at) {
  for (const std::size_t from : {at, skip_blanks(text, at)}) {
    const std::string_view word = word_at(text, from);
    if (word.size() > 3) {  // 'the1stFebruary': the ending runs into the month
      for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
        if (starts_with_lower(word, ending) && month_of(word.substr(2)) != 0) return from + 2;
      }
      continue;
    }
    if (one_of(ascii_lower(word),
               {"st", "nd", "rd", "th", "af", "ail", "il", "ydd", "edd", "ed", "fed", "eg", "ain"}))
      return from + word.size();
  }
  // Scans read a small raised "th" as a sign.
  for (const std::string_view sign : {"™", "°", "”", "’", "\"", "'", "*", "%"}) {
    const std::string_view rest = text.substr(std::min(at, text.size()));
    if (rest.starts_with(sign) && blank_at(text, at + sign.size()) > 0) return at + sign.size();
  }
  return at;
}

/// Past "of", "o", "day of" and a comma between day and month.
std::size_t skip_link(std::string_view text, std::size_t at) {
  at = skip_blanks(text, at);
  if (starts_with_lower(word_at(text, at), "day") && word_at(text, at).size() == 3)
    at = skip_blanks(text, at + 3);
  const std::string link = ascii_lower(word_at(text, at));
  if (link == "of" || link == "o") at = skip_blanks(text, at + link.size());
  if (at < text.size() && text[at] == ',') at = skip_blanks(text, at + 1);
  return at;
}

/// Whether the digits at `begin` are the tail of another number: "2.1 May", "2023/24 March".
bool continues_number(std::string_view text, std::size_t begin) {
  if (begin == 0) return false;
  const char before = text[begin - 1];
  if (is_upper_byte(before) || before == '$' || before == '#' || before == '_') return true;
  if (begin >= 2 && text.substr(begin - 2, 2) == "\xC2\xA3") return true;  // pounds
  std::size_t at = begin - 1;
  if (begin >= 3 && dash_at(text, begin - 3) == 3) at = begin - 3;
  if (!(before == '.' || before == ':' || before == '/' || dash_at(text, at) > 0)) return false;
  std::size_t digits = 0;
  while (digits < at && is_digit_byte(text[at - 1 - digits])) ++digits;
  return before == '.' || before == ':' ? digits > 0 : digits > 2;
}

/// Whether the number at `begin` counts something else: "Appendix 2 March 2024".
bool counts_other(std::string_view text, std::size_t begin) {
  std::size_t at = begin;
  while (const std::size_t width = blank_before(text, at)) at -= width;
  if (at == begin) return false;
  return one_of(ascii_lower(word_before(text, at)),
                {"item", "appendix", "annex", "version", "part", "phase", "quarter", "table",
                 "figure", "page", "section", "chapter", "stage", "paragraph", "atodiad", "eitem"});
}

/// A day alone on its line above "March 2024" is a page or paragraph number.
bool alone_on_line(std::string_view text, std::size_t begin, std::size_t end) {
  while (begin > 0 && (text[begin - 1] == ' ' || text[begin - 1] == '\t')) --begin;
  if (begin > 0 && text[begin - 1] != '\n') return false;
  while (end < text.size() && (text[end] == ' ' || text[end] == '\t')) ++end;
  return end < text.size() && text[end] == '\n';
}

std::optional<Found> dated(int year, int month, int day, std::size_t begin, std::size_t end) {
  std::optional<std::string> iso = iso_date(year, month, day);
  if (!iso) return {};
  return Found{std::move(*iso), begin, end};
}

/// The year after a month that ends at `at`; 0 digits where there is none.
Number year_after(std::string_view text, std::size_t at, bool may_be_short) {
  if (at < text.size() && text[at] == '.') ++at;
  at = skip_blanks(text, at);
  if (at < text.size() && (text[at] == ',' || text[at] == '-' || text[at] == '/'))
    at = skip_blanks(text, at + 1);
  Number year = number_at(text, at);
  if (year.digits == 4 || (may_be_short && year.digits == 2)) return year;
  return {0, 0, at};
}

/// "17 January 2024" and its kin, from the day on.
std::optional<Found> day_first(std::string_view text, std::size_t begin, const Number& day) {
  if (continues_number(text, begin) || alone_on_line(text, begin, day.end)) return {};
  std::size_t at = skip_ordinal(text, day.end);
  const bool ordinal = at != day.end;
  const bool joined = at < text.size() && (text[at] == '-' || text[at] == '/' || text[at] == '.') &&
                      at + 1 < text.size() && is_alpha_byte(text[at + 1]);
  at = joined ? at + 1 : skip_link(text, at);
  const std::string_view word = word_at(text, at);
  const int month = month_of(word);
  if (month == 0) return {};
  const Number year = year_after(text, at + word.size(), joined);
  if (year.digits == 0 || (!ordinal && counts_other(text, begin))) return {};
  return dated(full_year(year), month, day.value, begin, year.end);
}

/// "January 17, 2024", from the day on, looking back for the month.
std::optional<Found> month_first(std::string_view text, std::size_t begin, const Number& day) {
  std::size_t at = begin;
  while (at > 0 && begin - at < 3 && blank_before(text, at) == 1) --at;
  if (at > 0 && text[at - 1] == '.') --at;
  const std::string_view word = word_before(text, at);
  const int month = at == begin ? 0 : month_of(word);
  if (month == 0) return {};
  const Number year = year_after(text, skip_ordinal(text, day.end), false);
  if (year.digits == 0) return {};
  return dated(year.value, month, day.value, at - word.size(), year.end);
}

/// Past a separator of a date in figures, with a space on either side of '/' alone.
std::size_t skip_separator(std::string_view text, std::size_t at, char sign) {
  if (sign == '/') at = skip_blanks(text, at, 1);
  if (at >= text.size() || text[at] != sign) return kNone;
  return sign == '/' ? skip_blanks(text, at + 1, 1) : at + 1;
}

bool bounded(std::string_view text, std::size_t begin, std::size_t end, char sign) {
  if (begin > 0 && (is_alnum_byte(text[begin - 1]) || text[begin - 1] == sign)) return false;
  if (end >= text.size()) return true;
  if (text[end] == sign)
    return sign == '.' && !(end + 1 < text.size() && is_digit_byte(text[end + 1]));
  return !is_alnum_byte(text[end]) || text[end] == 'T';
}

/// Whether short numbers with stops or dashes between are a date by what stands around them:
/// "on 19.7.16" is one, "16.01.10 Public Participation" at a line's start is an item's number.
bool reads_as_date(std::string_view text, std::size_t begin, std::size_t end, bool two_figures) {
  std::size_t at = begin;
  while (const std::size_t width = blank_before(text, at)) {
    if (text[at - 1] == '\n') break;
    at -= width;
  }
  const std::string word = ascii_lower(word_before(text, at));
  if (one_of(word, {"on", "dated", "date", "until", "since", "received", "dyddiedig"})) return true;
  if (!two_figures) return false;
  if (at > 0 && text[at - 1] != '\n') return true;
  const std::size_t line_end = std::min(text.find('\n', end), text.size());
  return trim_blanks(text.substr(end, line_end - end)).empty();
}

/// Three numbers with the same sign between them: "30/01/2025", "2010/12/15".
std::optional<Found> in_figures(std::string_view text, std::size_t begin, const Number& first) {
  std::size_t at = skip_blanks(text, first.end, 1);
  if (at >= text.size()) return {};
  const char sign = text[at];
  if (sign != '/' && sign != '-' && sign != '.') return {};
  at = skip_separator(text, first.end, sign);
  if (at == kNone) return {};
  const Number second = number_at(text, at);
  if (second.digits < 1 || second.digits > 2) return {};
  at = skip_separator(text, second.end, sign);
  if (at == kNone) return {};
  const Number third = number_at(text, at);
  if (!bounded(text, begin, third.end, sign)) return {};
  if (first.digits == 4) {
    if (third.digits < 1 || third.digits > 2) return {};
    return dated(first.value, second.value, third.value, begin, third.end);
  }
  if (third.digits != 4 && third.digits != 2) return {};
  // Paragraph numbers and telephones look like dates with short years.
  const bool two_figures = first.digits == 2 && second.digits == 2;
  if (third.digits == 2 && sign != '/' && !reads_as_date(text, begin, third.end, two_figures))
    return {};
  return dated(full_year(third), second.value, first.value, begin, third.end);
}

std::optional<Found> date_at(std::string_view text, std::size_t begin, const Number& number) {
  if (number.digits == 4) return in_figures(text, begin, number);
  if (number.digits > 2) return {};
  if (auto found = in_figures(text, begin, number)) return found;
  if (auto found = day_first(text, begin, number)) return found;
  return month_first(text, begin, number);
}

/// The next date at or after `from`.
std::optional<Found> next_date(std::string_view text, std::size_t from, std::size_t not_before) {
  for (std::size_t at = from; at < text.size();) {
    if (!is_digit_byte(text[at])) {
      ++at;
      continue;
    }
    const Number number = number_at(text, at);
    auto found = date_at(text, at, number);
    if (found && found->begin >= not_before) return found;
    at = number.end;
  }
  return {};
}

}  // namespace

std::vector<Found> find_dates(std::string_view text) {
  std::vector<Found> dates;
  std::size_t at = 0;
  while (auto found = next_date(text, at, at)) {
    at = found->end;
    dates.push_back(std::move(*found));
  }
  return dates;
}

std::optional<std::string> parse_date(std::string_view text) {
  auto found = next_date(text, 0, 0);
  if (!found) return {};
  return std::move(found->value);
}

}  // namespace moot
