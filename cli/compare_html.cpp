#include "cli/compare_html.hpp"

#include <fmt/format.h>

#include "cli/compare_formats.hpp"
#include "cli/compare_words.hpp"
#include "cli/dates.hpp"
#include "cli/markup.hpp"
#include "cli/present.hpp"
#include "index/page_link.hpp"

namespace moot {
namespace {

// Colours have a contrast of 7 to 1 and more, and nothing is said by colour alone.
constexpr const char* kStyle = R"(<style>
body { margin: 0; padding: 1rem; font: 1rem/1.5 sans-serif; color: #111; background: #fff; overflow-wrap: anywhere; }
h1, h2, h3, h4 { line-height: 1.25; margin: 1.5rem 0 0.5rem; } h1 { margin-top: 0; } p { margin: 0 0 0.5rem; }
a { color: #003c8f; } :focus-visible { outline: 3px solid #b35900; outline-offset: 2px; }
.skip { position: absolute; left: -100rem; } .skip:focus { position: static; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.words { white-space: pre-line; } .where { color: #444; font-size: 0.85rem; } .none, .told { color: #444; font-style: italic; }
mark, ins { color: #111; background: #fff3bf; text-decoration: underline; font-weight: bold; }
del { color: #111; background: #f4e3e3; text-decoration: line-through; }
.papers { list-style: none; margin: 0; padding: 0; display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 18rem), 1fr)); }
.papers > li { border: 1px solid #666; padding: 0.75rem; } .papers h3 { margin-top: 0; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0 0.75rem; margin: 0; } dt { font-weight: bold; } dd { margin: 0; }
.scroll { overflow: auto; max-height: 92vh; border: 1px solid #666; margin: 0 0 1rem; }
table { border-collapse: separate; border-spacing: 0; table-layout: fixed; width: 100%; min-width: calc(10rem + var(--papers) * 12.5rem); }
caption { text-align: left; font-weight: bold; padding: 0.5rem; } col.subject { width: 10rem; } td > p:last-child, li > p:last-child { margin-bottom: 0; }
th, td { text-align: left; vertical-align: top; padding: 0.5rem; border-top: 1px solid #666; } td, thead th + th { border-left: 1px solid #bbb; }
thead th { position: sticky; top: 0; z-index: 1; background: #e6ecf5; } tbody th { position: sticky; left: 0; background: #f3f5f9; }
thead th:first-child { left: 0; z-index: 2; } thead a { display: block; max-height: 6rem; overflow: hidden; } .date { display: block; font-weight: normal; } .who { display: none; }
tbody th span, td > .none { display: block; position: sticky; top: 7rem; }
blockquote { margin: 0 0 0.5rem; padding: 0 0 0 0.75rem; border-left: 3px solid #666; }
.pairs { padding-left: 1.5rem; } .pairs > li { margin-bottom: 1rem; }
@media (min-width: 50rem) { .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; } }
@media screen and (max-width: 40rem) {
  .scroll { overflow: visible; max-height: none; border: 0; } table { min-width: 0; } thead, colgroup { display: none; }
  table, caption, tbody, tr, tbody th, td { display: block; } tbody th, tbody th span, td > .none { position: static; } tbody th { font-size: 1.1rem; }
  tr { border: 1px solid #666; margin-bottom: 1rem; } td { border-left: 0; } .who { display: block; font-weight: bold; }
}
@page { size: A4 landscape; margin: 12mm; }
@media print {
  body { padding: 0; font-size: 8.5pt; line-height: 1.35; } nav, .skip { display: none; } a { color: inherit; }
  .scroll { overflow: visible; max-height: none; border: 0; } table { min-width: 0; border: 1px solid #666; } col.subject { width: 11.5%; }
  thead { display: table-header-group; } thead th, tbody th, tbody th span, td > .none { position: static; } th, td { padding: 1mm; }
  tr:not(.long), .papers > li, .pairs > li { break-inside: avoid; } h2, h3, h4 { break-after: avoid; } .where { font-size: 7.5pt; }
}
</style>
)";

struct Section {
  const char* id;
  const char* heading;
  std::string html;
};

std::string fact(const char* name, const std::string& html) {
  return html.empty() ? std::string() : fmt::format("<dt>{}</dt><dd>{}</dd>\n", name, html);
}

std::string bdi(std::string_view text) {
  return text.empty() ? std::string() : "<bdi>" + html_text(text) + "</bdi>";
}

std::string paper_facts(const Comparison& comparison, std::size_t i) {
  const Column& column = comparison.columns[i];
  const Entry& paper = column.paper;
  const std::string link = page_link(paper.url, paper.path, paper.page);
  std::string title =
      fmt::format("<bdi{}>{}</bdi>", html_language(comparison, i), html_text(spoken_title(paper)));
  if (!link.empty()) title = fmt::format("<a href=\"{}\">{}</a>", html_text(link), title);
  return fact("Paper", title) + fact("Council", bdi(column.council)) +
         fact("Date", html_text(spoken_date(paper.date))) + fact("Body", bdi(paper.body)) +
         fact("Kind", html_text(spoken_name(paper.kind))) +
         fact("Id", "<code>" + html_text(paper.id) + "</code>") + fact("Why", bdi(column.why));
}

std::string papers(const Comparison& comparison) {
  std::string html = "<ul class=\"papers\">\n";
  for (std::size_t i = 0; i < comparison.columns.size(); ++i) {
    const Column& column = comparison.columns[i];
    html += fmt::format("<li id=\"paper-{}\">\n<h3>{}</h3>\n", i + 1, bdi(column.name));
    html += column.paper.id.empty() ? html_empty(CellState::NoPaper)
                                    : "<dl>\n" + paper_facts(comparison, i) + "</dl>\n";
    if (const std::string more = others_words(column); !more.empty()) {
      html += fmt::format("<p><a href=\"#others-{}\">{}</a></p>\n", i + 1, more);
    }
    html += "</li>\n";
  }
  return html + "</ul>\n";
}

std::vector<Section> sections(const Comparison& comparison) {
  std::vector<Section> all;
  const auto add = [&](const char* id, const char* heading, std::string html) {
    if (!html.empty()) all.push_back({id, heading, std::move(html)});
  };
  if (comparison.columns.empty()) return all;
  add("papers", "The papers", papers(comparison));
  if (!comparison.rows.empty()) add("say", "What they say", html_rows(comparison));
  add("themes", "Themes", html_themes(comparison));
  add("passages", "Passages that correspond", html_passages(comparison));
  add("copied", "Copied text", html_copied(comparison));
  add("changes", "What changed over time", html_changes(comparison));
  add("others", "Other papers that match", html_others(comparison));
  return all;
}

}  // namespace

std::string html_start(const std::string& title, const std::string& target,
                       const std::string& skip) {
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<title>{0}</title>\n{1}</head>\n<body>\n"
      "<a class=\"skip\" href=\"#{2}\">{3}</a>\n"
      "<header>\n<h1>{0}</h1>\n</header>\n",
      title, kStyle, target, skip);
}

std::string comparison_to_html(const Comparison& comparison, const std::string& query) {
  const std::string title = "Papers compared" + (query.empty() ? "" : ": " + html_text(query));
  std::string html = html_start(title, "comparison", "Skip to the comparison");
  const std::vector<Section> all = sections(comparison);
  if (!all.empty()) html += "<nav aria-label=\"Contents\">\n<ul>\n";
  for (const Section& section : all) {
    html += fmt::format("<li><a href=\"#{}\">{}</a></li>\n", section.id, section.heading);
  }
  if (!all.empty()) html += "</ul>\n</nav>\n";
  html += "<main id=\"comparison\">\n";
  if (all.empty()) html += html_empty(CellState::NoPaper) + "\n";
  for (const Section& section : all) {
    html +=
        fmt::format("<section aria-labelledby=\"{0}\">\n<h2 id=\"{0}\">{1}</h2>\n{2}</section>\n",
                    section.id, section.heading, section.html);
  }
  if (const std::string more = more_found(comparison); !more.empty()) {
    html += "<p>" + html_text(more) + "</p>\n";
  }
  return html + "</main>\n</body>\n</html>\n";
}

}  // namespace moot
