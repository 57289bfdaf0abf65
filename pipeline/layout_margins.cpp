#include "pipeline/layout_margins.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>

namespace moot {
namespace {

struct Edges {
  double x0 = 1e9, x1 = -1e9;
};

Edges text_edges(const std::vector<Row>& rows) {
  Edges edges;
  for (const Row& row : rows) {
    if (row.role != LineRole::Body) continue;
    edges.x0 = std::min(edges.x0, row.box.x0);
    edges.x1 = std::max(edges.x1, row.box.x1);
  }
  return edges;
}

/// Names and verbs; figures are a table's.
bool is_word(const Run& run) {
  if (run.words > 4 || run.text.empty() || run.text.back() == ':') return false;
  return std::isupper(static_cast<unsigned char>(run.text.front())) != 0 &&
         std::none_of(run.text.begin(), run.text.end(),
                      [](unsigned char c) { return std::isdigit(c) != 0; });
}

/// A justified line with one wide gap looks the same, but its sentence goes on below.
bool goes_on(const Row& row, const Row* below, const Edges& edges) {
  if (below == nullptr || std::abs(row.box.x1 - edges.x1) > 3) return false;
  return std::islower(static_cast<unsigned char>(below->runs.front().text.front())) != 0;
}

/// Left edges of the last columns of tables: where rows of three runs and more end.
std::vector<double> last_columns(const std::vector<Row>& rows) {
  std::vector<double> lefts;
  for (const Row& row : rows) {
    if (row.runs.size() > 2) lefts.push_back(row.runs.back().box.x0);
  }
  return lefts;
}

bool in_column(const Run& run, const std::vector<double>& columns) {
  return std::count_if(columns.begin(), columns.end(),
                       [&](double x0) { return std::abs(x0 - run.box.x0) < 3; }) >= 2;
}

bool is_margin(const Row& row, const Edges& edges, const std::vector<double>& columns) {
  if (row.role != LineRole::Body || row.runs.size() != 2) return false;
  if (in_column(row.runs.back(), columns)) return false;
  const Run& text = row.runs.front();
  const Run& word = row.runs.back();
  const double width = edges.x1 - edges.x0;
  const double from = word.words > 1 ? 0.72 : 0.82;
  return is_word(word) && (text.words > 1 || text.text.back() == '.') && text.text.back() != ':' &&
         text.box.x0 < edges.x0 + 0.25 * width && word.box.x0 > edges.x0 + from * width;
}

}  // namespace

void mark_margins(std::vector<std::vector<Row>>& pages) {
  constexpr std::size_t kFew = 3;
  std::vector<Row*> found;
  std::size_t all = 0;
  for (auto& rows : pages) {
    const Edges edges = text_edges(rows);
    const std::vector<double> columns = last_columns(rows);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      Row& row = rows[i];
      all += row.role == LineRole::Body ? 1 : 0;
      const Row* below = i + 1 < rows.size() ? &rows[i + 1] : nullptr;
      if (is_margin(row, edges, columns) && !goes_on(row, below, edges)) found.push_back(&row);
    }
  }
  // A table's last column would stand in most rows.
  if (found.size() < kFew || 2 * found.size() > all) return;
  for (Row* row : found) row->margin = true;
}

}  // namespace moot
