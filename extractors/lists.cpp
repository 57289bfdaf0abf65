#include "extractors/shapes.hpp"

#include <algorithm>
#include <optional>

#include <re2/re2.h>

#include "extractors/values.hpp"
#include "pipeline/marker.hpp"
#include "pipeline/normalise.hpp"

namespace moot {

namespace {

/// How an item is numbered: items of one list share it.
enum class Style { None, Bullet, Dotted, Decimal, Lower, Upper, Roman, UpperRoman };

constexpr double kOutdent = 5;  // points left of an item's number: not part of the item

bool only(std::string_view text, std::string_view letters) {
  return !text.empty() && text.find_first_not_of(letters) == std::string_view::npos;
}

/// "i" after "h" is a letter; a first "i" is roman.
Style style_of(std::string_view number, std::string_view before) {
  if (number.empty()) return Style::Bullet;
  if (number.find('.') != std::string_view::npos) return Style::Dotted;
  if (number[0] >= '0' && number[0] <= '9') return Style::Decimal;
  const bool upper = number[0] >= 'A' && number[0] <= 'Z';
  const bool follows_letter =
      number.size() == 1 && before.size() == 1 && before[0] + 1 == number[0];
  if (!follows_letter && only(number, "ivx")) return Style::Roman;
  if (!follows_letter && only(number, "IVX")) return Style::UpperRoman;
  return upper ? Style::Upper : Style::Lower;
}

struct Open {
  Style style;
  std::string number;  ///< with its parents'
  std::string last;    ///< as printed
};

/// A sub-heading or a lead-in between two items: short, and no sentence.
bool is_between_items(const std::string& text) {
  return text.size() < 90 && starts_upper(text) &&
         std::string_view(".;,").find(text.back()) == std::string_view::npos;
}

/// Whether an item only leads to those below it ("I recommend that the Committee:", "That the
/// Board:", "The following options were considered:"). "Delegates to the Director:" decides
/// something and does not.
bool leads_in(const std::string& text) {
  static const RE2 kOpen("(?s).*[:–-]\\s*|(?is).*\\b(?:to|that)\\s*");
  static const RE2 kAsks(
      "(?i)\\b(?:asked|recommend(?:ed|s)?|request(?:ed|s)?|invite[ds]?|propose[ds]?|resolve[sd]?|"
      "urged|advised|sought)\\b[^.]{0,80}$");
  static const RE2 kBody(
      "^(?:(?i:that) )?(?:(?i:the) )?(?:(?:[A-Z][\\w'’&,()-]*|and|of|for|&) ){0,8}"
      "(?i:committee|cabinet|council|board|panel|executive|members?|authority|commission|forum|"
      "mayor|leader|councillors|assembly|holder)"
      "(?: (?i:is|are|be|should|to|do|agrees?|approves?|that))*\\s*[:–-]+\\s*$");
  static const RE2 kHas(
      "(?i)^(?:the [^.;]{3,80}|i|we|officers|members) (?:has|have)(?: \\w+)?(?: to| that)?"
      "\\s*[:–-]+\\s*$");
  static const RE2 kFollowing(
      "(?i)^(?:.{0,40}\\boptions\\b|(?:the|these) following\\b)[^.;]{0,80}[:–-]+\\s*$");
  if (!RE2::FullMatch(text, kOpen)) return false;
  return RE2::PartialMatch(text, kAsks) || RE2::PartialMatch(text, kBody) ||
         RE2::PartialMatch(text, kHas) || RE2::PartialMatch(text, kFollowing);
}

/// "Option 2: ...", "Alternative B – ...": the number and what follows it.
struct OptionHead {
  std::string number, text;
};

std::optional<OptionHead> read_option_head(const std::string& text) {
  static const RE2 kOption(
      "(?is)^(?:option|opsiwn|alternative) (?:no\\.? ?)?([0-9]{1,2}|[a-z])\\b ?(?:[:.–—-]|\\) "
      "?)\\s*(.+)$");
  OptionHead head;
  if (!RE2::FullMatch(text, kOption, &head.number, &head.text)) return {};
  return head;
}

/// Reads a list piece by piece.
class ListReader {
 public:
  explicit ListReader(const PaperView& view) : view_(view) {}

