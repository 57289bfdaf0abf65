#pragma once
/// \file Proposed values for tests of the decision between them.

#include <string>
#include <utility>

#include "extractors/builder.hpp"

namespace moot::test {

/// A text of forty bytes for values to stand in.
inline const std::string kText = "0123456789012345678901234567890123456789";

/// A value that stands in the three bytes from `at`.
inline Value value(const std::string& text, std::size_t at, Text number = {}) {
  Value out;
  out.text = text;
  out.range = {at, at + 3};
  out.number = std::move(number);
  return out;
}

}  // namespace moot::test
