#pragma once
/// \file Words of a text, and what they are for the name of a plan. Private to find_plan_names().

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/mentions.hpp"

namespace moot {

/// What stands between a word and the one before it.
enum class PlanGap { Space, Comma, Break };

struct PlanWord {
  std::size_t begin = 0, end = 0;
  PlanGap gap = PlanGap::Break;
  bool capital = false;      ///< starts with an upper-case letter
  bool all_capital = false;  ///< has no other letters
  bool year = false;         ///< "2024", or the "27" of "2024-27"
  bool joint = false;        ///< "and", "&", "of", "for", "in", "to", "on"
  bool plan = false;         ///< "Strategy", "PLAN": with a capital
};

/// The words of `text`: letters and figures, with hyphens, strokes and apostrophes between them.
std::vector<PlanWord> plan_words(std::string_view text);

/// "strategy", "plan", "policy", "framework", ...: in lower case, in the singular.
bool is_plan_kind(std::string_view lower);

/// Words that make no name in front of a plan's word: "this", "draft", "approve". In lower case.
bool opens_no_name(std::string_view lower);

/// Words that make no name in front of "of": "Review of the", "Adoption of". In lower case.
bool is_done_to_plans(std::string_view lower);

/// Words that alone with a plan's word make no name: "Action Plan", "Planning Policy". In lower
/// case, with the kind of the plan.
bool is_general(std::string_view lower, std::string_view kind);

/// Those that stand in quotation marks or italics beside a plan's word, in order.
std::vector<PlanName> quoted_plan_names(std::string_view text);

/// A word behind a plan's that shows a body or a post: "Strategy Board", "Policy team".
bool is_post_or_body(std::string_view lower);

/// The key of a name: see PlanName. `words` are those of the name without its last years.
std::string plan_key(std::string_view text, std::span<const PlanWord> words);

/// How many of the first words of a name are its council's: "Kent County Council", "KCC". Those of
/// a name that would have nothing left are no council's.
std::size_t council_words(std::string_view text, std::span<const PlanWord> words);

/// The initials of a council: "KCC", "MBC", "NNDC".
bool is_initials(std::string_view word);

/// Whether the words name an authority and nothing else, in the genitive too.
bool is_authority(std::string_view text, std::span<const PlanWord> words);

}  // namespace moot
