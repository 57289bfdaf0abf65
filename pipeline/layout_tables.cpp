#include "pipeline/layout_tables.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

#include "pipeline/layout_table_lines.hpp"

namespace moot {
namespace {

bool starts_with_digit(const Run& run) {
  return !run.text.empty() && std::isdigit(static_cast<unsigned char>(run.text.front())) != 0;
}

/// Labels side by side, each over or before its own value; most of them show it by a colon.
bool is_block_head(const TableLine& line) {
  const auto labels = std::count_if(line.columns.begin(), line.columns.end(), [](const auto& cell) {
    return starts_with_label(cell.second);
  });
  return line.columns.size() > 1 && 2 * static_cast<std::size_t>(labels) > line.columns.size();
}

/// Starts with a digit, a sign, a bracket or the first byte of a pound sign.
bool is_figure(const Run& run) {
  return starts_with_digit(run) || run.text.find_first_of("+-(\xC2") == 0;
}

bool only_labels(const TableLine& line) {
  return std::all_of(line.columns.begin(), line.columns.end(),
                     [](const auto& cell) { return ends_with_colon(cell.second); });
}

bool all_bold(const TableLine& line) {
  return std::all_of(line.columns.begin(), line.columns.end(),
                     [](const auto& cell) { return cell.second.bold; });
}

bool has_address(const TableLine& line, int column) {
  const Run* run = line.at(column);
  return run != nullptr && run->text.find('@') != std::string::npos;
}

/// Contacts side by side, each with an e-mail address: the first line of their blocks, under their
/// last bold heads; the number of lines where there are none.
std::size_t contacts_start(const std::vector<TableLine>& lines) {
  for (const int column : {1, 2}) {
    const bool any = std::any_of(lines.begin(), lines.end(), [&](const TableLine& line) {
      return line.column_count == 2 && has_address(line, column);
    });
    if (!any) return lines.size();
  }
  std::size_t start = 0;
  for (std::size_t k = 0; k < lines.size(); ++k) {
    if (has_address(lines[k], 1) || has_address(lines[k], 2)) break;
    if (lines[k].columns.size() != 2) continue;
    if (is_block_head(lines[k]) || (all_bold(lines[k]) && lines[k].gap_above)) start = k;
  }
  return start;
}

/// Leading inside the table, which may be set tighter than the text around it.
double leading_inside(const Region& region, const std::vector<Row>& rows, double leading) {
  std::vector<double> pitches;
  for (std::size_t i = region.first + 1; i < region.last; ++i) {
    const double size = std::max(rows[i].size, 1.0);
    pitches.push_back((rows[i].base - rows[i - 1].base) / size);
  }
  if (pitches.size() < 4) return leading;
  const auto low = pitches.begin() + static_cast<std::ptrdiff_t>(pitches.size() / 5);
  std::nth_element(pitches.begin(), low, pitches.end());
  return std::clamp(*low, 1.0, std::max(leading, 1.0));
}

/// Tells where the rows of a table start.
class RowStarts {
 public:
  RowStarts(const Region& region, const std::vector<Row>& rows, std::vector<TableLine>& lines,
            const LinePitches& pitches)
      : lines_(lines) {
    const double inside = leading_inside(region, rows, pitches.usual);
    measure(lines);
    find_gaps(rows, lines, inside);
    mark_small_print(lines, 1.3 * inside);
    mark_ruled(rows, lines, pitches);
    contacts_ = contacts_start(lines);
    count(lines);
  }

  bool starts(std::size_t k) const {
    if (k == 0 || k == contacts_) return true;
    if (k > contacts_) return false;
    const TableLine& line = lines_[k];
    const TableLine& above = lines_[k - 1];
    if (line.column_count != above.column_count && line.gap_above) return true;
    if (line.in_block) return !above.in_block || is_block_head(line);
    const Run* first = line.at(1);
    if (first == nullptr) {
      return line.gap_above && line.column_count > 2 && line.columns.size() > 1;
    }
    if (line.same_cell) return false;
    if (line.gap_above || line.ruled) return true;
    const Run* label = above.at(1);
    if (line.tight && label != nullptr) return ends_with_colon(*label) && ends_with_colon(*first);
    if (label != nullptr && are_alike(*label, *first)) return true;
    const bool centred = edges_.at(1).centred(first->size);
    if (line.column_count == 2) {
      if (label == nullptr) return true;
      if (ends_with_colon(*label)) return true;
      if (labelled_) return !centred && !wraps(*label, *first, 1);
    } else if (labelled_ && label != nullptr) {
      return ends_with_colon(*label);
    } else if (line.columns.size() == 1 && label != nullptr) {
      return false;  // all other cells of this row are full already
    }
    if (all_bold(above) && !all_bold(line)) return true;
    if (spaced_ || centred) return false;
    if (line.columns.size() > 2 && all_bold(above) && all_bold(line)) return false;
    return !all_wrap(above, line);
  }

 private:
  void count(const std::vector<TableLine>& lines) {
    int firsts = 0, gaps = 0, labels = 0, cells = 0, figures = 0;
    for (const TableLine& line : lines) {
      for (const auto& [column, run] : line.columns) {
        if (column == 1) continue;
        ++cells;
        figures += is_figure(run) ? 1 : 0;
      }
      const Run* first = line.at(1);
      if (first == nullptr) continue;
      ++firsts;
      gaps += line.gap_above ? 1 : 0;
      labels += ends_with_colon(*first) ? 1 : 0;
    }
    // White space parts groups of rows, too, where the rows are of figures.
    const int least = 10 * figures < 6 * cells ? 4 : 2;
    spaced_ = least * gaps >= firsts - 1 && gaps > 0;
    labelled_ = 3 * labels >= firsts && labels > 0;
  }

