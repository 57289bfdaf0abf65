#pragma once
/// \file Standing items: what every agenda has and few look for. Apologies, declarations, the
/// minutes of the last meeting, the date of the next.

#include <string_view>

namespace moot {

/// Whether an item or paper with this title is a standing item. Told from how the title begins, in
/// English and Welsh; titles that go on for long are none. Pure.
bool is_standing_title(std::string_view title);

/// Whether a folded word (words.hpp) speaks of standing items: who asks for "apologies" looks for
/// them. Pure.
bool is_standing_word(std::string_view folded);

}  // namespace moot
