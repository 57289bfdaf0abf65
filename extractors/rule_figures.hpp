#pragma once
/// \file How often each rule was right on gold (docs/RULES.md, "How often a rule is right").

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

#include "pipeline/result.hpp"

namespace moot {

/// What was measured of one rule.
struct RuleFigures {
  std::size_t fired = 0;     ///< values of it of which the gold speaks
  std::size_t right = 0;     ///< of these, those that are as the gold has them
  std::size_t papers = 0;    ///< in which it fired
  std::size_t councils = 0;  ///< whose papers these are
  bool operator==(const RuleFigures&) const = default;
};

/// By the id of a rule, or of what finds values without one ("items.numbers").
using RuleTable = std::map<std::string, RuleFigures>;

/// (right + 1) / (fired + 2): a rule that was right once is not certain. Pure.
double confidence(const RuleFigures& figures);

/// One JSON object (schema "moot.rules-measured/1") with a line for each rule and a newline at its
/// end. Pure.
std::string to_json(const RuleTable& table);

/// Reads what to_json() wrote. Fails with BadDocument (where: `name`).
Result<RuleTable> parse_rule_table(std::string_view json, const std::string& name);

/// The name of the file in extractors/data/ that is compiled in.
inline constexpr std::string_view kMeasuredRules = "rules-measured.json";

/// The figures of the built-in rules, as they were when that file was written. Empty should it be
/// damaged, which a test rules out. Lives as long as the program.
const RuleTable& measured_rules();

}  // namespace moot
