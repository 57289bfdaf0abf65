#include "extractors/resolutions.hpp"

#include <algorithm>
#include <cctype>

#include "extractors/compiled_rules.hpp"
#include "extractors/minutes.hpp"
#include "extractors/sentences.hpp"
#include "extractors/shapes.hpp"
#include "pipeline/normalise.hpp"

namespace moot {

namespace {

constexpr std::size_t kShortest = 8;         // bytes: less is no resolution
constexpr std::size_t kLongestLeadIn = 60;   // "RESOLVED that Cabinet" before a list
constexpr std::size_t kShortSentence = 30;   // bytes: "Resolved to pay" goes on in a table
constexpr std::size_t kLongestJoined = 400;  // a paragraph that belongs to the sentence before
constexpr std::size_t kMostJoined = 14;
constexpr std::size_t kMostMotionBlocks = 60;
constexpr double kIndent = 5;  // points: deeper than the list's items

/// What a trigger of the rules found in one block.
struct Trigger {
  const Rule* rule = nullptr;
  TextRange text;  ///< of the resolution, in the block's text; may be empty: a list follows
};

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> ends) {
  return std::any_of(ends.begin(), ends.end(),
                     [&](std::string_view end) { return text.ends_with(end); });
}

/// "Carried", "The motion was lost": words of their own, not the end of a sentence.
bool is_outcome(const std::string& words) {
  return starts_upper(words) || fold(words).find("otion") != std::string::npos;
}

/// A line that leads in to a list: "The Committee –", "2025-26 Council Tax", "In addition:".
bool is_lead_in(const std::string& text) {
  if (text.size() > kLongestJoined) return false;
  return ends_with_any(text, {":", ":-", "-", "–", "—"}) ||
         (text.size() < kLongestLeadIn && !ends_with_any(text, {".", ";", ","}));
}

/// Sentences that tell what others decided, at another time, or what did not come to be.
bool is_no_decision(const std::string& sentence) {
  static const RE2 kNot(
      "(?i)\\b(?:at|since|from) (?:the|its|our) (?:last|previous)\\b|\\bat that meeting\\b|"
      "\\bcouncil (?:therefore )?resolves (?:to|that)\\b|\\bhad (?:previously |already )?(?:been "
      ")?(?:agreed|resolved)\\b|"
      "\\b(?:agreed|resolved) (?:at the|last)\\b|\\b(?:previously|not) "
      "(?:agreed|resolved)\\b|\\bno seconder\\b|"
      "\\bamendment\\b.*(?::$|\\b(?:lost|fell|defeated|withdrawn|not carried)\\b)|"
      "\\b(?:motion|proposal)\\b.*\\b(?:lost|defeated|withdrawn|not carried)\\b");
  return RE2::PartialMatch(sentence, kNot);
}

class ResolutionReader {
 public:
  ResolutionReader(const PaperView& view, std::string_view kind) : view_(view) {
    for (const CompiledPattern& pattern : view.rules().compiled().patterns) {
      const Rule& rule = view.rule(pattern.rule);
      const bool applies = rule.kinds.empty() || std::find(rule.kinds.begin(), rule.kinds.end(),
                                                           kind) != rule.kinds.end();
      if (rule.field == "resolutions" && applies) patterns_.push_back(&pattern);
    }
  }

  FoundResolutions read() {
    while (at_ < view_.blocks().size()) {
      if (!read_motion()) read_block();
    }
    return std::move(found_);
  }

 private:
  const Block& block(std::size_t i) const { return view_.blocks()[i]; }
  std::size_t size() const { return view_.blocks().size(); }
  bool is_item(std::size_t i) const { return !block(i).number.empty() || block(i).bullet; }

  template <typename Visit>
  void each(Shape shape, Visit visit) const {
    for (const CompiledPattern* pattern : patterns_) {
      const Rule& rule = view_.rule(pattern->rule);
      if (rule.shape == shape && visit(rule, *pattern->re)) return;
    }
  }

