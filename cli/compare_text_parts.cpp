#include <fmt/format.h>

#include "cli/compare_text.hpp"
#include "cli/compare_words.hpp"

namespace moot {
namespace {

/// "Kent 2024 (p. 3)".
std::string place(const Comparison& comparison, std::size_t column, const Quote& quote) {
  const std::string page = short_page(quote.page);
  return name_of(comparison, column) + (page.empty() ? "" : " (" + page + ")");
}

/// A paper's name and, beneath it, its words.
void side(const Comparison& comparison, std::size_t column, const Quote& quote,
          const std::vector<TextRange>& differs, TextPage& page) {
  page.line(place(comparison, column, quote), Tone::Label, 4);
  Quote words = quote;
  words.page = 0;  // told with the name
  page.lines(page.quote(words, differs, true), 6);
}

void legend(TextPage& page) {
  page.line(page.options().colour ? "Coloured words are not in the other passage."
                                  : "Words in [brackets] are not in the other passage.",
            Tone::Dim, 2);
}

/// "46, 42, 2": how often, in the order of the papers.
std::string bare_counts(const std::vector<ThemePlace>& places) {
  std::string counts;
  for (const ThemePlace& one : places) {
    counts += (counts.empty() ? "" : ", ") + std::to_string(one.times);
  }
  return counts;
}

/// "Kent 2024 14 times, Stanwick once".
std::string named_counts(const Comparison& comparison, const std::vector<ThemePlace>& places) {
  std::string counts;
  for (const ThemePlace& one : places) {
    counts += (counts.empty() ? "" : ", ") + name_of(comparison, one.column) + " " +
              spoken_times(one.times);
  }
  return counts;
}

/// The words of a theme, and who has them how often; a sentence of each where all is wanted, or
/// where one alone has it. \pre `bare`: all papers have it
void theme(const Comparison& comparison, const Theme& theme, bool bare, TextPage& page) {
  const std::vector<ThemePlace> places = places_of(theme);
  const std::string who = bare ? bare_counts(places) : named_counts(comparison, places);
  Styled line;
  line.add(shown_words(theme.words), Tone::Title);
  if (!who.empty()) line.add(": " + shown_words(who));
  page.lines(line, 2);
  if (places.size() > 1 && !page.options().full) return;  // a sentence of each fills screens
  for (const ThemePlace& one : places) {
    if (one.passage == nullptr || one.passage->text.empty()) continue;
    Styled words;
    if (places.size() > 1) {
      words.add(shown_words(name_of(comparison, one.column)) + ": ", Tone::Label);
    }
    words.add(page.quote(*one.passage, one.where, false));
    page.lines(words, 4, "- ");
  }
}

void themes(const Comparison& comparison, const char* heading, const std::vector<Theme>& themes,
            bool all_have, TextPage& page) {
  if (themes.empty()) return;
  page.heading(fmt::format("{} ({})", heading, counted(themes.size(), "theme", "themes")));
  const bool bare = all_have && !page.options().full;
  if (bare) {
    page.line("How often each paper has it, in their order; --full quotes a sentence of each.",
              Tone::Dim, 2);
  }
  for (const Theme& one : themes) theme(comparison, one, bare, page);
}

void copied(const Comparison& comparison, TextPage& page) {
  if (comparison.copied.empty()) return;
  page.heading(fmt::format("Copied text ({})", comparison.copied.size()));
  for (const Recurrence& one : comparison.copied) {
    const std::string extent =
        fmt::format("{}: {} and {}", counted(one.words, "word recurs", "words recur"),
                    place(comparison, one.column_here, one.here),
                    place(comparison, one.column_there, one.there));
    page.line(extent, Tone::Label, 2);
    Quote words = one.here;
    words.page = 0;
    page.lines(page.quote(words, {}, false), 4);
  }
}

void corresponding(const Comparison& comparison, TextPage& page) {
  if (comparison.passages.empty()) return;
  page.heading(fmt::format("Passages that correspond ({})", comparison.passages.size()));
  legend(page);
  std::size_t number = 0;
  for (const Correspondence& pair : comparison.passages) {
    page.line(fmt::format("{}. {:.0f} % alike", ++number, 100 * pair.likeness), Tone::Dim, 2);
    side(comparison, pair.column_here, pair.here, pair.differs_here, page);
    side(comparison, pair.column_there, pair.there, pair.differs_there, page);
  }
}

void alone(const char* heading, const std::vector<const Changed*>& changes, TextPage& page) {
  if (changes.empty()) return;
  page.line(heading, Tone::Label, 2);
  for (const Changed* change : changes) {
    const Quote& quote = change->change == Change::Dropped ? change->before : change->after;
    page.lines(page.quote(quote, {}, false), 4, "- ");
  }
}

void changes(const Comparison& comparison, TextPage& page) {
  if (comparison.changes.empty()) return;
  page.heading("What changed over time");
  for (const ChangeGroup& group : grouped(comparison.changes)) {
    page.line(fmt::format("{} to {}: {}", name_of(comparison, group.column_before),
                          name_of(comparison, group.column_after), change_counts(group)),
              Tone::Title, 0);
    alone("Added", group.added, page);
    alone("Dropped", group.dropped, page);
    if (!group.reworded.empty()) {
      page.line("Reworded", Tone::Label, 2);
      legend(page);
    }
    for (const Changed* one : group.reworded) {
      side(comparison, one->column_before, one->before, one->differs_before, page);
      side(comparison, one->column_after, one->after, one->differs_after, page);
    }
    alone("Kept", group.kept, page);
  }
}

}  // namespace

void write_themes(const Comparison& comparison, TextPage& page) {
  themes(comparison, "All have", comparison.shared, true, page);
  themes(comparison, "Some have", comparison.partly, false, page);
  themes(comparison, "Only one has", comparison.single, false, page);
}

void write_passages(const Comparison& comparison, TextPage& page) {
  corresponding(comparison, page);
  copied(comparison, page);
  changes(comparison, page);
}

}  // namespace moot
