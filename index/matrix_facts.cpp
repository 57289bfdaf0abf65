#include <algorithm>
#include <array>

#include "extractors/assessments.hpp"
#include "extractors/mentions.hpp"
#include "index/compare_rows.hpp"
#include "index/matrix.hpp"
#include "index/sentence_around.hpp"

namespace moot {
namespace {

/// The fact's only row of a comparison of this one paper.
ComparedCell compared(const Column& column, const char* field) {
  return compared_rows({column}, {field}).front().cells.front();
}

MatrixCell quoted(const std::string& value, Quote quote) {
  MatrixCell cell;
  cell.state = CellState::Quoted;
  cell.value = value;
  cell.quote = std::move(quote);
  cell.count = 1;
  return cell;
}

MatrixCell first_of(const Column& column, const char* field) {
  const ComparedCell cell = compared(column, field);
  if (cell.quotes.empty()) return {};
  return quoted(cell.quotes.front().text, cell.quotes.front());
}

MatrixCell paper_of(const Column& column) {
  const ComparedCell title = compared(column, "title");
  Quote quote;
  if (!title.quotes.empty()) quote = title.quotes.front();
  if (quote.text.empty()) quote.text = column.paper.title;
  if (quote.page == 0) quote.page = column.paper.page;
  return quoted(column.paper.kind, std::move(quote));
}

MatrixCell cost_of(const Column& column) {
  const ComparedCell sums = compared(column, "sums");
  if (sums.quotes.empty()) return {};
  const std::string& sum = sums.quotes.front().value;
  const std::size_t range = sum.find("..");
  MatrixCell cell =
      quoted(range == std::string::npos ? sum : sum.substr(range + 2), sums.quotes.front());
  cell.count = sums.quotes.size();
  return cell;
}

MatrixCell climate_of(const Column& column) {
  const ComparedCell climate = compared(column, "climate");
  // A heading alone says nothing.
  const auto said = std::find_if(climate.quotes.begin(), climate.quotes.end(),
                                 [](const Quote& quote) { return !quote.text.empty(); });
  if (said == climate.quotes.end()) return {};
  return quoted(climate.none_stated ? "none" : "stated", *said);
}

const Passage* value_of(const Entry& paper, std::string_view field) {
  const auto found = std::find_if(paper.values.begin(), paper.values.end(),
                                  [&](const Passage& value) { return value.field == field; });
  return found == paper.values.end() ? nullptr : &*found;
}

std::string small_letters(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return text;
}

template <std::size_t N>
bool has_one_of(const std::string& text, const std::array<const char*, N>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](const char* word) { return text.find(word) != std::string::npos; });
}

/// Whether words of a resolution say that the matter was put off, turned down, taken note of or
/// handed on: it was not adopted then.
bool leaves_open(const std::string& words) {
  static constexpr std::array kOpen = {
      "defer",          "refus",         "reject",         "withdraw",       "be noted",
      "to note",        "note the",      "noted the",      "not approve",    "not be approved",
      "not agree",      "not be agreed", "not adopt",      "not be adopted", "recommended that",
      "recommended to", "to recommend",  "be recommended", "recommend to",   "motion was lost",
      "to refer ",      "be referred",   "referred to ",   "motion fell",    "amendment fell",
      "not carried"};
  return has_one_of(small_letters(words), kOpen);
}

/// The same of a status.
bool status_open(const std::string& words) {
  static constexpr std::array kOpen = {"propos",   "pending",      "draft",
                                       "awaiting", "for decision", "for determination",
                                       "not yet",  "called in",    "lost"};
  return leaves_open(words) || has_one_of(small_letters(words), kOpen);
}

/// The first line of the resolutions that adopts something.
std::optional<Quote> adopting_words(const Entry& paper) {
  for (const Passage& passage : paper.passages) {
    if (passage.field != "resolutions") continue;
    std::size_t begin = 0;
    while (begin < passage.text.size()) {
      const std::size_t end = std::min(passage.text.find('\n', begin), passage.text.size());
      const std::string line = passage.text.substr(begin, end - begin);
      const bool words = std::count(line.begin(), line.end(), ' ') > 0;
      if (words && !leaves_open(line)) {
        return Quote{line, passage.heading, "", passage.pointer, passage.page};
      }
      begin = end + 1;
    }
  }
  return {};
}

bool status_adopts(const std::string& status) {
  static constexpr std::array kAdopted = {"approved", "agreed",     "adopted",   "implemented",
                                          "decided",  "determined", "granted",   "decision made",
                                          "accepted", "in force",   "effective", "made"};
  return has_one_of(small_letters(status), kAdopted) && !status_open(status);
}

