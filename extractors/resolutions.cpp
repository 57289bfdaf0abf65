#include "extractors/resolutions.hpp"

#include <algorithm>
#include <cctype>
#include <set>

#include "extractors/inline_list.hpp"
#include "extractors/resolution_triggers.hpp"
#include "extractors/shapes.hpp"
#include "pipeline/normalise.hpp"

namespace moot {

namespace {

constexpr std::size_t kShortest = 8;         // bytes: less is no resolution
constexpr std::size_t kLongestLeadIn = 60;   // "RESOLVED that Cabinet" before a list
constexpr std::size_t kLongLeadIn = 200;     // it decides something itself
constexpr std::size_t kShortSentence = 30;   // bytes: "Resolved to pay" goes on in a table
constexpr std::size_t kLongestJoined = 400;  // a paragraph that belongs to the sentence before
constexpr std::size_t kMostJoined = 14;
constexpr std::size_t kMostMotionBlocks = 60;  // of its heads, and of its text
constexpr double kIndent = 5;                  // points: deeper than the list's items

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> ends) {
  return std::any_of(ends.begin(), ends.end(),
                     [&](std::string_view end) { return text.ends_with(end); });
}

/// A line that leads in to a list: "The Committee –", "2025-26 Council Tax", "In addition:".
bool is_lead_in(const std::string& text) {
  if (text.size() > kLongestJoined) return false;
  return ends_with_any(text, {":", ":-", "-", "–", "—"}) ||
         (text.size() < kLongestLeadIn && !ends_with_any(text, {".", ";", ","}));
}

class ResolutionReader {
 public:
  ResolutionReader(const PaperView& view, const std::vector<ItemStart>& items)
      : view_(view),
        triggers_(view, items.empty() ? view.front_end() : items[0].block),
        items_(items),
        starts_item_(view.blocks().size()) {
    for (const ItemStart& item : items) starts_item_[item.block] = true;
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

  void add(const Rule& rule, Value value) {
    // Web pages print an item's decision twice: apart, and in its minutes.
    if (const std::size_t item = current_item(); item != said_in_) {
      said_in_ = item;
      said_.clear();
    }
    if (!items_.empty() && !said_.insert(fold(value.text)).second) return;
    value.rule = rule.id;
    if (found_.rule == nullptr) found_.rule = &rule;
    found_.values.push_back(std::move(value));
  }

  void add_value(const Rule& rule, const std::string& text, const Text& number, TextRange range) {
    Value value;
    value.text = text;
    value.number = number;
    value.range = range;
    add(rule, std::move(value));
  }

  /// The rule whose pattern for the head of a motion fits a block, if one does, and the motion's
  /// number.
  struct Head {
    const Rule* rule = nullptr;
    std::string number;
  };

  /// The head at a block, told once: a motion looks ahead over many blocks, and the next one over
  /// the same.
  const Head& head_at(std::size_t i) {
    while (heads_.size() <= i) {
      const Block& next = block(heads_.size());
      Head head;
      // A number of the block's own was cut off its text.
      const std::string number = next.number.empty() ? "" : next.number + " ";
      head.rule = triggers_.motion_head(number + view_.text(heads_.size()), head.number);
      heads_.push_back(std::move(head));
    }
    return heads_[i];
  }

  /// A motion: its head, its text, and whether it was carried.
  bool read_motion() {
    const Rule* rule = head_at(at_).rule;
    if (rule == nullptr) return false;
    std::size_t last = std::min(size(), at_ + kMostMotionBlocks);
    std::string number = head_at(at_).number;
    std::size_t i = at_ + 1;
    for (; i < last && head_at(i).rule != nullptr; ++i) {  // "Moved by" below the number
      if (!head_at(i).number.empty()) number = head_at(i).number;
    }
    Value value;
    value.range = block(at_).range;
    if (!number.empty()) value.number = number;
    Outcome outcome;
    last = std::min(size(), i + kMostMotionBlocks);
    for (; i < last && !outcome.known && !starts_item_[i] && head_at(i).rule == nullptr; ++i) {
      std::string text = view_.text(i);
      outcome = triggers_.outcome(text);
      if (outcome.known) text.resize(outcome.begin);
      while (text.ends_with(' ')) text.pop_back();
      if (!text.empty()) value.text += (value.text.empty() ? "" : "\n") + text;
      value.range.end = block(i).range.end;
    }
    at_ = outcome.known ? i : at_ + 1;
    if (outcome.carried && value.text.size() > kShortest) add(*rule, std::move(value));
    return true;
  }

  /// The block's text, with what runs on in the next blocks: a line that ends in mid-sentence.
  std::string joined_block(std::size_t& last) const {
    std::string text = view_.text(at_);
    last = at_;
    while (last + 1 < size() && !text.empty() && block(at_).kind != BlockKind::Heading) {
      const Block& next = block(last + 1);
      if (starts_item_[last + 1]) break;
      if (next.kind == BlockKind::Heading || is_item(last + 1) || !(next.cell == block(last).cell))
        break;
      if (ends_with_any(text, {".", ":", ";", "!", "?", ":-", "”", "\""})) break;
      const std::string more = view_.text(last + 1);
      const bool small = !more.empty() && ((more[0] >= 'a' && more[0] <= 'z') ||
                                           more.starts_with("£") || more.starts_with("("));
      if (!small) break;
      text += " " + more;
      ++last;
    }
    return text;
  }

  void read_block() {
    std::size_t last = at_;
    const std::string text = joined_block(last);
    const TextRange range{block(at_).range.begin, block(last).range.end};
    std::size_t next = last + 1;
    for (const Trigger& trigger : triggers_.find(text)) {
      std::string words = text.substr(trigger.text.begin, trigger.text.end - trigger.text.begin);
      const bool final = trigger.text.end + 2 >= text.size();
      if (final && leads_to_list(words, trigger, next)) {
        const bool decides = words.size() > kLongLeadIn;
        if (decides) add_value(*trigger.rule, words, {}, range);
        next = read_items(*trigger.rule, next);
      } else if (words.size() > kShortest) {
        const TextRange place = place_of(trigger.text, range, text);
        add_words(*trigger.rule, std::move(words), place, final, next);
      }
    }
    at_ = std::max(next, at_ + 1);
  }

  /// Where the bytes `part` of `text`, which are those of `range`, stand in the document.
  TextRange place_of(TextRange part, TextRange range, const std::string& text) const {
    if (view_.text(range) != text) return range;  // a number stands between two blocks of it
    return range_of(view_.doc(), range, part.begin, part.end);
  }

  /// What stands in the trigger's own block; `final`: up to the block's end, so that it may go on
  /// in the blocks from `next`.
  void add_words(const Rule& rule, std::string words, TextRange range, bool final,
                 std::size_t& next) {
    if (rule.shape == Shape::List) {
      const std::vector<InlineItem> items = cut_inline_list(words);
      for (const InlineItem& item : items) add_value(rule, item.text, item.number, range);
      if (!items.empty()) return;
    }
    Value value;
    value.text = std::move(words);
    value.range = range;
    const bool open = value.text.size() < kShortSentence &&
                      std::isalpha(static_cast<unsigned char>(value.text.back())) != 0;
    const bool cell = block(at_).cell.table > 0;
    if (cell && open) return;  // the rest stands in cells of which nobody knows the order
    const bool table = next < size() && block(next).cell.table > 0;
    const bool leads = ends_with_any(value.text, {":", ":-", ": -", "–", "—", " -"});
    if (final && ((open && table) || leads)) next = join_following(value, next);
    add(rule, std::move(value));
  }

  /// Whether a list, or the one paragraph that was decided, follows a trigger.
  bool leads_to_list(const std::string& words, const Trigger& trigger, std::size_t next) const {
    const Rule& rule = *trigger.rule;
    if (next >= size() || block(next).kind == BlockKind::Heading || starts_item_[next])
      return false;
    const std::size_t item = first_item(next);
    // "b)" behind a decision under "a)" is the next point of the minutes.
    const bool list = is_item(item) && !follows(block(at_).number, block(item).number);
    if (words.empty()) {
      const bool beside = is_beside(next) && opens_cell(next);
      return rule.shape == Shape::List &&
             (list || trigger.heading || beside || opens_decision(next));
    }
    if (!list) return false;
    const std::string key = fold(words);
    return ends_with_any(words, {":", ":-", "-", "–", "—"}) ||
           (words.size() < kLongestLeadIn &&
            ends_with_any(key, {" that", "that", " to", " y dylid"})) ||
           (rule.shape == Shape::List && is_item(next) && words.size() < kLongestLeadIn &&
            !words.ends_with("."));
  }

  /// In a table the decision stands in the cell beside its trigger.
  bool is_beside(std::size_t at) const {
    const Cell &here = block(at_).cell, &there = block(at).cell;
    return here.table > 0 && there.table == here.table && there.row == here.row &&
           there.column == here.column + 1;
  }

  /// A sentence or the lead-in to a list, not the heading of a column.
  bool opens_cell(std::size_t at) const {
    return ends_with_any(view_.text(at), {".", ":", ":-", ";"}) ||
           view_.text(at).size() > kLongestLeadIn;
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
    while (i < size() && i < next + 3 && !is_item(i) && !starts_item_[i] &&
           block(i).kind != BlockKind::Heading && is_lead_in(view_.text(i)))
      ++i;
    const bool item = i < size() && is_item(i) && !starts_item_[i];
    return item && block(i).kind != BlockKind::Heading ? i : next;
  }

  std::size_t read_items(const Rule& rule, std::size_t first) {
    std::vector<Piece> pieces;
    first = first_item(first);
    std::size_t i = first;
    for (; i < size() && !starts_item_[i]; ++i) {
      if (!is_item(i) && is_gap(i, first)) continue;
      if (!continues_list(i, first) || (i > first && is_outer(i, first))) break;
      if (i > first && block(i).number.empty() && triggers_.ends_before(view_.text(i))) break;
      pieces.push_back({block(i).range, i});
    }
    const std::string own = item_number() + ".";
    for (Value& item : read_list(view_, pieces)) {
      // "41.3" under item 41 is a paragraph's number.
      if (item.number && item.number->starts_with(own)) item.number.reset();
      add(rule, std::move(item));
    }
    return i;
  }

  /// The item in which the reader stands; before the first one, that one.
  std::size_t current_item() {
    while (item_ + 1 < items_.size() && items_[item_ + 1].block <= at_) ++item_;
    return item_;
  }

  std::string item_number() {
    const std::size_t item = current_item();
    return item < items_.size() && items_[item].block <= at_ ? items_[item].number : "";
  }

  bool continues_list(std::size_t at, std::size_t first) const {
    if (block(at).kind == BlockKind::Heading && !is_item(at)) return false;
    if (!is_item(first)) return at == first || is_alike(at, first);
    if (block(at).kind == BlockKind::Heading) return false;
    return is_item(at) || block(at).indent > block(first).indent + kIndent;
  }

  /// A further paragraph that was decided: "That ..." below "That ...".
  bool is_alike(std::size_t at, std::size_t first) const {
    if (is_item(at)) return false;
    const auto opens = [&](std::size_t i) {
      return fold(slice(view_.doc(), block(i).range).substr(0, 5)) == "that ";
    };
    return opens(first) && opens(at);
  }

  static bool is_number(const std::string& text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
  }

  static bool is_figure(const std::string& text) {
    return !text.empty() && text[0] >= '0' && text[0] <= '9';
  }

  /// An item of the list around this one, or of the minutes: "9)" behind "6.", "4. Trees" behind
  /// "(b) that ...;".
  bool is_outer(std::size_t at, std::size_t first) const {
    const std::string& number = block(at).number;
    if (!is_item(at) || !is_item(first) || block(at).bullet) return false;
    if (number.find_first_of("./") != std::string::npos) {
      return block(first).number.find_first_of("./") == std::string::npos;
    }
    if (!is_figure(number) && block(at).level >= block(first).level) return false;
    bool continues = number == "1";
    for (std::size_t i = first; i < at && !continues; ++i)
      continues = follows(block(i).number, number);
    return !continues || is_next_title(at, first);
  }

  /// "3. Budget" behind "2. that the plan be noted."
  bool is_next_title(std::size_t at, std::size_t first) const {
    const std::string text = view_.text(at);
    const bool first_stops = ends_with_any(slice(view_.doc(), block(first).range), {".", ";", ","});
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
      if (starts_item_[next]) break;
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
  TriggerFinder triggers_;
  const std::vector<ItemStart>& items_;
  std::vector<bool> starts_item_;
  std::size_t item_ = 0;
  std::size_t said_in_ = 0;     ///< the item
  std::set<std::string> said_;  ///< what was resolved in it, folded
  std::vector<Head> heads_;
  FoundResolutions found_;
  std::size_t at_ = 0;
};

}  // namespace

FoundResolutions find_resolutions(const PaperView& view, const std::vector<ItemStart>& items) {
  return ResolutionReader(view, items).read();
}

}  // namespace moot
