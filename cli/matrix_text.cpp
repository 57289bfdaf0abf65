#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "cli/compare_words.hpp"
#include "cli/matrix_formats.hpp"
#include "cli/matrix_words.hpp"
#include "cli/present.hpp"
#include "cli/styled.hpp"

namespace moot {
namespace {

constexpr std::size_t kLeastName = 16;  // columns of the terminal for the council
constexpr std::size_t kMostName = 34;
constexpr std::size_t kFactWidth = 8;  // for most facts: "planned", "Equality"
constexpr std::size_t kDateWidth = 10;
constexpr std::size_t kBarWidth = 30;
constexpr int kLeastForBars = 60;
constexpr const char* kNotStated = "\u2013";
constexpr const char* kLegend =
    "\u2013 not stated. Key: key decision. Cost: the largest sum mentioned. Equality, Data: "
    "assessments of equality and data protection. --format html, markdown, csv and json have the "
    "words and pages behind each value.";

std::size_t width_of(const std::string& fact) {
  if (fact == "date" || fact == "adopted") return kDateWidth;
  return fact == "key_decision" ? 3 : kFactWidth;
}

/// A value for a narrow column.
std::string short_words(const std::string& fact, const MatrixCell& cell) {
  if (cell.state != CellState::Quoted) return kNotStated;
  return fact == "cost" ? short_pounds(std::strtod(cell.value.c_str(), nullptr)) : cell.value;
}

class Page {
 public:
  Page(const Matrix& matrix, const MatrixText& options) : matrix_(matrix), options_(options) {
    for (std::size_t i = 0; i < matrix.facts.size(); ++i) {
      if (matrix.facts[i] != "paper") columns_.push_back(i);  // told under the council
    }
  }

  std::string write() {
    line("Councils compared: " + options_.query, Tone::Title, 0);
    for (const std::string& note : matrix_notes(matrix_)) line(note, Tone::Label, 0);
    if (matrix_.rows.empty()) return std::move(out_);
    if (const std::size_t name = name_width(); name > 0) {
      table(name);
    } else {
      stacked();
    }
    totals();
    chart();
    groups("Regions", matrix_.regions);
    groups("Types", matrix_.types);
    return std::move(out_);
  }

 private:
  std::size_t gap() const { return options_.width >= 100 ? 2 : 1; }

  /// 0: there is no room for a table.
  std::size_t name_width() const {
    std::size_t taken = 0;
    for (const std::size_t i : columns_) taken += gap() + width_of(matrix_.facts[i]);
    if (options_.width <= 0) return 0;
    const auto width = static_cast<std::size_t>(options_.width);
    return width < taken + kLeastName ? 0 : std::min(kMostName, width - taken);
  }

  void line(const std::string& words, Tone tone, std::size_t indent) {
    Styled styled;
    styled.add(shown_words(words), tone);
    const auto width = static_cast<std::size_t>(std::max(0, options_.width));
    const std::size_t room = width == 0 ? 0 : std::max<std::size_t>(width, indent + 20) - indent;
    for (const std::string& one : fitted(styled, room, options_.colour)) {
      out_ += std::string(indent, ' ') + one + '\n';
    }
  }

  void heading(const std::string& words) {
    out_ += '\n';
    line(words, Tone::Title, 0);
  }

  void row(const std::vector<std::string>& cells, std::size_t name, Tone first) {
    std::vector<std::vector<std::string>> parts;
    std::vector<std::size_t> widths;
    std::size_t height = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      widths.push_back(i == 0 ? name : width_of(matrix_.facts[columns_[i - 1]]));
      Styled styled;
      if (i == 0) styled.add(shown_words(cells[i]), first);
      if (i > 0) styled.add(shown_words(cells[i]));
      parts.push_back(fitted(styled, widths.back(), options_.colour));
      height = std::max(height, parts.back().size());
    }
    for (std::size_t at = 0; at < height; ++at) {
      std::string one;
      for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::string part = at < parts[i].size() ? parts[i][at] : std::string();
        const std::size_t used = std::min(widths[i], display_width(part));
        one += part + std::string(widths[i] - used + gap(), ' ');
      }
      one.resize(one.find_last_not_of(' ') + 1);
      out_ += one + '\n';
    }
  }

