#include <algorithm>

#include "cli/compare_text.hpp"
#include "cli/compare_words.hpp"
#include "cli/present.hpp"

namespace moot {
namespace {

constexpr std::size_t kLeastColumn = 24;  // columns that a paper needs beside the others
constexpr const char* kBar = " \u2502 ";
constexpr std::size_t kBarWidth = 3;

/// A paragraph of a cell; `bullet` stands before its first line.
struct Paragraph {
  Styled words;
  std::string bullet;
};
using Paragraphs = std::vector<Paragraph>;

Styled toned(const std::string& words, Tone tone) {
  Styled styled;
  styled.add(shown_words(words), tone);
  return styled;
}

/// Columns of the terminal for each paper; 0: they do not fit side by side.
std::size_t column_width(std::size_t papers, int width) {
  if (papers < 2 || width <= 0) return 0;
  const std::size_t bars = (papers - 1) * kBarWidth;
  const auto columns = static_cast<std::size_t>(width);
  const std::size_t each = columns > bars ? (columns - bars) / papers : 0;
  return each >= kLeastColumn ? each : 0;
}

std::vector<std::string> cell_lines(const Paragraphs& cell, std::size_t room, bool colour) {
  std::vector<std::string> lines;
  for (const Paragraph& paragraph : cell) {
    std::string lead = paragraph.bullet;
    const std::size_t indent = display_width(lead);
    for (const std::string& line : fitted(paragraph.words, room - indent, colour)) {
      lines.push_back(lead + line);
      lead = std::string(indent, ' ');
    }
  }
  return lines;
}

void beside(const std::vector<Paragraphs>& cells, std::size_t room, TextPage& page) {
  std::vector<std::vector<std::string>> columns;
  std::size_t height = 0;
  for (const Paragraphs& cell : cells) {
    columns.push_back(cell_lines(cell, room, page.options().colour));
    height = std::max(height, columns.back().size());
  }
  for (std::size_t at = 0; at < height; ++at) {
    std::string line;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const std::string part = at < columns[i].size() ? columns[i][at] : std::string();
      const std::size_t used = std::min(room, display_width(part));
      line += part + std::string(room - used, ' ') + (i + 1 < columns.size() ? kBar : "");
    }
    const std::size_t last = line.find_last_not_of(' ');
    page.raw(line.substr(0, last == std::string::npos ? 0 : last + 1));
  }
}

Paragraphs head_of(const Column& column) {
  Paragraphs head;
  head.push_back({toned(column.name, Tone::Label), ""});
  if (column.paper.id.empty()) {
    head.push_back({toned(spoken(CellState::NoPaper), Tone::Dim), ""});
    return head;
  }
  head.push_back({toned(spoken_title(column.paper), Tone::Title), ""});
  Styled about;
  about.add(shown_words(paper_line(column.paper)));
  head.push_back({about, ""});
  head.push_back({toned("id " + column.paper.id, Tone::Dim), ""});
  if (!column.why.empty()) head.push_back({toned("why: " + column.why, Tone::Dim), ""});
  const std::string others = others_words(column);
  if (!others.empty()) head.push_back({toned(others, Tone::Dim), ""});
  return head;
}

Paragraphs cell_of(std::string_view field, const ComparedCell& cell, TextPage& page) {
  Paragraphs paragraphs;
  if (cell.state != CellState::Quoted) {
    return {{toned(spoken(cell.state), Tone::Dim), ""}};
  }
  if (cell.none_stated) paragraphs.push_back({toned(kNoneStated, Tone::Dim), ""});
  std::vector<ToldQuote> quotes = told_quotes(field, cell);
  const std::string more = page.options().full ? "" : cut_quotes(quotes, kQuotesOfACell);
  for (const ToldQuote& told : quotes) {
    Styled words;
    if (!told.value.empty()) words.add(shown_words(told.value) + ": ", Tone::Label);
    words.add(page.quote(told.quote, {}, false));
    paragraphs.push_back({words, quotes.size() > 1 ? "- " : ""});
  }
  if (!more.empty()) {
    paragraphs.push_back({toned(more + " (\u2026)", Tone::Dim), "- "});
    page.was_cut();
  }
  return paragraphs;
}

/// One paper's cells under another's.
void stacked(const Comparison& comparison, TextPage& page) {
  for (const Column& column : comparison.columns) {
    page.raw("");
    std::size_t indent = 0;
    for (const Paragraph& paragraph : head_of(column)) {
      page.lines(paragraph.words, indent);
      indent = 2;
    }
  }
  for (const Row& row : comparison.rows) {
    page.heading(row_label(row.field));
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const ComparedCell& cell = row.cells[i];
      Styled name;
      name.add(shown_words(name_of(comparison, i)), Tone::Label);
      if (cell.state != CellState::Quoted) {
        name.add(": ");
        name.add(spoken(cell.state), Tone::Dim);
        page.lines(name, 2);
        continue;
      }
      page.lines(name, 2);
      for (const Paragraph& paragraph : cell_of(row.field, cell, page)) {
        page.lines(paragraph.words, 4, paragraph.bullet);
      }
    }
  }
}

}  // namespace

void write_table(const Comparison& comparison, TextPage& page) {
  const std::size_t papers = comparison.columns.size();
  const std::size_t room = column_width(papers, page.options().width);
  if (room == 0) return stacked(comparison, page);
  std::vector<Paragraphs> cells;
  for (const Column& column : comparison.columns) cells.push_back(head_of(column));
  page.raw("");
  beside(cells, room, page);
  for (const Row& row : comparison.rows) {
    page.heading(row_label(row.field));
    cells.clear();
    for (std::size_t i = 0; i < papers && i < row.cells.size(); ++i) {
      cells.push_back(cell_of(row.field, row.cells[i], page));
    }
    beside(cells, room, page);
  }
}

}  // namespace moot
