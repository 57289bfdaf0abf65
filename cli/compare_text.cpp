#include "cli/compare_text.hpp"

#include <fmt/format.h>

#include "cli/compare_words.hpp"
#include "cli/present.hpp"

namespace moot {
namespace {

constexpr std::size_t kShownBytes = 300;  // of a quote
constexpr std::size_t kLeastRoom = 20;    // columns of a line, however narrow the terminal is

std::string title_of(const Comparison& comparison, const std::string& query) {
  std::size_t papers = 0;
  for (const Column& column : comparison.columns) papers += column.paper.id.empty() ? 0 : 1;
  std::string title = counted(papers, "paper", "papers") + " compared";
  if (!query.empty()) title += ": " + query;
  return title;
}

}  // namespace

void TextPage::heading(const std::string& words) {
  out_ += '\n';
  line(words, Tone::Title, 0);
}

void TextPage::lines(const Styled& styled, std::size_t indent, const std::string& bullet) {
  const std::size_t taken = indent + display_width(bullet);
  const auto width = static_cast<std::size_t>(options_.width > 0 ? options_.width : 0);
  const std::size_t room = width == 0 ? 0 : width > taken + kLeastRoom ? width - taken : kLeastRoom;
  std::string lead = std::string(indent, ' ') + bullet;
  for (const std::string& line : fitted(styled, room, options_.colour)) {
    out_ += line.empty() ? "\n" : lead + line + '\n';
    lead = std::string(taken, ' ');
  }
}

void TextPage::line(const std::string& words, Tone tone, std::size_t indent) {
  Styled styled;
  styled.add(shown_words(words), tone);
  lines(styled, indent);
}

Styled TextPage::quote(const Quote& quote, const std::vector<TextRange>& marks, bool brackets) {
  const Excerpt shown = excerpt(quote.text, marks, options_.full ? 0 : kShownBytes);
  cut_ = cut_ || shown.cut;
  Styled styled;
  for (const Piece& piece : pieces(shown.text, shown.marked)) {
    const std::string words = shown_words(piece.text);
    const bool bracketed = piece.marked && brackets && !options_.colour;
    if (bracketed) {
      styled.add("[" + words + "]");
    } else if (piece.marked) {
      styled.add(words, Tone::Match);
    } else {
      styled.add(words);
    }
  }
  if (quote.page > 0) {
    if (!styled.text.empty()) styled.add(" ");
    styled.add(fmt::format("(p.\u00A0{})", quote.page), Tone::Dim);
  }
  return styled;
}

void write_others(const Comparison& comparison, TextPage& page) {
  bool headed = false;
  for (const Column& column : comparison.columns) {
    const std::size_t found = others_found(column);
    if (found == 0) continue;
    if (!headed) page.heading("Other papers that match");
    headed = true;
    page.line(column.name, Tone::Label, 2);
    for (const Entry& paper : column.others) {
      Styled about;
      about.add(shown_words(spoken_title(paper)));
      about.add(" \u00B7 " + shown_words(paper_line(paper)));
      about.add(" \u00B7 id " + shown_words(paper.id), Tone::Dim);
      page.lines(about, 4, "- ");
    }
    if (found > column.others.size()) {
      page.line(fmt::format("and {} more", found - column.others.size()), Tone::Dim, 4);
    }
  }
}

std::string comparison_to_text(const Comparison& comparison, const CompareText& options) {
  TextPage page(options);
  page.line(title_of(comparison, options.query), Tone::Title, 0);
  if (comparison.columns.empty()) {
    page.line("no paper found", Tone::Dim, 0);
    return page.text();
  }
  write_table(comparison, page);
  write_themes(comparison, page);
  write_passages(comparison, page);
  write_others(comparison, page);
  if (const std::string more = more_found(comparison); !more.empty()) {
    page.raw("");
    page.line(more, Tone::Dim, 0);
  }
  if (page.cut()) {
    page.raw("");
    page.line("Words were left out where \u2026 stands; --full shows all of them.", Tone::Dim, 0);
  }
  return page.text();
}

}  // namespace moot
