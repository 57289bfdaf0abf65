#include <fmt/format.h>

#include "cli/compare_html.hpp"
#include "cli/compare_words.hpp"
#include "cli/dates.hpp"
#include "cli/markup.hpp"
#include "cli/present.hpp"

namespace moot {
namespace {

constexpr std::size_t kPageBytes = 7000;  // that a printed page holds of text, in all its columns

struct MarkTag {
  const char* tag;
  const char* told;  ///< for those who do not see it; "" where the words need none
};

MarkTag tag_of(SetOff mark) {
  static constexpr MarkTag kTags[] = {
      {"mark", "differs: "}, {"del", "dropped: "}, {"ins", "added: "}, {"strong", ""}};
  return kTags[static_cast<std::size_t>(mark)];
}

std::string cell_of(const Comparison& comparison, std::size_t column, const Row& row) {
  const ComparedCell& cell = row.cells[column];
  if (cell.state != CellState::Quoted) return html_empty(cell.state);
  std::string html;
  if (cell.none_stated) html += fmt::format("<p class=\"told\">{}</p>", kNoneStated);
  std::vector<ToldQuote> quotes = told_quotes(row.field, cell);
  const std::string more = cut_quotes(quotes, kQuotesOfACell);
  for (const ToldQuote& told : quotes) {
    html += "<p>";
    if (!told.value.empty()) html += "<strong>" + html_text(told.value) + "</strong>: ";
    html += html_words(comparison, column, told.quote) + " " +
            html_where(comparison, column, told.quote) + "</p>";
  }
  if (!more.empty()) {
    html += fmt::format("<p class=\"told\">{}, which CSV and JSON have</p>", more);
  }
  return html;
}

}  // namespace

const char* html_language(const Comparison& comparison, std::size_t column) {
  const bool welsh =
      column < comparison.columns.size() && comparison.columns[column].paper.language == "cy";
  return welsh ? " lang=\"cy\"" : "";
}

std::string html_words(const Comparison& comparison, std::size_t column, const Quote& quote,
                       const std::vector<TextRange>& marks, SetOff mark) {
  std::string html = fmt::format("<bdi class=\"words\"{}>", html_language(comparison, column));
  const MarkTag tag = tag_of(mark);
  for (const Piece& piece : pieces(quote.text, marks)) {
    const std::string words = html_text(piece.text);
    if (!piece.marked) {
      html += words;
      continue;
    }
    const std::string told =
        *tag.told ? fmt::format("<span class=\"unseen\" lang=\"en\">{}</span>", tag.told) : "";
    html += fmt::format("<{0}>{1}{2}</{0}>", tag.tag, told, words);
  }
  return html + "</bdi>";
}

std::string html_where(const Comparison& comparison, std::size_t column, const Quote& quote) {
  const std::string name = html_text(name_of(comparison, column));
  std::string where = quote.page > 0 ? fmt::format("page {} of <bdi>{}</bdi>", quote.page, name)
                                     : fmt::format("in <bdi>{}</bdi>", name);
  const std::string link = quote_link(comparison, column, quote);
  if (!link.empty()) where = fmt::format("<a href=\"{}\">{}</a>", html_text(link), where);
  if (!quote.heading.empty()) {
    where += fmt::format(", under \u201C<bdi{}>{}</bdi>\u201D", html_language(comparison, column),
                         html_text(quote.heading));
  }
  return "<span class=\"where\">(" + where + ")</span>";
}

std::string html_empty(CellState state) {
  return fmt::format("<p class=\"none\">{}</p>", spoken(state));
}

std::string html_table(const Comparison& comparison, const HtmlTitle& title,
                       const std::vector<HtmlRow>& rows) {
  std::string html = fmt::format(
      "<div class=\"scroll\" role=\"region\" aria-labelledby=\"{0}-caption\" tabindex=\"0\">\n"
      "<table style=\"--papers: {1}\">\n<caption id=\"{0}-caption\">{2}</caption>\n"
      "<colgroup><col class=\"subject\"><col span=\"{1}\"></colgroup>\n"
      "<thead>\n<tr>\n<th scope=\"col\">{3}</th>\n",
      title.id, comparison.columns.size(), title.caption, title.subject);
  for (std::size_t i = 0; i < comparison.columns.size(); ++i) {
    const Column& column = comparison.columns[i];
    html += fmt::format("<th scope=\"col\"><a href=\"#paper-{}\"><bdi>{}</bdi></a>", i + 1,
                        html_text(column.name));
    const std::string date = spoken_date(column.paper.date);
    if (!date.empty()) html += fmt::format(" <span class=\"date\">{}</span>", html_text(date));
    html += "</th>\n";
  }
  html += "</tr>\n</thead>\n<tbody>\n";
  for (const HtmlRow& row : rows) {
    html += row.is_long ? "<tr class=\"long\">\n" : "<tr>\n";
    html += "<th scope=\"row\"><span>" + row.head + "</span></th>\n";
    for (std::size_t i = 0; i < comparison.columns.size(); ++i) {
      // The name is shown where cells stand one under another, on narrow screens.
      html += fmt::format("<td><span class=\"who\"><bdi>{}</bdi></span>{}</td>\n",
                          html_text(comparison.columns[i].name),
                          i < row.cells.size() ? row.cells[i] : std::string());
    }
    html += "</tr>\n";
  }
  return html + "</tbody>\n</table>\n</div>\n";
}

std::string html_rows(const Comparison& comparison) {
  std::vector<HtmlRow> rows;
  for (const Row& row : comparison.rows) {
    HtmlRow html{html_text(row_label(row.field)), {}, false};
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      html.cells.push_back(cell_of(comparison, i, row));
      std::size_t bytes = 0;
      for (const Quote& quote : row.cells[i].quotes) bytes += quote.text.size();
      html.is_long = html.is_long || bytes * comparison.columns.size() > kPageBytes / 3;
    }
    rows.push_back(std::move(html));
  }
  return html_table(comparison, {"table", "What the papers say, subject by subject", "Subject"},
                    rows);
}

}  // namespace moot
