#include "pipeline/marker.hpp"

#include <algorithm>
#include <array>

namespace moot {

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_alpha(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] == ' ') ++at;
  return at;
}

constexpr std::array<std::string_view, 17> kBullets = {"•", "·", "▪", "◦", "●", "○", "■", "□", "➢",
                                                       "➤", "‣", "⁃", "–", "—", "-", "*", "o"};

std::optional<Marker> parse_bullet(std::string_view text) {
  for (std::string_view bullet : kBullets) {
    if (!text.starts_with(bullet)) continue;
    const std::size_t after = skip_spaces(text, bullet.size());
    // A sign that is also used inside words needs a space after it.
    if (after == bullet.size() && bullet.size() < 3) continue;
    if (after == bullet.size() && (bullet == "–" || bullet == "—")) continue;
    return Marker{"", true, true, after};
  }
  return {};
}

/// Bytes of "12", "2.1", "16.07.2", "2.1a" at the start of `text`; 0 where there is none.
std::size_t number_length(std::string_view text) {
  std::size_t at = 0;
  for (;;) {
    std::size_t digits = 0;
    while (at + digits < text.size() && is_digit(text[at + digits])) ++digits;
    if (digits == 0 || digits > 4) return at == 0 || digits > 4 ? 0 : at - 1;
    at += digits;
    if (at + 1 >= text.size() || text[at] != '.' || !is_digit(text[at + 1])) break;
    ++at;
  }
  // A letter that belongs to the number: "2.1a", "29a". Not the start of a word ("1st", "5pm").
  if (at < text.size() && text[at] >= 'a' && text[at] <= 'z' &&
      (at + 1 == text.size() || !is_alpha(text[at + 1]))) {
    ++at;
  }
  return at;
}

/// Bytes of one letter or a small roman number.
std::size_t letter_length(std::string_view text) {
  std::size_t n = 0;
  while (n < text.size() && is_alpha(text[n])) ++n;
  if (n == 1) return 1;
  if (n == 0 || n > 5) return 0;
  const std::string_view word = text.substr(0, n);
  const bool roman = word.find_first_not_of("ivx") == std::string_view::npos ||
                     word.find_first_not_of("IVX") == std::string_view::npos;
  const bool doubled = n == 2 && word[0] == word[1];  // "aa", "bb" after "z"
  return roman || doubled ? n : 0;
}

}  // namespace

std::optional<Marker> parse_marker(std::string_view text) {
  if (auto bullet = parse_bullet(text)) return bullet;
  const bool open = !text.empty() && (text[0] == '(' || text[0] == '[');
  const std::size_t start = open ? skip_spaces(text, 1) : 0;
  const std::string_view rest = text.substr(start);
  const bool digits = !rest.empty() && is_digit(rest[0]);
  const std::size_t length = digits ? number_length(rest) : letter_length(rest);
  if (length == 0) return {};
  std::size_t at = start + length;
  bool closed = false;
  while (at < text.size() && (text[at] == '.' || text[at] == ')' || text[at] == ']')) {
    closed = true;
    ++at;
  }
  if (open && !closed) return {};
  if (closed && at < text.size() && text[at] == ':') ++at;  // "(10):"
  std::size_t after = skip_spaces(text, at);
  if (after > at && after + 1 < text.size() && text[after] == '|') {  // "2 | Recommendations"
    closed = true;
    after = skip_spaces(text, after + 1);
  }
  // "1.Introduction" and "(a)text" are seen; "e.g" and "3.5%" must not be.
  const bool spaced = after > at || after == text.size();
  if (!spaced && !(closed && is_alpha(text[after]) && (open || digits))) return {};
  const std::string_view number = text.substr(start, length);
  const bool levels = number.find('.') != std::string_view::npos;
  if (!digits && !closed) return {};
  return Marker{std::string(number), false, closed || levels, after};
}

}  // namespace moot