  void add(const Piece& piece, bool more_items_follow) {
    const Block& block = view_.blocks()[piece.block];
    std::string text = view_.text(piece.range);
    const bool starts_block = piece.range.begin == block.range.begin;
    if (is_remark(block)) return;
    const bool heading =
        block.kind == BlockKind::Heading && block.number.empty() && block.cell.table == 0;
    if (heading && read_option_head(text)) {
      by_heading_ = true;
      add_item("", std::move(text), piece, block.indent);
      return;
    }
    if (heading) return;
    if (by_heading_ && starts_block && !read_option_head(text)) {
      append(text, piece);
    } else if (starts_block && (!block.number.empty() || block.bullet)) {
      add_item(block.number, std::move(text), piece, block.indent);
    } else if (auto marker = parse_marker(text);
               marker && marker->delimited && !marker->bullet && !starts_block) {
      add_item(marker->number, text.substr(marker->length), piece, block.indent);
    } else if (number_alone_ && block.cell.column > row_.column && !values_.empty()) {
      append(text, piece);
    } else if (values_.empty()) {
      lead_in_.push_back(piece);
    } else if (more_items_follow && is_between_items(text)) {
      return;
    } else if (belongs_to_item(block, more_items_follow)) {
      append(text, piece);
    } else {
      ended_ = true;
    }
  }

  bool ended() const { return ended_; }

  /// In a row "2.1 | The text | See section 6" what stands right of the text is a remark on it.
  bool is_remark(const Block& block) {
    if (block.cell.table == 0) {
      number_alone_ = false;
      return false;
    }
    const bool new_row = block.cell.table != row_.table || block.cell.row != row_.row;
    if (new_row) {
      row_ = block.cell;
      number_alone_ = !block.number.empty() && block.range.empty();
      return false;
    }
    return number_alone_ && block.cell.column > row_.column + 1;
  }

  std::vector<Value> take() {
    drop_lead_ins();
    return std::move(values_);
  }
  const std::vector<Piece>& lead_in() const { return lead_in_; }

 private:
  void add_item(const std::string& number, std::string text, const Piece& piece, double indent) {
    const Style style = style_of(number, open_.empty() ? "" : open_.back().last);
    if (!open_.empty() && slipped(open_.back().last, number)) open_.back().style = style;
    if (style == Style::Bullet && !open_.empty() && open_.back().style != Style::Bullet) {
      if (values_.size() != 1 || !leads_in(values_.back().text)) {
        append(text, piece);
        return;
      }
      values_.clear();
      depths_.clear();
      open_.clear();
    }
    const auto same = std::find_if(open_.begin(), open_.end(),
                                   [&](const Open& open) { return open.style == style; });
    open_.erase(same, open_.end());
    std::string full = number;
    if (!open_.empty() && style != Style::Dotted) full = open_.back().number + "(" + number + ")";
    if (!open_.empty() && style == Style::Dotted) open_.clear();
    open_.push_back({style, full, number});
    // "1. a) That ...": the first sub-item stands on its parent's line. Each goes a style deeper,
    // so there is an end to them.
    const auto inner = parse_marker(text);
    if (inner && inner->delimited && !inner->bullet && style != Style::Bullet &&
        !is_open(style_of(inner->number, ""))) {
      add_item(inner->number, text.substr(inner->length), piece, indent);
      return;
    }
    Value value;
    value.text = std::move(text);
    if (!full.empty()) {
      value.number = full;
      value.places["number"] = number_place(number, piece);
    }
    value.range = piece.range;
    indent_ = indent;
    values_.push_back(std::move(value));
    depths_.push_back(open_.size());
  }

  /// The number stands before its block, or at the start of the piece.
  TextRange number_place(const std::string& number, const Piece& piece) const {
    const Block& block = view_.blocks()[piece.block];
    const bool of_block = piece.range.begin == block.range.begin && block.number == number;
    const TextRange place =
        of_block ? view_.number_range(piece.block) : view_.find(piece.range, number);
    return place.empty() ? piece.range : place;
  }

  /// "(b)" behind "(A)": one list, with a slip of the keyboard.
  static bool slipped(const std::string& before, const std::string& number) {
    if (before.size() != 1 || number.size() != 1) return false;
    constexpr int kCase = 'a' - 'A';
    const int step = number[0] - before[0];
    return step == 1 + kCase || step == 1 - kCase;
  }

  bool is_open(Style style) const {
    return std::any_of(open_.begin(), open_.end(),
                       [&](const Open& open) { return open.style == style; });
  }

