#pragma once
/// \file What prose mentions: sums of money, financial years, dates, quantities, named strategies;
/// and whether it says that there is nothing. Pure functions without rules.

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/document.hpp"

namespace moot {

struct Mention {
  enum class Kind { Sum, FinancialYear, Date, Quantity };
  Kind kind = Kind::Sum;
  TextRange range;    ///< bytes of the text, with the words that belong to it ("by March 2025")
  std::string value;  ///< normalised, see find_mentions()
  double order = 0;   ///< of two of a kind: the smaller, or the earlier, comes first
  std::string unit;   ///< of a quantity: "staff", "%", "homes"; else empty
};

/// In order of the text, apart. Values:
/// - Sum: pounds without grouping, pence where there are any: "£1.2 million" -> "1200000",
///   "£12,345.60" -> "12345.60", "£30k" -> "30000"; a range has its ends apart by "..".
/// - FinancialYear: "2024/25", "2024-25" and "2024/2025" -> "2024-25". Spans of several years
///   ("2024-27", "2019-2024") are no financial year.
/// - Date: ISO, as exact as printed: "17 January 2024" -> "2024-01-17", "March 2025" -> "2025-03";
///   a year alone only after "by", "until", "from", "since", "before", "after".
/// - Quantity: the number without grouping: "over 2,700 staff" -> "2700" with unit "staff", "75% of
///   all software" -> "75" with unit "%".
std::vector<Mention> find_mentions(std::string_view text);

/// A name of a strategy, plan, policy or framework as the text prints it.
struct PlanName {
  TextRange range;   ///< of the name alone: "Local Digital Declaration"
  std::string name;  ///< white space folded, without an article in front
  std::string key;   ///< the same for all ways to print it: folded, without the council's name or
                     ///< initials and without its years
};

/// Those that `text` names, in order, also the same one again: capitalised words that end in such a
/// word ("Medium Term Financial Strategy 2024-2027"), or that stand in quotation marks or italics
/// before or after one. "the strategy", "this Policy" and "Strategy" alone are no names.
std::vector<PlanName> find_plan_names(std::string_view text);

/// Whether what a paper says under a heading is that there is nothing: "There are no financial
/// implications arising from this report.", "None", "Nil", "No direct implications"; also where
/// more follows ("There are none. Projects will be costed apart."). `heading` is what it stands
/// under ("Financial implications"), "" where that is not known.
bool states_none(std::string_view text, std::string_view heading);

}  // namespace moot
