#pragma once
/// \file Which label of the rules stands at the start of a text.

#include <optional>
#include <string_view>
#include <vector>

#include "extractors/rules.hpp"
#include "pipeline/document.hpp"

namespace moot {

struct CompiledPattern;

struct LabelMatch {
  std::size_t label_end = 0;  ///< bytes of the label as printed
  std::size_t value = 0;  ///< where the value would start; the text's size where nothing follows
  std::vector<std::size_t> rules;
  bool separated = false;  ///< a colon or dash, or the end, follows the label
  bool colon = false;      ///< a colon follows it
  bool bare = false;       ///< words for implications that count beside others alone
};

/// The longest label of `rules` at the start of `text` (line ends count as spaces). It must be
/// followed by a colon, a dash between spaces, a bracketed remark, or nothing; `loose`: by any
/// word as well.
std::optional<LabelMatch> match_label(const RuleSet& rules, std::string_view text, bool loose);

/// A label printed in two languages with a slash between ("Crynodeb / Summary", "Teitl / Title:"):
/// the match of the part after the slash, with the whole of both as label.
std::optional<LabelMatch> match_bilingual(const RuleSet& rules, std::string_view text);

/// A label behind the number of a form's part ("Part 2 – Reasons for the decision", "Section B:
/// Options"), with both as label.
std::optional<LabelMatch> match_after_part(const RuleSet& rules, std::string_view text);

/// A heading without the number of a form's part before it and a remark in brackets behind it:
/// "Part 5 – Dispensations granted (Reg. 12(2)(e))" -> "Dispensations granted".
std::string_view bare_heading(std::string_view heading);

/// The patterns for whole headings, where no list of labels will do ("How the proposed decision
/// supports ..."), of the rules that apply to this kind of paper.
std::vector<const CompiledPattern*> heading_patterns(const RuleSet& rules, std::string_view kind);

/// The rules of those patterns that fit a heading. `last_resort`: those of rules of a weight under
/// 1, and of them alone.
std::vector<std::size_t> match_heading_patterns(const RuleSet& rules,
                                                const std::vector<const CompiledPattern*>& patterns,
                                                std::string_view heading, bool last_resort);

}  // namespace moot
