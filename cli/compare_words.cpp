#include "cli/compare_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "cli/dates.hpp"
#include "cli/present.hpp"
#include "index/page_link.hpp"

namespace moot {
namespace {

constexpr std::string_view kEllipsis = "\u2026";

bool inside_letter(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80;
}

/// A place between two words at or before `at`, else one between two letters.
std::size_t cut_before(std::string_view text, std::size_t at, std::size_t least) {
  const std::size_t space = text.find_last_of(" \n", at);
  if (space != std::string_view::npos && space > least) return space;
  while (at > least && inside_letter(text, at)) --at;
  return at;
}

}  // namespace

std::string row_label(std::string_view field) {
  static constexpr std::array<std::string_view, 15> kImplications = {
      "financial", "legal",  "equalities",  "data_protection", "hr",
      "climate",   "health", "procurement", "property",        "ict",
      "children",  "policy", "governance",  "welsh_language",  "health_safety"};
  static constexpr std::pair<std::string_view, const char*> kSpecial[] = {
      {"body", "Body that met"},
      {"call_in", "Call-in"},
      {"decision_maker", "Who decides"},
      {"status", "Status of the decision"},
      {"options", "Options considered"},
      {"crime_disorder", "Crime and disorder implications"},
      {"community", "Community implications"},
      {"risk", "Risks"},
      {"priorities", "Priorities of the council"},
      {"other", "Other implications"},
      {"sums", "Sums of money"},
      {"dates", "Dates mentioned"},
      {"quantities", "Numbers mentioned"},
      {"plans", "Strategies and plans named"}};
  for (const auto& [key, label] : kSpecial) {
    if (field == key) return label;
  }
  const bool implication =
      std::find(kImplications.begin(), kImplications.end(), field) != kImplications.end();
  return spoken_name(field) + (implication ? " implications" : "");
}

const char* spoken(CellState empty) {
  return empty == CellState::NoPaper ? "no paper found" : "not in this paper";
}

const char* state_name(CellState state) {
  static constexpr const char* kNames[] = {"quoted", "not_in_paper", "no_paper"};
  return kNames[static_cast<std::size_t>(state)];
}

const char* change_name(Change change) {
  static constexpr const char* kNames[] = {"added", "dropped", "reworded", "kept"};
  return kNames[static_cast<std::size_t>(change)];
}

std::string short_page(int page) {
  return page > 0 ? fmt::format("p. {}", page) : std::string();
}

std::string spoken_times(std::size_t times) {
  return times == 1 ? "once" : fmt::format("{} times", times);
}

std::string counted(std::size_t number, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", number, number == 1 ? one : many);
}

std::size_t others_found(const Column& column) {
  const std::size_t own = column.paper.id.empty() ? 0 : 1;
  return std::max(column.others.size(), column.found > own ? column.found - own : 0);
}

std::string others_words(const Column& column) {
  const std::size_t more = others_found(column);
  if (more == 0) return {};
  const char* whose = column.council.empty() ? "" : " of this council";
  return fmt::format("and {} more{} that {}", more, whose, more == 1 ? "matches" : "match");
}

std::string paper_line(const Entry& paper) {
  std::string line;
  for (const std::string& part : {spoken_date(paper.date), paper.body, spoken_name(paper.kind)}) {
    if (!part.empty()) line += (line.empty() ? "" : " \u00B7 ") + part;
  }
  return line;
}

std::string more_found(const Comparison& comparison) {
  std::string told;
  if (comparison.more_papers > 0) {
    told = counted(comparison.more_papers, "more paper matches", "more papers match") + ".";
  }
  if (comparison.more_councils > 0) {
    told += (told.empty() ? "" : " ") +
            counted(comparison.more_councils, "more council has papers that match",
                    "more councils have papers that match") +
            ".";
  }
  if (!told.empty()) told += " --limit shows more.";
  return told;
}

const std::string& name_of(const Comparison& comparison, std::size_t column) {
  static const std::string kNone;
  return column < comparison.columns.size() ? comparison.columns[column].name : kNone;
}

std::string quote_link(const Comparison& comparison, std::size_t column, const Quote& quote) {
  if (column >= comparison.columns.size()) return {};
  const Entry& paper = comparison.columns[column].paper;
  return page_link(paper.url, paper.path, quote.page);
}

std::vector<Piece> pieces(std::string_view text, const std::vector<TextRange>& marked) {
  std::vector<Piece> all;
  std::size_t done = 0;
  for (const TextRange& range : marked) {
    const bool sound = range.begin >= done && range.begin < range.end && range.end <= text.size() &&
                       !inside_letter(text, range.begin) && !inside_letter(text, range.end);
    if (!sound) continue;
    if (range.begin > done) all.push_back({text.substr(done, range.begin - done), false});
    all.push_back({text.substr(range.begin, range.end - range.begin), true});
    done = range.end;
  }
  if (done < text.size()) all.push_back({text.substr(done), false});
  return all;
}

Excerpt excerpt(const std::string& text, const std::vector<TextRange>& marked, std::size_t most) {
  if (most == 0 || text.size() <= most) return {text, marked, false};
  const std::size_t before = most / 4;  // words before the first mark
  std::size_t begin = 0;
  if (!marked.empty() && marked.front().end > most && marked.front().begin < text.size()) {
    begin = marked.front().begin > before ? marked.front().begin - before : 0;
    begin = cut_before(text, begin, 0);
    if (begin > 0 && (text[begin] == ' ' || text[begin] == '\n')) ++begin;
  }
  const bool to_the_end = text.size() - begin <= most;
  const std::size_t end = to_the_end ? text.size() : cut_before(text, begin + most, begin);
  Excerpt shown;
  shown.cut = true;
  if (begin > 0) shown.text = std::string(kEllipsis) + " ";
  const std::size_t lead = shown.text.size();
  shown.text += text.substr(begin, end - begin);
  if (!to_the_end) shown.text += " " + std::string(kEllipsis);
  for (const TextRange& range : marked) {
    const std::size_t first = std::max(range.begin, begin), last = std::min(range.end, end);
    if (first < last) shown.marked.push_back({first - begin + lead, last - begin + lead});
  }
  return shown;
}

std::vector<ThemePlace> places_of(const Theme& theme) {
  std::vector<ThemePlace> places;
  for (std::size_t i = 0; i < theme.columns.size(); ++i) {
    ThemePlace place;
    place.column = theme.columns[i];
    if (i < theme.times.size()) place.times = theme.times[i];
    if (i < theme.passages.size()) place.passage = &theme.passages[i];
    if (i < theme.where.size() && !theme.where[i].empty()) place.where = {theme.where[i]};
    places.push_back(place);
  }
  return places;
}

std::vector<ChangeGroup> grouped(const std::vector<Changed>& changes) {
  std::vector<ChangeGroup> groups;
  for (const Changed& change : changes) {
    auto group = std::find_if(groups.begin(), groups.end(), [&](const ChangeGroup& one) {
      return one.column_before == change.column_before && one.column_after == change.column_after;
    });
    if (group == groups.end()) {
      groups.push_back({change.column_before, change.column_after, {}, {}, {}, {}});
      group = groups.end() - 1;
    }
    std::vector<const Changed*>* const lists[] = {&group->added, &group->dropped, &group->reworded,
                                                  &group->kept};
    lists[static_cast<std::size_t>(change.change)]->push_back(&change);
  }
  return groups;
}

std::string change_counts(const ChangeGroup& group) {
  return fmt::format("{} added, {} dropped, {} reworded, {} kept", group.added.size(),
                     group.dropped.size(), group.reworded.size(), group.kept.size());
}

}  // namespace moot