  void paper_line(const MatrixRow& one) {
    const Entry& paper = one.column.paper;
    line(paper.id.empty() ? spoken_gap(CellState::NoPaper)
                          : spoken_title(paper) + " \u00B7 " + spoken_name(paper.kind) +
                                " \u00B7 id " + paper.id,
         Tone::Dim, 2);
  }

  void table(std::size_t name) {
    std::vector<std::string> heads = {"Council"};
    for (const std::size_t i : columns_) heads.push_back(short_fact_label(matrix_.facts[i]));
    out_ += '\n';
    row(heads, name, Tone::Label);
    for (const MatrixRow& one : matrix_.rows) {
      std::vector<std::string> cells = {one.column.name};
      for (const std::size_t i : columns_) {
        cells.push_back(one.column.paper.id.empty() ? ""
                                                    : short_words(matrix_.facts[i], one.cells[i]));
      }
      row(cells, name, Tone::Title);
      paper_line(one);
    }
    out_ += '\n';
    line(kLegend, Tone::Dim, 0);
  }

  void stacked() {
    for (const MatrixRow& one : matrix_.rows) {
      out_ += '\n';
      line(one.column.name, Tone::Title, 0);
      paper_line(one);
      if (one.column.paper.id.empty()) continue;
      for (const std::size_t i : columns_) {
        const MatrixCell& cell = one.cells[i];
        const std::string page =
            cell.quote.page > 0 ? " (" + short_page(cell.quote.page) + ")" : std::string();
        const std::string& fact = matrix_.facts[i];
        line(fact_label(fact) + ": " + cell_words(fact, cell) + page, Tone::Label, 2);
      }
    }
  }

  /// "yes          ████ 3", the bars of one list to one scale.
  void counted_lines(const std::vector<TotalLine>& lines, std::size_t indent) {
    std::size_t widest = 0, most = 1;
    for (const TotalLine& one : lines) {
      widest = std::max(widest, display_width(one.words));
      most = std::max(most, one.councils);
    }
    for (const TotalLine& one : lines) {
      std::string text = std::string(indent, ' ') + shown_words(one.words) +
                         std::string(widest - display_width(one.words) + 2, ' ');
      if (options_.width >= kLeastForBars) {
        const std::size_t blocks = (one.councils * kBarWidth + most - 1) / most;
        for (std::size_t i = 0; i < blocks; ++i) text += "\u2588";
        if (blocks > 0) text += ' ';
      }
      out_ += text + std::to_string(one.councils) + '\n';
    }
  }

  void totals() {
    heading("Totals");
    for (const FactTotal& total : matrix_.totals) {
      if (total.fact == "adopted" || total.fact == "date") continue;  // the chart has them
      line(fact_label(total.fact), Tone::Label, 2);
      counted_lines(total_lines(total), 4);
      if (const std::string cost = cost_words(total); !cost.empty()) line(cost, Tone::Label, 4);
    }
  }

  void chart() {
    for (const FactTotal& total : matrix_.totals) {
      if (total.fact != "adopted" && total.fact != "date") continue;
      heading(total.fact == "adopted" ? "Adopted by year" : "Papers by year");
      counted_lines(total_lines(total), 2);
    }
  }

  void groups(const char* words, const std::vector<MatrixGroup>& groups) {
    heading(std::string(words) + ": councils, and those with a paper");
    for (const MatrixGroup& group : groups) {
      line(fmt::format("{}: {}, {}", group_name(group), group.councils, group.with_paper),
           Tone::Label, 2);
    }
  }

  const Matrix& matrix_;
  const MatrixText& options_;
  std::vector<std::size_t> columns_;  ///< facts that are columns of the table
  std::string out_;
};

}  // namespace

std::string matrix_to_text(const Matrix& matrix, const MatrixText& options) {
  return Page(matrix, options).write();
}

}  // namespace moot
