#pragma once
/// \file What the forms of a matrix say the same way. All pure.

#include <string>
#include <vector>

#include "index/matrix.hpp"

namespace moot {

/// "Equality assessment"; short: "Equality", for the head of a narrow column.
std::string fact_label(const std::string& fact);
std::string short_fact_label(const std::string& fact);

/// What an empty cell says: "not stated", "no paper found".
const char* spoken_gap(CellState empty);

/// A cell's value as people write it: "6 March 2024", "£1,200,000 (largest of 3 sums)", "yes"; what
/// an empty one says.
std::string cell_words(const std::string& fact, const MatrixCell& cell);

/// Whether the words that say so tell more than the value does.
bool has_own_words(const std::string& fact);

/// "1200000" -> "£1,200,000"; pence where there are any.
std::string spoken_pounds(double pounds);

/// "£1.2m", "£850k", "£12,345": for narrow columns.
std::string short_pounds(double pounds);

/// Where a cell's words stand, as a browser opens it; "" where no address is known.
std::string cell_link(const MatrixRow& row, const MatrixCell& cell);

/// One thing that the totals count: "yes", 3.
struct TotalLine {
  std::string words;
  std::size_t councils = 0;
};

/// What is counted of a fact: its values, then those that do not say, then those without a paper
/// where there are any.
std::vector<TotalLine> total_lines(const FactTotal& total);

/// "median £5, from £2 to £9"; "" of facts other than cost.
std::string cost_words(const FactTotal& total);

/// "9 of 12 councils have a paper that matches", and who is not in the rows.
std::vector<std::string> matrix_notes(const Matrix& matrix);

/// The years of a bar chart: of adoption where any is known, else of the papers. No years where
/// neither is in the matrix.
struct YearChart {
  std::string heading;
  std::vector<Tally> years;
};
YearChart year_chart(const Matrix& matrix);

/// "not known to the gazetteer" for "".
std::string group_name(const MatrixGroup& group);

}  // namespace moot
