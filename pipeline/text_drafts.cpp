#include "pipeline/text_drafts.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace moot {
namespace {

constexpr double kPointsPerColumn = 6.0;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_letter(char c) {
  return is_lower(c) || is_upper(c);
}

constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

/// Passes over white space, NBSP and zero-width space; gives its width in columns.
std::size_t skip_space(std::string_view& text) {
  std::size_t columns = 0;
  while (!text.empty()) {
    if (text.front() == ' ' || text.front() == '\t' || text.front() == '\r' ||
        text.front() == '\v' || text.front() == '\f') {
      columns += text.front() == '\t' ? 4 : 1;
      text.remove_prefix(1);
    } else if (text.starts_with(kNoBreakSpace)) {
      ++columns;
      text.remove_prefix(2);
    } else if (text.starts_with("\xE2\x80\x8B") || text.starts_with("\xEF\xBB\xBF")) {
      text.remove_prefix(3);
    } else {
      break;
    }
  }
  return columns;
}

void trim_end(std::string_view& text) {
  while (!text.empty()) {
    if (text.back() == ' ' || text.back() == '\t' || text.back() == '\r') {
      text.remove_suffix(1);
    } else if (text.ends_with(kNoBreakSpace)) {
      text.remove_suffix(2);
    } else {
      break;
    }
  }
}

std::string_view first_token(std::string_view text) {
  return text.substr(0, text.find(' '));
}

/// How the lines of a text were made.
struct Wrapping {
  bool wrapped = false;        ///< lines end at a width, not where a paragraph does
  bool double_spaced = false;  ///< a blank line follows nearly every line
  std::size_t width = 0;       ///< bytes
};

constexpr std::size_t kLongestWrapped = 160;  // bytes; a longer line is a whole paragraph

Wrapping wrapping_of(const std::vector<Draft>& drafts) {
  std::vector<std::size_t> lengths;
  std::size_t longer = 0;
  std::size_t gaps = 0;
  std::size_t full = 0;
  for (const Draft& draft : drafts) {
    if (draft.line.role != LineRole::Body) continue;
    const std::size_t length = draft.line.text.size();
    if (length > kLongestWrapped) ++longer;
    if (length <= kLongestWrapped) lengths.push_back(length);
    gaps += draft.gap ? 1 : 0;
  }
  Wrapping found;
  if (lengths.empty()) return found;
  const auto high = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() * 95 / 100);
  std::nth_element(lengths.begin(), high, lengths.end());
  const std::size_t lines = lengths.size() + longer;
  found.width = *high;
  found.wrapped = longer * 10 <= lines;
  for (const std::size_t length : lengths) full += length * 10 >= found.width * 7 ? 1 : 0;
  // Short paragraphs with a line between them are no wrapped text, whatever their number.
  const bool mostly_full = full * 5 >= lines * 2;
  found.double_spaced = found.wrapped && mostly_full && lines > 20 && gaps * 10 > lines * 7;
  return found;
}

constexpr std::array<std::string_view, 28> kFunctionWords{
    "and",  "of",  "the",  "for",  "to",   "in",    "on",    "at", "by",  "with",
    "a",    "an",  "or",   "from", "that", "which", "as",    "is", "are", "be",
    "will", "was", "were", "has",  "have", "this",  "their", "its"};

