#include "pipeline/layout.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <utility>

#include "pipeline/layout_columns.hpp"
#include "pipeline/layout_furniture.hpp"
#include "pipeline/layout_lines.hpp"
#include "pipeline/layout_margins.hpp"
#include "pipeline/layout_pitch.hpp"
#include "pipeline/layout_rows.hpp"
#include "pipeline/layout_tables.hpp"
#include "pipeline/page_turn.hpp"

namespace moot {
namespace {

/// The turn in which most words of a page are set: landscape tables on upright pages.
int main_rotation(const Page& page) {
  std::array<std::size_t, 4> counts{};
  for (const Word& word : page.words) ++counts[static_cast<std::size_t>(word.rotation & 3)];
  const auto most = std::max_element(counts.begin(), counts.end());
  return 2 * *most > page.words.size() ? static_cast<int>(most - counts.begin()) : 0;
}

/// Turned upright and level.
Page straightened(const Page& page, int turns) {
  Page out = page;
  if (turns % 2 == 1) std::swap(out.width, out.height);
  for (Word& word : out.words) {
    word.box = turned(word.box, {page.width, page.height}, turns);
    if (page.skew != 0) word.box = levelled(word.box, {out.width, out.height}, page.skew);
    word.rotation = (word.rotation - turns + 4) & 3;
  }
  return out;
}

/// "Dated: 3 May 2022" and "Ward: Mill" side by side are two lines; text with a gap is one.
bool stand_apart(const Run& left, const Run& right) {
  if (right.box.x0 - left.box.x1 < 3 * std::max(left.size, right.size)) return false;
  if (left.text.back() == ':') return false;
  return starts_with_label(left) || starts_with_label(right);
}

std::vector<Run> whole_row(const Row& row) {
  std::vector<Run> runs{row.runs.front()};
  for (std::size_t i = 1; i < row.runs.size(); ++i) {
    if (stand_apart(row.runs[i - 1], row.runs[i])) {
      runs.push_back(row.runs[i]);
    } else {
      runs.back() = join_runs(runs.back(), row.runs[i]);
    }
  }
  return runs;
}

/// A line of a cell that is not in the first column.
struct Value {
  int column = 0;
  double x0 = 0;
  double size = 0;
  bool bold = false;
};

/// The first cell of a page's table goes on in the middle of a sentence.
bool goes_on(const CellLine& cell) {
  const std::string& text = cell.run.text;
  return cell.run.words > 1 && text[0] >= 'a' && text[0] <= 'z' && text[1] != ' ' &&
         !is_list_marker(std::string_view{text}.substr(0, text.find(' ')));
}

/// Lays out page after page; knows where the last table ended.
class Writer {
 public:
  explicit Writer(LinePitches pitches) : pitches_(std::move(pitches)) {}

  void add_page(const std::vector<Row>& all, double height) {
    std::vector<Row> body;
    margins_.clear();
    for (const Row& row : all) {
      if (row.role != LineRole::Body) continue;
      body.push_back(row);
      margins_.emplace_back();
      if (!row.margin) continue;
      margins_.back() = row.runs.back();
      body.back().runs.pop_back();
      body.back().box = body.back().runs.front().box;
    }
    add_furniture(all, [&](const Row& row) { return row.base < height / 2; });
    take_rest_of_row(body);
    const auto regions = find_regions(body, pitches_.usual);
    plain_flow_ = ++flow_;
    for (const Region& region : regions) {
      add_region(region, body, region.first == 0, region.last == body.size());
    }
    add_furniture(all, [&](const Row& row) { return row.base >= height / 2; });
  }

  std::vector<TextLine> take() { return std::move(lines_); }

 private:
  template <typename Where>
  void add_furniture(const std::vector<Row>& rows, Where where) {
    for (const Row& row : rows) {
      if (row.role == LineRole::Body || !where(row)) continue;
      for (const Run& run : row.runs) {
        const bool number = row.role == LineRole::PageNumber || is_page_number(run.text);
        const auto role = number ? LineRole::PageNumber : LineRole::RunningHead;
        lines_.push_back({run, row.base, row.page, role, {}, false, 0});
      }
    }
  }

