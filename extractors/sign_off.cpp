#include "extractors/sign_off.hpp"

#include <algorithm>
#include <optional>

#include <re2/re2.h>

#include "extractors/compiled_rules.hpp"
#include "extractors/values.hpp"
#include "extractors/values_text.hpp"
#include "pipeline/normalise.hpp"

namespace moot {

namespace {

constexpr std::size_t kLongest = 220;  // bytes

/// The text without its dates and without the signs that stood around them.
std::string without_dates(const std::string& text) {
  static const RE2 kDate("(?i)[\\s,;(–-]*\\b(?:dated?|on):? *$");
  std::string rest = text;
  if (const auto dates = find_dates(text); !dates.empty()) {
    rest.erase(dates[0].begin, dates[0].end - dates[0].begin);
  }
  const auto trim = [&] { rest = std::string(trim_blanks(rest, ",;.-:")); };
  trim();
  RE2::Replace(&rest, kDate, "");
  trim();
  return rest;
}

bool has_sentence_end(const std::string& text) {
  static const RE2 kEnd("[a-z]{3,}\\. +[A-Z]");
  return RE2::PartialMatch(text, kEnd);
}

/// "Jane Doe on behalf of the Head of Legal Services", "the Borough Solicitor".
bool names_somebody(const std::string& text) {
  static const RE2 kBehalf("(?i)^(.+?),? (?:on behalf of|for) (.+)$");
  static const RE2 kThe("(?i)^(?:the|our) ");
  std::string rest = without_dates(text), behalf;
  if (rest.empty() || has_sentence_end(rest)) return false;
  if (std::string first; RE2::FullMatch(rest, kBehalf, &first, &behalf)) rest = first;
  RE2::Replace(&rest, kThe, "");
  return is_person_name(rest) || parse_person(rest).has_value();
}

bool matches_a_pattern(const RuleSet& rules, const std::string& text) {
  for (const CompiledPattern& pattern : rules.compiled().patterns) {
    if (rules.rules()[pattern.rule].field != "implications/sign_off") continue;
    if (pattern.re->NumberOfCapturingGroups() == 0) {
      if (RE2::FullMatch(text, *pattern.re)) return true;
      continue;
    }
    std::string who;
    if (RE2::FullMatch(text, *pattern.re, &who) && names_somebody(who)) return true;
  }
  return false;
}

bool is_date_alone(const std::string& text) {
  return !find_dates(text).empty() && without_dates(text).empty();
}

/// Where a bracket starts that ends the text.
std::optional<std::size_t> last_bracket(std::string_view text) {
  while (!text.empty() && std::string_view(" \n.").find(text.back()) != std::string_view::npos)
    text.remove_suffix(1);
  if (!text.ends_with(")") && !text.ends_with("]")) return {};
  const std::size_t open = text.find_last_of("([");
  if (open == std::string_view::npos || open == 0 || text.size() - open > kLongest) return {};
  return open;
}

}  // namespace

bool is_only_a_person(const std::string& text) {
  if (text.size() > 120) return false;
  if (parse_reference(text) == text) return true;  // a relabelled field with its old value
  const std::string rest = without_dates(text);
  if (std::any_of(rest.begin(), rest.end(), is_digit_byte)) return false;  // "£500 (Jane Doe)"
  const auto person = parse_person(rest);
  return is_person_name(rest) || (person && person->name && !has_sentence_end(rest));
}

bool is_sign_off(const RuleSet& rules, const std::string& text) {
  if (text.size() > kLongest || text.size() < 6) return false;
  const bool bracketed =
      (text.front() == '(' || text.front() == '[') && (text.ends_with(")") || text.ends_with("]"));
  const std::string inner = bracketed ? text.substr(1, text.size() - 2) : text;
  if (matches_a_pattern(rules, inner)) return true;
  if (!bracketed || !is_only_a_person(inner)) return false;
  const auto person = parse_person(without_dates(inner));
  return !find_dates(inner).empty() || (person && person->name && person->role);
}

std::vector<Piece> take_sign_off(const PaperView& view, std::vector<Piece>& pieces) {
  std::vector<Piece> taken;
  std::size_t keep = pieces.size();
  while (keep > 1 && pieces.size() - keep < 2) {
    const std::string text = view.text(pieces[keep - 1].range);
    const bool date = is_date_alone(text) && keep > 2 &&
                      is_sign_off(view.rules(), view.text(pieces[keep - 2].range));
    if (!date && !is_sign_off(view.rules(), text)) break;
    --keep;
  }
  taken.assign(pieces.begin() + static_cast<std::ptrdiff_t>(keep), pieces.end());
  pieces.resize(keep);
  if (!taken.empty() || pieces.empty()) return taken;
  Piece& last = pieces.back();
  const auto open = last_bracket(slice(view.doc(), last.range));
  if (!open) return taken;
  const Piece tail{{last.range.begin + *open, last.range.end}, last.block};
  if (!is_sign_off(view.rules(), view.text(tail.range))) return taken;
  last.range.end = tail.range.begin;
  taken.push_back(tail);
  return taken;
}

}  // namespace moot
