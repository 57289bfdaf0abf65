#include "extractors/paper_view.hpp"

#include <algorithm>

#include <re2/re2.h>

#include "extractors/compiled_rules.hpp"
#include "extractors/implication_context.hpp"
#include "extractors/implication_heading.hpp"
#include "extractors/values.hpp"
#include "extractors/values_text.hpp"
#include "pipeline/normalise.hpp"

namespace moot {

namespace {

constexpr std::size_t kHeadBlocks = 16;  // masthead and title
constexpr std::size_t kMostFrontBlocks = 60;
constexpr std::size_t kLongestRunBlock = 120;    // bytes, for labels without a separator
constexpr std::size_t kLongestLabelBlock = 200;  // bytes, for a label that is a whole block

bool same_cell_row(const Block& a, const Block& b) {
  return a.cell.table > 0 && a.cell.table == b.cell.table && a.cell.row == b.cell.row;
}

/// Places inside a block where a sentence ends and a known label of two words or more follows
/// without a line of its own: web pages run such fields together.
std::vector<std::size_t> sentence_starts(std::string_view text) {
  std::vector<std::size_t> starts;
  for (std::size_t i = 1; i + 2 < text.size(); ++i) {
    if ((text[i] == ' ' || text[i] == '\n') && text[i - 1] == '.') starts.push_back(i + 1);
  }
  return starts;
}

}  // namespace

PaperView::PaperView(const Document& doc, const Paper& paper, const RuleSet& rules)
    : doc_(doc), paper_(paper), rules_(rules), blocks_(find_blocks(doc, paper)) {}

void PaperView::find_labels(std::string_view kind) {
  hits_.clear();
  heading_patterns_ = heading_patterns(rules_, kind);
  labelled_.assign(blocks_.size(), false);
  for (std::size_t i = 0; i < blocks_.size(); ++i) find_labels_in(i, kind);
  drop_out_of_zone();
  set_headers_above();
}

void PaperView::add_hit(std::size_t block, std::size_t offset, const LabelMatch& match,
                        std::string_view kind) {
  LabelHit hit{
      block,     {offset, offset + match.label_end}, offset + match.value, false, false, {},
      match.bare};
  hit.whole = hit.value >= blocks_[block].range.end && offset == blocks_[block].range.begin;
  for (std::size_t index : match.rules) {
    if (applies_to(rule(index), kind)) hit.rules.push_back(index);
  }
  if (hit.rules.empty()) return;
  labelled_[block] = true;
  hits_.push_back(std::move(hit));
}

void PaperView::find_labels_in(std::size_t i, std::string_view kind) {
  if (blocks_[i].range.empty()) return;
  if (const auto match = match_block(i)) add_hit(i, blocks_[i].range.begin, *match, kind);
  if (!labelled_[i]) find_pattern_before_value(i, kind);
  find_labels_along(i, kind);
  find_labels_inside(i, kind);
}

/// The label at the start of a block, by the surest way that gives one.
std::optional<LabelMatch> PaperView::match_block(std::size_t i) const {
  const std::string_view text = slice(doc_, blocks_[i].range);
  const bool is_short = text.size() <= kLongestLabelBlock;
  auto match = match_after_part(rules_, text);
  if (!match) match = match_label(rules_, text, false);
  if (!match) match = match_bilingual(rules_, text);
  if (match && match->value >= text.size() && names_the_paper(i)) match.reset();
  // "Resources (financial, staffing and property)": the bracket names the kinds.
  if (match && is_short && text.back() == ')' &&
      rule(match->rules[0]).field.starts_with("implications/")) {
    auto kinds = match_bare_implications(rules_, text_of(doc_, blocks_[i].range));
    if (kinds.size() > 1) return LabelMatch{text.size(), text.size(), std::move(kinds), true};
  }
  if (match && match->value >= text.size()) {
    if (!is_list_of_words(i)) return is_short ? match : std::nullopt;
  } else if (match) {
    // "Implications: financial" is a heading of its own.
    const bool ends = match->colon && rule(match->rules[0]).shape == Shape::None;
    auto heading = ends ? match_heading(i) : std::nullopt;
    return heading ? heading : match;
  }
  if (auto run_in = match_run_in_implications(rules_, text)) return run_in;
  if (auto loose = match_in_run(i)) return loose;
  return match_heading(i);
}

/// A whole block that patterns or its parts tell to be a heading.
std::optional<LabelMatch> PaperView::match_heading(std::size_t i) const {
  const Block& block = blocks_[i];
  const std::string_view text = slice(doc_, block.range);
  const bool bullet = block.kind == BlockKind::ListItem && block.number.empty();
  if (text.size() > kLongestLabelBlock || bullet || is_list_of_words(i)) return {};
  const std::string heading = text_of(doc_, block.range);
  LabelMatch match{text.size(), text.size(), {}, true, false, false};
  match.rules = match_heading_patterns(rules_, heading_patterns_, bare_heading(heading), false);
  const bool styled = block.kind == BlockKind::Heading || block.cell.table > 0;
  const bool may_be = styled || text.back() != '.';
  if (match.rules.empty() && may_be) match.rules = match_implications(rules_, heading);
  if (match.rules.empty())
    match.rules = match_heading_patterns(rules_, heading_patterns_, heading, true);
  if (match.rules.empty() && may_be_bare(i)) {
    match.rules = match_bare_implications(rules_, heading);
    match.bare = true;
  }
  return match.rules.empty() ? std::nullopt : std::optional(std::move(match));
}

/// Whether a block looks like a heading by more than its words; plain text has no other headings.
bool PaperView::may_be_bare(std::size_t i) const {
  const Block& block = blocks_[i];
  const bool plain = block.kind == BlockKind::Paragraph && block.style.size == 0;
  return block.kind == BlockKind::Heading || is_row_label(i) || plain;
}

bool PaperView::is_row_label(std::size_t i) const {
  static const RE2 kNumber("(?i)\\(?(?:[ivx]{1,5}|\\d{1,2}(?:\\.\\d{1,2})?|[a-z])[.)]?");
  const Cell& cell = blocks_[i].cell;
  if (cell.table == 0 || cell.column == 1) return cell.table > 0;
  if (cell.column != 2 || i == 0 || !same_cell_row(blocks_[i], blocks_[i - 1])) return false;
  const Block& first = blocks_[i - 1];
  if (first.cell.column != 1) return false;
  if (first.range.empty()) return !first.number.empty();
  const std::string_view number = slice(doc_, first.range);
  return RE2::FullMatch(re2::StringPiece(number.data(), number.size()), kNumber);
}

/// "Details of any other options that were considered: None": a heading that only a pattern knows,
/// with its value on the same line.
void PaperView::find_pattern_before_value(std::size_t i, std::string_view kind) {
  const std::string_view text = slice(doc_, blocks_[i].range);
  const std::string_view start = text.substr(0, kLongestLabelBlock);
  const std::size_t colon = start.find(':');
  const std::size_t end = std::min(colon, start.find(" – "));
  if (end == std::string_view::npos || end < 4) return;
  const TextRange heading{blocks_[i].range.begin, blocks_[i].range.begin + end};
  auto indices = match_heading_patterns(rules_, heading_patterns_, text_of(doc_, heading), false);
  if (indices.empty()) return;
  std::size_t value = end + (end == colon ? 1 : std::string_view(" – ").size());
  while (value < text.size() && std::string_view(" \n:-").find(text[value]) != text.npos) ++value;
  add_hit(i, heading.begin, {end, value, std::move(indices), true, end == colon}, kind);
}

/// "RECORD OF DECISION" at the head is the name of the paper; below it may be a part of it.
bool PaperView::names_the_paper(std::size_t i) const {
  constexpr std::size_t kFewBlocks = 4;
  static const RE2 kName(
      "(?i)(?:record|notice|statement) of (?:the )?decisions?(?: notice)?|(?:.{0,40} )?decision "
      "(?:notice|record)");
  return i < kFewBlocks && RE2::FullMatch(text(i), kName);
}

/// An item of a list of short items is no heading, whatever its words: lists of contents and of
/// topics name sections.
bool PaperView::is_list_of_words(std::size_t i) const {
  constexpr std::size_t kShortItem = 80;  // bytes
  const auto is_item = [&](std::size_t at) {
    return at < blocks_.size() && blocks_[at].kind == BlockKind::ListItem &&
           blocks_[at].range.end - blocks_[at].range.begin < kShortItem;
  };
  return is_item(i) && is_item(i + 1) && blocks_[i].bullet == blocks_[i + 1].bullet;
}

/// A label that only a space parts from its value ("Lead officer  Jane Doe") counts where the block
/// before or after it is a label too: right-aligned labels leave narrow gaps.
std::optional<LabelMatch> PaperView::match_in_run(std::size_t i) const {
  const auto loose = [&](std::size_t at) -> std::optional<LabelMatch> {
    if (at >= blocks_.size() || blocks_[at].cell.table > 0 || !blocks_[at].number.empty())
      return {};
    const std::string_view text = slice(doc_, blocks_[at].range);
    if (text.size() > kLongestRunBlock || text.empty() || text.back() == '.') return {};
    auto match = match_label(rules_, text, true);
    if (!match || match->value >= text.size()) return {};
    const std::string_view value = text.substr(match->value);
    const bool capital = starts_upper(value) || (value[0] >= '0' && value[0] <= '9');
    return capital && !opens_section(*match, text) ? match : std::nullopt;
  };
  auto match = loose(i);
  if (!match || !((i > 0 && loose(i - 1)) || loose(i + 1))) return {};
  return match;
}

bool PaperView::opens_section(const LabelMatch& match, std::string_view text) const {
  constexpr std::size_t kShort = 40;  // bytes: "Version Final" is a line of a list, not a section
  const Shape shape = rule(match.rules[0]).shape;
  return starts_body(shape) && !(shape == Shape::None && text.size() < kShort);
}

/// Labels with a colon at the start of a further line, and implications that a web page ran
/// together with the sentence before.
void PaperView::find_labels_inside(std::size_t i, std::string_view kind) {
  const Block& block = blocks_[i];
  for (std::size_t line = block.first_line + 1; line < block.last_line; ++line) {
    const std::size_t begin = doc_.lines[line].range.begin;
    if (doc_.lines[line].role != LineRole::Body || begin >= block.range.end) continue;
    // The rest of a label that runs over two lines ("... first / published:").
    if (!hits_.empty() && hits_.back().block == i && begin < hits_.back().value) continue;
    const std::string_view rest = slice(doc_, {begin, block.range.end});
    auto match = match_label(rules_, rest, false);
    if (!match && starts_upper(rest)) match = match_run_in_implications(rules_, rest);
    if (match && match->colon && !match->bare) add_hit(i, begin, *match, kind);
  }
  const std::string_view text = slice(doc_, block.range);
  for (std::size_t at : sentence_starts(text)) {
    const std::string_view rest = text.substr(at);
    const auto match = match_label(rules_, rest, true);
    if (!match || match->value >= rest.size() || !starts_upper(rest.substr(match->value))) continue;
    const std::string label = fold(rest.substr(0, match->label_end));
    if (label.ends_with(" implications")) add_hit(i, block.range.begin + at, *match, kind);
  }
}

TextRange PaperView::find(TextRange range, std::string_view words) const {
  if (words.empty() || range.empty()) return {};
  const std::string all = text(range);
  const auto inside_word = [&](std::size_t at) {
    return at < all.size() && is_alnum_byte(all[at]);
  };
  for (std::size_t at = all.find(words); at != std::string::npos; at = all.find(words, at + 1)) {
    const std::size_t end = at + words.size();
    const bool cut = (at > 0 && inside_word(at - 1) && inside_word(at)) ||
                     (end > 0 && inside_word(end - 1) && inside_word(end));
    if (!cut) return range_of(doc_, range, at, end);
  }
  return {};
}

TextRange PaperView::number_range(std::size_t block) const {
  const Block& own = blocks_[block];
  if (own.number.empty()) return {};
  return find({doc_.lines[own.first_line].range.begin, own.range.begin}, own.number);
}

/// Short values side by side on one line: "Date of decision: 4 May 2025 Date published: 6 May
/// 2025".
void PaperView::find_labels_along(std::size_t i, std::string_view kind) {
  const TextRange range = blocks_[i].range;
  const auto is_short_value = [&](const std::vector<std::size_t>& indices) {
    return std::all_of(indices.begin(), indices.end(), [&](std::size_t index) {
      const Rule& one = rule(index);
      return (one.shape == Shape::Line || one.shape == Shape::Flag) &&
             !one.field.starts_with("contacts");
    });
  };
  if (hits_.empty() || hits_.back().block != i || range.end - range.begin > kLongestLabelBlock)
    return;
  const std::string_view text = slice(doc_, range);
  for (std::size_t at = hits_.back().value - range.begin; at + 1 < text.size(); ++at) {
    const LabelHit& last = hits_.back();
    const bool colon = slice(doc_, {last.label.end, last.value}).find(':') != text.npos;
    if (!colon || !is_short_value(last.rules)) return;
    if (text[at] != ' ' || !starts_upper(text.substr(at + 1))) continue;
    const auto match = match_label(rules_, text.substr(at + 1), false);
    if (!match || !match->colon || text[at + 1 + match->label_end] != ':') continue;
    if (is_short_value(match->rules)) add_hit(i, range.begin + at + 1, *match, kind);
    at += match->label_end;
  }
}

void PaperView::drop_out_of_zone() {
  std::stable_sort(hits_.begin(), hits_.end(), [](const LabelHit& a, const LabelHit& b) {
    return a.label.begin < b.label.begin;
  });
  drop_unsupported(*this, hits_);
  set_front_end();
  std::erase_if(hits_, [&](LabelHit& hit) {
    std::erase_if(hit.rules,
                  [&](std::size_t index) { return !in_zone(rule(index).zone, hit.block); });
    return hit.rules.empty();
  });
  labelled_.assign(blocks_.size(), false);
  for (const LabelHit& hit : hits_) labelled_[hit.block] = true;
}

TextRange PaperView::head_range(std::size_t block) const {
  constexpr std::size_t kMostBlocks = 5;
  constexpr std::size_t kLongest = 400;  // bytes
  static const RE2 kStart(
      "(?i)^(?:(?:draft|unconfirmed) )?(?:minutes?|notes?|record|notice) of\\b");
  TextRange range = blocks_[block].range;
  if (!RE2::PartialMatch(text(range), kStart)) return range;
  for (std::size_t i = block + 1; i < std::min(block + kMostBlocks, blocks_.size()); ++i) {
    const bool goes_on = find_dates(text(range)).empty() && !labelled_[i] &&
                         blocks_[i].number.empty() && blocks_[i].cell.table == 0;
    if (!goes_on || blocks_[i].range.end - range.begin > kLongest) break;
    range.end = blocks_[i].range.end;
  }
  // Without a date at its end it was no such sentence.
  return find_dates(text(range)).empty() ? blocks_[block].range : range;
}

bool PaperView::in_zone(Zone zone, std::size_t block) const {
  switch (zone) {
    case Zone::Any:
      return true;
    case Zone::Front:
      return block < front_end_;
    case Zone::Head:
      return block < kHeadBlocks;
    case Zone::Body:
      return block >= front_end_;
  }
  return true;
}

/// The body starts at the first numbered heading, or at the first label of a section.
void PaperView::set_front_end() {
  front_end_ = std::min(blocks_.size(), kMostFrontBlocks);
  for (std::size_t i = 0; i < front_end_; ++i) {
    if (blocks_[i].kind == BlockKind::Heading && !blocks_[i].number.empty()) front_end_ = i;
  }
  for (const LabelHit& hit : hits_) {
    if (hit.block >= front_end_) break;
    const Rule& first = rule(hit.rules[0]);
    const Block& block = blocks_[hit.block];
    // "Venue: Town Hall" only ends the value before it, also in capitals.
    const bool only_ends =
        first.shape == Shape::None && (block.kind != BlockKind::Heading || !hit.whole);
    // "Purpose: For Decision" is a line of the front.
    constexpr std::size_t kShortLine = 40;  // bytes
    const bool line = !hit.whole && block.range.end - block.range.begin < kShortLine;
    if (starts_body(first.shape) && !only_ends && !line && block.cell.table == 0)
      front_end_ = hit.block;
  }
}

/// In a row of cells that are all labels, the values stand in the row below. Goes over each row
/// once. A row of very many labels is no header: each would look through the whole table.
void PaperView::set_headers_above() {
  constexpr std::size_t kMostColumns = 100;
  for (std::size_t i = 0; i < hits_.size();) {
    const Block& block = blocks_[hits_[i].block];
    std::size_t end = i + 1;
    while (end < hits_.size() && same_cell_row(blocks_[hits_[end].block], block)) ++end;
    if (block.cell.table > 0) set_headers_in_row(i, end, kMostColumns);
    i = end;
  }
}

/// The hits [first, last) stand in one row.
void PaperView::set_headers_in_row(std::size_t first, std::size_t last, std::size_t most) {
  std::size_t begin = hits_[first].block, end = hits_[last - 1].block + 1;
  // The cells of a row follow each other.
  while (begin > 0 && same_cell_row(blocks_[begin - 1], blocks_[end - 1])) --begin;
  while (end < blocks_.size() && same_cell_row(blocks_[end], blocks_[begin])) ++end;
  if (end - begin < 2 || end - begin > most) return;
  for (std::size_t k = first; k < last; ++k) {
    const Block& block = blocks_[hits_[k].block];
    if (!hits_[k].whole) continue;
    bool all_labels = true;
    for (std::size_t i = begin; i < end; ++i) {
      if (i == hits_[k].block) continue;
      const bool heading = labelled_[i] || (blocks_[i].style.bold && block.style.bold);
      all_labels = all_labels && heading && blocks_[i].cell.column != block.cell.column;
    }
    hits_[k].above = all_labels;
  }
}

}  // namespace moot
