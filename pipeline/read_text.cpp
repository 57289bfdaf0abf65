#include "pipeline/read_text.hpp"

#include <string>
#include <utility>
#include <vector>

#include "pipeline/text_drafts.hpp"

namespace moot {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

/// Removes `<AI1>`, `</TRAILER_SECTION>` and their like, which agenda systems leave behind.
std::string without_build_tags(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t open = text.find('<');
    out += text.substr(0, open);
    if (open == std::string_view::npos) break;
    text.remove_prefix(open);
    std::size_t at = text.starts_with("</") ? 2 : 1;
    const std::size_t name = at;
    while (at < text.size() && (is_upper(text[at]) || is_digit(text[at]) || text[at] == '_')) ++at;
    if (at - name >= 2 && at < text.size() && text[at] == '>' && is_upper(text[name])) {
      text.remove_prefix(at + 1);
    } else {
      out += '<';
      text.remove_prefix(1);
    }
  }
  return out;
}

/// The names that an agenda system prints where a field was left empty.
bool is_field_name(std::string_view text) {
  return text == "!NotSet!" ||
         (text.starts_with("FIELD_") && text.find_first_of(" :") == std::string_view::npos);
}

LineRole role_of(std::string_view text) {
  if (is_text_page_number(text)) return LineRole::PageNumber;
  return is_field_name(text) ? LineRole::RunningHead : LineRole::Body;
}

/// A number alone on the first line of a page is the page's.
bool is_lone_number(std::string_view text) {
  return text.size() <= 4 && text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

RawDocument read_plain_text(std::string_view text) {
  std::vector<Draft> drafts;
  bool gap = false;
  bool new_page = false;
  while (!text.empty()) {
    std::string_view line = take_line(text);
    if (line.find('\f') != line.npos) gap = new_page = true;
    Draft draft;
    draft.line.box.x0 = take_indent(line);
    if (line.find('<') == line.npos) {
      draft.line.text = line;
    } else {
      draft.line.text = without_build_tags(line);
    }
    if (draft.line.text.find_first_not_of(' ') == std::string::npos) {
      gap = true;
      continue;
    }
    draft.gap = std::exchange(gap, false);
    draft.line.role = role_of(draft.line.text);
    if (std::exchange(new_page, false) && is_lone_number(draft.line.text)) {
      draft.line.role = LineRole::PageNumber;
    }
    drafts.push_back(std::move(draft));
  }
  RawDocument raw;
  raw.media_type = "text/plain";
  raw.lines = with_paragraphs(std::move(drafts));
  return raw;
}

}  // namespace moot
