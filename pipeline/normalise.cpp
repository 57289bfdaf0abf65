#include "pipeline/normalise.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include "pipeline/spaced_letters.hpp"

namespace moot {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr char32_t kBullet = 0x2022;

/// The code point at `at`, moved past it; negative where the bytes are not UTF-8 (then one bad
/// sequence is passed over).
std::int32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  // A sequence has at most four bytes: a window keeps ICU's 32-bit offsets away from long texts.
  const auto window = static_cast<std::int32_t>(std::min<std::size_t>(text.size() - at, 4));
  const std::uint8_t* here = bytes + at;
  std::int32_t used = 0;
  UChar32 c = 0;
  U8_NEXT(here, used, window, c);
  at += static_cast<std::size_t>(used);
  return c;
}

void append(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | (c >> 12));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | (c >> 18));
    out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

/// Length of the run of ASCII bytes that `text` starts with.
std::size_t ascii_run(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

bool is_ascii(std::string_view text) {
  return ascii_run(text) == text.size();
}

/// Adds a space unless the text so far is empty or ends in one.
void append_space(std::string& out) {
  if (!out.empty() && out.back() != ' ') out += ' ';
}

std::string ascii_lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

std::string normalise_ascii(std::string_view text) {
  std::string out(text.size(), '\0');
  char* end = out.data();
  bool space = true;  // none at the start
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte != 0x7F) {
      *end++ = c;
      space = false;
    } else if (!space && (byte == 0x20 || (byte >= 0x09 && byte <= 0x0D))) {
      *end++ = ' ';
      space = true;
    }
  }
  if (space && end != out.data()) --end;
  out.resize(static_cast<std::size_t>(end - out.data()));
  return out;
}

/// A code point of Symbol or Wingdings, which Word's PDFs put into the private use area.
struct SymbolMeaning {
  char32_t code;
  char32_t meaning;
};
constexpr std::array kSymbolMeanings{
    SymbolMeaning{0xF020, U' '},      SymbolMeaning{0xF02D, U'-'},
    SymbolMeaning{0xF06F, U'\u2610'}, SymbolMeaning{0xF071, U'\u2610'},
    SymbolMeaning{0xF0A8, U'\u2610'}, SymbolMeaning{0xF078, U'\u2612'},
    SymbolMeaning{0xF0FD, U'\u2612'}, SymbolMeaning{0xF0FB, U'\u2717'},
    SymbolMeaning{0xF0FC, U'\u2713'}, SymbolMeaning{0xF0FE, U'\u2611'},
    SymbolMeaning{0xF0E0, U'\u2192'}, SymbolMeaning{0xF0E8, U'\u2192'},
    SymbolMeaning{0xF0B7, kBullet},   SymbolMeaning{0xF0A7, kBullet},
    SymbolMeaning{0xF076, kBullet},   SymbolMeaning{0xF06E, kBullet},
    SymbolMeaning{0xF06C, kBullet},   SymbolMeaning{0xF0D8, kBullet}};

bool is_symbol(char32_t c) {
  return c >= 0xF020 && c <= 0xF0FF;
}

/// A box that is ticked or left open is a value and stays one; at a line's start with words after
/// it any other symbol is a bullet, whatever the font draws.
char32_t symbol_meaning(char32_t c, bool starts_words) {
  const bool box = c == 0xF06F || c == 0xF071 || c == 0xF0A8 || c == 0xF078 || c == 0xF0FD ||
                   c == 0xF0FE || c == 0xF020;
  if (starts_words && !box) return kBullet;
  for (const SymbolMeaning& row : kSymbolMeanings) {
    if (row.code == c) return row.meaning;
  }
  return c;
}

constexpr std::array<const char*, 7> kLigatures{"ff", "fi", "fl", "ffi", "ffl", "st", "st"};

bool is_zero_width(char32_t c) {
  return c == 0x00AD || c == 0x034F || c == 0x061C || c == 0x180E || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF;
}

