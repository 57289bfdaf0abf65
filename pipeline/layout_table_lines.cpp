#include "pipeline/layout_table_lines.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <string>
#include <utility>

#include "pipeline/layout_tables.hpp"
#include "pipeline/normalise.hpp"

namespace moot {
namespace {

/// `text` with its letters as 'a' and its digits as '9', each once.
std::string shape_of(std::string_view text) {
  std::string shape;
  for (const char c : text) {
    const auto u = static_cast<unsigned char>(c);
    const char kind = std::isdigit(u) != 0 ? '9' : std::isalpha(u) != 0 ? 'a' : c;
    if (shape.empty() || shape.back() != kind) shape += kind;
  }
  return shape;
}

/// Round brackets that `text` opens and leaves open, after `open` from before it.
int open_brackets(std::string_view text, int open) {
  for (const char c : text) {
    if (c == '(') ++open;
    if (c == ')' && open > 0) --open;
  }
  return open;
}

/// "(to be completed by Legal)", and not "(a) Parks" or "(12)".
bool starts_bracket(const Run& run) {
  if (run.text.size() < 2 || run.text.front() != '(') return false;
  return std::isdigit(static_cast<unsigned char>(run.text[1])) == 0 &&
         !is_list_marker(first_word(run));
}

}  // namespace

bool ends_with_colon(const Run& run) {
  return !run.text.empty() && run.text.back() == ':';
}

std::string_view first_word(const Run& run) {
  return std::string_view{run.text}.substr(0, run.text.find(' '));
}

std::vector<TableLine> to_table_lines(const Region& region, const std::vector<Row>& rows) {
  std::vector<TableLine> lines;
  for (std::size_t i = region.first; i < region.last; ++i) {
    TableLine line;
    line.row = i;
    line.column_count = column_at(region, i, 1e9);
    for (const Run& run : rows[i].runs) {
      const int column = column_at(region, i, run.box.x0);
      auto [at, fresh] = line.columns.try_emplace(column, run);
      if (!fresh) at->second = join_runs(at->second, run);
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

bool are_alike(const Run& a, const Run& b) {
  if (a.words < 2 || a.words != b.words || !starts_upper(a.text) || !starts_upper(b.text))
    return false;
  const std::string shape = shape_of(a.text);
  return shape.find('9') != std::string::npos && shape == shape_of(b.text);
}

void mark_small_print(std::vector<TableLine>& lines, double far) {
  const Run* above = nullptr;
  int open = 0;
  bool remark = false;
  for (TableLine& line : lines) {
    const Run* first = line.at(1);
    if (first == nullptr) continue;
    const bool near = above != nullptr &&
                      first->box.y1 - above->box.y1 < far * std::max(first->size, above->size);
    const bool label = near && line.column_count == 2 && ends_with_colon(*above);
    const bool small = label && first->size < 0.88 * above->size;
    line.same_cell = near && (open > 0 || small || starts_bracket(*first));
    line.remark = line.same_cell && (remark || (label && open == 0));
    remark = line.remark;
    open = open_brackets(first->text, near ? open : 0);
    above = first;
  }
}

void mark_ruled(const std::vector<Row>& rows, std::vector<TableLine>& lines,
                const LinePitches& pitches) {
  int tight = 0, apart = 0, odd = 0;
  for (std::size_t k = 1; k < lines.size(); ++k) {
    const Row& row = rows[lines[k].row];
    const Row& above = rows[lines[k - 1].row];
    const double exact = pitches.of(row.size);
    if (exact <= 0 || std::abs(row.size - above.size) > 0.05) continue;
    const double more = row.base - above.base - exact;
    const bool little = more >= 0.35 && more < 0.3 * row.size;
    lines[k].ruled = more >= 0.35;
    lines[k].tight = std::abs(more) <= 0.2;
    tight += lines[k].tight ? 1 : 0;
    apart += little ? 1 : 0;
    odd += std::abs(more) > 0.2 && more < 0.35 ? 1 : 0;
  }
  // Where no line is tight, nothing may wrap either.
  const bool full = std::all_of(lines.begin(), lines.end(), [](const TableLine& line) {
    return static_cast<int>(line.columns.size()) == line.column_count;
  });
  const bool enough = apart > 1 || (apart == 1 && lines.size() == 2);
  const bool ruled = enough && 8 * odd <= tight + apart && (tight > 0 || (full && odd == 0));
  for (TableLine& line : lines) {
    line.ruled = line.ruled && ruled;
    line.tight = line.tight && ruled;
  }
}

}  // namespace moot
