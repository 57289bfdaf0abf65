#pragma once
/// \file What a comparison of papers is: a table of councils or papers by what they have in common,
/// and what differs between them. Plain values; docs/COMPARE.md says how they come about.

#include <cstddef>
#include <string>
#include <vector>

#include "index/entry.hpp"
#include "pipeline/document.hpp"

namespace moot {

/// Words of a paper, and where they stand.
struct Quote {
  std::string text;     ///< as printed
  std::string heading;  ///< of the part they stand in; may be empty
  std::string value;    ///< for sorting and counting: of a date, a sum, a quantity or a plan
  std::string pointer;  ///< JSON Pointer into the record; empty for body text
  int page = 0;         ///< 0 where the source has no pages
  bool operator==(const Quote&) const = default;
};

/// An empty cell says why it is empty.
enum class CellState { Quoted, NotInPaper, NoPaper };

struct ComparedCell {
  CellState state = CellState::NotInPaper;
  std::vector<Quote> quotes;
  bool none_stated = false;  ///< the paper has the part, and says in it that there is nothing:
                             ///< "There are no financial implications."
};

/// A paper of a comparison, or a council without one.
struct Column {
  std::string council, code;  ///< "" where the paper states none
  std::string name;           ///< to tell it from the others: "Kent", "Kent 2018", "Cabinet 2018"
  Entry paper;                ///< without its passages; an empty id: no paper was found
  std::string why;            ///< why this paper and not another of the council; "" of one
  std::vector<Entry> others;  ///< of the council that match too, best first, without passages
  std::size_t found = 0;      ///< entries of the council that match: exact
};

/// What the papers say of one thing: a cell for each column.
struct Row {
  std::string field;  ///< "title", "recommendations", "financial", "sums", ...: docs/COMPARE.md
  std::vector<ComparedCell> cells;
};

/// Words that a paper has more often than the rest of the index does.
struct Theme {
  std::string words;                 ///< as most of the papers print them
  double keyness = 0;                ///< log-likelihood against the rest of the index
  std::vector<std::size_t> columns;  ///< that have it
  std::vector<std::size_t> times;    ///< how often, in each of these
  std::vector<Quote> passages;       ///< a sentence of each of these that has it
  std::vector<TextRange> where;      ///< of the words in each of these sentences
};

/// A passage of one paper and the nearest to it of another.
struct Correspondence {
  std::size_t column_here = 0, column_there = 0;
  Quote here, there;
  double likeness = 0;                                 ///< 0 to 1
  std::vector<TextRange> differs_here, differs_there;  ///< words that the other one lacks
};

/// Words that stand one after another in two papers.
struct Recurrence {
  std::size_t column_here = 0, column_there = 0;
  Quote here, there;      ///< the words alone
  std::size_t words = 0;  ///< how many
};

/// What became of a passage from one paper of a council to its next.
enum class Change { Added, Dropped, Reworded, Kept };

struct Changed {
  Change change = Change::Kept;
  std::size_t column_before = 0, column_after = 0;
  Quote before, after;  ///< one of them is empty where the passage was added or dropped
  double likeness = 0;
  std::vector<TextRange> differs_before, differs_after;
};

struct Comparison {
  std::vector<Column> columns;
  std::vector<Row> rows;
  std::vector<Theme> shared;             ///< all papers have them, the most telling first
  std::vector<Theme> partly;             ///< several do
  std::vector<Theme> single;             ///< one alone does; in order of columns
  std::vector<Correspondence> passages;  ///< likest first
  std::vector<Recurrence> copied;        ///< longest first
  std::vector<Changed> changes;   ///< of columns in order of time; empty unless they were asked for
  std::size_t more_papers = 0;    ///< that match, beyond the columns, where each is one of these
  std::size_t more_councils = 0;  ///< that have papers which match, beyond the columns
};

}  // namespace moot
