// What stands at a label: the content that a rule's shape is read from.

#include <algorithm>
#include <array>
#include <limits>

#include "extractors/paper_view.hpp"

namespace moot {

std::vector<Piece> PaperView::pieces(std::size_t block, TextRange range) const {
  std::vector<Piece> result;
  for (std::size_t i = block; i < blocks_.size() && blocks_[i].range.begin < range.end; ++i) {
    TextRange part{std::max(blocks_[i].range.begin, range.begin),
                   std::min(blocks_[i].range.end, range.end)};
    if (part.empty()) part.end = part.begin;  // a number in front of the range
    const bool number_alone = blocks_[i].range.empty() && !blocks_[i].number.empty();
    if (!part.empty() || number_alone) result.push_back({part, i});
  }
  return result;
}

/// The hits after the one that starts at this byte.
std::vector<LabelHit>::const_iterator PaperView::hits_after(std::size_t begin) const {
  return std::upper_bound(hits_.begin(), hits_.end(), begin,
                          [](std::size_t at, const LabelHit& hit) { return at < hit.label.begin; });
}

/// Where the prose at a label ends: at the next label, or at a heading that does not stand below
/// the label's own.
std::size_t PaperView::prose_end(const LabelHit& hit, Shape shape) const {
  std::size_t end = doc_.lines.empty() ? 0 : blocks_.back().range.end;
  const auto next =
      std::find_if(hits_after(hit.label.begin), hits_.end(), [&](const LabelHit& other) {
        return !belongs_inside(other, shape) || is_sibling(hit, other);
      });
  if (next != hits_.end()) {
    end = std::min(end,
                   next->block == hit.block ? next->label.begin : blocks_[next->block].range.begin);
  }
  const Block& own = blocks_[hit.block];
  const int level = own.kind == BlockKind::Heading ? own.level : std::numeric_limits<int>::max();
  for (std::size_t i = hit.block + 1; i < blocks_.size() && blocks_[i].range.begin < end; ++i) {
    // A label that belongs inside may look like a heading.
    if (blocks_[i].kind == BlockKind::Heading && blocks_[i].level <= level && !labelled_[i]) {
      end = blocks_[i].range.begin;
    }
  }
  return end;
}

/// Blocks of contacts and timetables have labels of their own inside; titles in a table, beside
/// their numbers, may read like labels ("Appendix 1 | Consultation responses").
bool PaperView::belongs_inside(const LabelHit& hit, Shape shape) const {
  if (shape == Shape::Names && blocks_[hit.block].cell.column > 1) return true;
  return std::any_of(hit.rules.begin(), hit.rules.end(), [&](std::size_t index) {
    const Rule& inner = rule(index);
    if (shape == Shape::Contacts) return inner.field.starts_with("contacts");
    return shape == Shape::Timetable && !starts_body(inner.shape) && inner.shape != Shape::Names;
  });
}

/// Two labels of the same rank that announce contacts: the second ends the first one's content. A
/// section "Contact details" holds labels of the kind.
bool PaperView::is_sibling(const LabelHit& hit, const LabelHit& other) const {
  const auto announces = [&](const LabelHit& one) {
    return std::any_of(one.rules.begin(), one.rules.end(),
                       [&](std::size_t index) { return rule(index).field == "contacts"; });
  };
  if (!announces(hit) || !announces(other)) return false;
  const Block& a = blocks_[hit.block];
  const Block& b = blocks_[other.block];
  if (a.kind != BlockKind::Heading) return true;
  return b.kind == BlockKind::Heading && b.level <= a.level;
}

/// Where the value of a hit ends inside its own block: at the next label there, if there is one.
std::size_t PaperView::own_end(const LabelHit& hit) const {
  const auto next = hits_after(hit.label.begin);
  const bool inside = next != hits_.end() && next->block == hit.block;
  return inside ? next->label.begin : blocks_[hit.block].range.end;
}

/// A block that is labelled with something else than a part of this content.
bool PaperView::ends_content(std::size_t block, Shape shape) const {
  if (!labelled_[block]) return false;
  auto hit = std::lower_bound(hits_.begin(), hits_.end(), block,
                              [](const LabelHit& a, std::size_t b) { return a.block < b; });
  for (; hit != hits_.end() && hit->block == block; ++hit) {
    if (!belongs_inside(*hit, shape)) return true;
  }
  return false;
}

/// A cell that is a header of cells below it.
bool PaperView::is_header(std::size_t block) const {
  if (!labelled_[block]) return false;
  const auto hit = std::lower_bound(hits_.begin(), hits_.end(), block,
                                    [](const LabelHit& a, std::size_t b) { return a.block < b; });
  return hit != hits_.end() && hit->block == block && hit->above;
}

namespace {

constexpr std::array<std::string_view, 6> kOpenEnds = {" and", " of", " for",
                                                       " the", " &",  " with"};

/// "(name and job title)": small print under a label of a form, which says what belongs there.
bool is_remark(const std::string& text) {
  return text.size() > 2 && text.front() == '(' && text.find(')') == text.size() - 1;
}

}  // namespace

/// The cells that belong to a label in a cell: further paragraphs of its own cell, the cells to its
/// right, and those of rows below whose cell in the label's column is empty; or, for a header, the
/// cells below it.
std::vector<Piece> PaperView::cell_content(const LabelHit& hit, Shape shape) const {
  constexpr std::size_t kMostCells = 1000;  // many labels of one cell share those beside it
  const bool all_rows = is_section_shape(shape);
  const Cell own = blocks_[hit.block].cell;
  std::vector<Piece> result;
  std::size_t rows_below = 0;  // with a value of their own in this column
  // The cells of a table follow each other, row by row.
  for (std::size_t i = hit.block + 1; i < blocks_.size() && blocks_[i].cell.table == own.table;
       ++i) {
    const Cell& cell = blocks_[i].cell;
    bool belongs = cell.column > own.column || cell == own;
    if (hit.above) {
      belongs = cell.column == own.column && cell.row > own.row;
      if (!all_rows && cell.row > own.row + 1) {
        rows_below += belongs && cell.row == own.row + 2 && !labelled_[i];
        continue;
      }
    } else if (cell.row > own.row && cell.column <= own.column) {
      if (cell.column == own.column && is_remark(text(i))) continue;
      break;  // the next row
    }
    if (!belongs) continue;
    const bool title = hit.above && shape == Shape::Names;  // whatever it reads like
    if (!title && ends_content(i, shape)) break;
    if ((hit.above && is_header(i)) || result.size() == kMostCells) break;
    result.push_back({blocks_[i].range, i});
  }
  if (rows_below > 0) return {};  // a column of many values is none of the paper's own
  return result;
}

/// A cell that ends in "and" or "of" goes on in a short line below the table, which was taken for
/// a paragraph of its own.
std::vector<Piece> PaperView::with_rest_below(std::vector<Piece> cells) const {
  constexpr std::size_t kShort = 60;  // bytes
  const std::string value = text(cells.back().range);
  const bool open = std::any_of(kOpenEnds.begin(), kOpenEnds.end(),
                                [&](std::string_view end) { return value.ends_with(end); });
  if (!open) return cells;
  std::size_t below = cells.back().block;
  const int table = blocks_[below].cell.table;
  while (below < blocks_.size() && blocks_[below].cell.table == table) ++below;
  if (below == blocks_.size()) return cells;
  const Block& rest = blocks_[below];
  const bool fits = rest.cell.table == 0 && rest.number.empty() && !rest.bullet &&
                    !labelled_[below] && rest.range.end - rest.range.begin < kShort;
  if (fits) cells.push_back({rest.range, below});
  return cells;
}

std::vector<Piece> PaperView::line_content(const LabelHit& hit) const {
  const Block& own = blocks_[hit.block];
  const std::size_t end = own_end(hit);
  if (hit.value < end) return {{{hit.value, end}, hit.block}};
  if (end < own.range.end) return {};  // a label straight after the label
  if (own.cell.table > 0) {
    if (auto cells = cell_content(hit, Shape::Line); !cells.empty())
      return with_rest_below(std::move(cells));
  }
  const std::size_t next = hit.block + 1;
  if (next >= blocks_.size() || labelled_[next]) return {};
  return {{blocks_[next].range, next}};
}

std::vector<Piece> PaperView::content(const LabelHit& hit, Shape shape) const {
  const Block& own = blocks_[hit.block];
  if (shape == Shape::Line || shape == Shape::Flag) return line_content(hit);
  if (own.cell.table > 0) {
    std::vector<Piece> result;
    if (hit.value < own_end(hit)) result.push_back({{hit.value, own_end(hit)}, hit.block});
    auto cells = cell_content(hit, shape);
    result.insert(result.end(), cells.begin(), cells.end());
    if (!result.empty()) return result;
  }
  // A route through meetings on the label's own line does not go on below it.
  if (shape == Shape::Timetable && hit.value < own_end(hit)) return line_content(hit);
  return pieces(hit.block, {hit.value, prose_end(hit, shape)});
}

}  // namespace moot
