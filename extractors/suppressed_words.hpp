#pragma once
/// \file The words that a suppression hides. Private to corrections.

#include <string>
#include <vector>

#include "extractors/corrections.hpp"

namespace moot {

/// The texts of what stood at the place of a suppression. \pre correction.suppressed
std::vector<std::string> suppressed_words(const Correction& correction);

}  // namespace moot