/// The words of an adoption statement, and the day in them: planning authorities must publish one
/// for each plan that they adopt.
MatrixCell stated_adoption(const Entry& paper) {
  if (small_letters(paper.title).find("adoption statement") == std::string::npos) return {};
  for (const Passage& passage : paper.passages) {
    if (passage.field == "title") continue;
    for (const Mention& mention : find_mentions(passage.text)) {
      constexpr std::size_t kDay = std::string_view("2024-01-17").size();
      if (mention.kind != Mention::Kind::Date || mention.value.size() != kDay) continue;
      std::string words = sentence_around(passage.text, mention.range).text;
      if (small_letters(words).find("adopted") == std::string::npos || leaves_open(words)) continue;
      return quoted(mention.value,
                    {std::move(words), passage.heading, "", passage.pointer, passage.page});
    }
  }
  return {};
}

/// When the matter was decided, of papers that say that it was: a report alone recommends.
MatrixCell adopted_of(const Column& column) {
  const Entry& paper = column.paper;
  const Passage* status = value_of(paper, "decision_status");
  const Passage* decided = value_of(paper, "decision_date");
  const bool notice = paper.kind == "decision_notice" || paper.kind == "decision_details" ||
                      paper.kind == "issue_details";
  const bool proposed =
      std::any_of(paper.passages.begin(), paper.passages.end(),
                  [](const Passage& passage) { return passage.field == "proposed_decision"; });
  if (status != nullptr && status_open(status->text)) return {};
  std::optional<Quote> words;
  if (notice || paper.kind == "minutes") words = adopting_words(paper);
  if (!words && status != nullptr && status_adopts(status->text)) {
    words = Quote{status->text, "", "", status->pointer, status->page};
  }
  const bool any_resolution =
      std::any_of(paper.passages.begin(), paper.passages.end(),
                  [](const Passage& passage) { return passage.field == "resolutions"; });
  if (!words && notice && decided != nullptr && !proposed && !any_resolution) {
    words = Quote{decided->text, "", "", decided->pointer, decided->page};
  }
  const Passage* date = decided != nullptr ? decided : value_of(paper, "meeting_date");
  if (!words) return stated_adoption(paper);
  if (date == nullptr) return {};
  return quoted(date->text, std::move(*words));
}

const char* state_word(AssessmentState state) {
  return state == AssessmentState::Done        ? "yes"
         : state == AssessmentState::NotNeeded ? "not needed"
                                               : "planned";
}

/// An assessment that is attached, else the strongest of what the prose says.
MatrixCell assessment_of(const Column& column, AssessmentKind kind) {
  const Entry& paper = column.paper;
  if (kind == AssessmentKind::Equality && paper.kind == "equality_assessment") {
    return quoted("yes", paper_of(column).quote);
  }
  std::optional<AssessmentState> best;
  Quote quote;
  for (const Passage& passage : paper.passages) {
    if (passage.field == "title" || best == AssessmentState::Done) continue;
    const auto found = find_assessment(passage.text, passage.heading, kind);
    if (!found || (best && *best >= found->state)) continue;
    best = found->state;
    quote = {passage.text.substr(found->where.begin, found->where.end - found->where.begin),
             passage.heading, "", passage.pointer, passage.page};
  }
  if (best == AssessmentState::Done) return quoted("yes", std::move(quote));
  for (const Passage& value : paper.values) {
    if (value.field != "appendices" || !names_assessment(value.text, kind)) continue;
    return quoted("yes", {value.text, "", "", value.pointer, value.page});
  }
  return best ? quoted(state_word(*best), std::move(quote)) : MatrixCell{};
}

struct Fact {
  const char* name;
  MatrixCell (*cell)(const Column&);
};

const std::array<Fact, 8> kFacts = {{
    {"paper", paper_of},
    {"date", [](const Column& column) { return first_of(column, "date"); }},
    {"adopted", adopted_of},
    {"key_decision", [](const Column& column) { return first_of(column, "key_decision"); }},
    {"cost", cost_of},
    {"equality_assessment",
     [](const Column& column) { return assessment_of(column, AssessmentKind::Equality); }},
    {"data_protection_assessment",
     [](const Column& column) { return assessment_of(column, AssessmentKind::DataProtection); }},
    {"climate", climate_of},
}};

}  // namespace

const std::vector<std::string>& matrix_facts() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> made;
    for (const Fact& fact : kFacts) made.emplace_back(fact.name);
    return made;
  }();
  return names;
}

std::vector<MatrixCell> matrix_cells(const Column& column, const std::vector<std::string>& facts) {
  std::vector<MatrixCell> cells;
  for (const std::string& name : facts) {
    MatrixCell cell;
    cell.state = CellState::NoPaper;
    const auto fact = std::find_if(kFacts.begin(), kFacts.end(),
                                   [&](const Fact& one) { return name == one.name; });
    if (!column.paper.id.empty() && fact != kFacts.end()) cell = fact->cell(column);
    cells.push_back(std::move(cell));
  }
  return cells;
}

}  // namespace moot
