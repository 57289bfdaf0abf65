#pragma once
/// \file Which kinds of implication a heading names. Headings of implications are too many to list:
/// they are read by their parts ("Financial, legal and HR implications", "Comments of the
/// Director of Law", "Implications for the scheme of delegations"). Pure.

#include <optional>
#include <string_view>
#include <vector>

#include "extractors/label_match.hpp"
#include "extractors/rules.hpp"

namespace moot {

/// The kinds that a heading names: indices of rules, empty where it is no heading of implications.
/// A heading that says "implications" may hold other words; any other must be made of the parts,
/// of words like "issues" or "comments" and of small words alone.
std::vector<std::size_t> match_implications(const RuleSet& rules, std::string_view heading);

/// The kinds of a heading that is made of the parts and of small words alone ("Policy and legal",
/// "Resources"), or is the name of a post ("Director of Finance"): it may be one where others stand
/// beside it.
std::vector<std::size_t> match_bare_implications(const RuleSet& rules, std::string_view heading);

/// Whether a heading has a word of a post in it: "Director", "Solicitor".
bool names_post(std::string_view heading);

/// A heading of implications at the start of a paragraph, with a colon or a dash behind it
/// ("Financial and legal implications: None.", "Rural needs: None.", which is bare), or, where it
/// ends in "implications", with a stop or nothing ("Policy implications There are none.").
std::optional<LabelMatch> match_run_in_implications(const RuleSet& rules, std::string_view text);

/// The kinds that one sentence says there are none of ("There are no financial, legal or HR
/// implications."); empty where it is no such sentence.
std::vector<std::size_t> match_none_of(const RuleSet& rules, std::string_view sentence);

}  // namespace moot