  /// The value of the last row whose text goes on in `run`; null where it is another's.
  const Value* value_over(const Run& run) const {
    const auto found = std::find_if(values_.begin(), values_.end(), [&](const Value& value) {
      return std::abs(value.x0 - run.box.x0) < 1.5 && std::abs(value.size - run.size) < 0.5 &&
             value.bold == run.bold;
    });
    return found == values_.end() ? nullptr : &*found;
  }

  /// How many rows at the top of a page stand where the values of the last row did, with no label
  /// beside them.
  std::size_t count_rest_of_row(const std::vector<Row>& rows) const {
    std::size_t count = 0;
    for (; open_ && count < rows.size(); ++count) {
      const Row& row = rows[count];
      const bool of_values = std::all_of(row.runs.begin(), row.runs.end(), [&](const Run& run) {
        return value_over(run) != nullptr;
      });
      if (row.margin || !of_values) break;
      const double pitch = count > 0 ? row.base - rows[count - 1].base : 0;
      if (pitch > 2.6 * pitches_.usual * row.size) break;
    }
    // A label set in the middle of its row stands between the lines of its value.
    if (count == 0 || count == rows.size()) return count;
    return rows[count].base - rows[count - 1].base < 0.9 * rows[count].size ? 0 : count;
  }

  /// Such rows end the last row of the page before.
  void take_rest_of_row(std::vector<Row>& rows) {
    const std::size_t count = count_rest_of_row(rows);
    std::vector<CellLine> cells;
    for (std::size_t i = 0; i < count; ++i) {
      for (const Run& run : rows[i].runs) {
        cells.push_back({i, last_row_, value_over(run)->column, false, run});
      }
    }
    std::stable_sort(cells.begin(), cells.end(),
                     [](const CellLine& a, const CellLine& b) { return a.column < b.column; });
    ++flow_;
    for (CellLine& cell : cells) {
      add_line(std::move(cell.run), rows[cell.row], {table_, last_row_, cell.column}, flow_);
    }
    rows.erase(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(count));
    margins_.erase(margins_.begin(), margins_.begin() + static_cast<std::ptrdiff_t>(count));
  }

  void add_region(const Region& region, const std::vector<Row>& rows, bool at_top, bool at_end) {
    if (region.kind == RegionKind::Table) {
      add_table(region, rows, at_top);
    } else if (region.kind == RegionKind::Columns) {
      add_columns(region, rows);
    } else {
      add_plain(region, rows);
    }
    open_ = region.kind == RegionKind::Table && at_end;
  }

  void add_line(Run run, const Row& row, Cell cell, int flow) {
    lines_.push_back({std::move(run), row.base, row.page, LineRole::Body, cell, false, flow});
  }

  void add_margin(std::size_t i, const Row& row) {
    if (margins_[i].text.empty()) return;
    add_line(margins_[i], row, {}, 0);
    lines_.back().margin = true;
  }

  void add_plain(const Region& region, const std::vector<Row>& rows) {
    for (std::size_t i = region.first; i < region.last; ++i) {
      bool first = true;
      for (Run& run : whole_row(rows[i])) {
        add_line(std::move(run), rows[i], {}, first ? plain_flow_ : ++flow_);
        first = false;
      }
      add_margin(i, rows[i]);
    }
  }

  void add_columns(const Region& region, const std::vector<Row>& rows) {
    const int count = static_cast<int>(region.gutters.size()) + 1;
    for (int column = 1; column <= count; ++column) {
      ++flow_;
      for (std::size_t i = region.first; i < region.last; ++i) {
        for (const Run& run : rows[i].runs) {
          if (column_at(region, i, run.box.x0) == column) add_line(run, rows[i], {}, flow_);
        }
      }
    }
    for (std::size_t i = region.first; i < region.last; ++i) add_margin(i, rows[i]);
  }

  /// A table at the top of a page goes on from one at the end of the page before when their
  /// gutters agree.
  bool continues(const Region& region) const {
    if (!open_ || gutters_.size() != region.gutters.size()) return false;
    for (std::size_t i = 0; i < gutters_.size(); ++i) {
      const double x0 = std::max(gutters_[i].x0, region.gutters[i].x0);
      const double x1 = std::min(gutters_[i].x1, region.gutters[i].x1);
      if (x1 - x0 < 2) return false;
    }
    return true;
  }

