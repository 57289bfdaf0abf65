#pragma once
/// \file A matrix over many councils: councils as rows, chosen facts of their papers as columns,
/// and totals (docs/COMPARE.md). Asks the search index alone.

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "index/compare.hpp"
#include "index/comparison.hpp"
#include "index/query.hpp"
#include "index/search.hpp"
#include "pipeline/result.hpp"

namespace moot {

struct MatrixOptions {
  std::vector<CouncilAsked> councils;  ///< a row each in this order; empty: all with a paper that
                                       ///< matches
  std::vector<std::string> facts;      ///< of matrix_facts(); empty: all
  bool all_councils = false;           ///< also those of the index that have none
  std::size_t limit = 200;             ///< most rows, where councils does not name them
};

/// What a council's paper says of a fact.
struct MatrixCell {
  CellState state = CellState::NotInPaper;  ///< NotInPaper: the paper does not say
  std::string value;      ///< what sorts and counts: "yes", "2024-03-06", "1200000"; else empty
  Quote quote;            ///< the words that say so, and where
  std::size_t count = 0;  ///< of cost: sums mentioned, each value once
};

struct MatrixRow {
  Column column;                  ///< the council and its paper, without passages
  std::string type, region;       ///< of the authority, as the gazetteer has it; or ""
  std::vector<MatrixCell> cells;  ///< one a fact
};

/// Something, and how many councils have it.
using Tally = std::pair<std::string, std::size_t>;

/// What the rows say of a fact together.
struct FactTotal {
  std::string fact;
  std::vector<Tally> values;  ///< all that a fact may be; of dates the years, earliest first; of
                              ///< the paper its kinds, of cost nothing
  std::size_t stated = 0, not_stated = 0, no_paper = 0;
  std::optional<double> least, median, most;  ///< of cost, in pounds
};

/// Councils of a region or a type.
struct MatrixGroup {
  std::string name;  ///< "": not known to the gazetteer
  std::size_t councils = 0, with_paper = 0;
};

struct Matrix {
  std::vector<std::string> facts;
  std::vector<MatrixRow> rows;    ///< those with a paper first; of these by name, or as named
  std::vector<FactTotal> totals;  ///< one a fact
  std::vector<MatrixGroup> regions, types;
  std::size_t with_paper = 0;       ///< rows
  std::size_t more_councils = 0;    ///< beyond the limit
  std::size_t without_council = 0;  ///< entries that match and state no council: no row has them
};

/// paper, date, adopted, key_decision, cost, equality_assessment, data_protection_assessment,
/// climate.
const std::vector<std::string>& matrix_facts();

/// A row for each council, its paper chosen as compare_found() does. Fails as Searcher::search()
/// does.
Result<Matrix> matrix_of(const Searcher& searcher, const Query& query, const Query& asked,
                         const MatrixOptions& options);

/// The cells of a council's whole paper. Pure.
std::vector<MatrixCell> matrix_cells(const Column& column, const std::vector<std::string>& facts);

/// Reckons totals, groups and with_paper from the rows. Pure.
void add_totals(Matrix& matrix);

}  // namespace moot
