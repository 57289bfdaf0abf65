#include "cli/matrix_html.hpp"

#include <fmt/format.h>

#include "cli/compare_html.hpp"
#include "cli/compare_words.hpp"
#include "cli/markup.hpp"
#include "cli/matrix_formats.hpp"
#include "cli/present.hpp"
#include "index/page_link.hpp"

namespace moot {
namespace {

// Beside what comparisons have: columns are narrow here, and rows are many.
constexpr const char* kStyle = R"(<style>
table.facts { min-width: calc(12rem + var(--papers) * 8rem); } .plain-box { max-height: none; } table.plain { width: auto; min-width: 0; table-layout: auto; }
table.plain td.number { text-align: right; } td.none { font-style: italic; color: #444; }
.charts { display: flex; flex-wrap: wrap; gap: 2rem; } svg.bars { max-width: 100%; height: auto; font: 14px sans-serif; fill: #111; }
svg.bars rect { fill: #1d4f91; } svg.bars rect.all { fill: none; stroke: #666; }
@media screen and (max-width: 40rem) {
  table.facts { min-width: 0; } table.plain, table.plain caption { display: block; } table.plain td { border-top: 0; padding: 0.1rem 0.5rem; } table.plain td.number { text-align: left; }
  table.facts td:not(.none) .who { margin-top: 0.25rem; } table.facts td { padding: 0.25rem 0.5rem; border-top: 1px solid #ccc; }
}
@media print {
  table.facts { min-width: 0; font-size: 8pt; } svg.bars rect { print-color-adjust: exact; } .charts, .charts > * { break-inside: avoid; }
}
</style>
)";

std::string bdi(std::string_view text) {
  return "<bdi>" + html_text(text) + "</bdi>";
}

std::string linked(const std::string& html, const std::string& address) {
  return address.empty() ? html : fmt::format("<a href=\"{}\">{}</a>", html_text(address), html);
}

std::string table_start(const std::string& kind, const std::string& id, const std::string& caption,
                        const std::vector<std::string>& heads) {
  std::string html = fmt::format(
      "<div class=\"scroll {1}-box\" role=\"region\" aria-labelledby=\"{0}-caption\" "
      "tabindex=\"0\">\n"
      "<table id=\"{0}\" class=\"{1}\" style=\"--papers: {2}\">\n<caption "
      "id=\"{0}-caption\">{3}</caption>\n<thead>\n<tr>\n",
      id, kind, heads.size() - 1, html_text(caption));
  for (const std::string& head : heads) html += "<th scope=\"col\">" + head + "</th>\n";
  return html + "</tr>\n</thead>\n<tbody>\n";
}

constexpr const char* kTableEnd = "</tbody>\n</table>\n</div>\n";

/// A cell; the fact's name is shown where cells stand one under another, on narrow screens.
std::string cell_of(const Matrix& matrix, std::size_t row, std::size_t fact) {
  const MatrixCell& cell = matrix.rows[row].cells[fact];
  const std::string& name = matrix.facts[fact];
  const bool quoted = cell.state == CellState::Quoted;
  std::string html = fmt::format("<td{}><span class=\"who\">{}</span>",
                                 quoted ? "" : " class=\"none\"", fact_label(name));
  const std::string words = bdi(cell_words(name, cell));
  if (!quoted) return html + words + "</td>\n";
  const bool own = has_own_words(name);
  html += own ? fmt::format("<a href=\"#words-{}-{}\">{}</a>", row + 1, name, words)
              : linked(words, name == "paper" ? cell_link(matrix.rows[row], cell) : "");
  if (cell.quote.page > 0 && name != "paper") {
    html += " <span class=\"where\">" + short_page(cell.quote.page) + "</span>";
  }
  return html + "</td>\n";
}

std::string rows_of(const Matrix& matrix) {
  std::vector<std::string> heads = {"Council"};
  for (const std::string& fact : matrix.facts) heads.push_back(fact_label(fact));
  std::string html = table_start("facts", "facts", "Councils, and what their papers say", heads);
  for (std::size_t row = 0; row < matrix.rows.size(); ++row) {
    html += "<tr>\n<th scope=\"row\">" + bdi(matrix.rows[row].column.name) + "</th>\n";
    for (std::size_t fact = 0; fact < matrix.facts.size(); ++fact) {
      html += cell_of(matrix, row, fact);
    }
    html += "</tr>\n";
  }
  return html + kTableEnd;
}

/// Numbers, but for the words in front where there are some.
std::string number_row(const std::string& head, const std::vector<std::string>& cells,
                       bool words_first = false) {
  std::string html = "<tr>\n<th scope=\"row\">" + html_text(head) + "</th>\n";
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const bool number = i > 0 || !words_first;
    html += fmt::format("<td{}>{}</td>\n", number ? " class=\"number\"" : "", html_text(cells[i]));
  }
  return html + "</tr>\n";
}

std::string totals_of(const Matrix& matrix) {
  std::string html =
      table_start("plain", "totals", "How many councils say what", {"Fact", "Value", "Councils"});
  for (const FactTotal& total : matrix.totals) {
    for (const TotalLine& line : total_lines(total)) {
      html += number_row(fact_label(total.fact), {line.words, std::to_string(line.councils)}, true);
    }
    if (const std::string cost = cost_words(total); !cost.empty()) {
      html += number_row(fact_label(total.fact), {cost, std::to_string(total.stated)}, true);
    }
  }
  return html + kTableEnd;
}

std::string charts_of(const Matrix& matrix) {
  const YearChart years = year_chart(matrix);
  std::vector<TotalLine> bars, shares;
  for (const auto& [year, councils] : years.years) bars.push_back({year, councils});
  for (const FactTotal& total : matrix.totals) {
    if (total.fact == "paper" || total.fact == "date") continue;
    if (total.fact == "cost" || total.fact == "adopted") {
      const char* words = total.fact == "cost" ? "A sum is mentioned" : "Adopted";
      shares.push_back({words, total.stated});
      continue;
    }
    for (const auto& [value, councils] : total.values) {
      shares.push_back({fact_label(total.fact) + ", " + value, councils});
    }
  }
  std::string html;
  const auto add = [&](const char* id, const std::string& heading,
                       const std::vector<TotalLine>& lines, std::size_t whole) {
    if (lines.empty()) return;
    html += "<div>\n<h3>" + html_text(heading) + "</h3>\n" +
            html_bars(id, heading, "totals-caption", lines, whole) + "</div>\n";
  };
  add("years", years.heading, bars, 0);
  add("shares",
      fmt::format("Of {} with a paper", counted(matrix.with_paper, "council", "councils")), shares,
      matrix.with_paper);
  return html.empty() ? html : "<div class=\"charts\">\n" + html + "</div>\n";
}

std::string groups_of(const char* id, const char* heading, const std::vector<MatrixGroup>& groups) {
  std::string html = table_start("plain", id, std::string("Councils by ") + id,
                                 {heading, "Councils", "With a paper"});
  for (const MatrixGroup& group : groups) {
    html += number_row(group_name(group),
                       {std::to_string(group.councils), std::to_string(group.with_paper)});
  }
  return html + kTableEnd;
}

/// The words behind the values of a council.
std::string words_of(const Matrix& matrix, std::size_t row) {
  const MatrixRow& one = matrix.rows[row];
  const char* language = one.column.paper.language == "cy" ? " lang=\"cy\"" : "";
  std::string list;
  for (std::size_t i = 0; i < one.cells.size(); ++i) {
    const MatrixCell& cell = one.cells[i];
    if (!has_own_words(matrix.facts[i]) || cell.state != CellState::Quoted) continue;
    std::string where = cell.quote.page > 0 ? fmt::format("page {}", cell.quote.page) : "the paper";
    where = linked(where + " of " + bdi(one.column.name), cell_link(one, cell));
    list += fmt::format(
        "<dt id=\"words-{}-{}\">{}</dt><dd><bdi class=\"words\"{}>{}</bdi> <span "
        "class=\"where\">({})</span></dd>\n",
        row + 1, matrix.facts[i], fact_label(matrix.facts[i]), language, html_text(cell.quote.text),
        where);
  }
  return list.empty() ? list : "<h3>" + bdi(one.column.name) + "</h3>\n<dl>\n" + list + "</dl>\n";
}

std::string section(const char* id, const char* heading, const std::string& html) {
  return html.empty() ? html
                      : fmt::format(
                            "<section aria-labelledby=\"{0}\">\n<h2 id=\"{0}\">{1}</h2>\n{2}"
                            "</section>\n",
                            id, heading, html);
}

}  // namespace

std::string matrix_to_html(const Matrix& matrix, const std::string& query) {
  std::string html =
      html_start("Councils compared: " + html_text(query), "matrix", "Skip to the councils");
  html.insert(html.find("</head>"), kStyle);
  html += "<main id=\"matrix\">\n";
  for (const std::string& note : matrix_notes(matrix)) html += "<p>" + html_text(note) + "</p>\n";
  if (matrix.rows.empty()) return html + "</main>\n</body>\n</html>\n";
  html += section("councils", "The councils", rows_of(matrix));
  html += section("charts", "Charts", charts_of(matrix));
  html += section("all-totals", "Totals", totals_of(matrix));
  html += section(
      "groups", "Regions and types",
      groups_of("region", "Region", matrix.regions) + groups_of("type", "Type", matrix.types));
  std::string words;
  for (std::size_t row = 0; row < matrix.rows.size(); ++row) words += words_of(matrix, row);
  html += section("words", "The words behind the values", words);
  return html + "</main>\n</body>\n</html>\n";
}

}  // namespace moot
