#pragma once
/// \file A rule's pattern as text -> compiled. Internal to rules.cpp.

#include <cstddef>
#include <string>

#include "extractors/compiled_rules.hpp"
#include "pipeline/result.hpp"

namespace moot {

/// Compiles a pattern of the rule with this number. Fails with BadRule, `where` being as given,
/// where it is wrong, has more than one group, or matches the empty text.
Result<CompiledPattern> compile_pattern(const std::string& pattern, std::size_t rule,
                                        const std::string& where);

}  // namespace moot