bool is_space(char32_t c) {
  return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

/// Puts `text` into `out`, regular but for NFC.
void append_regular(std::string_view text, std::string& out) {
  std::size_t at = 0;
  while (at < text.size()) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte > 0x20 && byte < 0x7F) {
      out += text[at++];
      continue;
    }
    const std::int32_t read = next_code_point(text, at);
    const char32_t c = read < 0 ? kReplacement : static_cast<char32_t>(read);
    if (is_space(c)) {
      append_space(out);
    } else if (c < 0x20 || (c >= 0x7F && c < 0xA0) || is_zero_width(c)) {
      continue;
    } else if (c >= 0xFB00 && c <= 0xFB06) {
      out += kLigatures[c - 0xFB00];
    } else if (is_symbol(c)) {
      const char32_t meaning = symbol_meaning(c, out.empty() && at < text.size());
      if (meaning == U' ') {
        append_space(out);
      } else {
        append(out, meaning);
      }
    } else {
      append(out, c);
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
}

const icu::Normalizer2* nfc() {
  static const icu::Normalizer2* const instance = [] {
    UErrorCode status = U_ZERO_ERROR;
    return icu::Normalizer2::getNFCInstance(status);
  }();
  return instance;
}

const icu::Normalizer2* nfd() {
  static const icu::Normalizer2* const instance = [] {
    UErrorCode status = U_ZERO_ERROR;
    return icu::Normalizer2::getNFDInstance(status);
  }();
  return instance;
}

const icu::Normalizer2* nfkc() {
  static const icu::Normalizer2* const instance = [] {
    UErrorCode status = U_ZERO_ERROR;
    return icu::Normalizer2::getNFKCInstance(status);
  }();
  return instance;
}

icu::StringPiece piece(std::string_view text) {
  return {text.data(), static_cast<std::int32_t>(text.size())};
}

/// ICU counts in 32 bits; a line beyond this is no line of a paper and stays as it is.
constexpr std::size_t kLongestForIcu = std::size_t{1} << 29;

std::string to_nfc(std::string text) {
  if (nfc() == nullptr || text.size() > kLongestForIcu) return text;
  UErrorCode status = U_ZERO_ERROR;
  if (nfc()->isNormalizedUTF8(piece(text), status) != 0 || U_FAILURE(status) != 0) return text;
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  nfc()->normalizeUTF8(0, piece(text), sink, nullptr, status);
  return U_FAILURE(status) != 0 ? text : out;
}

/// What windows-1252 has in 0x80 to 0x9F; 0 where it has nothing.
constexpr std::array<char16_t, 32> kWindows1252{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

void append_windows_1252(std::string& out, unsigned char byte) {
  if (byte < 0x80 || byte >= 0xA0) {
    append(out, byte);
  } else {
    const char16_t c = kWindows1252[byte - 0x80U];
    append(out, c == 0 ? kReplacement : c);
  }
}

/// Where most of the text is UTF-8, only the stray bytes are taken for windows-1252; else all.
std::string from_bytes(std::string_view bytes) {
  std::size_t good = 0;
  std::size_t bad = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const bool ascii = static_cast<unsigned char>(bytes[at]) < 0x80;
    const std::int32_t c = next_code_point(bytes, at);
    if (c < 0) {
      ++bad;
    } else if (!ascii) {
      ++good;
    }
  }
  const bool mostly_utf8 = good > bad;
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 16);
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t before = at;
    if (mostly_utf8 && next_code_point(bytes, at) >= 0) {
      out += bytes.substr(before, at - before);
    } else {
      at = before + 1;
      append_windows_1252(out, static_cast<unsigned char>(bytes[before]));
    }
  }
  return out;
}

std::string from_utf16(std::string_view bytes, bool big_endian) {
  icu::UnicodeString text;
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    text.append(static_cast<char16_t>(big_endian ? first << 8 | second : second << 8 | first));
  }
  std::string out;
  return text.toUTF8String(out);  // lone surrogates become U+FFFD
}

enum class Utf16 { No, Little, Big };

