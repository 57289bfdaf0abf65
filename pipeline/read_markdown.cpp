#include "pipeline/read_markdown.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/text_drafts.hpp"

namespace moot {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_letter(char c) {
  return is_lower(c) || (c >= 'A' && c <= 'Z');
}

/// Text without its inline markup.
struct Inline {
  std::string text;
  bool bold = false;  ///< every letter of it
};

/// Takes inline markup off one line, in one pass: a mark that was looked for once and not found
/// is not looked for again.
class InlineReader {
 public:
  explicit InlineReader(std::string_view text) : text_(text) {}

  Inline read() {
    while (at_ < text_.size()) {
      if (!escape() && !link() && !tag() && !emphasis()) put(text_[at_++]);
    }
    return {std::move(out_), letters_ > 0 && letters_ == bold_letters_};
  }

 private:
  std::string_view rest() const { return text_.substr(at_); }

  void put(char c) {
    out_ += c;
    if (!is_letter(c)) return;
    ++letters_;
    bold_letters_ += bold_ ? 1 : 0;
  }

  bool escape() {
    if (text_[at_] != '\\' || at_ + 1 >= text_.size()) return false;
    const char c = text_[at_ + 1];
    if (is_letter(c) || is_digit(c) || c == ' ' || static_cast<unsigned char>(c) > 0x7E) {
      return false;
    }
    put(c);
    at_ += 2;
    return true;
  }

  /// "[words](address)" gives its words, "![picture](address)" nothing.
  bool link() {
    const bool picture = rest().starts_with("![");
    if (text_[at_] != '[' && !picture) return false;
    const std::size_t open = at_ + (picture ? 2 : 1);
    if (middle_ < open || middle_ == 0) middle_ = text_.find("](", open);
    if (middle_ == std::string_view::npos) return false;
    const std::size_t inner = text_.find('[', open);
    const std::size_t end = text_.find(')', middle_);
    if (end == std::string_view::npos || inner < middle_) return false;
    if (!picture) {
      for (const char c : text_.substr(open, middle_ - open)) {
        if (c != '*' && c != '\\') put(c);
      }
    }
    at_ = end + 1;
    return true;
  }

  /// "<br>", "</small>"; "<https://...>" gives the address.
  bool tag() {
    if (text_[at_] != '<') return false;
    const std::size_t end = rest().substr(0, 200).find('>');
    if (end == std::string_view::npos) return false;
    std::string_view inside = rest().substr(1, end - 1);
    if (inside.starts_with("http") || inside.starts_with("mailto:")) {
      for (const char c : inside) put(c);
    } else {
      if (inside.starts_with('/')) inside.remove_prefix(1);
      const std::string_view name = inside.substr(0, inside.find_first_of(" /"));
      if (name.empty() || name.size() > 10 || !is_lower(name.front())) return false;
      if (name == "br") put(' ');
    }
    at_ += end + 1;
    return true;
  }

  /// Marks of bold, italics and code; each must have its fellow further on.
  bool emphasis() {
    for (std::size_t i = 0; i < kMarks.size(); ++i) {
      const std::string_view mark = kMarks[i];
      if (!rest().starts_with(mark)) continue;
      const std::size_t after = at_ + mark.size();
      if (open_[i]) {
        open_[i] = false;
      } else {
        const bool word = after < text_.size() && text_[after] != ' ' && text_[after] != mark[0];
        if (!word || none_[i]) continue;
        none_[i] = text_.find(mark, after) == std::string_view::npos;
        if (none_[i]) continue;
        open_[i] = true;
      }
      bold_ = open_[0] || open_[1];
      at_ = after;
      return true;
    }
    return false;
  }

  static constexpr std::array<std::string_view, 4> kMarks{"**", "__", "*", "`"};
  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t middle_ = 0;  ///< of the next link
  std::array<bool, 4> open_{};
  std::array<bool, 4> none_{};
  bool bold_ = false;
  std::string out_;
  std::size_t letters_ = 0, bold_letters_ = 0;
};

Inline without_markup(std::string_view text) {
  return InlineReader(text).read();
}

/// Removes `<!-- ... -->`, over several lines too.
std::string without_comments(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t open = text.find("<!--");
    out += text.substr(0, open);
    if (open == std::string_view::npos) break;
    const std::size_t close = text.find("-->", open);
    text = close == std::string_view::npos ? std::string_view{} : text.substr(close + 3);
  }
  return out;
}

/// "---", "***", "___", "- - -".
bool is_rule(std::string_view text) {
  if (text.empty() || std::string_view("-*_").find(text.front()) == std::string_view::npos) {
    return false;
  }
  std::size_t marks = 0;
  for (const char c : text) {
    if (c == text.front()) ++marks;
    if (c != text.front() && c != ' ') return false;
  }
  return marks >= 3;
}

/// "|---|:--:|", the line that makes the line before it the head of a table.
bool is_table_rule(std::string_view text) {
  return text.find('|') != text.npos && text.find("--") != text.npos &&
         text.find_first_not_of("|-: ") == text.npos;
}

std::vector<std::string_view> cells_of(std::string_view row) {
  if (row.starts_with('|')) row.remove_prefix(1);
  if (row.ends_with('|') && !row.ends_with("\\|")) row.remove_suffix(1);
  std::vector<std::string_view> cells;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= row.size(); ++at) {
    if (at < row.size() && (row[at] != '|' || (at > 0 && row[at - 1] == '\\'))) continue;
    cells.push_back(row.substr(begin, at - begin));
    begin = at + 1;
  }
  return cells;
}

