#include "pipeline/layout_lines.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <map>
#include <string_view>
#include <utility>

namespace moot {
namespace {

struct Edges {
  double x0 = 1e9, x1 = -1e9;
};

bool has_marker(const Run& run) {
  return is_list_marker(std::string_view{run.text}.substr(0, run.text.find(' ')));
}

bool ends_sentence(const Run& run) {
  static constexpr std::string_view kEnds = ".:;!?";
  return !run.text.empty() && kEnds.find(run.text.back()) != std::string_view::npos;
}

/// As ends_sentence(), or as the items of a list end.
bool ends_item(const Run& run) {
  const std::string_view text{run.text};
  return ends_sentence(run) || text.ends_with(',') || text.ends_with(" and") ||
         text.ends_with(" or");
}

bool starts_lower(const Run& run) {
  return !run.text.empty() && std::islower(static_cast<unsigned char>(run.text.front())) != 0;
}

bool is_centred(const Run& run, const Edges& edges) {
  const double left = run.box.x0 - edges.x0;
  const double right = edges.x1 - run.box.x1;
  return left > 3 * run.size && std::abs(left - right) < 1.5 * run.size;
}

bool same_type(const Run& a, const Run& b) {
  return a.bold == b.bold && std::abs(a.size - b.size) < 0.12 * std::max(a.size, b.size);
}

/// The line above ended before the edge although the next word had room: somebody ended it.
bool ended_early(const Run& above, const Run& run, const Edges& edges) {
  const double room = edges.x1 - above.box.x1 - run.first_word - 0.3 * run.size;
  const double width = std::max(edges.x1 - above.box.x0, 1.0);
  if (room <= 0.06 * width) return false;
  return ends_sentence(above) || (room > 0.3 * width && !starts_lower(run));
}

/// Indented or set out, but not the second line of a hanging indent.
bool indent_changes(const TextLine& above, const TextLine& line) {
  const double em = std::max(line.run.size, 1.0);
  if (std::abs(line.run.box.x0 - above.run.box.x0) < em) return false;
  return std::abs(line.run.box.x0 - above.run.text_x) > em;
}

/// The first word had no room in the line above.
bool is_full(const Run& above, const Run& run, const Edges& edges) {
  return edges.x1 - above.box.x1 < run.first_word + 0.3 * run.size;
}

/// "2016." may stand at the start of a line by chance; a list item does not.
bool starts_item(const TextLine& above, const TextLine& line, const Edges& edges) {
  const double em = std::max(line.run.size, 1.0);
  if (!has_marker(line.run) || line.run.box.x0 > above.run.text_x + em) return false;
  if (std::abs(line.run.box.x0 - above.run.text_x) > 0.5 * em) return true;
  return ends_item(above.run) || !is_full(above.run, line.run, edges);
}

bool starts_below(const TextLine& above, bool above_starts, const TextLine& line,
                  const Edges& edges, double leading) {
  const double size = std::max({above.run.size, line.run.size, 1.0});
  if (line.base - above.base > 1.3 * leading * size) return true;
  if (starts_item(above, line, edges)) return true;
  if (!same_type(above.run, line.run) && (above.run.words > 1 || line.run.words > 1)) return true;
  if (is_centred(above.run, edges) && is_centred(line.run, edges)) return false;
  if (ended_early(above.run, line.run, edges)) return true;
  // The second line of a paragraph may stand in or out from the first.
  if (above_starts && is_full(above.run, line.run, edges)) return false;
  return indent_changes(above, line);
}

/// The top of a page or column says nothing of white space.
bool starts_elsewhere(const TextLine& above, const TextLine& line, const Edges& edges) {
  if (above.cell != line.cell) return true;
  if (has_marker(line.run) && (ends_item(above.run) || !is_full(above.run, line.run, edges))) {
    return true;
  }
  if (!same_type(above.run, line.run)) return true;
  return ended_early(above.run, line.run, edges);
}

RawLine to_raw_line(TextLine&& line) {
  RawLine raw;
  raw.text = std::move(line.run.text);
  raw.page = line.page;
  raw.box = line.run.box;
  raw.style = {line.run.size, line.run.bold, 0};
  raw.role = line.role;
  raw.cell = line.cell;
  raw.certainty = line.run.certainty;
  return raw;
}

/// The lines that share edges: those of one flow, in a table of one column.
std::pair<int, int> column_of(const TextLine& line) {
  return {line.flow, line.cell.column};
}

std::map<std::pair<int, int>, Edges> find_edges(const std::vector<TextLine>& lines) {
  std::map<std::pair<int, int>, Edges> edges;
  for (const TextLine& line : lines) {
    if (line.role != LineRole::Body || line.margin) continue;
    Edges& edge = edges[column_of(line)];
    edge.x0 = std::min(edge.x0, line.run.box.x0);
    edge.x1 = std::max(edge.x1, line.run.box.x1);
  }
  return edges;
}

std::vector<bool> find_starts(const std::vector<TextLine>& lines, double leading) {
  const auto edges = find_edges(lines);
  std::vector<bool> starts(lines.size(), true);
  const TextLine* above = nullptr;
  bool above_starts = true;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const TextLine& line = lines[i];
    if (line.role != LineRole::Body || line.margin) continue;
    if (above != nullptr) {
      const Edges& edge = edges.at(column_of(*above));
      starts[i] = above->flow == line.flow && above->cell == line.cell
                      ? starts_below(*above, above_starts, line, edge, leading)
                      : starts_elsewhere(*above, line, edge);
    }
    above = &line;
    above_starts = starts[i];
  }
  return starts;
}

}  // namespace

std::vector<RawLine> to_raw_lines(std::vector<TextLine> lines, double leading) {
  const std::vector<bool> starts = find_starts(lines, leading);
  std::vector<RawLine> out;
  out.reserve(lines.size());
  std::vector<RawLine> margin;  // waits for the end of its paragraph, or of its page
  const auto release = [&] {
    for (RawLine& line : margin) out.push_back(std::move(line));
    margin.clear();
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool is_margin = lines[i].margin;
    RawLine raw = to_raw_line(std::move(lines[i]));
    raw.starts_paragraph = starts[i];
    if (is_margin) {
      margin.push_back(std::move(raw));
      continue;
    }
    if (raw.starts_paragraph || (!out.empty() && out.back().page != raw.page)) release();
    out.push_back(std::move(raw));
  }
  release();
  return out;
}

}  // namespace moot
