#include <fmt/format.h>

#include "cli/compare_words.hpp"
#include "cli/markdown.hpp"
#include "cli/matrix_formats.hpp"
#include "cli/matrix_words.hpp"

namespace moot {
namespace {

std::string head_row(const std::vector<std::string>& heads) {
  std::string names = "|", rule = "|";
  for (const std::string& head : heads) {
    names += " " + head + " |";
    rule += "---|";
  }
  return names + "\n" + rule + "\n";
}

std::string cell_of(const MatrixRow& row, const std::string& fact, const MatrixCell& cell) {
  const std::string words = markdown_text(cell_words(fact, cell));
  if (cell.state != CellState::Quoted) return "*" + words + "*";
  if (cell.quote.page <= 0) return words;
  return words + " (" + markdown_link(short_page(cell.quote.page), cell_link(row, cell)) + ")";
}

std::string rows_of(const Matrix& matrix) {
  std::vector<std::string> heads = {"Council"};
  for (const std::string& fact : matrix.facts) heads.push_back(fact_label(fact));
  std::string table = head_row(heads);
  for (const MatrixRow& row : matrix.rows) {
    table += "| **" + markdown_text(row.column.name) + "** |";
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      table += " " + cell_of(row, matrix.facts[i], row.cells[i]) + " |";
    }
    table += '\n';
  }
  return table;
}

std::string totals_of(const Matrix& matrix) {
  std::string table = head_row({"Fact", "Value", "Councils"});
  for (const FactTotal& total : matrix.totals) {
    for (const TotalLine& line : total_lines(total)) {
      table += fmt::format("| {} | {} | {} |\n", fact_label(total.fact), markdown_text(line.words),
                           line.councils);
    }
    const std::string cost = cost_words(total);
    if (!cost.empty()) table += fmt::format("| {} | {} | |\n", fact_label(total.fact), cost);
  }
  return table;
}

std::string groups_of(const char* heading, const std::vector<MatrixGroup>& groups) {
  std::string table = head_row({heading, "Councils", "With a paper"});
  for (const MatrixGroup& group : groups) {
    table += fmt::format("| {} | {} | {} |\n", markdown_text(group_name(group)), group.councils,
                         group.with_paper);
  }
  return table;
}

/// The words behind the values, council by council.
std::string evidence_of(const Matrix& matrix) {
  std::string list;
  for (const MatrixRow& row : matrix.rows) {
    std::string quotes;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const MatrixCell& cell = row.cells[i];
      if (!has_own_words(matrix.facts[i]) || cell.state != CellState::Quoted) continue;
      quotes += "  - " + fact_label(matrix.facts[i]) + ": " + markdown_text(cell.quote.text) + "\n";
    }
    if (!quotes.empty()) list += "- **" + markdown_text(row.column.name) + "**\n" + quotes;
  }
  return list;
}

}  // namespace

std::string matrix_to_markdown(const Matrix& matrix, const std::string& query) {
  std::string text = "# Councils compared: " + markdown_text(query) + "\n\n";
  for (const std::string& note : matrix_notes(matrix)) text += note + "\n";
  if (matrix.rows.empty()) return text;
  text += "\n" + rows_of(matrix) + "\n## Totals\n\n" + totals_of(matrix);
  text += "\n## Regions and types\n\n" + groups_of("Region", matrix.regions) + "\n" +
          groups_of("Type", matrix.types);
  const std::string evidence = evidence_of(matrix);
  if (!evidence.empty()) text += "\n## The words\n\n" + evidence;
  return text;
}

}  // namespace moot