/// Reads the lines of a document one after the other.
class MarkdownReader {
 public:
  explicit MarkdownReader(std::string_view text) : rest_(text) {}

  std::vector<Draft> read() {
    while (!rest_.empty()) {
      std::string_view line = take_line(rest_);
      const double indent = take_indent(line);
      if (line.empty()) {
        gap_ = true;
        in_table_ = false;
        underlined_ = false;
      } else if (!rule(line) && !table(line)) {
        text(line, indent);
      }
    }
    return std::move(drafts_);
  }

 private:
  std::string_view next_line() const {
    std::string_view ahead = rest_;
    std::string_view line = ahead.empty() ? ahead : take_line(ahead);
    take_indent(line);
    return line;
  }

  /// Rules, fences, and the underlines of headings.
  bool rule(std::string_view line) {
    const bool equals = line.size() >= 3 && line.find_first_not_of('=') == line.npos;
    const bool dashes = line.size() >= 4 && line.find_first_not_of('-') == line.npos;
    // Converters of PDFs put "---" between pages: only a blank line after it makes a heading.
    if (underlined_ && (equals || (dashes && next_line().empty()))) {
      drafts_.back().line.style.heading_level = equals ? 1 : 2;
      drafts_.back().forced = true;
      underlined_ = false;
      return true;
    }
    if (is_rule(line)) {
      if (drafts_.size() == 1 && only_link_) drafts_.front().line.role = LineRole::RunningHead;
      gap_ = after_rule_ = true;
      underlined_ = false;
      return true;
    }
    return line.starts_with("```") || line.starts_with("~~~");
  }

  bool table(std::string_view line) {
    if (!in_table_) {
      if (line.find('|') == line.npos || !is_table_rule(next_line())) return false;
      in_table_ = true;
      ++table_;
      row_ = 0;
    } else if (line.find('|') == line.npos) {
      in_table_ = false;
      return false;
    }
    if (is_table_rule(line)) return true;
    ++row_;
    int column = 0;
    for (const std::string_view cell : cells_of(line)) {
      ++column;
      Draft draft;
      const Inline words = without_markup(cell);
      draft.line.text = words.text;
      draft.line.style.bold = words.bold;
      draft.line.cell = {table_, row_, column};
      draft.forced = true;
      add(std::move(draft));
    }
    return true;
  }

  void text(std::string_view line, double indent) {
    Draft draft;
    draft.line.box.x0 = indent;
    while (line.starts_with("> ") || line == ">") line.remove_prefix(line.size() > 1 ? 2 : 1);
    draft.line.style.heading_level = take_heading(line);
    const bool bullet = take_bullet(line);
    draft.forced = bullet || draft.line.style.heading_level != 0;
    const bool small = line.find("<small>") != line.npos && line.find("</small>") != line.npos;
    const Inline words = without_markup(line);
    draft.line.text =
        bullet && !starts_number(words.text) ? "\xE2\x80\xA2 " + words.text : words.text;
    draft.line.style.bold = words.bold;
    if (small && line.find_first_not_of("*_ ") == line.find("<small>")) {
      draft.line.role = LineRole::RunningHead;
    }
    if (is_text_page_number(words.text) || (after_rule_ && is_lone_number(words.text))) {
      draft.line.role = LineRole::PageNumber;
    }
    underlined_ = draft.line.role == LineRole::Body && !draft.forced && line.size() < 100;
    only_link_ = line.starts_with('[') && line.ends_with(')') && line.find("](") != line.npos;
    add(std::move(draft));
  }

  void add(Draft draft) {
    draft.gap = std::exchange(gap_, false);
    after_rule_ = false;
    drafts_.push_back(std::move(draft));
  }

  static int take_heading(std::string_view& line) {
    const std::size_t marks = std::min(line.find_first_not_of('#'), line.size());
    if (marks == 0 || marks > 6 || (marks < line.size() && line[marks] != ' ')) return 0;
    line.remove_prefix(marks);
    take_indent(line);
    while (line.ends_with('#')) line.remove_suffix(1);
    return static_cast<int>(marks);
  }

  static bool take_bullet(std::string_view& line) {
    if (line.size() < 2 || std::string_view("-*+").find(line[0]) == std::string_view::npos ||
        line[1] != ' ') {
      return false;
    }
    line.remove_prefix(2);
    take_indent(line);
    return true;
  }

  /// "2.1 Note", "(a) note", "3. Note": the item has a number, its bullet is the converter's.
  static bool starts_number(std::string_view text) {
    std::string_view token = text.substr(0, text.find(' '));
    if (token.size() == text.size() || token.size() > 9) return false;
    if (token.ends_with(')')) return token.size() <= 6;
    return is_digit(token.front()) && token.find('.') != token.npos &&
           token.find_first_not_of("0123456789.") == token.npos;
  }

  static bool is_lone_number(std::string_view text) {
    return text.size() <= 4 && text.find_first_not_of("0123456789") == std::string_view::npos;
  }

  std::string_view rest_;
  std::vector<Draft> drafts_;
  bool gap_ = false;
  bool after_rule_ = false;
  bool in_table_ = false;
  bool underlined_ = false;  ///< the line before may turn out to be a heading
  bool only_link_ = false;   ///< the line before is one link, as converters put at the top
  int table_ = 0;
  int row_ = 0;
};

}  // namespace

RawDocument read_markdown(std::string_view text) {
  const std::string bare = without_comments(text);
  RawDocument raw;
  raw.media_type = "text/markdown";
  raw.lines = with_paragraphs(MarkdownReader(bare).read());
  return raw;
}

}  // namespace moot
