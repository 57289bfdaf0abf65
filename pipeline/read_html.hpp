#pragma once
/// \file HTML -> lines. One line for each paragraph; there are no pages, and of the box only x0
/// means something, the indentation in points.

#include <string_view>

#include "pipeline/page.hpp"

namespace moot {

/// Reads an HTML page (UTF-8, whatever it declares). Headings keep their level, items of lists get
/// their bullet or number, cells of data tables their place; tables for layout become blocks, and
/// a number that stands in a cell before its words is put in front of them. Hidden parts, scripts
/// and controls go; the site's own navigation, banners and footers are marked RunningHead. Broken
/// nesting is mended as libxml2 does; a page nested deeper than any real one is cut there, with
/// Note{"truncated"}. Never fails, never prints.
RawDocument read_html(std::string_view text);

}  // namespace moot
