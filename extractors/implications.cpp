#include "extractors/implications.hpp"

#include <algorithm>
#include <limits>

#include "extractors/implication_context.hpp"
#include "extractors/implication_heading.hpp"
#include "extractors/label_match.hpp"
#include "extractors/shapes.hpp"
#include "extractors/sign_off.hpp"
#include "extractors/values.hpp"

namespace moot {

namespace {

constexpr std::string_view kPrefix = "implications/";
constexpr std::string_view kSignOff = "implications/sign_off";

bool is_implication(const Rule& rule) {
  return rule.field.starts_with(kPrefix) && rule.field != kSignOff;
}

bool announces_sign_off(const PaperView& view, const LabelHit& hit) {
  return std::any_of(hit.rules.begin(), hit.rules.end(),
                     [&](std::size_t index) { return view.rule(index).field == kSignOff; });
}

/// Text and sign-off of one implication.
struct Parts {
  std::vector<Piece> text;
  std::vector<Piece> sign_off;
};

/// A row of the table: text in the next column that has more than a tick, the sign-off in the last.
Parts split_row(const PaperView& view, const LabelHit& hit, const std::vector<Piece>& pieces) {
  Parts parts;
  const int own = view.blocks()[hit.block].cell.column;
  const int text = text_column(view, hit.block);
  for (const Piece& piece : pieces) {
    const int column = view.blocks()[piece.block].cell.column;
    if (column > own && column < text) continue;
    // "Legal implications: (authorised by the Borough Solicitor)" | "The lease ...".
    const bool beside =
        column == own && pieces.size() > 1 && is_sign_off(view.rules(), view.text(piece.range));
    (column > text || beside ? parts.sign_off : parts.text).push_back(piece);
  }
  if (parts.sign_off.empty()) parts.sign_off = take_sign_off(view, parts.text);
  return parts;
}

/// The table run into paragraphs: the last paragraph is the sign-off, two when the first of them
/// ends with a comma ("A Name, / Senior Finance Manager").
Parts split_flat(const PaperView& view, std::vector<Piece> pieces) {
  Parts parts;
  if (pieces.size() >= 2) {
    std::size_t tail = 1;
    if (pieces.size() >= 3 && view.text(pieces[pieces.size() - 2].range).ends_with(",")) tail = 2;
    const auto cut = pieces.end() - static_cast<std::ptrdiff_t>(tail);
    parts.sign_off.assign(cut, pieces.end());
    pieces.erase(cut, pieces.end());
  }
  parts.text = std::move(pieces);
  return parts;
}

/// Byte ranges in which the table stands run into paragraphs: from its header "Sign-off" to the
/// next heading.
std::vector<TextRange> flat_tables(const PaperView& view) {
  std::vector<TextRange> ranges;
  for (const LabelHit& hit : view.hits()) {
    const Block& block = view.blocks()[hit.block];
    if (!hit.whole || block.cell.table > 0 || !announces_sign_off(view, hit)) continue;
    std::size_t end = std::numeric_limits<std::size_t>::max();
    for (std::size_t i = hit.block + 1; i < view.blocks().size(); ++i) {
      if (view.blocks()[i].kind != BlockKind::Heading || view.has_label(i)) continue;
      end = view.blocks()[i].range.begin;
      break;
    }
    ranges.push_back({hit.label.end, end});
  }
  return ranges;
}

/// "Equalities implications: Equalities implications An assessment ...": the label once more.
void drop_repeated_label(const PaperView& view, std::vector<Piece>& pieces) {
  if (pieces.empty()) return;
  const std::string_view text = slice(view.doc(), pieces[0].range);
  const auto match = match_label(view.rules(), text, true);
  if (!match || match->value >= text.size() || match->separated) return;
  if (!is_implication(view.rule(match->rules[0]))) return;
  pieces[0].range.begin += match->value;
}

Parts split(const PaperView& view, const LabelHit& hit, const std::vector<TextRange>& flat) {
  std::vector<Piece> pieces = view.content(hit, Shape::Prose);
  drop_repeated_label(view, pieces);
  if (view.blocks()[hit.block].cell.table > 0) return split_row(view, hit, pieces);
  const bool inside = std::any_of(flat.begin(), flat.end(), [&](TextRange range) {
    return range.begin <= hit.label.begin && hit.label.begin < range.end;
  });
  if (inside) return split_flat(view, std::move(pieces));
  Parts parts;
  parts.sign_off = take_sign_off(view, pieces);
  parts.text = std::move(pieces);
  return parts;
}

/// The sign-off line that ended this implication's prose, if one did ("Finance Officer
/// consulted: ...").
std::vector<Piece> sign_off_after(const PaperView& view, std::size_t index) {
  if (index + 1 >= view.hits().size()) return {};
  const LabelHit& next = view.hits()[index + 1];
  if (!announces_sign_off(view, next) || next.whole) return {};
  return {{view.blocks()[next.block].range, next.block}};
}

/// A sign-off that ended the text: it looks like a heading ("[AQ/03112025/B]", bold lines), or is a
/// row of its own below the label of a table.
std::vector<Piece> sign_off_below(const PaperView& view, const LabelHit& hit,
                                  const std::vector<Piece>& text) {
  if (text.empty() || text.back().block + 1 >= view.blocks().size()) return {};
  const std::size_t next = text.back().block + 1;
  const Block& block = view.blocks()[next];
  const Cell own = view.blocks()[hit.block].cell;
  const bool row =
      own.table > 0 && block.cell.table == own.table && block.cell.column == own.column;
  const bool below = row || (own.table == 0 && block.kind == BlockKind::Heading);
  if (!below || view.has_label(next) || !is_sign_off(view.rules(), view.text(next))) return {};
  return {{block.range, next}};
}

/// One implication on its way to the record: its rules, and the value without a kind.
struct Draft {
  std::vector<std::size_t> rules;
  Value value;
  TextRange label;
};

void propose(const PaperView& view, const std::vector<Draft>& all, RecordBuilder& builder) {
  for (const Draft& found : all) {
    for (std::size_t index : found.rules) {
      const Rule& rule = view.rule(index);
      Value value = found.value;
      value.kind = rule.field.substr(kPrefix.size());
      builder.propose({rule.id, rule.weight, Basis::Stated, found.label}, "implications",
                      {std::move(value)});
    }
  }
}

}  // namespace

void propose_implications(const PaperView& view, RecordBuilder& builder) {
  const std::vector<TextRange> flat = flat_tables(view);
  std::vector<Draft> all;
  for (std::size_t i = 0; i < view.hits().size(); ++i) {
    const LabelHit& hit = view.hits()[i];
    std::vector<std::size_t> rules;
    for (std::size_t index : hit.rules) {
      if (is_implication(view.rule(index))) rules.push_back(index);
    }
    if (rules.empty() && is_container(view, hit)) {
      const std::vector<Value> prose = read_prose(view, view.content(hit, Shape::Prose));
      if (!prose.empty()) rules = match_none_of(view.rules(), prose[0].text);
    }
    if (rules.empty()) continue;
    Parts parts = split(view, hit, flat);
    if (parts.sign_off.empty()) parts.sign_off = sign_off_after(view, i);
    if (parts.sign_off.empty()) parts.sign_off = sign_off_below(view, hit, parts.text);
    const std::vector<Value> prose = read_prose(view, parts.text);
    // A heading over sub-headings, or a label with nothing under it.
    if (prose.empty()) continue;
    if (view.blocks()[hit.block].cell.table > 0 && !is_prose(prose[0].text)) continue;
    if (!hit.whole && is_only_a_person(prose[0].text)) {
      if (!all.empty() && !all.back().value.sign_off) {
        all.back().value.sign_off = view.text(hit.block);
        all.back().value.places["sign_off"] = view.blocks()[hit.block].range;
      }
      continue;
    }
    Draft found{std::move(rules), prose[0], hit.label};
    found.value.heading = view.text(hit.label);
    found.value.places["heading"] = hit.label;
    while (found.value.heading->ends_with(":") || found.value.heading->ends_with(" ")) {
      found.value.heading->pop_back();
    }
    if (!parts.sign_off.empty()) {
      found.value.sign_off = joined_text(view, parts.sign_off);
      found.value.places["sign_off"] = span_of(parts.sign_off);
    }
    all.push_back(std::move(found));
  }
  propose(view, all, builder);
}

}  // namespace moot
