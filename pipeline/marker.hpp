#pragma once
/// \file List markers and paragraph numbers at the start of a line: "2.1", "(a)", "iv)", "•".

#include <optional>
#include <string>
#include <string_view>

namespace moot {

struct Marker {
  std::string number;      ///< without brackets and final stop: "2.1", "a", "iv"; empty for a bullet
  bool bullet = false;
  bool delimited = false;  ///< printed with a bracket, a stop or a second level: "1." "(1)" "2.1"
  std::size_t length = 0;  ///< bytes of the marker with the white space after it
};

/// The marker at the start of `text`, where one stands there and text or nothing follows after
/// white space. Numbers have at most four digits a level; bare numbers ("2 Developing ...") count,
/// with `delimited` false, so that the caller can weigh them. "14.00", "3.5%", "12 March 2024"
/// are decided by the caller as well. Pure.
std::optional<Marker> parse_marker(std::string_view text);

}  // namespace moot
