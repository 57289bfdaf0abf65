#include "pipeline/html_markup.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace moot {
namespace {

using std::string_view;
using namespace std::string_view_literals;

bool one_of(string_view word, const auto& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

constexpr std::array kBlocks{
    "address"sv, "blockquote"sv, "body"sv,  "caption"sv, "center"sv,   "dd"sv,     "details"sv,
    "dir"sv,     "div"sv,        "dl"sv,    "dt"sv,      "fieldset"sv, "figure"sv, "footer"sv,
    "form"sv,    "header"sv,     "hr"sv,    "html"sv,    "legend"sv,   "menu"sv,   "nav"sv,
    "p"sv,       "section"sv,    "aside"sv, "summary"sv, "tbody"sv,    "tfoot"sv,  "thead"sv,
    "hgroup"sv,  "figcaption"sv, "dialog"sv};

constexpr std::array kDropped{"script"sv, "style"sv,  "noscript"sv, "template"sv, "svg"sv,
                              "iframe"sv, "object"sv, "select"sv,   "option"sv,   "textarea"sv,
                              "button"sv, "audio"sv,  "video"sv,    "canvas"sv};

/// Class names with which sites hide words from the eye, or add a file's size to its link.
constexpr std::array kHiddenClasses{
    "hidden"sv,   "is-hidden"sv, "visually-hidden"sv, "visuallyhidden"sv, "sr-only"sv,
    "mghide"sv,   "hide"sv,      "d-none"sv,          "mgfilesize"sv,     "screen-reader-text"sv,
    "filesize"sv, "file-size"sv, "mgbackgroundlink"sv};

/// Classes of the heading that says what kind of page it is.
constexpr std::array kPageNames{"mgmaintitletxt"sv};

/// Words in a class or an id that tell what belongs to the site.
constexpr std::array kChromeWords{"nav"sv,        "navbar"sv,      "navigation"sv, "menu"sv,
                                  "breadcrumb"sv, "breadcrumbs"sv, "cookie"sv,     "cookies"sv,
                                  "skip"sv,       "banner"sv,      "sidebar"sv,    "share"sv,
                                  "sharing"sv,    "social"sv,      "footer"sv,     "toolbar"sv,
                                  "pagination"sv, "masthead"sv,    "skiplink"sv,   "leftmenu"sv,
                                  "rightmenu"sv,  "topmenu"sv,     "sidemenu"sv,   "mainmenu"sv,
                                  "submenu"sv,    "leftnav"sv,     "rightnav"sv,   "topnav"sv,
                                  "sidenav"sv,    "mainnav"sv,     "subnav"sv,     "toplink"sv,
                                  "backtotop"sv,  "feedback"sv};
constexpr std::array kChromeClasses{"mgactionlist"sv, "mglinks"sv, "page-header"sv, "site-header"sv,
                                    "msoheader"sv};

string_view value_of(const std::vector<HtmlAttribute>& attributes, string_view name) {
  for (const HtmlAttribute& attribute : attributes) {
    if (attribute.name == name) return attribute.value;
  }
  return {};
}

bool has(const std::vector<HtmlAttribute>& attributes, string_view name) {
  return std::any_of(attributes.begin(), attributes.end(),
                     [&](const HtmlAttribute& attribute) { return attribute.name == name; });
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string lower(string_view text) {
  std::string out(text);
  for (char& c : out) c = lower(c);
  return out;
}

constexpr std::size_t kLongestAttribute = 2000;  // bytes looked at

/// Whether a class of the list is among `names`, which white space separates.
bool names_any(string_view names, const auto& list) {
  const std::string text = lower(names.substr(0, kLongestAttribute));
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \t\r\n", at), text.size());
    if (end > at && one_of(string_view(text).substr(at, end - at), list)) return true;
    at = end + 1;
  }
  return false;
}

/// Whether a word of "side-nav" or "mgFooter" says that it is the site's.
bool has_chrome_word(string_view names) {
  std::string word;
  char before = ' ';
  for (const char c : names.substr(0, kLongestAttribute)) {
    const bool new_word = !is_letter(c) || (lower(c) != c && lower(before) == before);
    if (new_word && one_of(word, kChromeWords)) return true;
    if (new_word) word.clear();
    if (is_letter(c)) word += lower(c);
    before = c;
  }
  return one_of(word, kChromeWords);
}

/// A style attribute in lower case, without spaces.
std::string tidy_style(string_view style) {
  std::string out;
  for (const char c : style.substr(0, kLongestAttribute)) {
    if (c != ' ' && c != '\n' && c != '\t' && c != '\r') out += lower(c);
  }
  return out;
}

bool says(string_view style, string_view what) {
  return style.find(what) != style.npos;
}

int to_int(string_view text, int otherwise) {
  int value = otherwise;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
  return result.ec == std::errc{} ? value : otherwise;
}

/// The left margin of a style, in points.
double margin_of(string_view style) {
  constexpr string_view kName = "margin-left:";
  const std::size_t at = style.find(kName);
  if (at == style.npos) return 0;
  const string_view value = style.substr(at + kName.size());
  double size = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), size);
  if (error != std::errc{}) return 0;
  const string_view unit = value.substr(static_cast<std::size_t>(end - value.data()), 2);
  const double points = unit == "pt"   ? 1
                        : unit == "px" ? 0.75
                        : unit == "cm" ? 28.35
                        : unit == "mm" ? 2.835
                        : unit == "in" ? 72
                        : unit == "em" ? 12
                                       : 0;
  return std::clamp(size * points, 0.0, 600.0);
}

