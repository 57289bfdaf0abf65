#pragma once
/// \file What kind of paper it is: the kind whose signs (rules with field "kind") weigh most.

#include <string>

#include "extractors/builder.hpp"
#include "extractors/paper_view.hpp"

namespace moot {

struct KindChoice {
  std::string kind = "other";
  std::string rule;  ///< the strongest sign; empty for "other"
  TextRange range;   ///< where it stands
};

/// Weighs the signs; each rule counts once. `trace` gets every sign that was seen.
KindChoice choose_kind(const PaperView& view, Trace* trace);

}  // namespace moot
