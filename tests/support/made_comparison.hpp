#pragma once
/// \file A small comparison of made-up councils, with one of everything.

#include <string>

#include "index/comparison.hpp"

inline moot::Column made_column(const std::string& name, const std::string& id) {
  moot::Column column;
  column.name = name;
  column.council = name + " Council";
  column.code = "X1";
  column.found = id.empty() ? 0 : 1;
  column.paper.id = id;
  if (id.empty()) return column;
  column.paper.kind = "report";
  column.paper.title = "Plan of " + name;
  column.paper.date = "2024-03-06";
  column.paper.body = "Cabinet";
  column.paper.path = "/papers/" + name + ".pdf";
  column.paper.language = "en";
  return column;
}

inline moot::Quote made_quote(const std::string& text, int page) {
  moot::Quote quote;
  quote.text = text;
  quote.page = page;
  return quote;
}

inline moot::ComparedCell made_cell(const std::string& text, int page) {
  moot::ComparedCell cell;
  cell.state = moot::CellState::Quoted;
  cell.quotes = {made_quote(text, page)};
  return cell;
}

/// Marrow, Fenwold in Welsh, and Tarn, of which there is no paper.
inline moot::Comparison made_comparison() {
  using namespace moot;
  Comparison made;
  made.columns = {made_column("Marrow", "00aa-p1"), made_column("Fenwold", "00bb-p1"),
                  made_column("Tarn", "")};
  made.columns[0].why = "the newest of those that match best";
  made.columns[0].found = 4;
  Entry older = made.columns[0].paper;
  older.id = "00cc-p1";
  older.title = "Older plan";
  made.columns[0].others = {older};
  made.columns[1].paper.language = "cy";
  ComparedCell nothing, no_paper;
  no_paper.state = CellState::NoPaper;
  Row money{"financial", {made_cell("No cost.", 3), made_cell("It costs £5.", 9), no_paper}};
  money.cells[0].none_stated = true;
  money.cells[1].quotes[0].heading = "Resources";
  money.cells[1].quotes[0].value = "5";
  money.cells[1].quotes[0].pointer = "/implications/0/text";
  money.cells[1].quotes.push_back(made_quote("And staff time.", 0));
  made.rows = {money, {"risk", {nothing, made_cell("Rain.", 2), no_paper}}};
  Theme theme;
  theme.words = "old benches";
  theme.keyness = 12.34567;
  theme.columns = {0, 1};
  theme.times = {1, 14};
  theme.passages = {made_quote("Mend old benches.", 4), made_quote("The old benches rot.", 5)};
  theme.where = {{5, 16}, {4, 15}};
  made.shared = {theme};
  theme.words = "new ponds";
  theme.columns = {1};
  made.single = {theme};
  made.passages = {{0,
                    1,
                    made_quote("We mend benches.", 4),
                    made_quote("We sell benches.", 6),
                    0.75,
                    {{3, 7}},
                    {{3, 7}}}};
  made.copied = {
      {0, 1, made_quote("for the good of all", 7), made_quote("for the good of all", 8), 5}};
  Changed changed;
  changed.change = Change::Added;
  changed.column_before = 1;
  changed.after = made_quote("A new aim.", 2);
  made.changes.push_back(changed);
  changed = {Change::Reworded,          1,   0,        made_quote("By 2020.", 1),
             made_quote("By 2030.", 2), 0.5, {{3, 7}}, {{3, 7}}};
  made.changes.push_back(changed);
  made.more_councils = 1;
  return made;
}
