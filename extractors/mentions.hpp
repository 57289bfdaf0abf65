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

/// In order of the text, apart; nothing that stands in a telephone number or an address. Values:
/// - Sum: pounds without grouping, pence where there are any: "£1.2 million" -> "1200000",
///   "£12,345.60" -> "12345.60", "£30k" -> "30000"; a range has its ends apart by ".."; "-£1m" has
///   its sign. "£250 per annum" is a sum of 250 with these words in its range.
/// - FinancialYear: "2024/25", "2024-25" and "2024/2025" -> "2024-25". Spans of several years
///   ("2024-27", "2019-2024") are no financial year, nor are years of schools ("academic year
///   2024/25").
/// - Date: ISO, as exact as printed: "17 January 2024" -> "2024-01-17", "March 2025" -> "2025-03",
///   "June to August 2025" -> "2025-06..2025-08", "Spring 2025" -> "2025-21" (ISO 8601-2: 21 to 24
///   are the seasons); a year alone only after "by", "until", "from", "since", "before", "after",
///   and with its part ("end of 2025", "early 2025").
/// - Quantity: the number without grouping: "over 2,700 staff" -> "2700" with unit "staff", "75% of
///   all software" -> "75" with unit "%", "10 to 15 homes" -> "10..15". The unit is what is counted
///   without words that say nothing of it ("1,500 new homes" -> "homes", "10 working days" ->
///   "working days"), in lower case; full-time equivalents are "FTE".
std::vector<Mention> find_mentions(std::string_view text);

/// A name of a strategy, plan, policy or framework as the text prints it.
struct PlanName {
  TextRange range;   ///< of the name alone: "Local Digital Declaration"
  std::string name;  ///< white space folded, without an article in front
  std::string key;   ///< the same for all ways to print it: folded, without the council's name or
                     ///< initials and without its years
};

/// Those that `text` names, in order, apart, also the same one again: capitalised words, or words
/// in capitals, that end in such a word ("Medium Term Financial Strategy 2024-2027") or begin with
/// it
/// ("Strategy for Housing"), or that stand in quotation marks or italics before or after one
/// ("the strategy 'Bright Futures'", of which the key is "bright futures strategy"). Names do not
/// go on over a line's end. "the strategy", "this Policy" and "Strategy" alone are no names, nor
/// are kinds of plan ("Action Plan", "Planning Policy"), bodies and posts ("Strategy Board").
std::vector<PlanName> find_plan_names(std::string_view text);

/// Whether what a paper says under a heading is that there is nothing: "There are no financial
/// implications arising from this report.", "None", "Nil", "No direct implications"; also where
/// more follows ("There are none. Projects will be costed apart."). The first sentence must deny
/// what the heading names, and not a part of it ("no adverse impact", "no additional costs", "no
/// staffing implications" of finances); "other than", and a "However, ... will cost" behind it,
/// take it back. `heading` is what it stands under ("Financial implications"), "" where that is not
/// known.
bool states_none(std::string_view text, std::string_view heading);

}  // namespace moot
