#include "pipeline/document.hpp"

#include <algorithm>
#include <array>
#include <cassert>

namespace moot {
namespace {

/// Whether `next` stands in another column than `line`, both on one page: it is above it, or far
/// to its side, or in another column of its table. A hanging number stays with its words.
bool jumps(const Line& line, const Line& next) {
  if (line.cell.table != 0 && line.cell.table == next.cell.table) {
    return line.cell.column != next.cell.column;
  }
  const double height = line.box.y1 - line.box.y0;
  const double middle = (line.box.y0 + line.box.y1) / 2;
  if (next.box.y1 <= middle) return true;
  const bool beside = next.box.y0 < middle;
  const double gap = std::max(next.box.x0 - line.box.x1, line.box.x0 - next.box.x1);
  return beside && gap > 4 * height;
}

Box united(const Box& a, const Box& b) {
  return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

std::vector<Place> places_of(const Document& doc, TextRange range, bool body) {
  std::vector<Place> found;
  const Line* last = nullptr;
  for (std::size_t i = line_at(doc, range.begin); i < doc.lines.size(); ++i) {
    const Line& line = doc.lines[i];
    if (line.range.begin >= range.end) break;
    if ((line.role == LineRole::Body) != body) continue;
    const TextRange part{std::max(range.begin, line.range.begin),
                         std::min(range.end, line.range.end)};
    if (part.empty()) continue;
    const bool same =
        last != nullptr && last->page == line.page && (line.page == 0 || !jumps(*last, line));
    if (same) {
      found.back().range.end = part.end;
      if (line.page != 0) found.back().box = united(found.back().box, line.box);
    } else {
      found.push_back({line.page, line.page != 0 ? line.box : Box{}, part});
    }
    last = &line;
  }
  return found;
}

}  // namespace

bool is_gap(const Note& note) {
  static constexpr std::array<std::string_view, 6> kGaps{"no-text-layer", "page-not-read",
                                                         "truncated",     "poor-text",
                                                         "ocr-failed",    "ocr-not-installed"};
  return std::find(kGaps.begin(), kGaps.end(), note.what) != kGaps.end();
}

std::string_view slice(const Document& doc, TextRange range) {
  assert(range.begin <= range.end && range.end <= doc.text.size());
  return std::string_view(doc.text).substr(range.begin, range.end - range.begin);
}

std::size_t line_at(const Document& doc, std::size_t offset) {
  assert(!doc.lines.empty() && offset <= doc.text.size());
  const auto after = std::upper_bound(
      doc.lines.begin(), doc.lines.end(), offset,
      [](std::size_t value, const Line& line) { return value < line.range.begin; });
  if (after == doc.lines.begin()) return 0;
  return static_cast<std::size_t>(after - doc.lines.begin()) - 1;
}

std::vector<Place> places(const Document& doc, TextRange range) {
  if (range.empty() || doc.lines.empty()) return {};
  std::vector<Place> found = places_of(doc, range, true);
  // A value may be printed in a running head alone, such as the council's name.
  return found.empty() ? places_of(doc, range, false) : found;
}

}  // namespace moot