/// Text of these islands in UTF-16 has a zero in nearly every second byte.
Utf16 guess_utf16(std::string_view bytes) {
  const std::size_t seen = std::min<std::size_t>(bytes.size(), 4096) & ~std::size_t{1};
  if (seen < 4) return Utf16::No;
  std::size_t even = 0;
  std::size_t odd = 0;
  for (std::size_t at = 0; at < seen; at += 2) {
    even += bytes[at] == '\0' ? 1 : 0;
    odd += bytes[at + 1] == '\0' ? 1 : 0;
  }
  if (odd * 10 > seen * 3 && even * 20 < seen) return Utf16::Little;
  if (even * 10 > seen * 3 && odd * 20 < seen) return Utf16::Big;
  return Utf16::No;
}

}  // namespace

std::string normalise_line(std::string_view text) {
  if (has_spaced_capitals(text)) {
    const std::string closed = close_spaced_words(text);
    if (closed.size() < text.size()) return normalise_line(closed);
  }
  if (is_ascii(text)) return normalise_ascii(text);
  std::string out;
  out.reserve(text.size());
  append_regular(text, out);
  return to_nfc(std::move(out));
}

bool is_utf8(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    if (static_cast<unsigned char>(bytes[at]) < 0x80) {
      ++at;
    } else if (next_code_point(bytes, at) < 0) {
      return false;
    }
  }
  return true;
}

std::string to_utf8(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (bytes.starts_with("\xFF\xFE")) return from_utf16(bytes.substr(2), false);
  if (bytes.starts_with("\xFE\xFF")) return from_utf16(bytes.substr(2), true);
  switch (guess_utf16(bytes)) {
    case Utf16::Little:
      return from_utf16(bytes, false);
    case Utf16::Big:
      return from_utf16(bytes, true);
    case Utf16::No:
      break;
  }
  return is_utf8(bytes) ? std::string(bytes) : from_bytes(bytes);
}

std::string fold(std::string_view text) {
  if (is_ascii(text) || nfd() == nullptr || text.size() > kLongestForIcu) {
    return ascii_lower(text);
  }
  std::string out;
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString folded = icu::UnicodeString::fromUTF8(piece(text));
  folded.foldCase();
  const icu::UnicodeString apart = nfd()->normalize(folded, status);
  icu::UnicodeString bare;
  for (std::int32_t at = 0; at < apart.length(); at = apart.moveIndex32(at, 1)) {
    const UChar32 c = apart.char32At(at);
    if (u_charType(c) != U_NON_SPACING_MARK) bare.append(c);
  }
  return bare.toUTF8String(out);
}

std::string fold_compatible(std::string_view text) {
  if (is_ascii(text) || nfkc() == nullptr || text.size() > kLongestForIcu) {
    return ascii_lower(text);
  }
  std::string out;
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString folded = nfkc()->normalize(icu::UnicodeString::fromUTF8(piece(text)), status);
  return folded.foldCase().toUTF8String(out);
}

std::vector<std::string> alphanumeric_runs(std::string_view text) {
  std::vector<std::string> runs;
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const std::int32_t c = next_code_point(text, at);
    const bool counts = c >= 0 && (U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_N_MASK)) != 0;
    if (counts && !inside) runs.emplace_back();
    if (counts) runs.back() += text.substr(begin, at - begin);
    inside = counts;
  }
  return runs;
}

bool starts_digit(std::string_view text) {
  if (text.empty()) return false;
  std::size_t at = 0;
  const std::int32_t c = next_code_point(text, at);
  if (c < 0) return false;
  const std::int32_t type = u_getIntPropertyValue(c, UCHAR_NUMERIC_TYPE);
  return type == U_NT_DECIMAL || type == U_NT_DIGIT;
}

bool starts_upper(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::int32_t c = next_code_point(text, at);
    if (c >= 0 && u_isalpha(c) != 0) return u_isUUppercase(c) != 0 || u_istitle(c) != 0;
  }
  return false;
}

bool all_upper(std::string_view text) {
  bool any = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::int32_t c = next_code_point(text, at);
    if (c < 0 || u_isalpha(c) == 0) continue;
    if (u_isUUppercase(c) == 0) return false;
    any = true;
  }
  return any;
}

}  // namespace moot
