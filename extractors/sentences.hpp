#pragma once
/// \file Where sentences end, in the prose of councils: "Cllr. D. Jenkins" and "No. 5" go on.

#include <string_view>
#include <vector>

#include "pipeline/document.hpp"

namespace moot {

/// The sentences of `text` as ranges of it, without white space at their edges. Pure.
std::vector<TextRange> split_sentences(std::string_view text);

}  // namespace moot
