#include "cli/output.hpp"

#include <fmt/ostream.h>

#include <ostream>

namespace moot {
namespace {

const char* escape_code(Tone tone) {
  switch (tone) {
    case Tone::Title:
      return "\x1b[1m";
    case Tone::Dim:
      return "\x1b[2m";
    case Tone::Match:
      return "\x1b[1;33m";
    case Tone::Label:
      return "\x1b[36m";
  }
  return "";
}

/// Bytes of the escape code at the start of `text`; 0: there is none.
std::size_t escape_length(std::string_view text) {
  if (text.size() < 2 || text[0] != '\x1b' || text[1] != '[') return 0;
  const std::size_t end = text.find('m');
  return end == std::string_view::npos ? 0 : end + 1;
}

char32_t code_point(std::string_view text, std::size_t at, std::size_t& length) {
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
  };
  const unsigned lead = byte(at);
  if (lead < 0x80) {
    length = 1;
    return lead;
  }
  length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  char32_t point = lead & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) point = (point << 6) | (byte(at + i) & 0x3FU);
  return point;
}

std::size_t columns_of(char32_t point) {
  const bool combining =
      (point >= 0x300 && point <= 0x36F) || (point >= 0x200B && point <= 0x200F) || point == 0xFEFF;
  if (combining) return 0;
  const bool wide = (point >= 0x1100 && point <= 0x115F) || (point >= 0x2E80 && point <= 0xA4CF) ||
                    (point >= 0xAC00 && point <= 0xD7A3) || (point >= 0xF900 && point <= 0xFAFF) ||
                    (point >= 0xFF00 && point <= 0xFF60) || (point >= 0x1F300 && point <= 0x1FAFF);
  return wide ? 2 : 1;
}

void wrap_paragraph(std::string_view text, std::size_t room, const std::string& margin,
                    std::string& out) {
  std::size_t used = 0;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    std::size_t end = text.find(' ', begin);
    if (end == std::string_view::npos) end = text.size();
    const std::string_view word = text.substr(begin, end - begin);
    const std::size_t width = display_width(word);
    if (used > 0 && used + 1 + width > room) {
      out += '\n';
      out += margin;
      used = 0;
    } else if (begin > 0) {
      out += ' ';
      ++used;
    }
    out += word;
    used += width;
    begin = end + 1;
  }
}

}  // namespace

std::string tinted(std::string_view text, Tone tone, bool colour) {
  if (!colour) return std::string(text);
  return std::string(escape_code(tone)) + std::string(text) + "\x1b[0m";
}

std::size_t display_width(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t skip = escape_length(text.substr(at)); skip > 0) {
      at += skip;
      continue;
    }
    std::size_t length = 1;
    columns += columns_of(code_point(text, at, length));
    at += length;
  }
  return columns;
}

std::size_t control_at(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  // C1 controls are two bytes in UTF-8, C2 80 to C2 9F.
  if (byte == 0xC2 && at + 1 < text.size()) {
    return static_cast<unsigned char>(text[at + 1]) < 0xA0 ? 2 : 0;
  }
  return byte < 0x20 || byte == 0x7F ? 1 : 0;
}

std::string printable(std::string_view text, bool keep_newlines) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t control = control_at(text, i);
    if (control == 0 || (text[i] == '\n' && keep_newlines)) {
      out += text[i];
    } else {
      out += '?';
      i += control - 1;
    }
  }
  return out;
}

std::string wrapped(std::string_view text, int width, std::size_t indent) {
  const std::string margin(indent, ' ');
  const auto columns = static_cast<std::size_t>(width < 0 ? 0 : width);
  // A very narrow terminal gets lines of 20 columns rather than one word a line.
  const std::size_t room = width <= 0              ? static_cast<std::size_t>(-1) / 2
                           : columns > indent + 20 ? columns - indent
                                                   : 20;
  std::string out;
  std::size_t begin = 0;
  while (true) {
    std::size_t end = text.find('\n', begin);
    if (end == std::string_view::npos) end = text.size();
    wrap_paragraph(text.substr(begin, end - begin), room, margin, out);
    if (end == text.size()) return out;
    out += '\n';
    out += margin;
    begin = end + 1;
  }
}

std::string listed(const std::vector<std::string>& words) {
  return fmt::format("{}", fmt::join(words, ", "));
}

void print_error(std::ostream& err, const Error& error) {
  if (error.where.empty()) {
    fmt::print(err, "moot: {}\n", printable(error.message));
  } else {
    fmt::print(err, "moot: {}: {}\n", printable(error.where), printable(error.message));
  }
  if (!error.hint.empty()) fmt::print(err, "  {}\n", printable(error.hint));
}

Error about_file(Error error, const std::string& path) {
  error.where = error.where.empty() ? path : path + ", " + error.where;
  return error;
}

}  // namespace moot