HtmlNumbering numbering_of(string_view name, const std::vector<HtmlAttribute>& attributes,
                           string_view style) {
  HtmlNumbering found;
  const string_view type = value_of(attributes, "type");
  if (name == "ol") {
    found.type =
        type.size() == 1 && string_view("1aAiI").find(type[0]) != type.npos ? type[0] : '1';
    found.start = to_int(value_of(attributes, "start"), 1);
  }
  struct Row {
    string_view style;
    char type;
  };
  constexpr std::array kStyles{Row{"list-style-type:lower-alpha", 'a'},
                               Row{"list-style-type:upper-alpha", 'A'},
                               Row{"list-style-type:lower-roman", 'i'},
                               Row{"list-style-type:upper-roman", 'I'},
                               Row{"list-style-type:decimal", '1'},
                               Row{"list-style-type:none", '-'},
                               Row{"list-style:none", '-'}};
  for (const Row& row : kStyles) {
    if (says(style, row.style)) found.type = row.type;
  }
  return found;
}

HtmlKind kind_of(string_view name) {
  if (name == "br") return HtmlKind::Break;
  if (name == "pre") return HtmlKind::Pre;
  if (name == "ul" || name == "ol") return HtmlKind::List;
  if (name == "li") return HtmlKind::Item;
  if (name == "table") return HtmlKind::Table;
  if (name == "tr") return HtmlKind::Row;
  if (name == "td" || name == "th") return HtmlKind::Cell;
  if (name == "title") return HtmlKind::Title;
  if (name == "main" || name == "article") return HtmlKind::Main;
  const bool heading = name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
  return heading || one_of(name, kBlocks) ? HtmlKind::Block : HtmlKind::Inline;
}

}  // namespace

HtmlElement describe_element(string_view name, const std::vector<HtmlAttribute>& attributes,
                             bool inside_main) {
  HtmlElement found;
  found.kind = kind_of(name);
  if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6') {
    found.heading = name[1] - '0';
  }
  found.dropped = one_of(name, kDropped);
  found.bold = name == "b" || name == "strong" || name == "th";
  found.chrome = name == "nav" || name == "aside" || (name == "header" && !inside_main) ||
                 (name == "footer" && !inside_main);
  if (attributes.empty()) {
    if (found.kind == HtmlKind::List) found.numbering = numbering_of(name, attributes, {});
    return found;
  }

  const std::string style = tidy_style(value_of(attributes, "style"));
  const string_view classes = value_of(attributes, "class");
  const string_view role = value_of(attributes, "role");
  // The committee system puts its own words into one element of the council's page.
  found.page = value_of(attributes, "id") == "modgov";
  if (role == "main" || found.page) found.kind = HtmlKind::Main;
  const bool hidden = has(attributes, "hidden") || says(style, "display:none") ||
                      says(style, "visibility:hidden") || names_any(classes, kHiddenClasses);
  // Sites hide the name of the page ("Decision details") where a breadcrumb shows it again; it
  // still says what the page is.
  found.dropped = found.dropped || (hidden && !names_any(classes, kPageNames));
  found.bold = found.bold || says(style, "font-weight:bold") || says(style, "font-weight:700");
  found.indent = margin_of(style);
  if (found.kind == HtmlKind::List) found.numbering = numbering_of(name, attributes, style);
  found.value = to_int(value_of(attributes, "value"), 0);
  found.columns = std::clamp(to_int(value_of(attributes, "colspan"), 1), 1, 100);
  // On the whole page such a word says what the page has, not what it is.
  if (name != "body" && name != "html" && found.kind != HtmlKind::Main) {
    found.chrome = found.chrome || role == "banner" || role == "navigation" ||
                   role == "contentinfo" || names_any(classes, kChromeClasses) ||
                   has_chrome_word(classes) || has_chrome_word(value_of(attributes, "id"));
  }
  return found;
}

std::string item_marker(char type, int number) {
  if (type == '-') return {};
  if (type == '*') return "\xE2\x80\xA2";
  std::string text;
  const bool letters = (type == 'a' || type == 'A') && number >= 1 && number <= 26;
  const bool roman = (type == 'i' || type == 'I') && number >= 1 && number <= 99;
  if (letters) {
    text = static_cast<char>('a' + number - 1);
  } else if (roman) {
    constexpr std::array kTens{"", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc"};
    constexpr std::array kOnes{"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"};
    text = std::string(kTens[static_cast<std::size_t>(number / 10)]) +
           kOnes[static_cast<std::size_t>(number % 10)];
  } else {
    return std::to_string(number) + '.';
  }
  if (type == 'A' || type == 'I') {
    for (char& c : text) c = static_cast<char>(c - 'a' + 'A');
  }
  return text + '.';
}

}  // namespace moot
