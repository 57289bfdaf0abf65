#include "extractors/values_text.hpp"

#include <algorithm>
#include <locale>
#include <sstream>

namespace moot {

namespace {

unsigned char byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
}

char lower_byte(char c) {
  return is_upper_byte(c) ? static_cast<char>(c + 32) : c;
}

}  // namespace

std::size_t blank_at(std::string_view text, std::size_t at) {
  switch (byte_at(text, at)) {
    case ' ':
    case '\t':
    case '\n':
    case '\r':
    case '\f':
      return 1;
    case 0xC2:
      return byte_at(text, at + 1) == 0xA0 ? 2 : 0;
    default:
      return 0;
  }
}

std::size_t blank_before(std::string_view text, std::size_t at) {
  if (at == 0) return 0;
  if (blank_at(text, at - 1) == 1) return 1;
  return at >= 2 && blank_at(text, at - 2) == 2 ? 2 : 0;
}

std::size_t dash_at(std::string_view text, std::size_t at) {
  const unsigned char first = byte_at(text, at);
  if (first == '-') return 1;
  if (first != 0xE2) return 0;
  const unsigned char second = byte_at(text, at + 1), third = byte_at(text, at + 2);
  if (second == 0x80 && third >= 0x90 && third <= 0x95) return 3;
  return second == 0x88 && third == 0x92 ? 3 : 0;
}

std::size_t apostrophe_at(std::string_view text, std::size_t at) {
  const unsigned char first = byte_at(text, at);
  if (first == '\'') return 1;
  const bool curly = first == 0xE2 && byte_at(text, at + 1) == 0x80 &&
                     (byte_at(text, at + 2) == 0x98 || byte_at(text, at + 2) == 0x99);
  return curly ? 3 : 0;
}

bool letter_at(std::string_view text, std::size_t at) {
  const unsigned char c = byte_at(text, at);
  // C3 to C9 lead the Latin letters with marks; E1 B8 to E1 BB hold the Welsh ones that are left.
  if (c < 0x80) return is_alpha_byte(static_cast<char>(c));
  return (c >= 0xC3 && c <= 0xC9) || (c == 0xE1 && byte_at(text, at + 1) >= 0xB8);
}

bool upper_at(std::string_view text, std::size_t at) {
  const unsigned char c = byte_at(text, at), next = byte_at(text, at + 1);
  if (c < 0x80) return is_upper_byte(static_cast<char>(c));
  if (c == 0xC3) return next >= 0x80 && next <= 0x9E;
  if (c == 0xC5 && next >= 0xB9) return next % 2 == 1 && next != 0xBF;
  return (c == 0xC4 || c == 0xC5) && next % 2 == 0;
}

std::size_t skip_blanks(std::string_view text, std::size_t at, std::size_t most) {
  bool crossed = false;
  for (std::size_t n = 0; n < most; ++n) {
    const std::size_t width = blank_at(text, at);
    if (width == 0) break;
    if (text[at] == '\n') {
      if (crossed) break;
      crossed = true;
    }
    at += width;
  }
  return at;
}

std::string ascii_lower(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), lower_byte);
  return lower;
}

std::string fold_blanks(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  bool pending = false;
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t width = blank_at(text, at)) {
      pending = !folded.empty();
      at += width;
      continue;
    }
    if (pending) folded += ' ';
    pending = false;
    folded += text[at++];
  }
  return folded;
}

std::string_view trim_blanks(std::string_view text, std::string_view also) {
  while (!text.empty()) {
    std::size_t width = blank_at(text, 0);
    if (width == 0 && also.find(text.front()) != std::string_view::npos) width = 1;
    if (width == 0) break;
    text.remove_prefix(width);
  }
  while (!text.empty()) {
    std::size_t width = blank_before(text, text.size());
    if (width == 0 && also.find(text.back()) != std::string_view::npos) width = 1;
    if (width == 0) break;
    text.remove_suffix(width);
  }
  return text;
}

bool starts_with_lower(std::string_view text, std::string_view prefix) {
  if (text.size() < prefix.size()) return false;
  return std::equal(prefix.begin(), prefix.end(), text.begin(),
                    [](char want, char have) { return want == lower_byte(have); });
}

std::vector<std::string_view> split_words(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t width = blank_at(text, at)) {
      at += width;
      continue;
    }
    const std::size_t begin = at;
    while (at < text.size() && blank_at(text, at) == 0) ++at;
    words.push_back(text.substr(begin, at - begin));
  }
  return words;
}

std::string plain_number(double number) {
  std::ostringstream out;
  out.imbue(std::locale::classic());
  out << number;
  return out.str();
}

bool one_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace moot
