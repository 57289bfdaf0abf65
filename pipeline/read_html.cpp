#include "pipeline/read_html.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include "pipeline/html_markup.hpp"
#include "pipeline/html_tables.hpp"

namespace moot {
namespace {

constexpr double kListIndent = 18.0;    // points a level
constexpr std::size_t kDeepest = 4000;  // libxml2 searches all open elements at an end tag

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

/// The text without white space and NBSP at its start.
std::string_view trimmed(std::string_view text) {
  while (!text.empty()) {
    if (is_space(text.front())) {
      text.remove_prefix(1);
    } else if (text.starts_with(kNoBreakSpace)) {
      text.remove_prefix(2);
    } else {
      break;
    }
  }
  return text;
}

/// The words start with a number of their own: "2.1 Note", "(a) note".
bool starts_number(std::string_view text) {
  const std::size_t end = std::min(text.find(' '), text.find(kNoBreakSpace));
  if (end == text.npos || end == 0 || end > 8) return false;
  const std::string_view token = text.substr(0, end);
  const bool closed = token.ends_with(')') || token.find('.') != token.npos;
  return closed && is_item_number(token);
}

struct OpenList {
  HtmlNumbering numbering;
  int next = 1;
};

/// Makes lines of the parser's events.
class LineMaker {
 public:
  void start(std::string_view name, const std::vector<HtmlAttribute>& attributes);
  void end();
  void characters(std::string_view text);
  std::size_t depth() const { return open_.size(); }
  RawDocument finish(bool truncated);

 private:
  void open_block(const HtmlElement& element);
  void close_block(const HtmlElement& element);
  bool flush();
  void emit();
  HtmlTable* table() { return open_tables_.empty() ? nullptr : &tables_[open_tables_.back()]; }

