#include "cli/compare_words.hpp"
#include "cli/csv.hpp"
#include "cli/matrix_formats.hpp"
#include "cli/matrix_words.hpp"
#include "index/page_link.hpp"

namespace moot {

std::string matrix_to_csv(const Matrix& matrix) {
  std::vector<std::string> head = {"council",  "code",  "type", "region", "found",
                                   "paper_id", "title", "kind", "link"};
  for (const std::string& fact : matrix.facts) {
    head.push_back(fact);
    if (fact == "cost") head.emplace_back("cost_sums");
    for (const char* part : {"_words", "_page", "_pointer", "_link"}) head.push_back(fact + part);
  }
  std::string csv = csv_row(head);
  for (const MatrixRow& row : matrix.rows) {
    const Column& column = row.column;
    const Entry& paper = column.paper;
    std::vector<std::string> values = {column.name,
                                       column.code,
                                       row.type,
                                       row.region,
                                       std::to_string(column.found),
                                       paper.id,
                                       paper.title,
                                       paper.kind,
                                       page_link(paper.url, paper.path, paper.page)};
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const MatrixCell& cell = row.cells[i];
      const bool quoted = cell.state == CellState::Quoted;
      values.push_back(quoted ? cell.value : spoken_gap(cell.state));
      if (matrix.facts[i] == "cost") values.push_back(std::to_string(cell.count));
      values.push_back(cell.quote.text);
      values.push_back(cell.quote.page > 0 ? std::to_string(cell.quote.page) : std::string());
      values.push_back(cell.quote.pointer);
      values.push_back(quoted ? cell_link(row, cell) : std::string());
    }
    for (std::string& value : values) value = without_formula(std::move(value));
    csv += csv_row(values);
  }
  return csv;
}

}  // namespace moot