  /// A table's header printed again on the next page is read once: its lines become running heads.
  void take_repeated_header(std::vector<CellLine>& cells, const std::vector<Row>& rows) {
    const auto in_header = [&](const CellLine& cell) {
      const std::pair<int, std::string> key(cell.column, cell.run.text);
      return cell.table_row <= 2 && std::find(header_.begin(), header_.end(), key) != header_.end();
    };
    const auto found = std::count_if(cells.begin(), cells.end(), in_header);
    if (header_.size() < 2 || static_cast<std::size_t>(found) != header_.size()) return;
    for (const CellLine& cell : cells) {
      if (!in_header(cell)) continue;
      const Row& row = rows[cell.row];
      lines_.push_back({cell.run, row.base, row.page, LineRole::RunningHead, {}, false, 0});
    }
    std::erase_if(cells, in_header);
    const bool none_left = std::none_of(cells.begin(), cells.end(),
                                        [](const CellLine& cell) { return cell.table_row == 1; });
    for (CellLine& cell : cells) cell.table_row -= none_left ? 1 : 0;
  }

  void add_table(const Region& region, const std::vector<Row>& rows, bool at_top) {
    auto cells = find_cells(region, rows, pitches_);
    int before = 0;
    if (at_top && continues(region)) {
      take_repeated_header(cells, rows);
      const bool same_row = !cells.empty() && (cells.front().column != 1 || goes_on(cells.front()));
      before = same_row ? last_row_ - 1 : last_row_;
    } else {
      ++table_;
      header_.clear();
      for (const CellLine& cell : cells) {
        if (cell.table_row == 1) header_.emplace_back(cell.column, cell.run.text);
      }
    }
    ++flow_;
    for (const CellLine& cell : cells) {
      last_row_ = before + cell.table_row;
      add_line(cell.run, rows[cell.row], {table_, last_row_, cell.column}, flow_);
    }
    for (std::size_t i = region.first; i < region.last; ++i) add_margin(i, rows[i]);
    gutters_ = region.gutters;
    values_.clear();
    for (const CellLine& cell : cells) {
      if (before + cell.table_row != last_row_ || cell.column == 1) continue;
      values_.push_back({cell.column, cell.run.box.x0, cell.run.size, cell.run.bold});
    }
  }

  LinePitches pitches_;
  std::vector<TextLine> lines_;
  int flow_ = 0;
  int plain_flow_ = 0;
  int table_ = 0;
  std::vector<std::pair<int, std::string>> header_;  ///< columns and texts of the first row
  int last_row_ = 0;
  bool open_ = false;  ///< the last region of the page before was a table
  std::vector<Gutter> gutters_;
  std::vector<Value> values_;  ///< of the last row of the last table
  std::vector<Run> margins_;   ///< of each body row of the page; empty text for none
};

/// Boxes go back to the page as it is shown.
void turn_back(std::vector<RawLine>& lines, const std::vector<Page>& upright,
               const std::vector<int>& turns) {
  std::vector<std::size_t> index_of;
  for (std::size_t i = 0; i < upright.size(); ++i) {
    const auto number = static_cast<std::size_t>(std::max(upright[i].number, 0));
    if (index_of.size() <= number) index_of.resize(number + 1, 0);
    index_of[number] = i;
  }
  for (RawLine& line : lines) {
    const std::size_t i = index_of[static_cast<std::size_t>(line.page)];
    const PageSize size{upright[i].width, upright[i].height};
    if (upright[i].skew != 0) line.box = skewed(line.box, size, upright[i].skew);
    line.box = turned(line.box, size, (4 - turns[i]) & 3);
  }
}

}  // namespace

std::vector<RawLine> lay_out(const std::vector<Page>& pages) {
  std::vector<Page> upright;
  std::vector<int> turns;
  std::vector<std::vector<Row>> rows;
  for (const Page& page : pages) {
    turns.push_back(main_rotation(page));
    upright.push_back(straightened(page, turns.back()));
    rows.push_back(find_rows(upright.back()));
  }
  mark_furniture(upright, rows);
  mark_margins(rows);
  const LinePitches pitches = measure_pitches(rows);
  Writer writer{pitches};
  for (std::size_t i = 0; i < rows.size(); ++i) writer.add_page(rows[i], upright[i].height);
  std::vector<RawLine> lines = to_raw_lines(writer.take(), pitches.usual);
  turn_back(lines, upright, turns);
  return lines;
}

}  // namespace moot
