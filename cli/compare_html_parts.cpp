#include <fmt/format.h>

#include "cli/compare_html.hpp"
#include "cli/compare_words.hpp"
#include "cli/markup.hpp"
#include "cli/present.hpp"
#include "index/page_link.hpp"

namespace moot {
namespace {

std::string bdi(std::string_view text) {
  return "<bdi>" + html_text(text) + "</bdi>";
}

/// A paper's name and its words.
std::string side(const Comparison& comparison, std::size_t column, const Quote& quote,
                 const std::vector<TextRange>& marks, SetOff mark) {
  return "<div>\n<p><strong>" + bdi(name_of(comparison, column)) + "</strong> " +
         html_where(comparison, column, quote) + "</p>\n<blockquote><p>" +
         html_words(comparison, column, quote, marks, mark) + "</p></blockquote>\n</div>\n";
}

/// A sentence that has the theme, where one is known.
std::string sentence(const Comparison& comparison, const ThemePlace& place) {
  if (place.passage == nullptr || place.passage->text.empty()) return {};
  return "<p>" + html_words(comparison, place.column, *place.passage, place.where, SetOff::Theme) +
         " " + html_where(comparison, place.column, *place.passage) + "</p>";
}

/// Themes of several papers: a row each.
std::string theme_table(const Comparison& comparison, const std::vector<Theme>& themes,
                        const HtmlTitle& title, const char* heading) {
  if (themes.empty()) return {};
  std::vector<HtmlRow> rows;
  for (const Theme& theme : themes) {
    HtmlRow row{bdi(theme.words), {}, false};
    for (const Column& column : comparison.columns) {
      row.cells.push_back(
          html_empty(column.paper.id.empty() ? CellState::NoPaper : CellState::NotInPaper));
    }
    for (const ThemePlace& place : places_of(theme)) {
      if (place.column < row.cells.size()) {
        row.cells[place.column] =
            "<p>" + spoken_times(place.times) + "</p>" + sentence(comparison, place);
      }
    }
    rows.push_back(std::move(row));
  }
  return fmt::format("<h3>{} ({})</h3>\n", heading, counted(themes.size(), "theme", "themes")) +
         html_table(comparison, title, rows);
}

/// Themes of one paper alone, paper by paper.
std::string single_themes(const Comparison& comparison) {
  if (comparison.single.empty()) return {};
  std::string html = fmt::format("<h3>Only one has ({})</h3>\n",
                                 counted(comparison.single.size(), "theme", "themes"));
  for (std::size_t i = 0; i < comparison.columns.size(); ++i) {
    std::string list;
    for (const Theme& theme : comparison.single) {
      for (const ThemePlace& place : places_of(theme)) {
        if (place.column != i) continue;
        list += "<li><p><strong>" + bdi(theme.words) + "</strong>, " + spoken_times(place.times) +
                "</p>" + sentence(comparison, place) + "</li>\n";
      }
    }
    if (list.empty()) continue;
    html +=
        fmt::format("<h4>Only {} has</h4>\n<ul>\n{}</ul>\n", bdi(comparison.columns[i].name), list);
  }
  return html;
}

std::string alone(const Comparison& comparison, const char* heading,
                  const std::vector<const Changed*>& changes) {
  if (changes.empty()) return {};
  std::string html = fmt::format("<h4>{} ({})</h4>\n<ul>\n", heading, changes.size());
  for (const Changed* change : changes) {
    const bool dropped = change->change == Change::Dropped;
    const std::size_t column = dropped ? change->column_before : change->column_after;
    const Quote& quote = dropped ? change->before : change->after;
    html += "<li>" + html_words(comparison, column, quote) + " " +
            html_where(comparison, column, quote) + "</li>\n";
  }
  return html + "</ul>\n";
}

std::string reworded(const Comparison& comparison, const std::vector<const Changed*>& changes) {
  if (changes.empty()) return {};
  std::string html = fmt::format(
      "<h4>Reworded ({})</h4>\n<p>Words that are <del>struck through</del> were dropped, "
      "words that are <ins>underlined</ins> were added.</p>\n<ol class=\"pairs\">\n",
      changes.size());
  for (const Changed* one : changes) {
    html +=
        "<li>\n<div class=\"pair\">\n" +
        side(comparison, one->column_before, one->before, one->differs_before, SetOff::Dropped) +
        side(comparison, one->column_after, one->after, one->differs_after, SetOff::Added) +
        "</div>\n</li>\n";
  }
  return html + "</ol>\n";
}

}  // namespace

std::string html_themes(const Comparison& comparison) {
  return theme_table(comparison, comparison.shared,
                     {"all-have", "Themes that all papers have", "Theme"}, "All have") +
         theme_table(comparison, comparison.partly,
                     {"some-have", "Themes that some papers have", "Theme"}, "Some have") +
         single_themes(comparison);
}

std::string html_passages(const Comparison& comparison) {
  if (comparison.passages.empty()) return {};
  std::string html =
      "<p><mark>Marked words</mark> are not in the other passage.</p>\n<ol class=\"pairs\">\n";
  for (const Correspondence& pair : comparison.passages) {
    html += fmt::format("<li>\n<p>{:.0f} % alike</p>\n<div class=\"pair\">\n", 100 * pair.likeness);
    html += side(comparison, pair.column_here, pair.here, pair.differs_here, SetOff::Differs) +
            side(comparison, pair.column_there, pair.there, pair.differs_there, SetOff::Differs) +
            "</div>\n</li>\n";
  }
  return html + "</ol>\n";
}

std::string html_copied(const Comparison& comparison) {
  if (comparison.copied.empty()) return {};
  std::string html = "<ol class=\"pairs\">\n";
  for (const Recurrence& one : comparison.copied) {
    html += "<li>\n<p>" + counted(one.words, "word recurs", "words recur") + ": <strong>" +
            bdi(name_of(comparison, one.column_here)) + "</strong> " +
            html_where(comparison, one.column_here, one.here) + " and <strong>" +
            bdi(name_of(comparison, one.column_there)) + "</strong> " +
            html_where(comparison, one.column_there, one.there) + "</p>\n<blockquote><p>" +
            html_words(comparison, one.column_here, one.here) + "</p></blockquote>\n</li>\n";
  }
  return html + "</ol>\n";
}

std::string html_changes(const Comparison& comparison) {
  std::string html;
  for (const ChangeGroup& group : grouped(comparison.changes)) {
    html +=
        fmt::format("<h3>{} to {}</h3>\n<p>{}</p>\n", bdi(name_of(comparison, group.column_before)),
                    bdi(name_of(comparison, group.column_after)), change_counts(group));
    html += alone(comparison, "Added", group.added);
    html += alone(comparison, "Dropped", group.dropped);
    html += reworded(comparison, group.reworded);
    html += alone(comparison, "Kept", group.kept);
  }
  return html;
}

std::string html_others(const Comparison& comparison) {
  std::string html;
  for (std::size_t i = 0; i < comparison.columns.size(); ++i) {
    const Column& column = comparison.columns[i];
    const std::size_t found = others_found(column);
    if (found == 0) continue;
    html += fmt::format("<h3 id=\"others-{}\">{}</h3>\n<ul>\n", i + 1, bdi(column.name));
    for (const Entry& paper : column.others) {
      const std::string link = page_link(paper.url, paper.path, paper.page);
      std::string title = bdi(spoken_title(paper));
      if (!link.empty()) title = fmt::format("<a href=\"{}\">{}</a>", html_text(link), title);
      html += fmt::format("<li>{}, {}, <code>{}</code></li>\n", title, bdi(paper_line(paper)),
                          html_text(paper.id));
    }
    if (found > column.others.size()) {
      html += fmt::format("<li>and {} more</li>\n", found - column.others.size());
    }
    html += "</ul>\n";
  }
  return html;
}

}  // namespace moot