  std::vector<HtmlElement> open_;
  std::vector<OpenList> lists_;
  std::vector<HtmlTable> tables_;
  std::vector<std::size_t> open_tables_;
  std::vector<RawLine> lines_;
  std::string text_, title_, marker_;
  std::size_t letters_ = 0, bold_letters_ = 0, chrome_letters_ = 0;
  std::vector<bool> inside_;  ///< by line: stands in the element that holds the page's own words
  int pages_ = 0;
  int chrome_around_ = 0;  // of what <main> stands in
  int dropped_ = 0, chrome_ = 0, bold_ = 0, main_ = 0, pre_ = 0, heading_ = 0, in_title_ = 0;
  double indent_ = 0;
  bool paragraph_ = true;
};

void LineMaker::start(std::string_view name, const std::vector<HtmlAttribute>& attributes) {
  HtmlElement element = describe_element(name, attributes, main_ > 0);
  if (main_ > 0 && element.kind == HtmlKind::Main) element.kind = HtmlKind::Block;
  open_.push_back(element);
  dropped_ += element.dropped ? 1 : 0;
  if (dropped_ > 0) return;
  if (element.kind == HtmlKind::Break) {
    // A second one in a row is an empty line.
    if (!flush()) paragraph_ = true;
  } else if (element.kind == HtmlKind::Title) {
    ++in_title_;
  } else if (element.kind != HtmlKind::Inline) {
    flush();
    paragraph_ = true;
    open_block(element);
  }
  chrome_ += element.chrome ? 1 : 0;
  pages_ += element.page ? 1 : 0;
  bold_ += element.bold ? 1 : 0;
}

void LineMaker::open_block(const HtmlElement& element) {
  indent_ += element.indent;
  if (element.heading != 0) heading_ = element.heading;
  switch (element.kind) {
    case HtmlKind::Main:
      ++main_;
      chrome_around_ = std::exchange(chrome_, 0);
      break;
    case HtmlKind::Pre:
      ++pre_;
      break;
    case HtmlKind::List:
      lists_.push_back({element.numbering, element.numbering.start});
      marker_.clear();
      break;
    case HtmlKind::Item:
      if (!lists_.empty()) {
        OpenList& list = lists_.back();
        if (element.value != 0) list.next = element.value;
        marker_ = item_marker(list.numbering.type, list.next);
        if (list.next < 1'000'000) ++list.next;
      }
      break;
    case HtmlKind::Table:
      if (HtmlTable* outer = table()) outer->holds_table();
      open_tables_.push_back(tables_.size());
      tables_.emplace_back();
      break;
    case HtmlKind::Row:
      if (HtmlTable* inner = table()) inner->open_row();
      break;
    case HtmlKind::Cell:
      if (HtmlTable* inner = table()) inner->open_cell(element.columns);
      break;
    default:
      break;
  }
}

void LineMaker::end() {
  if (open_.empty()) return;
  const HtmlElement element = open_.back();
  open_.pop_back();
  if (dropped_ == 0) {
    if (element.kind == HtmlKind::Title) {
      --in_title_;
    } else if (element.kind != HtmlKind::Inline && element.kind != HtmlKind::Break) {
      flush();
      paragraph_ = true;
      close_block(element);
    }
    chrome_ -= element.chrome ? 1 : 0;
    pages_ -= element.page ? 1 : 0;
    bold_ -= element.bold ? 1 : 0;
  }
  dropped_ -= element.dropped ? 1 : 0;
}

void LineMaker::close_block(const HtmlElement& element) {
  indent_ -= element.indent;
  if (element.heading != 0) heading_ = 0;
  switch (element.kind) {
    case HtmlKind::Main:
      --main_;
      chrome_ = chrome_around_;
      break;
    case HtmlKind::Pre:
      --pre_;
      break;
    case HtmlKind::List:
      if (!lists_.empty()) lists_.pop_back();
      marker_.clear();
      break;
    case HtmlKind::Item:
      marker_.clear();
      break;
    case HtmlKind::Table:
      if (HtmlTable* inner = table()) {
        inner->close_row();
        open_tables_.pop_back();
      }
      break;
    case HtmlKind::Row:
      if (HtmlTable* inner = table()) inner->close_row();
      break;
    case HtmlKind::Cell:
      if (HtmlTable* inner = table()) inner->close_cell();
      break;
    default:
      break;
  }
}

void LineMaker::characters(std::string_view text) {
  if (dropped_ > 0) return;
  if (in_title_ > 0) {
    title_ += text;
    return;
  }
  for (const char c : text) {
    if (is_space(c)) {
      if (pre_ > 0 && c == '\n') {
        if (!flush()) paragraph_ = true;
      } else if (!text_.empty() && text_.back() != ' ') {
        text_ += ' ';
      }
      continue;
    }
    text_ += c;
    if (is_letter(c)) {
      ++letters_;
      bold_letters_ += bold_ > 0 ? 1 : 0;
      chrome_letters_ += chrome_ > 0 ? 1 : 0;
    }
  }
}

/// Makes a line of the text so far; says whether there was one.
bool LineMaker::flush() {
  const bool words = !trimmed(text_).empty();
  if (words) emit();
  text_.clear();
  letters_ = bold_letters_ = chrome_letters_ = 0;
  return words;
}

void LineMaker::emit() {
  RawLine line;
  std::string_view words = trimmed(text_);
  // Word writes the bullets of its lists as letters of Symbol and Wingdings.
  for (const std::string_view bullet : {"\xC2\xB7\xC2\xA0", "\xC2\xA7\xC2\xA0", "o\xC2\xA0"}) {
    if (!words.starts_with(bullet)) continue;
    if (marker_.empty()) marker_ = item_marker('*', 1);
    words = trimmed(words.substr(bullet.size()));
    break;
  }
  const bool numbered = marker_ == item_marker('*', 1) && starts_number(words);
  if (!marker_.empty() && !numbered) line.text = marker_ + ' ';
  marker_.clear();
  line.text += words;
  line.box.x0 = indent_ + kListIndent * static_cast<double>(lists_.size());
  line.style.heading_level = heading_;
  line.style.bold = letters_ > 0 && letters_ == bold_letters_;
  // A link that skips to the page's words is marked itself, not what it stands in.
  const bool all_chrome = letters_ > 0 && letters_ == chrome_letters_;
  if (chrome_ > 0 || all_chrome) line.role = LineRole::RunningHead;
  line.starts_paragraph = std::exchange(paragraph_, false);
  HtmlTable* inner = table();
  if (inner != nullptr && inner->in_cell()) {
    inner->add_line(line.text, heading_ != 0);
    line.cell = {static_cast<int>(open_tables_.back()) + 1, inner->row(), inner->column()};
  }
  lines_.push_back(std::move(line));
  inside_.push_back(pages_ > 0);
}

/// Where one element holds all of the page's own words, the lines outside are the site's.
void mark_outside(std::vector<RawLine>& lines, const std::vector<bool>& inside) {
  if (std::find(inside.begin(), inside.end(), true) == inside.end()) return;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!inside[i]) lines[i].role = LineRole::RunningHead;
  }
}

