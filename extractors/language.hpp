#pragma once
/// \file The language that a text is in.

#include <string>
#include <string_view>

namespace moot {

/// "en", "cy" or "en+cy", by the common words of the two languages.
std::string tell_language(std::string_view text);

}  // namespace moot
