#include <fmt/format.h>

#include <cctype>

#include "cli/compare_formats.hpp"
#include "cli/compare_words.hpp"
#include "cli/markdown.hpp"
#include "cli/present.hpp"
#include "index/page_link.hpp"

namespace moot {
namespace {

std::string bold(std::string_view text) {
  return text.empty() ? std::string() : "**" + markdown_text(text) + "**";
}

/// Asterisks make bold only between spaces and punctuation.
bool apart(std::string_view text, std::size_t begin, std::size_t end) {
  const auto ends_word = [&](std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    return std::isspace(byte) != 0 || std::ispunct(byte) != 0;
  };
  return (begin == 0 || ends_word(begin - 1)) && (end == text.size() || ends_word(end)) &&
         std::isspace(static_cast<unsigned char>(text[begin])) == 0 &&
         std::isspace(static_cast<unsigned char>(text[end - 1])) == 0;
}

std::string marked(std::string_view text, const std::vector<TextRange>& marks) {
  std::string out;
  std::size_t at = 0;
  for (const Piece& piece : pieces(text, marks)) {
    const std::size_t end = at + piece.text.size();
    const std::string words = markdown_text(piece.text);
    out += !piece.marked          ? words
           : apart(text, at, end) ? "**" + words + "**"
                                  : "<b>" + words + "</b>";
    at = end;
  }
  return out;
}

/// Writes the parts one after another.
class Writer {
 public:
  Writer(const Comparison& comparison, const std::string& query)
      : comparison_(comparison), query_(query) {}

  std::string write();

 private:
  void table();
  void others();
  void themes(const char* heading, const std::vector<Theme>& themes);
  void passages();
  void copied();
  void changes();

  void heading(const std::string& words) { out_ += "\n## " + words + "\n\n"; }

  std::string words_of(std::size_t column, const Quote& quote,
                       const std::vector<TextRange>& marks) const {
    std::string words = marked(quote.text, marks);
    if (quote.page <= 0) return words;
    const std::string page =
        markdown_link(short_page(quote.page), quote_link(comparison_, column, quote));
    return words + (words.empty() ? "(" : " (") + page + ")";
  }

  /// "**Kent**: words (p. 3)".
  std::string side(std::size_t column, const Quote& quote,
                   const std::vector<TextRange>& marks) const {
    return bold(name_of(comparison_, column)) + ": " + words_of(column, quote, marks);
  }

  std::string paper(const Entry& paper) const {
    const std::string title = markdown_link(markdown_text(spoken_title(paper)),
                                            page_link(paper.url, paper.path, paper.page));
    return title + ", " + markdown_text(paper_line(paper));
  }

  std::string head(const Column& column) const;
  std::string cell(std::size_t column, const Row& row) const;

