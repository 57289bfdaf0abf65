#include "extractors/minute_number.hpp"

#include <algorithm>
#include <cctype>

#include <re2/re2.h>

#include "pipeline/normalise.hpp"

namespace moot {

namespace {

constexpr std::size_t kMostDigits = 6;  // of one part: more is no number of an item

bool is_digit(char c) {
  return std::isdigit(static_cast<unsigned char>(c)) != 0;
}

bool opens_title(std::string_view text) {
  return text.empty() || starts_upper(text) || is_digit(text[0]) || text.starts_with("“") ||
         text.starts_with("\"") || text.starts_with("‘") || text.starts_with("*");
}

}  // namespace

std::optional<MinuteNumber> read_minute_number(std::string_view text) {
  static const RE2 kAfterWord(
      "^(?i:(?:minute|min|agenda item|item|article|eitem|cofnod)\\.? (?:(?:no|number|rhif)\\b\\.? "
      "?)?)([A-Z]{0,4}\\d{1,4}(?:[./-]\\d{1,4}){0,3}[a-z]?)"
      "(?:[.):]+(?:\\s+|$)|\\s+[-–—]\\s+|\\s+|$)");
  static const RE2 kShape(
      "^((?:(?:[A-Z]{1,6}[./ -]?)?\\d{1,4}(?:[/-]\\d{1,4}){1,3}"
      "|(?:[A-Z]{1,6}[./-]){1,2}\\d{1,4}(?:[./-]\\d{1,4}){0,2}"
      "|[A-Z]{1,4}\\d{1,4}(?:\\.\\d{1,4}){0,2})[a-z]?|\\d{1,4}[A-Z])"
      "(?:[.):]+(?:\\s+|$)|\\s+[-–—]\\s+|\\s+|$)");
  const re2::StringPiece words(text.data(), text.size());
  for (const RE2* shape : {&kAfterWord, &kShape}) {
    re2::StringPiece rest = words;
    MinuteNumber number;
    if (!RE2::Consume(&rest, *shape, &number.printed)) continue;
    number.length = text.size() - rest.size();
    if (opens_title(text.substr(number.length))) return number;
  }
  return {};
}

std::vector<Counter> counters_of(const std::string& number) {
  std::string digits = number;
  char letter = 0;
  if (digits.size() > 1 && std::isalpha(static_cast<unsigned char>(digits.back())) != 0 &&
      is_digit(digits[digits.size() - 2])) {
    letter = static_cast<char>(std::tolower(static_cast<unsigned char>(digits.back())));
    digits.pop_back();
  }
  const bool any_part = digits.find_first_not_of("0123456789.") != std::string::npos;
  std::vector<Counter> counters;
  for (std::size_t end = digits.size(); end > 0;) {
    if (!is_digit(digits[end - 1])) {
      --end;
      continue;
    }
    std::size_t begin = end;
    while (begin > 0 && is_digit(digits[begin - 1])) --begin;
    const bool last = end == digits.size();
    if ((last || any_part) && end - begin <= kMostDigits) {
      counters.push_back({digits.substr(0, begin) + "#" + digits.substr(end),
                          std::stol(digits.substr(begin, end - begin)), last ? letter : '\0'});
    }
    end = begin;
  }
  return counters;
}

long items_between(const Counter& before, const Counter& after) {
  if (before.rest != after.rest) return 0;
  if (before.count != after.count) return std::max(after.count - before.count, 0L);
  const char next = before.letter == 0 ? 'a' : static_cast<char>(before.letter + 1);
  return after.letter == next ? 1 : 0;
}

}  // namespace moot
