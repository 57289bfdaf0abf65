#include "extractors/label_match.hpp"

#include <algorithm>
#include <utility>

#include "extractors/compiled_rules.hpp"

namespace moot {

namespace {

bool is_space(char c) {
  return c == ' ' || c == '\n';
}

/// A word of a text with its place; stops and colons after it are not part of it.
struct Token {
  std::string word;
  std::size_t end = 0;   ///< of the word itself
  std::size_t next = 0;  ///< where the next token starts
  bool colon = false;    ///< a colon follows at once
};

constexpr std::size_t kLongestRemark = 120;  // bytes, in brackets after a label
constexpr std::string_view kTrailing = ":?.*";

Token next_token(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && !is_space(text[end]) && text[end] != ':') ++end;
  Token token;
  token.colon = end < text.size() && text[end] == ':';
  token.next = end;
  std::size_t word_end = end;
  while (word_end > at && kTrailing.find(text[word_end - 1]) != std::string_view::npos) --word_end;
  std::size_t begin = at;
  while (begin < word_end && text[begin] == '*') ++begin;
  token.end = word_end;
  token.word = label_word(text.substr(begin, word_end - begin));
  while (token.next < text.size() && is_space(text[token.next])) ++token.next;
  return token;
}

/// What follows a label: where its value starts, and whether something separates the two.
struct Separator {
  std::size_t value = 0;
  bool separated = false;
  bool colon = false;
};

Separator read_separator(std::string_view text, std::size_t at) {
  Separator result;
  while (at < text.size() &&
         (is_space(text[at]) || kTrailing.find(text[at]) != std::string_view::npos)) {
    result.colon = result.colon || text[at] == ':';
    result.separated = result.separated || text[at] == ':' || text[at] == '?';
    ++at;
  }
  // "Community (Equality, Poverty, Rural and Island) – ...": a remark that belongs to the label.
  if (!result.separated && at < text.size() && text[at] == '(') {
    const std::size_t close = text.substr(at, kLongestRemark).find(')');
    if (close != std::string_view::npos) {
      std::size_t after = at + close + 1;
      while (after < text.size() && is_space(text[after])) ++after;
      const std::string_view rest = text.substr(after);
      if (rest.starts_with(":") || rest.starts_with("– ") || rest.starts_with("- ")) at = after;
      result.colon = result.separated = rest.starts_with(":");
    }
  }
  for (std::string_view dash : {"-", "–", "—"}) {
    const std::string_view rest = text.substr(at);
    if (!rest.starts_with(dash)) continue;
    const bool alone = rest.size() == dash.size() || is_space(rest[dash.size()]);
    if (alone || result.separated) {
      at += dash.size();
      result.separated = true;
    }
    break;
  }
  while (at < text.size() && (is_space(text[at]) || text[at] == ':')) ++at;
  if (at == text.size()) result.separated = true;
  // "Background papers (Local Government Act 1972)": a remark that belongs to the label.
  if (!result.separated && text[at] == '(' && text.back() == ')' && text.size() - at < 120) {
    at = text.size();
    result.separated = true;
  }
  result.value = at;
  return result;
}

}  // namespace

std::optional<LabelMatch> match_label(const RuleSet& rules, std::string_view text, bool loose) {
  std::size_t start = 0;
  while (start < text.size() && (is_space(text[start]) || text[start] == '*')) ++start;
  if (start == text.size()) return {};
  std::vector<Token> tokens = {next_token(text, start)};
  const auto found = rules.compiled().labels.find(tokens[0].word);
  if (found == rules.compiled().labels.end()) return {};
  for (const Label& label : found->second) {
    while (tokens.size() < label.words.size() && !tokens.back().colon &&
           tokens.back().next < text.size()) {
      tokens.push_back(next_token(text, tokens.back().next));
    }
    if (tokens.size() < label.words.size()) continue;
    const bool same = std::equal(label.words.begin(), label.words.end(), tokens.begin(),
                                 [](const std::string& a, const Token& b) { return a == b.word; });
    if (!same) continue;
    const std::size_t end = tokens[label.words.size() - 1].end;
    const Separator separator = read_separator(text, end);
    if (!separator.separated && !loose) continue;
    return LabelMatch{end, separator.value, label.rules, separator.separated, separator.colon};
  }
  return {};
}

std::optional<LabelMatch> match_bilingual(const RuleSet& rules, std::string_view text) {
  constexpr std::size_t kLongestHalf = 60;
  const std::size_t slash = text.substr(0, kLongestHalf).find(" / ");
  if (slash == std::string_view::npos) return {};
  auto match = match_label(rules, text.substr(slash + 3), false);
  if (!match) return {};
  match->label_end += slash + 3;
  match->value += slash + 3;
  return match;
}

namespace {

/// Bytes of "Part 2 – " or "Section B: " at the start of a heading.
std::size_t part_number(std::string_view text) {
  static const RE2 kPart("(?i)^(?:part|section) (?:\\d{1,2}|[a-z]|[ivx]{1,4}) ?[-–—:.] ?");
  re2::StringPiece rest(text.data(), text.size());
  return RE2::Consume(&rest, kPart) ? text.size() - rest.size() : 0;
}

}  // namespace

std::string_view bare_heading(std::string_view heading) {
  heading.remove_prefix(part_number(heading));
  const std::size_t remark = heading.find(" (");
  constexpr std::size_t kFewBytes = 8;
  const bool cut = heading.ends_with(")") && remark != heading.npos && remark > kFewBytes;
  return cut ? heading.substr(0, remark) : heading;
}

std::optional<LabelMatch> match_after_part(const RuleSet& rules, std::string_view text) {
  const std::size_t length = part_number(text);
  if (length == 0) return {};
  auto match = match_label(rules, text.substr(length), false);
  if (!match) return {};
  match->label_end += length;
  match->value += length;
  return match;
}

std::vector<const CompiledPattern*> heading_patterns(const RuleSet& rules, std::string_view kind) {
  std::vector<const CompiledPattern*> result;
  for (const CompiledPattern& pattern : rules.compiled().patterns) {
    const Rule& rule = rules.rules()[pattern.rule];
    if (pattern.re->NumberOfCapturingGroups() > 0 || !is_section_shape(rule.shape)) continue;
    if (!is_helper(rule) && applies_to(rule, kind)) result.push_back(&pattern);
  }
  return result;
}

std::vector<std::size_t> match_heading_patterns(const RuleSet& rules,
                                                const std::vector<const CompiledPattern*>& patterns,
                                                std::string_view heading, bool last_resort) {
  std::vector<std::size_t> result;
  for (const CompiledPattern* pattern : patterns) {
    if ((rules.rules()[pattern->rule].weight < 1) != last_resort) continue;
    if (RE2::FullMatch(re2::StringPiece(heading.data(), heading.size()), *pattern->re))
      result.push_back(pattern->rule);
  }
  return result;
}

}  // namespace moot