  /// Where the text of a column begins and ends.
  struct Edges {
    double x0 = 1e9, x1 = -1e9;             ///< outermost
    double last_x0 = -1e9, first_x1 = 1e9;  ///< innermost

    double first_middle = 1e9, last_middle = -1e9;

    bool centred(double size) const {
      return last_middle - first_middle < 3 && last_x0 - x0 > size;
    }
    bool right_aligned(double size) const { return x1 - first_x1 < 3 && last_x0 - x0 > size; }
  };

  void measure(const std::vector<TableLine>& lines) {
    for (const TableLine& line : lines) {
      for (const auto& [column, run] : line.columns) {
        Edges& edges = edges_[column];
        edges.x0 = std::min(edges.x0, run.box.x0);
        edges.x1 = std::max(edges.x1, run.box.x1);
        edges.last_x0 = std::max(edges.last_x0, run.box.x0);
        edges.first_x1 = std::min(edges.first_x1, run.box.x1);
        const double middle = (run.box.x0 + run.box.x1) / 2;
        edges.first_middle = std::min(edges.first_middle, middle);
        edges.last_middle = std::max(edges.last_middle, middle);
      }
    }
  }

  static void find_gaps(const std::vector<Row>& rows, std::vector<TableLine>& lines,
                        double inside) {
    for (std::size_t k = 0; k < lines.size(); ++k) {
      TableLine& line = lines[k];
      if (k > 0) {
        const Row& row = rows[line.row];
        const Row& above = rows[lines[k - 1].row];
        const double size = std::max({row.size, above.size, 1.0});
        line.gap_above = row.base - above.base > 1.3 * inside * size;
      }
      const bool head = is_block_head(line);
      const Run* first = line.at(1);
      const bool label = first != nullptr && ends_with_colon(*first);
      const bool below = k > 0 && lines[k - 1].in_block && !label;
      // A value may stand lower under a label that has a line of its own.
      line.in_block = head || (below && (!line.gap_above || only_labels(lines[k - 1])));
    }
  }

  /// The line above was full: the first word of this one had no room there.
  bool wraps(const Run& above, const Run& run, int column) const {
    if (edges_.at(column).right_aligned(run.size)) return false;
    double limit = edges_.at(column).x1;
    const auto next = edges_.upper_bound(column);
    if (next != edges_.end()) limit = std::max(limit, next->second.x0 - run.size);
    return above.box.x1 + 0.25 * run.size + run.first_word > limit;
  }

  bool all_wrap(const TableLine& above, const TableLine& line) const {
    for (const auto& [column, run] : line.columns) {
      const Run* before = above.at(column);
      if (before == nullptr || starts_with_digit(run) || !wraps(*before, run, column)) return false;
      if (column == 1 && first_word(*before) == first_word(run)) return false;  // "Appendix 2"
    }
    return true;
  }

  const std::vector<TableLine>& lines_;
  std::map<int, Edges> edges_;
  std::size_t contacts_ = 0;  ///< line at which contacts side by side start
  bool spaced_ = false;       ///< white space parts the rows
  bool labelled_ = false;     ///< labels end with a colon
};

/// Gives remarks rows of their own, after those that they belong to.
void number_rows(std::vector<CellLine>& cells) {
  int number = 0;
  std::pair<int, bool> last{0, false};
  for (CellLine& cell : cells) {
    const std::pair<int, bool> row{cell.table_row, cell.remark};
    if (row != last) ++number;
    last = row;
    cell.table_row = number;
  }
}

}  // namespace

bool starts_with_label(const Run& run) {
  const std::size_t colon = run.text.find(':');
  if (colon == std::string::npos || colon > 30) return false;
  return colon + 1 == run.text.size() || run.text[colon + 1] == ' ';
}

Run join_runs(const Run& a, const Run& b) {
  Run run = a;
  run.certainty = joined_certainty(a, b);
  run.text += ' ';
  run.text += b.text;
  run.box = {std::min(a.box.x0, b.box.x0), std::min(a.box.y0, b.box.y0),
             std::max(a.box.x1, b.box.x1), std::max(a.box.y1, b.box.y1)};
  run.size = a.text.size() >= b.text.size() ? a.size : b.size;
  run.bold = a.bold && b.bold;
  run.words += b.words;
  for (RunPiece piece : b.pieces) {
    piece.at += a.text.size() + 1;
    run.pieces.push_back(piece);
  }
  return run;
}

std::vector<CellLine> find_cells(const Region& region, const std::vector<Row>& rows,
                                 const LinePitches& pitches) {
  std::vector<TableLine> lines = to_table_lines(region, rows);
  const RowStarts starts{region, rows, lines, pitches};
  std::vector<CellLine> cells;
  int table_row = 0;
  for (std::size_t k = 0; k < lines.size(); ++k) {
    if (starts.starts(k)) ++table_row;
    for (auto& [column, run] : lines[k].columns) {
      cells.push_back({lines[k].row, table_row, column, lines[k].remark && column == 1, run});
    }
  }
  std::stable_sort(cells.begin(), cells.end(), [](const CellLine& a, const CellLine& b) {
    return std::tie(a.table_row, a.remark, a.column, a.row) <
           std::tie(b.table_row, b.remark, b.column, b.row);
  });
  number_rows(cells);
  return cells;
}

}  // namespace moot
