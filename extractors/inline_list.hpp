#pragma once
/// \file Lists that are printed in one sentence: "to (1) agree the plan; and (2) note its cost".

#include <string>
#include <string_view>
#include <vector>

namespace moot {

struct InlineItem {
  std::string number;  ///< without brackets
  std::string text;
};

/// The items of a list that runs on in one sentence, where at least two markers in brackets follow
/// each other ("(1) ...; (2) ...", "a) ... b) ...") and no more than a lead-in stands before the
/// first. Empty where it is no such list: "under paragraph (a) and (b)". Pure.
std::vector<InlineItem> cut_inline_list(std::string_view text);

}  // namespace moot
