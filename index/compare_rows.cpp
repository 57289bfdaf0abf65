#include "index/compare_rows.hpp"

#include <algorithm>
#include <functional>
#include <set>

#include "extractors/mentions.hpp"
#include "index/compare.hpp"
#include "index/sentence_around.hpp"

namespace moot {
namespace {

using Quotes = std::vector<Quote>;

/// Passages of these fields, in the paper's order.
Quotes passages_of(const Entry& paper, const std::vector<std::string>& fields) {
  Quotes quotes;
  for (const Passage& passage : paper.passages) {
    if (std::find(fields.begin(), fields.end(), passage.field) == fields.end()) continue;
    quotes.push_back({passage.text, passage.heading, "", passage.pointer, passage.page});
  }
  return quotes;
}

/// Short values of this field.
Quotes values_of(const Entry& paper, const std::string& field) {
  Quotes quotes;
  for (const Passage& value : paper.values) {
    if (value.field == field) quotes.push_back({value.text, "", "", value.pointer, value.page});
  }
  return quotes;
}

/// The paper's date: of the meeting, the decision, the publication or the report.
Quotes date_of(const Entry& paper) {
  for (const Passage& value : paper.values) {
    if (!value.field.ends_with("_date") || value.text != paper.date) continue;
    return {{value.text, "", value.text, value.pointer, value.page}};
  }
  return {};
}

/// Calls take(passage, text, turns) with each heading and each text, but for the title: labels that
/// stand alone on a line are headings ("First published: 03/01/2024").
template <typename Take>
void each_text(const Entry& paper, Take&& take) {
  for (const Passage& passage : paper.passages) {
    if (passage.field == "title") continue;
    take(passage, passage.heading, std::vector<PageTurn>());
    take(passage, passage.text, passage.turns);
  }
}

/// What the prose and its headings mention of a kind, each value once, in order of the values.
Quotes mentions_of(const Entry& paper, Mention::Kind kind) {
  std::vector<std::pair<double, Quote>> found;
  std::set<std::string> seen;
  each_text(paper, [&](const Passage& passage, const std::string& text, const auto& turns) {
    for (const Mention& mention : find_mentions(text)) {
      if (mention.kind != kind || !seen.insert(mention.value + " " + mention.unit).second) continue;
      found.push_back({mention.order,
                       {sentence_around(text, mention.range).text, passage.heading, mention.value,
                        passage.pointer, page_at(passage.page, turns, mention.range.begin)}});
    }
  });
  const bool largest_first = kind == Mention::Kind::Sum;
  std::stable_sort(found.begin(), found.end(), [&](const auto& a, const auto& b) {
    return largest_first ? a.first > b.first : a.first < b.first;
  });
  Quotes quotes;
  for (auto& [order, quote] : found) quotes.push_back(std::move(quote));
  return quotes;
}

/// The strategies and plans that the paper names, each once, in its order.
Quotes plans_of(const Entry& paper) {
  Quotes quotes;
  std::set<std::string> seen;
  each_text(paper, [&](const Passage& passage, const std::string& text, const auto& turns) {
    for (const PlanName& plan : find_plan_names(text)) {
      if (!seen.insert(plan.key).second) continue;
      quotes.push_back({plan.name, passage.heading, plan.key, passage.pointer,
                        page_at(passage.page, turns, plan.range.begin)});
    }
  });
  return quotes;
}

/// A row, and how its quotes are found.
struct Field {
  std::string name;
  std::function<Quotes(const Entry&)> quotes;
  bool implication = false;
};

Field passage_field(const std::string& name, std::vector<std::string> fields) {
  return {name, [fields = std::move(fields)](const Entry& e) { return passages_of(e, fields); }};
}

Field value_field(const std::string& name) {
  return {name, [name](const Entry& e) { return values_of(e, name); }};
}

Field mention_field(const std::string& name, Mention::Kind kind) {
  return {name, [kind](const Entry& e) { return mentions_of(e, kind); }};
}

std::vector<Field> make_fields() {
  std::vector<Field> fields = {
      passage_field("title", {"title"}),
      {"date", date_of},
      value_field("body"),
      value_field("decision_maker"),
      passage_field("summary", {"summary"}),
      passage_field("recommendations", {"recommendations"}),
      passage_field("decision", {"resolutions", "proposed_decision"}),
      {"status", [](const Entry& e) { return values_of(e, "decision_status"); }},
      value_field("key_decision"),
      value_field("call_in"),
      value_field("effective_date"),
      passage_field("options", {"options"}),
      passage_field("reasons", {"reasons"})};
  for (const std::string& kind : implication_kinds()) {
    fields.push_back(passage_field(kind, {kind}));
    fields.back().implication = true;
  }
  fields.push_back(passage_field("consultation", {"consultation"}));
  fields.push_back(value_field("timetable"));
  fields.push_back(mention_field("sums", Mention::Kind::Sum));
  fields.push_back(mention_field("financial_years", Mention::Kind::FinancialYear));
  fields.push_back(mention_field("dates", Mention::Kind::Date));
  fields.push_back(mention_field("quantities", Mention::Kind::Quantity));
  fields.push_back({"plans", plans_of});
  fields.push_back(value_field("contacts"));
  fields.push_back(value_field("appendices"));
  fields.push_back(value_field("background_papers"));
  return fields;
}

const std::vector<Field>& all_fields() {
  static const std::vector<Field> fields = make_fields();
  return fields;
}

bool names_a_sum(const Quotes& quotes) {
  return std::any_of(quotes.begin(), quotes.end(), [](const Quote& quote) {
    const std::vector<Mention> mentions = find_mentions(quote.text);
    return std::any_of(mentions.begin(), mentions.end(),
                       [](const Mention& m) { return m.kind == Mention::Kind::Sum; });
  });
}

ComparedCell cell_of(const Field& field, const Column& column) {
  ComparedCell cell;
  if (column.paper.id.empty()) {
    cell.state = CellState::NoPaper;
    return cell;
  }
  cell.quotes = field.quotes(column.paper);
  if (cell.quotes.empty()) return cell;
  cell.state = CellState::Quoted;
  // "There are no financial implications. ... will cost £2.4 million": a sum takes it back.
  cell.none_stated = field.implication && !names_a_sum(cell.quotes) &&
                     std::all_of(cell.quotes.begin(), cell.quotes.end(),
                                 [](const Quote& q) { return states_none(q.text, q.heading); });
  return cell;
}

}  // namespace

const std::vector<std::string>& compare_fields() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> made;
    for (const Field& field : all_fields()) made.push_back(field.name);
    return made;
  }();
  return names;
}

const std::vector<std::string>& compare_parts() {
  static const std::vector<std::string> parts = {"themes", "passages", "copied", "changes"};
  return parts;
}

std::vector<Row> compared_rows(const std::vector<Column>& columns,
                               const std::vector<std::string>& fields) {
  std::vector<Row> rows;
  for (const Field& field : all_fields()) {
    const bool named = std::find(fields.begin(), fields.end(), field.name) != fields.end();
    if (!named && !fields.empty()) continue;
    Row row{field.name, {}};
    for (const Column& column : columns) row.cells.push_back(cell_of(field, column));
    const bool any = std::any_of(row.cells.begin(), row.cells.end(), [](const ComparedCell& c) {
      return c.state == CellState::Quoted;
    });
    if (any || named) rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace moot
