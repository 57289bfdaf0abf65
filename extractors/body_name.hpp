#pragma once
/// \file Names of the bodies that meet: committees, cabinets, councils. Private to extractors/.

#include <string>

namespace moot {

/// The longest name of a body, in bytes.
inline constexpr std::size_t kLongestBody = 90;

/// The body in a line of the masthead, which may hold the date or the kind of paper too: "Cabinet,
/// 4 March 2025", "Town Council Meeting 21 February 2017", "CABINET – PUBLIC QUESTION".
/// Empty where the line names none.
std::string body_in(const std::string& text);

}  // namespace moot
