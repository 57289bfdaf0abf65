#pragma once
/// \file Text inside GitHub's Markdown. Pure.

#include <string>
#include <string_view>

namespace moot {

/// `text` as plain words on one line of Markdown: no letter of it is markup, a line end is <br>.
/// Something must stand before it on its line, for "1." and "#" are markup at the start of one.
std::string markdown_text(std::string_view text);

/// `words`, which are Markdown, as a link; alone where there is no address.
std::string markdown_link(const std::string& words, const std::string& address);

}  // namespace moot
