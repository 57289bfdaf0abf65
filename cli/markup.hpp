#pragma once
/// \file Text inside HTML. Pure.

#include <string>
#include <string_view>

namespace moot {

/// `text` as the content of an element or of an attribute in quotes: markup is escaped, what is not
/// UTF-8 and control characters but line ends are U+FFFD.
std::string html_text(std::string_view text);

}  // namespace moot