  void add(const Rule& rule, Value value) {
    value.rule = rule.id;
    if (found_.rule == nullptr) found_.rule = &rule;
    found_.values.push_back(std::move(value));
  }

  /// The rule whose pattern for the head of a motion fits the block, and the motion's number.
  const Rule* motion_head(std::size_t i, std::string& number) const {
    const Rule* found = nullptr;
    // A number of the block's own was cut off its text.
    const std::string text = (block(i).number.empty() ? "" : block(i).number + " ") + view_.text(i);
    each(Shape::Prose, [&](const Rule& rule, const RE2& re) {
      re2::StringPiece group;
      const bool fits = re.NumberOfCapturingGroups() > 0 ? RE2::PartialMatch(text, re, &group)
                                                         : RE2::PartialMatch(text, re);
      if (!fits) return false;
      if (!group.empty()) number = std::string(group);
      found = &rule;
      return true;
    });
    return found;
  }

  /// A motion: its head, its text, and whether it was carried.
  bool read_motion() {
    std::string number;
    const Rule* rule = motion_head(at_, number);
    if (rule == nullptr) return false;
    std::size_t i = at_ + 1;
    while (i < size() && motion_head(i, number) != nullptr) ++i;  // "Moved by" below the number
    static const RE2 kOutcome(
        "\\s*((?:(?:[Tt]he )?(?:[Mm]otion|[Rr]esolution) (?:was "
        ")?)?(?i:carried|defeated|lost|withdrawn)(?: unanimously)?)[.!*]*$");
    Value value;
    value.range = block(at_).range;
    if (!number.empty()) value.number = number;
    std::string next_number, outcome;
    const std::size_t last = std::min(size(), i + kMostMotionBlocks);
    for (; i < last && outcome.empty() && motion_head(i, next_number) == nullptr; ++i) {
      std::string text = view_.text(i);
      if (RE2::PartialMatch(text, kOutcome, &outcome) && is_outcome(outcome)) {
        RE2::Replace(&text, kOutcome, "");
      } else {
        outcome.clear();
      }
      if (!text.empty()) value.text += (value.text.empty() ? "" : "\n") + text;
      value.range.end = block(i).range.end;
    }
    at_ = outcome.empty() ? at_ + 1 : i;
    const bool carried = fold(outcome).find("carried") != std::string::npos;
    if (carried && value.text.size() > kShortest) add(*rule, std::move(value));
    return true;
  }

  /// The block's text, with what runs on in the next blocks: a line that ends in mid-sentence.
  std::string joined_block(std::size_t& last) const {
    std::string text = view_.text(at_);
    last = at_;
    while (last + 1 < size() && !text.empty() && block(at_).kind != BlockKind::Heading) {
      const Block& next = block(last + 1);
      if (next.kind == BlockKind::Heading || is_item(last + 1) || !(next.cell == block(last).cell))
        break;
      if (ends_with_any(text, {".", ":", ";", "!", "?", ":-", "”", "\""})) break;
      const std::string more = view_.text(last + 1);
      const bool small = !more.empty() && more[0] >= 'a' && more[0] <= 'z';
      if (!small) break;
      text += " " + more;
      ++last;
    }
    return text;
  }

  std::vector<Trigger> find_triggers(const std::string& text) const {
    std::vector<Trigger> found;
    for (const TextRange sentence : split_sentences(text)) {
      const std::string rest = text.substr(sentence.begin);
      each(Shape::List, [&](const Rule& rule, const RE2& re) {
        re2::StringPiece group;
        if (!RE2::PartialMatch(rest, re, &group)) return false;
        const auto begin = sentence.begin + static_cast<std::size_t>(group.data() - rest.data());
        found.push_back({&rule, {begin, begin + group.size()}});
        return true;
      });
      if (!found.empty() && found.back().rule->shape == Shape::List) return found;
      const std::string words = text.substr(sentence.begin, sentence.end - sentence.begin);
      if (is_no_decision(words)) continue;
      each(Shape::Line, [&](const Rule& rule, const RE2& re) {
        if (!RE2::PartialMatch(words, re)) return false;
        found.push_back({&rule, sentence});
        return true;
      });
    }
    return found;
  }

