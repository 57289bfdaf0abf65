#include "cli/compare_formats.hpp"
#include "cli/compare_words.hpp"
#include "cli/csv.hpp"

namespace moot {
namespace {

/// A row whose words no spreadsheet takes for formulas.
std::string safe_row(std::vector<std::string> values) {
  for (std::string& value : values) value = without_formula(std::move(value));
  return csv_row(values);
}

}  // namespace

std::string comparison_to_csv(const Comparison& comparison) {
  std::string csv = csv_row({"field", "council", "code", "paper_id", "title", "date", "state",
                             "none_stated", "heading", "text", "value", "page", "pointer", "link"});
  for (const Row& row : comparison.rows) {
    for (std::size_t i = 0; i < row.cells.size() && i < comparison.columns.size(); ++i) {
      const Column& column = comparison.columns[i];
      const ComparedCell& cell = row.cells[i];
      const std::vector<std::string> lead = {row.field,
                                             column.council,
                                             column.code,
                                             column.paper.id,
                                             column.paper.title,
                                             column.paper.date,
                                             state_name(cell.state),
                                             cell.none_stated ? "yes" : "no"};
      const auto put = [&](const std::vector<std::string>& rest) {
        std::vector<std::string> values = lead;
        values.insert(values.end(), rest.begin(), rest.end());
        csv += safe_row(std::move(values));
      };
      for (const Quote& quote : cell.quotes) {
        put({quote.heading, quote.text, quote.value,
             quote.page > 0 ? std::to_string(quote.page) : std::string(), quote.pointer,
             quote_link(comparison, i, quote)});
      }
      if (cell.quotes.empty()) put({"", "", "", "", "", ""});
    }
  }
  return csv;
}

}  // namespace moot
