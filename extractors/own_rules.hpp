#pragma once
/// \file What the program finds without a rule of the packs, by the names that evidence gives.

#include <string_view>
#include <vector>

namespace moot {

/// One way of finding values that is code, not data.
struct OwnRule {
  std::string_view id;
  std::string_view why;  ///< what it goes by, for `moot explain`
};

/// All of them; docs/RULES.md lists them too.
const std::vector<OwnRule>& own_rules();

}  // namespace moot
