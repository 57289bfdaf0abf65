#include "cli/matrix_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "cli/compare_words.hpp"
#include "cli/dates.hpp"
#include "cli/present.hpp"
#include "index/page_link.hpp"

namespace moot {
namespace {

constexpr double kThousand = 1e3, kMillion = 1e6, kBillion = 1e9;

std::string grouped_digits(std::string digits) {
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

/// "1.25" of 1250000 in millions, without zeros at its end.
std::string scaled(double pounds, double unit, const char* sign) {
  std::string text = fmt::format("{:.1f}", pounds / unit);
  if (text.ends_with(".0")) text.resize(text.size() - 2);
  return "\u00A3" + text + sign;
}

}  // namespace

std::string fact_label(const std::string& fact) {
  if (fact == "cost") return "Largest sum mentioned";
  if (fact == "climate") return "Climate implications";
  return spoken_name(fact);
}

std::string short_fact_label(const std::string& fact) {
  if (fact == "key_decision") return "Key";
  if (fact == "cost") return "Cost";
  if (fact == "equality_assessment") return "Equality";
  if (fact == "data_protection_assessment") return "Data";
  return spoken_name(fact);
}

const char* spoken_gap(CellState empty) {
  return empty == CellState::NoPaper ? spoken(empty) : "not stated";
}

bool has_own_words(const std::string& fact) {
  return fact != "paper" && fact != "date" && fact != "key_decision";
}

std::string spoken_pounds(double pounds) {
  const double whole = std::floor(std::abs(pounds));
  const double pence = std::round((std::abs(pounds) - whole) * 100);
  std::string text = grouped_digits(fmt::format("{:.0f}", whole + (pence >= 100 ? 1 : 0)));
  if (pence > 0 && pence < 100) text += fmt::format(".{:02.0f}", pence);
  return (pounds < 0 ? "-\u00A3" : "\u00A3") + text;
}

std::string short_pounds(double pounds) {
  if (pounds >= kBillion) return scaled(pounds, kBillion, "bn");
  if (pounds >= kMillion) return scaled(pounds, kMillion, "m");
  if (pounds >= 100 * kThousand) return scaled(pounds, kThousand, "k");
  return spoken_pounds(pounds >= kThousand ? std::round(pounds) : pounds);
}

std::string cell_words(const std::string& fact, const MatrixCell& cell) {
  if (cell.state != CellState::Quoted) return spoken_gap(cell.state);
  if (fact == "date" || fact == "adopted") return spoken_date(cell.value);
  if (fact == "paper") {
    const std::string kind = spoken_name(cell.value);
    return cell.quote.text.empty() ? kind : cell.quote.text + " (" + kind + ")";
  }
  if (fact != "cost") return cell.value;
  const std::string sum = spoken_pounds(std::strtod(cell.value.c_str(), nullptr));
  return cell.count > 1 ? fmt::format("{} (largest of {} sums)", sum, cell.count) : sum;
}

std::string cell_link(const MatrixRow& row, const MatrixCell& cell) {
  const Entry& paper = row.column.paper;
  return paper.id.empty() ? std::string() : page_link(paper.url, paper.path, cell.quote.page);
}

std::vector<TotalLine> total_lines(const FactTotal& total) {
  std::vector<TotalLine> lines;
  for (const auto& [value, councils] : total.values) {
    lines.push_back({total.fact == "paper" ? spoken_name(value) : value, councils});
  }
  if (total.fact == "cost") lines.push_back({"a sum is mentioned", total.stated});
  if (total.fact != "paper") lines.push_back({spoken_gap(CellState::NotInPaper), total.not_stated});
  if (total.no_paper > 0) lines.push_back({spoken_gap(CellState::NoPaper), total.no_paper});
  return lines;
}

std::string cost_words(const FactTotal& total) {
  if (!total.median) return {};
  return fmt::format("median {}, from {} to {}", spoken_pounds(*total.median),
                     spoken_pounds(*total.least), spoken_pounds(*total.most));
}

std::vector<std::string> matrix_notes(const Matrix& matrix) {
  std::vector<std::string> notes;
  notes.push_back(fmt::format("{} of {} a paper that matches.", matrix.with_paper,
                              counted(matrix.rows.size(), "council has", "councils have")));
  if (matrix.more_councils > 0) {
    notes.push_back(counted(matrix.more_councils, "more council is", "more councils are") +
                    " not in the table; --limit takes more.");
  }
  if (matrix.without_council > 0) {
    notes.push_back(counted(matrix.without_council,
                            "paper or item that matches states no council and is in no row.",
                            "papers or items that match state no council and are in no row."));
  }
  return notes;
}

YearChart year_chart(const Matrix& matrix) {
  for (const char* fact : {"adopted", "date"}) {
    for (const FactTotal& total : matrix.totals) {
      if (total.fact != fact || total.values.empty()) continue;
      return {total.fact == "adopted" ? "Adopted by year" : "Papers by year", total.values};
    }
  }
  return {};
}

std::string group_name(const MatrixGroup& group) {
  return group.name.empty() ? "not in the gazetteer" : group.name;
}

}  // namespace moot