std::string last_word(std::string_view text) {
  std::size_t at = text.size();
  while (at > 0 && is_letter(text[at - 1])) --at;
  std::string word;
  for (const char c : text.substr(at)) {
    word += is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return word;
}

/// "2.1", "(a)", "iv)", "•" and their like: what follows is an item or a numbered paragraph.
bool is_marker(std::string_view token) {
  if (token.empty()) return false;
  if (token.starts_with("\xE2\x80\xA2") || token.starts_with("\xC2\xB7") ||
      token.starts_with("\xEF\x82") || token.starts_with("\xEF\x83")) {
    return true;
  }
  if (token == "-" || token == "*" || token == "o") return true;
  if (token.front() == '(') token.remove_prefix(1);
  const bool closed = !token.empty() && (token.back() == ')' || token.back() == '.');
  const bool digits = !token.empty() && is_digit(token.front());
  if (digits && token.find_first_not_of("0123456789.)") == token.npos) {
    return closed || token.find('.') != token.npos || token.size() < 3;
  }
  return closed && token.size() >= 2 && token.size() <= 5 &&
         (token.back() == ')' || token.size() == 2 ||
          token.substr(0, token.size() - 1).find_first_not_of("ivx") == token.npos);
}

bool ends_sentence(std::string_view text) {
  while (!text.empty() && (text.back() == ')' || text.back() == '"' || text.back() == '\'' ||
                           text.ends_with("\xE2\x80\x99") || text.ends_with("\xE2\x80\x9D"))) {
    text.remove_suffix(static_cast<unsigned char>(text.back()) < 0x80 ? 1 : 3);
  }
  return !text.empty() && std::string_view(".!?:;").find(text.back()) != std::string_view::npos;
}

/// "(Mr." at a line's end: a name follows.
bool ends_in_courtesy(std::string_view text) {
  if (!text.ends_with('.')) return false;
  text.remove_suffix(1);
  const std::string word = last_word(text);
  return word == "mr" || word == "mrs" || word == "ms" || word == "dr" || word == "cllr";
}

/// "(Ms. L." at a line's end: the full stop is not a sentence's.
bool ends_in_initial(std::string_view text) {
  if (!text.ends_with('.')) return false;
  text.remove_suffix(1);
  return is_upper(text.empty() ? ' ' : text.back()) && last_word(text).size() == 1;
}

/// "Date published: 5 May": a label of a few words with its value.
bool opens_with_label(std::string_view text) {
  constexpr std::size_t kLongest = 40;  // bytes
  const std::size_t colon = text.substr(0, kLongest).find(':');
  if (colon == std::string_view::npos || colon + 1 >= text.size() || text[colon + 1] != ' ')
    return false;
  const std::string_view label = text.substr(0, colon);
  return !label.empty() && is_upper(label.front()) &&
         label.find_first_of(".,;") == std::string_view::npos &&
         std::count(label.begin(), label.end(), ' ') <= 5;
}

/// Whether a sentence of `text` goes on in `next` though a gap stands between them.
bool continues(std::string_view text, std::string_view next, const Wrapping& wrapping) {
  const std::string_view token = first_token(next);
  if (ends_in_courtesy(text)) return true;
  if (is_marker(token) || opens_with_label(next)) return false;
  // As long as the line could be, had the next word not found room on it.
  const std::size_t reach = text.size() + 1 + token.size();
  const bool full = wrapping.wrapped && reach * 20 >= wrapping.width * 17;
  if (ends_sentence(text)) return full && wrapping.double_spaced && ends_in_initial(text);
  const std::string word = last_word(text);
  const bool open =
      std::find(kFunctionWords.begin(), kFunctionWords.end(), word) != kFunctionWords.end();
  if (is_lower(next.front())) {
    return open || (wrapping.wrapped && reach * 20 >= wrapping.width * 11);
  }
  if (open && wrapping.wrapped) return true;
  // Headings are seldom as wide as the page, with a line after them that is nearly so too.
  const bool wide = text.size() >= 60 && reach * 20 >= wrapping.width * 19 &&
                    next.size() * 20 >= wrapping.width * 12;
  return full && (wide || wrapping.double_spaced || text.ends_with(',') || !is_upper(next.front()));
}

}  // namespace

std::vector<RawLine> with_paragraphs(std::vector<Draft> drafts) {
  const Wrapping wrapping = wrapping_of(drafts);
  std::vector<RawLine> lines;
  lines.reserve(drafts.size());
  std::size_t last_body = 0;
  bool any_body = false;
  bool gap = false;  // also one before a running head counts for the body after it
  bool after_forced = false;
  for (Draft& draft : drafts) {
    RawLine& line = draft.line;
    gap = gap || draft.gap;
    if (line.text.find_first_not_of(' ') == std::string::npos) continue;
    line.starts_paragraph = draft.forced || !any_body || gap || !wrapping.wrapped;
    if (line.role == LineRole::Body) {
      if (!draft.forced && any_body && gap && !after_forced) {
        line.starts_paragraph = !continues(lines[last_body].text, line.text, wrapping);
      }
      after_forced = line.style.heading_level != 0 || line.cell.table != 0;
      any_body = true;
      gap = false;
      last_body = lines.size();
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

double take_indent(std::string_view& line) {
  const std::size_t columns = skip_space(line);
  trim_end(line);
  return kPointsPerColumn * static_cast<double>(columns);
}

std::string_view take_line(std::string_view& rest) {
  const std::size_t end = rest.find_first_of("\r\n");
  const std::string_view line = rest.substr(0, end);
  if (end == std::string_view::npos) {
    rest = {};
  } else {
    rest.remove_prefix(rest.substr(end).starts_with("\r\n") ? end + 2 : end + 1);
  }
  return line;
}

bool is_text_page_number(std::string_view text) {
  std::string_view rest = text;
  const bool page = rest.starts_with("Page ") || rest.starts_with("page ");
  const bool dashes = rest.starts_with("- ") && rest.ends_with(" -") && rest.size() > 4;
  if (page) rest.remove_prefix(5);
  if (dashes) rest = rest.substr(2, rest.size() - 4);
  if ((!page && !dashes) || rest.empty() || rest.size() > 12) return false;
  const std::size_t digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
  rest.remove_prefix(digits);
  if (rest.starts_with(" of ")) rest.remove_prefix(4);
  return digits > 0 && rest.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace moot