  void read_block() {
    std::size_t last = at_;
    const std::string text = joined_block(last);
    const TextRange range{block(at_).range.begin, block(last).range.end};
    std::size_t next = last + 1;
    for (const Trigger& trigger : find_triggers(text)) {
      std::string words = text.substr(trigger.text.begin, trigger.text.end - trigger.text.begin);
      const bool final = trigger.text.end + 2 >= text.size();
      if (final && leads_to_list(words, *trigger.rule, next)) {
        next = read_items(*trigger.rule, next);
      } else if (words.size() > kShortest) {
        Value value;
        value.text = std::move(words);
        value.range = place_of(trigger.text, range, text);
        const bool open = value.text.size() < kShortSentence &&
                          std::isalpha(static_cast<unsigned char>(value.text.back())) != 0;
        const bool cell = block(at_).cell.table > 0;
        if (cell && open) continue;  // the rest stands in cells of which nobody knows the order
        const bool table = next < size() && block(next).cell.table > 0;
        if (final && ((open && table) || ends_with_any(value.text, {":", ":-", ": -"})))
          next = join_following(value, next);
        add(*trigger.rule, std::move(value));
      }
    }
    at_ = std::max(next, at_ + 1);
  }

  /// Where the bytes `part` of `text`, which are those of `range`, stand in the document.
  TextRange place_of(TextRange part, TextRange range, const std::string& text) const {
    if (view_.text(range) != text) return range;  // a number stands between two blocks of it
    return range_of(view_.doc(), range, part.begin, part.end);
  }

  /// Whether a list, or the one paragraph that was decided, follows a trigger.
  bool leads_to_list(const std::string& words, const Rule& rule, std::size_t next) const {
    if (next >= size() || block(next).kind == BlockKind::Heading) return false;
    const std::size_t item = first_item(next);
    // "b)" behind a decision under "a)" is the next point of the minutes.
    const bool list = is_item(item) && !follows(block(at_).number, block(item).number);
    if (words.empty()) return rule.shape == Shape::List && (list || opens_decision(next));
    if (!list) return false;
    const std::string key = fold(words);
    return ends_with_any(words, {":", ":-", "-", "–", "—"}) ||
           (words.size() < kLongestLeadIn &&
            ends_with_any(key, {" that", "that", " to", " y dylid"})) ||
           (rule.shape == Shape::List && is_item(next) && words.size() < kLongestLeadIn &&
            !words.ends_with("."));
  }

  /// After a bare "AGREED" the decision must look like one; after "RESOLVED:" anything may follow.
  bool opens_decision(std::size_t next) const {
    const std::string before = view_.text(next - 1);
    if (ends_with_any(before, {":", ":-", "-", "–", "—", ":**"})) return true;
    const std::string key = fold(view_.text(next)).substr(0, 6);
    for (const std::string_view word : {"that ", "to ", "“that", "\"that"}) {
      if (key.starts_with(word)) return true;
    }
    return false;
  }

  /// The list's first item, behind at most three lines that lead in to it; `next` where there is
  /// none.
  std::size_t first_item(std::size_t next) const {
    std::size_t i = next;
    while (i < size() && i < next + 3 && !is_item(i) && block(i).kind != BlockKind::Heading &&
           is_lead_in(view_.text(i)))
      ++i;
    return i < size() && is_item(i) && block(i).kind != BlockKind::Heading ? i : next;
  }