  const Comparison& comparison_;
  const std::string& query_;
  std::string out_;
};

std::string Writer::head(const Column& column) const {
  if (column.paper.id.empty()) return std::string("*") + spoken(CellState::NoPaper) + "*";
  std::string text = paper(column.paper) + ", id " + markdown_text(column.paper.id);
  if (!column.why.empty()) text += "<br>why: " + markdown_text(column.why);
  const std::string more = others_words(column);
  return more.empty() ? text : text + "<br>" + more;
}

std::string Writer::cell(std::size_t column, const Row& row) const {
  const ComparedCell& cell = row.cells[column];
  if (cell.state != CellState::Quoted) return std::string("*") + spoken(cell.state) + "*";
  std::string text = cell.none_stated ? std::string("*") + kNoneStated + "*" : "";
  std::vector<ToldQuote> quotes = told_quotes(row.field, cell);
  const std::string more = cut_quotes(quotes, kQuotesOfACell);
  for (const ToldQuote& told : quotes) {
    if (!text.empty()) text += "<br>";
    if (!told.value.empty()) text += bold(told.value) + ": ";
    text += words_of(column, told.quote, {});
  }
  if (!more.empty()) text += "<br>*" + more + ", which CSV and JSON have*";
  return text;
}

void Writer::table() {
  std::string names = "| |", rule = "|---|", papers = "| **Paper** |";
  for (const Column& column : comparison_.columns) {
    names += " " + markdown_text(column.name) + " |";
    rule += "---|";
    papers += " " + head(column) + " |";
  }
  out_ += names + "\n" + rule + "\n" + papers + "\n";
  for (const Row& row : comparison_.rows) {
    out_ += "| **" + markdown_text(row_label(row.field)) + "** |";
    for (std::size_t i = 0; i < comparison_.columns.size(); ++i) {
      out_ += " " + (i < row.cells.size() ? cell(i, row) : std::string()) + " |";
    }
    out_ += '\n';
  }
}

void Writer::others() {
  bool headed = false;
  for (const Column& column : comparison_.columns) {
    const std::size_t found = others_found(column);
    if (found == 0) continue;
    if (!headed) heading("Other papers that match");
    headed = true;
    out_ += "- " + bold(column.name) + "\n";
    for (const Entry& one : column.others)
      out_ += "  - id " + markdown_text(one.id) + ": " + paper(one) + "\n";
    if (found > column.others.size()) {
      out_ += fmt::format("  - and {} more\n", found - column.others.size());
    }
  }
}

void Writer::themes(const char* words, const std::vector<Theme>& themes) {
  if (themes.empty()) return;
  heading(fmt::format("{} ({})", words, counted(themes.size(), "theme", "themes")));
  for (const Theme& theme : themes) {
    out_ += "- " + bold(theme.words) + "\n";
    for (const ThemePlace& place : places_of(theme)) {
      out_ += "  - " + bold(name_of(comparison_, place.column)) + ", " + spoken_times(place.times);
      if (place.passage != nullptr && !place.passage->text.empty()) {
        out_ += ": " + words_of(place.column, *place.passage, place.where);
      }
      out_ += '\n';
    }
  }
}

void Writer::passages() {
  if (comparison_.passages.empty()) return;
  heading(fmt::format("Passages that correspond ({})", comparison_.passages.size()));
  out_ += "Words in bold are not in the other passage.\n\n";
  for (const Correspondence& pair : comparison_.passages) {
    out_ += fmt::format("- {:.0f} % alike\n", 100 * pair.likeness);
    out_ += "  - " + side(pair.column_here, pair.here, pair.differs_here) + "\n";
    out_ += "  - " + side(pair.column_there, pair.there, pair.differs_there) + "\n";
  }
}

void Writer::copied() {
  if (comparison_.copied.empty()) return;
  heading(fmt::format("Copied text ({})", comparison_.copied.size()));
  for (const Recurrence& one : comparison_.copied) {
    out_ += "- " + counted(one.words, "word recurs", "words recur") + "\n";
    out_ += "  - " + side(one.column_here, one.here, {}) + "\n";
    out_ += "  - " + side(one.column_there, one.there, {}) + "\n";
  }
}

void Writer::changes() {
  if (comparison_.changes.empty()) return;
  heading("What changed over time");
  bool first = true;
  for (const ChangeGroup& group : grouped(comparison_.changes)) {
    out_ += std::string(first ? "" : "\n") + "### " +
            markdown_text(name_of(comparison_, group.column_before)) + " to " +
            markdown_text(name_of(comparison_, group.column_after)) + "\n\n" +
            change_counts(group) + ". Words in bold are not in the other passage.\n\n";
    first = false;
    for (const Changed* one : group.added) {
      out_ += "- **Added**: " + words_of(one->column_after, one->after, {}) + "\n";
    }
    for (const Changed* one : group.dropped) {
      out_ += "- **Dropped**: " + words_of(one->column_before, one->before, {}) + "\n";
    }
    for (const Changed* one : group.reworded) {
      out_ += "- **Reworded**\n";
      out_ += "  - " + side(one->column_before, one->before, one->differs_before) + "\n";
      out_ += "  - " + side(one->column_after, one->after, one->differs_after) + "\n";
    }
    for (const Changed* one : group.kept) {
      out_ += "- **Kept**: " + words_of(one->column_after, one->after, {}) + "\n";
    }
  }
}

std::string Writer::write() {
  out_ = "# Papers compared" + (query_.empty() ? "" : ": " + markdown_text(query_)) + "\n\n";
  if (comparison_.columns.empty()) return out_ + spoken(CellState::NoPaper) + "\n";
  table();
  themes("All have", comparison_.shared);
  themes("Some have", comparison_.partly);
  themes("Only one has", comparison_.single);
  passages();
  copied();
  changes();
  others();
  if (const std::string more = more_found(comparison_); !more.empty()) out_ += "\n" + more + "\n";
  return std::move(out_);
}

}  // namespace

std::string comparison_to_markdown(const Comparison& comparison, const std::string& query) {
  return Writer(comparison, query).write();
}

}  // namespace moot
