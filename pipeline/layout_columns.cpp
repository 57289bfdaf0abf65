#include "pipeline/layout_columns.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

namespace moot {
namespace {

/// A strip narrower than this many ems is no gutter.
constexpr double kLeastWidth = 0.5;
/// The same where a column starts exactly where it should.
constexpr double kLeastSplit = 0.28;
/// White above a row that ends every gutter, in ems.
constexpr double kFar = 6;

bool supports(const Row& row, const Gutter& gutter) {
  bool left = false, right = false;
  for (const Run& run : row.runs) {
    if (run.box.x1 <= gutter.x0 + 0.5) left = true;
    if (run.box.x0 >= gutter.x1 - 0.5) right = true;
  }
  return left && right;
}

/// Cuts the strip down to what `row` leaves free of it; false when that is less than `least` ems.
bool narrow(Gutter& gutter, const Row& row, double least = kLeastWidth) {
  double x0 = gutter.x0, x1 = gutter.x1;
  for (const Run& run : row.runs) {
    if (run.box.x1 <= x0 || run.box.x0 >= x1) continue;
    const double left = run.box.x0 - x0;
    const double right = x1 - run.box.x1;
    if (left > right) {
      x1 = run.box.x0;
    } else {
      x0 = run.box.x1;
    }
  }
  if (x1 - x0 < least * row.size) return false;
  gutter.x0 = x0;
  gutter.x1 = x1;
  return true;
}

/// The gap of the table is narrower in this row, but its right column starts where it should: then
/// parts the run that seems to cross the gutter.
bool split_at(Row& row, double x) {
  for (std::size_t r = 0; r < row.runs.size(); ++r) {
    const Run& run = row.runs[r];
    if (run.box.x0 >= x || run.box.x1 <= x) continue;
    std::vector<double> gaps;
    std::size_t at = 0;
    for (std::size_t k = 1; k < run.pieces.size(); ++k) {
      gaps.push_back(run.pieces[k].x0 - run.pieces[k - 1].x1);
      if (std::abs(run.pieces[k].x0 - x) < 1) at = k;
    }
    if (at == 0) return false;
    const double gap = gaps[at - 1];
    gaps.erase(gaps.begin() + static_cast<std::ptrdiff_t>(at - 1));
    const double widest = gaps.empty() ? 0 : *std::max_element(gaps.begin(), gaps.end());
    if (gap < std::max(0.3 * run.size, 1.15 * widest)) return false;
    auto [left, right] = split_run(run, at);
    row.runs[r] = std::move(left);
    row.runs.insert(row.runs.begin() + static_cast<std::ptrdiff_t>(r) + 1, std::move(right));
    return true;
  }
  return false;
}

bool is_far(const Row& above, const Row& below) {
  return below.box.y0 - above.box.y1 > kFar * std::max(above.size, below.size);
}

bool is_upper(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// A heading between two tables that happen to share their gutters.
bool is_heading(const std::vector<Row>& rows, std::size_t i, double leading) {
  const Row& row = rows[i];
  if (row.runs.size() != 1 || i == 0 || i + 1 >= rows.size()) return false;
  const Run& run = row.runs.front();
  if (!run.bold || run.words > 12 || run.text.back() == ':') return false;
  const double far = 1.3 * leading * std::max(row.size, 1.0);
  if (row.base - rows[i - 1].base <= far) return false;
  return rows[i + 1].base - row.base > far || (is_upper(run.text) && run.text.size() > 4);
}

/// How far the strip reaches down and up from its row; then back to the rows that support it.
void grow(Gutter& gutter, std::vector<Row>& rows, const std::vector<bool>& headings) {
  const std::size_t origin = gutter.first;
  const double right_x = gutter.x1;
  const auto passes = [&](Row& row) {
    return narrow(gutter, row) || (split_at(row, right_x) && narrow(gutter, row, kLeastSplit));
  };
  std::size_t low = origin, high = origin;
  for (std::size_t i = origin + 1; i < rows.size(); ++i) {
    if (headings[i] || is_far(rows[i - 1], rows[i]) || !passes(rows[i])) break;
    if (supports(rows[i], gutter)) high = i;
  }
  for (std::size_t i = origin; i > 0; --i) {
    if (headings[i - 1] || is_far(rows[i - 1], rows[i]) || !passes(rows[i - 1])) break;
    if (supports(rows[i - 1], gutter)) low = i - 1;
  }
  gutter.first = low;
  gutter.last = high + 1;
  gutter.support = 0;
  for (std::size_t i = low; i <= high; ++i) gutter.support += supports(rows[i], gutter) ? 1 : 0;
}

bool known(const std::vector<Gutter>& gutters, std::size_t row, double x0, double x1) {
  return std::any_of(gutters.begin(), gutters.end(), [&](const Gutter& g) {
    return row >= g.first && row < g.last && g.x0 < x1 && x0 < g.x1;
  });
}

double left_of(const Row& row, double x) {
  for (const Run& run : row.runs) {
    if (run.box.x0 >= x - 0.5) return run.box.x0;
  }
  return -1;
}

bool aligns(const Row& row, const Row& above) {
  return std::any_of(above.runs.begin(), above.runs.end(), [&](const Run& run) {
    return std::abs(run.box.x0 - row.box.x0) < 0.5 * row.size;
  });
}

bool starts_with_digit(const Run& run) {
  return run.text.front() >= '0' && run.text.front() <= '9';
}

bool ends_phrase(const Run& run) {
  return run.text.find_last_of(":?.;)") + 1 == run.text.size();
}

/// The end of a centred cell: alone under the text of one column, in its middle.
bool is_centred_tail(const Row& row, const Row& above, const Gutter& gutter) {
  if (row.runs.size() != 1 || above.runs.size() != 2) return false;
  if (row.box.x1 > gutter.x0 + 0.5 && row.box.x0 < gutter.x1 - 0.5) return false;
  const Run& run = above.runs[row.box.x1 > gutter.x0 + 0.5 ? 1 : 0];
  return row.runs.front().bold == run.bold && row.box.x0 > run.box.x0 + row.size &&
         std::abs(row.box.x0 + row.box.x1 - run.box.x0 - run.box.x1) < 3;
}

/// A value that wraps stands alone under its first line, after the last row with a label.
void take_tail(Gutter& gutter, const std::vector<Row>& rows, double leading) {
  const double value_x = left_of(rows[gutter.last - 1], gutter.x1);
  while (gutter.last < rows.size()) {
    const Row& above = rows[gutter.last - 1];
    const Row& row = rows[gutter.last];
    const double pitch = (row.base - above.base) / std::max({row.size, above.size, 1.0});
    const bool near = pitch < 1.3 * leading;
    // The second paragraph of a value.
    if (std::abs(row.box.x0 - value_x) < 1 && pitch < 2.6 * leading) {
      ++gutter.last;
      continue;
    }
    const bool value = row.box.x0 >= gutter.x1 - 0.5 &&
                       (row.box.x0 - value_x < 8 * row.size || aligns(row, above));
    // A label that wraps: its second line stands right under the first, and further ones under
    // that, also beside no value.
    const bool open = above.box.x1 > gutter.x1 ||
                      !(ends_phrase(above.runs.front()) || starts_with_digit(row.runs.front()));
    const bool label = row.box.x1 <= gutter.x0 + 0.5 && open &&
                       std::abs(row.box.x0 - above.box.x0) < 0.5 * row.size &&
                       row.runs.front().bold == above.runs.front().bold;
    if (!near || (!value && !label && !is_centred_tail(row, above, gutter))) return;
    ++gutter.last;
  }
}

bool ends_label(const Row& row, double x) {
  for (const Run& run : row.runs) {
    if (run.box.x1 <= x + 0.5 && !run.text.empty() && run.text.back() == ':') return true;
  }
  return false;
}

std::vector<Gutter> find_gutters(std::vector<Row>& rows, double leading) {
  constexpr std::size_t kMost = 500;  // more is a drawing
  std::vector<bool> headings;
  for (std::size_t i = 0; i < rows.size(); ++i) headings.push_back(is_heading(rows, i, leading));
  std::vector<Gutter> gutters;
  for (std::size_t i = 0; i < rows.size() && gutters.size() < kMost; ++i) {
    for (std::size_t k = 0; k + 1 < rows[i].runs.size(); ++k) {
      const auto& runs = rows[i].runs;
      if (known(gutters, i, runs[k].box.x1, runs[k + 1].box.x0)) continue;
      Gutter gutter{runs[k].box.x1, runs[k + 1].box.x0, i, i + 1, 1};
      grow(gutter, rows, headings);
      gutters.push_back(gutter);
    }
  }
  std::erase_if(gutters, [&](Gutter& g) {
    take_tail(g, rows, leading);
    const Row& row = rows[g.first];
    return g.support < 2 &&
           (g.last - g.first < 2 || (row.runs.size() < 3 && !ends_label(row, g.x0)));
  });
  return gutters;
}

std::vector<Region> join_gutters(std::vector<Gutter> gutters) {
  std::sort(gutters.begin(), gutters.end(),
            [](const Gutter& a, const Gutter& b) { return a.first < b.first; });
  std::vector<Region> regions;
  for (const Gutter& gutter : gutters) {
    if (regions.empty() || gutter.first >= regions.back().last) {
      regions.push_back({RegionKind::Table, gutter.first, gutter.last, {}});
    }
    regions.back().last = std::max(regions.back().last, gutter.last);
    regions.back().gutters.push_back(gutter);
  }
  for (Region& region : regions) {
    std::sort(region.gutters.begin(), region.gutters.end(),
              [](const Gutter& a, const Gutter& b) { return a.x0 < b.x0; });
  }
  return regions;
}

/// What one column of a region looks like.
struct ColumnLook {
  double x0 = 1e9, x1 = -1e9;
  int lines = 0;
  int words = 0;
  int full = 0;     ///< lines that reach the right edge
  int most = 0;     ///< words of its longest line
  int markers = 0;  ///< lines that are nothing but a list marker
  int items = 0;    ///< lines that start with one
};

std::string_view first_word(const Run& run) {
  return std::string_view{run.text}.substr(0, run.text.find(' '));
}

std::vector<ColumnLook> look_at(const Region& region, const std::vector<Row>& rows) {
  std::vector<ColumnLook> looks(region.gutters.size() + 1);
  const auto each = [&](auto&& visit) {
    for (std::size_t i = region.first; i < region.last; ++i) {
      for (const Run& run : rows[i].runs) {
        visit(looks[static_cast<std::size_t>(column_at(region, i, run.box.x0)) - 1], run);
      }
    }
  };
  each([](ColumnLook& look, const Run& run) {
    look.x0 = std::min(look.x0, run.box.x0);
    look.x1 = std::max(look.x1, run.box.x1);
    ++look.lines;
    look.words += run.words;
    look.most = std::max(look.most, run.words);
    look.markers += is_list_marker(run.text) ? 1 : 0;
    look.items += is_list_marker(first_word(run)) ? 1 : 0;
  });
  each([](ColumnLook& look, const Run& run) {
    look.full += run.box.x1 > look.x1 - 0.15 * (look.x1 - look.x0) ? 1 : 0;
  });
  return looks;
}

bool is_prose(const ColumnLook& look) {
  return look.lines >= 5 && look.words >= 4 * look.lines && 5 * look.full >= 2 * look.lines;
}

/// Columns of prose are as wide as each other; a table's need not be.
bool are_columns(const std::vector<ColumnLook>& looks) {
  double least = 1e9, most = 0;
  for (const ColumnLook& look : looks) {
    if (!is_prose(look)) return false;
    least = std::min(least, look.x1 - look.x0);
    most = std::max(most, look.x1 - look.x0);
  }
  return looks.size() <= 3 && most < 1.35 * least;
}

/// Paragraphs set beside numbers that hang in the margin are plain text.
bool is_hanging(const std::vector<ColumnLook>& looks) {
  if (looks.size() != 2) return false;
  const ColumnLook& left = looks[0];
  const ColumnLook& right = looks[1];
  // "8. Finance   - Insurance" with more of the list below.
  if (left.items == left.lines && right.items == right.lines) return true;
  return left.markers == left.lines && right.most >= 4;
}

RegionKind kind_of(const Region& region, const std::vector<Row>& rows) {
  const auto looks = look_at(region, rows);
  if (is_hanging(looks)) return RegionKind::Plain;
  // Gutters that do not run all the way are a table's.
  const bool through =
      std::all_of(region.gutters.begin(), region.gutters.end(), [&](const Gutter& gutter) {
        return 4 * (gutter.last - gutter.first) >= 3 * (region.last - region.first);
      });
  if (through && are_columns(looks)) return RegionKind::Columns;
  return RegionKind::Table;
}

}  // namespace

int column_at(const Region& region, std::size_t row, double x) {
  int column = 1;
  for (const Gutter& gutter : region.gutters) {
    if (row < gutter.first || row >= gutter.last) continue;
    if (x > (gutter.x0 + gutter.x1) / 2) ++column;
  }
  return column;
}

std::vector<Region> find_regions(std::vector<Row>& rows, double leading) {
  std::vector<Region> regions;
  std::size_t at = 0;
  for (Region& region : join_gutters(find_gutters(rows, leading))) {
    if (region.first > at) regions.push_back({RegionKind::Plain, at, region.first, {}});
    at = region.last;
    region.kind = kind_of(region, rows);
    if (region.kind == RegionKind::Plain) region.gutters.clear();
    regions.push_back(std::move(region));
  }
  if (at < rows.size()) regions.push_back({RegionKind::Plain, at, rows.size(), {}});
  return regions;
}

}  // namespace moot