  std::size_t read_items(const Rule& rule, std::size_t first) {
    std::vector<Piece> pieces;
    first = first_item(first);
    std::size_t i = first;
    for (; i < size(); ++i) {
      if (!is_item(i) && is_gap(i, first)) continue;
      if (!continues_list(i, first) || (i > first && is_outer(i, first))) break;
      pieces.push_back({block(i).range, i});
    }
    for (Value& item : read_list(view_, pieces)) add(rule, std::move(item));
    return i;
  }

  bool continues_list(std::size_t at, std::size_t first) const {
    if (block(at).kind == BlockKind::Heading && !is_item(at)) return false;
    if (!is_item(first)) return at == first;
    if (block(at).kind == BlockKind::Heading) return false;
    return is_item(at) || block(at).indent > block(first).indent + kIndent;
  }

  static bool is_number(const std::string& text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
  }

  /// An item of the list around this one, or of the minutes: "9)" behind "6.", "4. Trees" behind
  /// "(b) that ...;".
  bool is_outer(std::size_t at, std::size_t first) const {
    const std::string& number = block(at).number;
    if (!is_item(at) || !is_item(first) || block(at).bullet) return false;
    if (number.find_first_of("./") != std::string::npos) {
      return block(first).number.find_first_of("./") == std::string::npos;
    }
    if (!is_number(number) && block(at).level >= block(first).level) return false;
    bool continues = number == "1";
    for (std::size_t i = first; i < at && !continues; ++i)
      continues = follows(block(i).number, number);
    return !continues || is_next_title(at, first);
  }

  /// "3. Budget" behind "2. that the plan be noted."
  bool is_next_title(std::size_t at, std::size_t first) const {
    const std::string text = view_.text(at);
    const bool first_stops = ends_with_any(view_.text(first), {".", ";", ","});
    const bool bold = block(at).style.bold && !block(first).style.bold;
    return bold || (first_stops && text.size() < kLongestLeadIn &&
                    !ends_with_any(text, {".", ";", ",", ":", "and"}) && starts_upper(text) &&
                    at + 1 < size() && !is_item(at + 1));
  }

  /// The foot of a page or a sub-heading between two items.
  bool is_gap(std::size_t at, std::size_t first) const {
    if (!is_item(first) || at + 1 >= size() || at == first) return false;
    if (block(at).kind == BlockKind::Heading || block(at + 1).kind == BlockKind::Heading)
      return false;
    return is_lead_in(view_.text(at)) && follows(block(at - 1).number, block(at + 1).number);
  }

  /// "3" after "2", "c" after "b".
  static bool follows(const std::string& before, const std::string& after) {
    if (before.empty() || after.empty() || before.size() > 3 || after.size() > 3) return false;
    if (is_number(before) && is_number(after)) return std::stoi(before) + 1 == std::stoi(after);
    return before.size() == 1 && after.size() == 1 && before[0] + 1 == after[0];
  }

  /// "It was agreed to send these observations:" and what they are.
  std::size_t join_following(Value& value, std::size_t next) const {
    for (std::size_t count = 0; next < size() && count < kMostJoined; ++next, ++count) {
      const Block& more = block(next);
      const std::string text = view_.text(next);
      if (more.kind == BlockKind::Heading && (!more.number.empty() || more.level <= 1)) break;
      if (text.size() > kLongestJoined || !more.number.empty() || view_.has_label(next)) break;
      value.text += " " + text;
      value.range.end = more.range.end;
      if (text.ends_with(".")) return next + 1;
    }
    return next;
  }

  const PaperView& view_;
  std::vector<const CompiledPattern*> patterns_;
  FoundResolutions found_;
  std::size_t at_ = 0;
};

}  // namespace

FoundResolutions find_resolutions(const PaperView& view, std::string_view kind) {
  return ResolutionReader(view, kind).read();
}

void propose_resolutions(const PaperView& view, RecordBuilder& builder) {
  FoundResolutions found = find_resolutions(view, "minutes");
  if (found.rule == nullptr) return;
  builder.propose({found.rule->id, found.rule->weight}, "resolutions", std::move(found.values));
}

}  // namespace moot
