#include "extractors/resolution_triggers.hpp"

#include <algorithm>

#include "extractors/sentences.hpp"
#include "extractors/values_text.hpp"
#include "pipeline/normalise.hpp"

namespace moot {

TriggerFinder::TriggerFinder(const PaperView& view, std::size_t masthead) : view_(view) {
  for (const CompiledPattern& pattern : view.rules().compiled().patterns) {
    const Rule& rule = view.rule(pattern.rule);
    if (!applies_to(rule, "minutes")) continue;
    if (rule.field == "resolutions/not") not_.push_back(&pattern);
    if (rule.field == "resolutions/end") ends_.push_back(&pattern);
    if (rule.field == "resolutions/carried") carried_.push_back(&pattern);
    if (rule.field == "resolutions/lost") lost_.push_back(&pattern);
    if (rule.field != "resolutions") continue;
    if (rule.shape == Shape::List) lists_.push_back(&pattern);
    if (rule.shape == Shape::Line) lines_.push_back(&pattern);
    if (rule.shape == Shape::Prose) motions_.push_back(&pattern);
  }
  for (std::size_t i = 0; i < masthead; ++i) masthead_ += fold(view.text(i)) + " ";
}

bool TriggerFinder::fits_any(const Patterns& patterns, const std::string& sentence) const {
  return std::any_of(patterns.begin(), patterns.end(), [&](const CompiledPattern* pattern) {
    return RE2::PartialMatch(sentence, *pattern->re);
  });
}

/// "The Committee" and "Nether Pellow Parish Council" in that council's own minutes, but not "the
/// County Council" there: a name of several words must stand in the masthead.
bool TriggerFinder::is_own_body(const std::string& name) const {
  std::vector<std::string> words;
  const std::string folded = fold(name);
  for (const std::string_view word : split_words(folded)) {
    const bool plain = one_of(
        word, {"the", "this", "that", "full", "whole", "all", "and", "of", "members", "councillors",
               "however", "therefore", "then", "after", "following", "having", "when", "in"});
    if (!plain || !words.empty()) words.emplace_back(trim_blanks(word, ",;:()"));
  }
  std::string phrase;
  for (const std::string& word : words) phrase += (phrase.empty() ? "" : " ") + word;
  return words.size() < 2 || masthead_.empty() || masthead_.find(phrase) != std::string::npos;
}

/// Where the decision that starts at `begin` ends: before a sentence that tells what was said or
/// how members voted.
std::size_t TriggerFinder::end_of_decision(const std::string& text, std::size_t begin) const {
  std::size_t end = text.size();
  bool first = true;
  for (const TextRange sentence : split_sentences(std::string_view(text).substr(begin))) {
    const std::string words = text.substr(begin + sentence.begin, sentence.end - sentence.begin);
    if (!first && fits_any(ends_, words)) {
      end = begin + sentence.begin;
      break;
    }
    first = false;
  }
  while (end > begin && text[end - 1] == ' ') --end;
  return end;
}

bool TriggerFinder::find_list(const std::string& text, TextRange sentence,
                              std::vector<Trigger>& found) const {
  const re2::StringPiece rest(text.data() + sentence.begin, text.size() - sentence.begin);
  for (const CompiledPattern* pattern : lists_) {
    re2::StringPiece group;
    // A group that takes no part has no place.
    if (!RE2::PartialMatch(rest, *pattern->re, &group) || group.data() == nullptr) continue;
    const auto begin = sentence.begin + static_cast<std::size_t>(group.data() - rest.data());
    const bool heading = pattern->re->pattern().ends_with("()$");
    found.push_back({&view_.rule(pattern->rule), {begin, end_of_decision(text, begin)}, heading});
    return true;
  }
  return false;
}

void TriggerFinder::find_lines(const std::string& text, TextRange sentence,
                               std::vector<Trigger>& found) const {
  const std::string words = text.substr(sentence.begin, sentence.end - sentence.begin);
  if (fits_any(not_, words)) return;
  for (const CompiledPattern* pattern : lines_) {
    std::string body;
    const bool named = pattern->re->NumberOfCapturingGroups() > 0;
    const bool fits = named ? RE2::PartialMatch(words, *pattern->re, &body) && is_own_body(body)
                            : RE2::PartialMatch(words, *pattern->re);
    if (!fits) continue;
    found.push_back({&view_.rule(pattern->rule), sentence, false});
    return;
  }
}

std::vector<Trigger> TriggerFinder::find(const std::string& text) const {
  std::vector<Trigger> found;
  std::size_t before = 0;
  for (const TextRange sentence : split_sentences(text)) {
    if (find_list(text, sentence, found)) return found;
    // "A bill of £78 came. - Resolved to pay": what was resolved stands before the dash.
    const bool hangs = text.substr(sentence.begin, 4).starts_with("- ") ||
                       text.substr(sentence.begin, 4).starts_with("– ");
    find_lines(text, {hangs ? before : sentence.begin, sentence.end}, found);
    before = sentence.begin;
  }
  return found;
}

const Rule* TriggerFinder::motion_head(const std::string& text, std::string& number) const {
  for (const CompiledPattern* pattern : motions_) {
    re2::StringPiece group;
    const bool fits = pattern->re->NumberOfCapturingGroups() > 0
                          ? RE2::PartialMatch(text, *pattern->re, &group)
                          : RE2::PartialMatch(text, *pattern->re);
    if (!fits) continue;
    if (!group.empty()) number = std::string(group);
    return &view_.rule(pattern->rule);
  }
  return nullptr;
}

Outcome TriggerFinder::outcome(const std::string& text) const {
  for (const Patterns* patterns : {&carried_, &lost_}) {
    for (const CompiledPattern* pattern : *patterns) {
      re2::StringPiece group;
      if (RE2::PartialMatch(text, *pattern->re, &group) && group.data() != nullptr)
        return {true, patterns == &carried_, static_cast<std::size_t>(group.data() - text.data())};
    }
  }
  return {};
}

}  // namespace moot
