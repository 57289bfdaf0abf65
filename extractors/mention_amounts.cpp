#include <algorithm>
#include <charconv>

#include <re2/re2.h>

#include "extractors/mention_parts.hpp"
#include "extractors/values_text.hpp"

namespace moot {

namespace {

constexpr std::size_t kMostDigits = 15;  // more is no number that people print
constexpr std::string_view kPound = "\xC2\xA3";

re2::StringPiece piece(std::string_view text) {
  return {text.data(), text.size()};
}

/// "1" and "25" with six zeros -> "1250000"; what is left of a fraction has two figures at least.
std::string shifted(std::string digits, std::string fraction, int zeros) {
  for (; zeros > 0; --zeros) {
    digits += fraction.empty() ? '0' : fraction.front();
    if (!fraction.empty()) fraction.erase(0, 1);
  }
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
  if (fraction.find_first_not_of('0') == std::string::npos) return digits;
  return digits + '.' + fraction;
}

std::size_t digits_end(std::string_view text, std::size_t at) {
  const std::size_t most = std::min(text.size(), at + kMostDigits + 1);
  while (at < most && is_digit_byte(text[at])) ++at;
  return at;
}

bool digit_at(std::string_view text, std::size_t at) {
  return at < text.size() && is_digit_byte(text[at]);
}

double number_of(const std::string& value) {
  double number = 0;
  std::from_chars(value.data(), value.data() + value.size(), number);
  return number;
}

/// Pence have two figures: "0.5" -> "0.50".
std::string with_pence(std::string value) {
  const std::size_t point = value.find('.');
  if (point != std::string::npos && value.size() - point == 2) value += '0';
  return value;
}

/// "per annum", "a year", "p.a.", "per household per week".
std::size_t rate_end(std::string_view text, std::size_t at) {
  static const RE2 kRate(
      "(?i)^((?: ?/ ?(?:year|annum|month|week|day|hour)|,? per [a-z]{2,20}(?: per [a-z]{2,20})?"
      "|,? p\\.? ?a\\.?|,? (?:a|an|each|every) (?:year|month|week|day|hour)|,? annually)\\b)");
  constexpr std::size_t kFarthest = 60;  // bytes
  re2::StringPiece match;
  const std::string_view rest = text.substr(at, kFarthest);
  if (!RE2::PartialMatch(piece(rest), kRate, &match)) return at;
  return at + match.size();
}

/// The other end of a range whose first end is `first`, at `at`; nothing where a sum of its own, or
/// something else, stands there.
std::optional<Amount> other_end(std::string_view text, const Amount& first, bool between) {
  const auto link = range_link(text, first.end, between);
  if (!link) return {};
  const bool pound = text.substr(*link).starts_with(kPound);
  auto last = amount_at(text, pound ? *link + kPound.size() : *link);
  if (!last || letter_at(text, last->end)) return {};
  // "£500-2024" and "£100 to 20 staff" are no ranges: a bare number needs a unit, or to touch.
  const bool touches = *link - first.end <= 3 && blank_at(text, first.end) == 0;
  if (!pound && last->zeros == 0 && !(touches && last->digits <= first.digits + 1)) return {};
  return last;
}

}  // namespace

Scale scale_at(std::string_view text, std::size_t at) {
  struct Unit {
    std::string_view word;
    int zeros;
  };
  static constexpr Unit kUnits[] = {
      {"million", 6}, {"millions", 6}, {"m", 6},     {"mn", 6},       {"mil", 6},
      {"billion", 9}, {"billions", 9}, {"bn", 9},    {"thousand", 3}, {"thousands", 3},
      {"k", 3},       {"miliwn", 6},   {"biliwn", 9}};
  if (at < text.size() && text[at] == ' ') ++at;
  std::size_t end = at;
  while (end < text.size() && end - at < 10 && is_alpha_byte(text[end])) ++end;
  if (digit_at(text, end) || letter_at(text, end) || text.substr(end).starts_with("\xC2\xB2"))
    return {};
  const std::string word = ascii_lower(text.substr(at, end - at));
  for (const Unit& unit : kUnits) {
    if (unit.word == word) return {unit.zeros, end};
  }
  return {};
}

std::optional<Amount> amount_at(std::string_view text, std::size_t at, int zeros) {
  Amount amount;
  std::size_t end = digits_end(text, at);
  std::string digits(text.substr(at, end - at));
  if (digits.empty() || digits.size() > kMostDigits) return {};
  while (digits.size() <= kMostDigits && (amount.grouped || digits.size() <= 3) &&
         end < text.size() && text[end] == ',' && digits_end(text, end + 1) == end + 4) {
    digits += text.substr(end + 1, 3);
    amount.grouped = true;
    end += 4;
  }
  amount.digits = digits.size();
  std::string fraction;
  if (end < text.size() && text[end] == '.' && digit_at(text, end + 1)) {
    const std::size_t last = digits_end(text, end + 1);
    fraction = text.substr(end + 1, last - end - 1);
    end = last;
  }
  amount.fraction = !fraction.empty();
  const bool goes_on = digit_at(text, end) || (end < text.size() && digit_at(text, end + 1) &&
                                               (text[end] == ',' || text[end] == '.'));
  if (goes_on || (digits.size() > 1 && digits.find_first_not_of('0') == std::string::npos))
    return {};
  const Scale own = scale_at(text, end);
  amount.zeros = own.zeros;
  amount.end = own.zeros > 0 ? own.end : end;
  amount.value = shifted(digits, fraction, own.zeros > 0 ? own.zeros : zeros);
  amount.order = number_of(amount.value);
  return amount;
}

std::size_t about_begin(std::string_view text, std::size_t begin, std::size_t floor) {
  static const RE2 kAbout(
      "(?i)(?:^|[^\\pL\\d/])((?:(?:just |well |slightly )?(?:over|under|above|below)|more than|no "
      "more "
      "than|not more than|less than|fewer than|no fewer than|no less than|at least|at most|up to|"
      "approximately|approx\\.?|around|about|circa|(?-i:c\\.?|ca\\.?)|some|nearly|almost|roughly|"
      "in excess of|an estimated|an additional|a further|a total of|a minimum of|a maximum of|"
      "between|dros|hyd at|tua|o leiaf) ?)$");
  constexpr std::size_t kFarthest = 32;  // bytes
  const std::size_t from = std::max(floor, begin > kFarthest ? begin - kFarthest : 0);
  if (from == begin) return begin;
  const std::string_view before = text.substr(from, begin - from);
  // "c£5m" alone goes without a space.
  re2::StringPiece match;
  if (!RE2::PartialMatch(piece(before), kAbout, &match)) return begin;
  const auto at = static_cast<std::size_t>(match.data() - before.data());
  if (at == 0 && from > floor) return begin;
  const bool space = match[match.size() - 1] == ' ';
  return space || match.size() <= 2 ? from + at : begin;
}

std::optional<std::size_t> range_link(std::string_view text, std::size_t at, bool between) {
  const bool blank = at < text.size() && text[at] == ' ';
  const std::size_t next = blank ? at + 1 : at;
  if (const std::size_t width = dash_at(text, next)) {
    const std::size_t end = next + width;
    const bool blank_behind = end < text.size() && text[end] == ' ';
    // "£0.3m -£0.4m": two columns, of which the second is negative.
    if (blank && !blank_behind) return {};
    return blank_behind ? end + 1 : end;
  }
  if (!blank) return {};
  const std::string_view rest = text.substr(next, 4);
  if (rest.starts_with("to ")) return next + 3;
  if (between && rest.starts_with("and ")) return next + 4;
  return {};
}

std::optional<Mention> sum_at(std::string_view text, std::size_t at, std::size_t floor) {
  if (!text.substr(at).starts_with(kPound)) return {};
  std::size_t first_digit = at + kPound.size();
  if (first_digit < text.size() && text[first_digit] == ' ') ++first_digit;
  std::string sign;
  if (first_digit < text.size() && text[first_digit] == '-') {
    sign = "-";
    ++first_digit;
  }
  auto amount = amount_at(text, first_digit);
  if (!amount || letter_at(text, amount->end)) return {};
  Mention mention;
  mention.kind = Mention::Kind::Sum;
  std::size_t begin = at;
  if (at > floor && text[at - 1] == '-' &&
      (at == 1 || blank_before(text, at - 1) > 0 || text[at - 2] == '(')) {
    sign = "-";
    begin = at - 1;
  }
  mention.range = {about_begin(text, begin, floor), amount->end};
  const bool between = starts_with_lower(text.substr(mention.range.begin), "between");
  if (auto last = other_end(text, *amount, between); last && sign.empty()) {
    // "£10-15k": the unit counts for both.
    const bool shares = last->zeros > 0 && amount->zeros == 0 && !amount->grouped;
    if (shares) amount = amount_at(text, first_digit, last->zeros);
    if (amount->order < last->order) {
      mention.value = with_pence(amount->value) + ".." + with_pence(last->value);
      mention.range.end = last->end;
    }
  }
  if (mention.value.empty()) mention.value = sign + with_pence(amount->value);
  mention.order = sign.empty() ? amount->order : -amount->order;
  mention.range.end = rate_end(text, mention.range.end);
  return mention;
}

}  // namespace moot
