#pragma once
/// \file What an HTML start tag says about the words inside: from its name and attributes alone.

#include <string>
#include <string_view>
#include <vector>

namespace moot {

struct HtmlAttribute {
  std::string_view name;  ///< lower case
  std::string_view value;
};

/// The part that an element plays.
enum class HtmlKind { Inline, Block, Break, Pre, List, Item, Table, Row, Cell, Title, Main };

/// How the items of a list are numbered.
struct HtmlNumbering {
  char type = '*';  ///< '1', 'a', 'A', 'i', 'I'; '*' a bullet, '-' nothing
  int start = 1;
};

struct HtmlElement {
  HtmlKind kind = HtmlKind::Inline;
  bool dropped = false;  ///< neither it nor what is inside is shown as text
  bool chrome = false;   ///< the site's: navigation, banner, footer
  bool page = false;     ///< holds all of the page's own words: what stands outside is the site's
  bool bold = false;
  int heading = 0;          ///< 1 to 6
  double indent = 0;        ///< points
  HtmlNumbering numbering;  ///< of a List
  int value = 0;            ///< of an Item; 0: not given
  int columns = 1;          ///< of a Cell
};

/// `name` in lower case. `inside_main`: <main> or <article> is open. Pure.
HtmlElement describe_element(std::string_view name, const std::vector<HtmlAttribute>& attributes,
                             bool inside_main);

/// "1.", "b.", "iv.", a bullet U+2022, or nothing.
std::string item_marker(char type, int number);

}  // namespace moot