/// A page that is nearly all chrome is one whose classes say something else.
void doubt_chrome(std::vector<RawLine>& lines) {
  std::size_t all = 0;
  std::size_t body = 0;
  for (const RawLine& line : lines) {
    all += line.text.size();
    body += line.role == LineRole::Body ? line.text.size() : 0;
  }
  if (body * 20 >= all) return;
  for (RawLine& line : lines) line.role = LineRole::Body;
}

RawDocument LineMaker::finish(bool truncated) {
  flush();
  RawDocument raw;
  raw.media_type = "text/html";
  raw.title = std::move(title_);
  mark_outside(lines_, inside_);
  raw.lines = settle_tables(std::move(lines_), tables_);
  doubt_chrome(raw.lines);
  if (truncated) raw.notes.push_back({"truncated", 0});
  return raw;
}

// ---- libxml2 -------------------------------------------------------------------------------

struct Reader {
  LineMaker lines;
  std::vector<HtmlAttribute> attributes;
  htmlParserCtxtPtr context = nullptr;
  bool truncated = false;
};

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view{} : reinterpret_cast<const char*>(text);
}

void on_start(void* user, const xmlChar* name, const xmlChar** attributes) {
  Reader& reader = *static_cast<Reader*>(user);
  reader.attributes.clear();
  for (; attributes != nullptr && *attributes != nullptr; attributes += 2) {
    reader.attributes.push_back({view(attributes[0]), view(attributes[1])});
  }
  reader.lines.start(view(name), reader.attributes);
  if (reader.lines.depth() > kDeepest) {
    reader.truncated = true;
    xmlStopParser(reader.context);
  }
}

void on_end(void* user, const xmlChar*) {
  static_cast<Reader*>(user)->lines.end();
}

void on_characters(void* user, const xmlChar* text, int length) {
  const auto* bytes = reinterpret_cast<const char*>(text);
  static_cast<Reader*>(user)->lines.characters({bytes, static_cast<std::size_t>(length)});
}

void on_script(void*, const xmlChar*, int) {}

void on_error(void*, xmlErrorPtr) {}

}  // namespace

// The parser's events are read, not its tree: a tree stops at 256 levels, which old pages with
// unclosed <font> pass easily.
RawDocument read_html(std::string_view text) {
  Reader reader;
  if (text.empty()) return reader.lines.finish(false);
  reader.context = htmlCreateMemoryParserCtxt(text.data(), static_cast<int>(text.size()));
  if (reader.context == nullptr) return reader.lines.finish(true);
  htmlCtxtUseOptions(reader.context, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
                                         HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                         HTML_PARSE_IGNORE_ENC);
  xmlSAXHandler handler{};
  handler.startElement = on_start;
  handler.endElement = on_end;
  handler.characters = on_characters;
  handler.ignorableWhitespace = on_characters;
  handler.cdataBlock = on_script;
  handler.serror = on_error;
  handler.initialized = XML_SAX2_MAGIC;
  *reader.context->sax = handler;
  reader.context->userData = &reader;
  xmlSwitchEncoding(reader.context, XML_CHAR_ENCODING_UTF8);
  htmlParseDocument(reader.context);
  htmlFreeParserCtxt(reader.context);
  return reader.lines.finish(reader.truncated);
}

}  // namespace moot