  bool belongs_to_item(const Block& block, bool more_items_follow) const {
    if (by_heading_) return true;  // an option's heading has its paragraphs below it
    if (block.indent <= 0 || block.cell.table > 0) return more_items_follow;
    return more_items_follow || block.indent > indent_ + kOutdent;
  }

  void append(const std::string& text, const Piece& piece) {
    if (text.empty()) return;
    values_.back().text += (values_.back().text.empty() ? "" : "\n") + text;
    values_.back().range.end = piece.range.end;
  }

  /// "2.1 The Board is asked to:" is no item, and its number is none of its sub-items'; "1. That
  /// Cabinet:" is none either; "2. Delegates to the director:" is an item with sub-items.
  void drop_lead_ins() {
    std::vector<Value> kept;
    std::string lead;
    for (std::size_t i = 0; i < values_.size(); ++i) {
      Value& value = values_[i];
      const bool parent = i + 1 < values_.size() && depths_[i + 1] > depths_[i];
      if (parent && leads_in(value.text)) {
        lead = value.number.value_or("") + "(";
        continue;
      }
      if (!lead.empty() && value.number && value.number->starts_with(lead)) {
        value.number->erase(0, lead.size());  // "2.1(a)(i)" -> "a)(i)" -> "a(i)"
        value.number->erase(value.number->find(')'), 1);
      }
      constexpr std::size_t kFewBytes = 30;
      const bool only_opens = parent && value.text.ends_with(":") && value.text.size() < kFewBytes;
      if (!value.text.empty() && !only_opens) kept.push_back(std::move(value));
    }
    values_ = std::move(kept);
  }

  const PaperView& view_;
  std::vector<Value> values_;
  std::vector<std::size_t> depths_;
  std::vector<Piece> lead_in_;
  std::vector<Open> open_;
  double indent_ = 0;
  Cell row_;                   ///< the first cell of the row at work
  bool number_alone_ = false;  ///< that cell holds a number and nothing else
  bool by_heading_ = false;    ///< items are headings "Option 1: ..."
  bool ended_ = false;
};

/// "Option 2: ..." prints its number in the text; that of its paragraph does not count then.
void take_option_number(Value& value) {
  auto head = read_option_head(value.text);
  if (!head) return;
  value.text = std::move(head->text);
  value.number = std::move(head->number);
}

bool is_lead_in(const std::string& text) {
  if (text.ends_with(":") || text.ends_with(":-")) return true;
  const std::string key = fold(text);
  return key.ends_with(" to") || key.ends_with(" that") || key.ends_with("recommended");
}

std::vector<Value> paragraphs(const PaperView& view, const std::vector<Piece>& pieces) {
  std::vector<Value> values;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Block& block = view.blocks()[pieces[i].block];
    Value value;
    value.text = view.text(pieces[i].range);
    value.range = pieces[i].range;
    if (value.text.empty()) continue;
    if (i + 1 < pieces.size() && (is_lead_in(value.text) || block.kind == BlockKind::Heading))
      continue;
    values.push_back(std::move(value));
  }
  return values;
}

}  // namespace

std::vector<Value> read_list(const PaperView& view, const std::vector<Piece>& pieces) {
  ListReader reader(view);
  std::size_t last_item = 0;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Block& block = view.blocks()[pieces[i].block];
    if (!block.number.empty() || block.bullet) last_item = i;
  }
  for (std::size_t i = 0; i < pieces.size() && !reader.ended(); ++i) {
    reader.add(pieces[i], i < last_item);
  }
  std::vector<Value> values = reader.take();
  if (values.empty()) values = paragraphs(view, pieces);
  for (Value& value : values) take_option_number(value);
  // "Decision made: 26 March 2025" says when, not what.
  const auto is_date = [](const std::string& text) {
    const auto dates = find_dates(text);
    return dates.size() == 1 && dates[0].end - dates[0].begin + 2 >= text.size();
  };
  std::erase_if(values,
                [&](const Value& value) { return is_none(value.text) || is_date(value.text); });
  return values;
}

bool states_no_options(const std::string& text) {
  static const RE2 kNone(
      "(?i)(?:none|no|there (?:are|were|is|was) no|not? "
      "any)\\b[^.;]{0,80}\\b(?:options?|alternatives?|"
      "identified|considered|available|rejected)\\b[^.;]{0,40}\\.?");
  return is_none(text) || RE2::FullMatch(text, kNone);
}

}  // namespace moot
