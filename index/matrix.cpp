#include "index/matrix.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>

#include "extractors/gazetteer.hpp"
#include "index/compare.hpp"
#include "index/compare_columns.hpp"
#include "index/query_nodes.hpp"
#include "index/words.hpp"

namespace moot {
namespace {

/// The councils of all that matches, most entries first.
struct Councils {
  std::vector<std::string> names;
  std::size_t without = 0;  ///< entries that state none
};

Result<Councils> councils_of(const Searcher& searcher, const QueryNode& root) {
  SearchOptions options;
  options.limit = 0;
  options.facets = true;
  auto results = searcher.search(Query{{}, root, Sort::Relevance}, options);
  if (!results) return results.error();
  Councils councils;
  for (const Facet& facet : results->facets) {
    if (facet.name != "council") continue;
    for (const FacetValue& value : facet.values) councils.names.push_back(value.value);
    councils.without = facet.without;
  }
  return councils;
}

std::string key_of(const Column& column) {
  return column.code.empty() ? squeeze(column.council) : column.code;
}

MatrixRow row_of(Column column, const std::vector<std::string>& facts) {
  MatrixRow row;
  row.cells = matrix_cells(column, facts);
  auto authority = lookup_authority(column.code.empty() ? column.council : column.code);
  if (!authority) authority = lookup_authority(column.council);
  if (authority) {
    row.type = authority->type;
    row.region = authority->region.empty() ? authority->nation : authority->region;
    if (column.code.empty()) column.code = authority->code;
  }
  if (column.name.empty()) column.name = column.council;
  column.paper.passages.clear();
  column.others.clear();
  row.column = std::move(column);
  return row;
}

bool has_paper(const MatrixRow& row) {
  return !row.column.paper.id.empty();
}

/// Fills the rows.
class Rows {
 public:
  Rows(const Searcher& searcher, const Query& query, const Query& asked,
       const MatrixOptions& options)
      : searcher_(searcher), query_(query), asked_(asked), options_(options) {
    for (const std::string& fact : matrix_facts()) {
      const auto& wanted = options.facts;
      const bool named = std::find(wanted.begin(), wanted.end(), fact) != wanted.end();
      if (wanted.empty() || named) matrix_.facts.push_back(fact);
    }
  }

  Result<Matrix> fill() {
    if (!options_.councils.empty()) {
      if (auto done = add(options_.councils); !done) return done.error();
    } else {
      auto councils = councils_of(searcher_, query_.root);
      if (!councils) return councils.error();
      matrix_.without_council = councils->without;
      matched_ = councils->names.size();
      councils->names.resize(std::min(matched_, options_.limit));
      matrix_.more_councils = matched_ - councils->names.size();
      std::vector<CouncilAsked> asked;
      for (const std::string& name : councils->names) {
        asked.push_back({name, filter_node(kCouncilNamed, name)});
      }
      if (auto done = add(asked); !done) return done.error();
      if (auto done = options_.all_councils ? add_others() : Result<Done>(Done{}); !done) {
        return done.error();
      }
      sort();
    }
    add_totals(matrix_);
    return std::move(matrix_);
  }

 private:
  /// One at a time, so that one whole paper is held at a time.
  Result<Done> add(const std::vector<CouncilAsked>& councils) {
    for (const CouncilAsked& council : councils) {
      CompareOptions options;
      options.councils = {council};
      auto chosen = choose_columns(searcher_, query_, asked_, options);
      if (!chosen) return chosen.error();
      for (Column& column : chosen->columns) {
        // One council may be named twice.
        if (!seen_.insert(key_of(column)).second) continue;
        matrix_.rows.push_back(row_of(std::move(column), matrix_.facts));
      }
    }
    return Done{};
  }

  /// Councils of the index without a paper that matches.
  Result<Done> add_others() {
    const auto everything = parse_query("*");
    if (!everything) return everything.error();
    auto councils = councils_of(searcher_, everything->root);
    if (!councils) return councils.error();
    std::set<std::string> names;
    for (const MatrixRow& row : matrix_.rows) names.insert(squeeze(row.column.council));
    matrix_.more_councils = std::max(councils->names.size(), matrix_.rows.size());
    for (std::string& name : councils->names) {
      // Beyond the limit it is not known which of them have a paper.
      const bool full = matrix_.rows.size() >= options_.limit || matched_ > options_.limit;
      if (full || !names.insert(squeeze(name)).second) continue;
      Column column;
      column.council = std::move(name);
      matrix_.rows.push_back(row_of(std::move(column), matrix_.facts));
    }
    matrix_.more_councils -= std::min(matrix_.more_councils, matrix_.rows.size());
    return Done{};
  }

  void sort() {
    std::stable_sort(matrix_.rows.begin(), matrix_.rows.end(),
                     [](const MatrixRow& a, const MatrixRow& b) {
                       if (has_paper(a) != has_paper(b)) return has_paper(a);
                       return a.column.name < b.column.name;
                     });
  }

  const Searcher& searcher_;
  const Query &query_, &asked_;
  const MatrixOptions& options_;
  Matrix matrix_;
  std::set<std::string> seen_;
  std::size_t matched_ = 0;
};

/// What a fact's value may be, so that what none has is told too.
std::vector<std::string> choices(const std::string& fact) {
  if (fact == "key_decision") return {"yes", "no"};
  if (fact.ends_with("_assessment")) return {"yes", "planned", "not needed"};
  if (fact == "climate") return {"none", "stated"};
  return {};
}

FactTotal total_of(const Matrix& matrix, std::size_t fact) {
  FactTotal total;
  total.fact = matrix.facts[fact];
  std::map<std::string, std::size_t> counts;
  std::vector<double> sums;
  const bool date = total.fact == "date" || total.fact == "adopted", cost = total.fact == "cost";
  for (const MatrixRow& row : matrix.rows) {
    const MatrixCell& cell = row.cells[fact];
    if (cell.state == CellState::NoPaper) ++total.no_paper;
    if (cell.state == CellState::NotInPaper) ++total.not_stated;
    if (cell.state != CellState::Quoted) continue;
    ++total.stated;
    if (cost) sums.push_back(std::strtod(cell.value.c_str(), nullptr));
    if (!cost) ++counts[date ? cell.value.substr(0, 4) : cell.value];
  }
  for (const std::string& choice : choices(total.fact)) {
    total.values.emplace_back(choice, counts[choice]);
    counts.erase(choice);
  }
  total.values.insert(total.values.end(), counts.begin(), counts.end());
  if (sums.empty()) return total;
  std::sort(sums.begin(), sums.end());
  const std::size_t half = sums.size() / 2;
  total.least = sums.front();
  total.most = sums.back();
  total.median = sums.size() % 2 == 1 ? sums[half] : (sums[half - 1] + sums[half]) / 2;
  return total;
}

/// The known ones by name, then the unknown.
std::vector<MatrixGroup> groups_of(const Matrix& matrix, std::string MatrixRow::*member) {
  std::map<std::string, MatrixGroup> groups;
  for (const MatrixRow& row : matrix.rows) {
    MatrixGroup& group = groups[row.*member];
    group.name = row.*member;
    ++group.councils;
    if (has_paper(row)) ++group.with_paper;
  }
  std::vector<MatrixGroup> sorted;
  for (const auto& [name, group] : groups) {
    if (!name.empty()) sorted.push_back(group);
  }
  if (const auto unknown = groups.find(""); unknown != groups.end()) {
    sorted.push_back(unknown->second);
  }
  return sorted;
}

}  // namespace

Result<Matrix> matrix_of(const Searcher& searcher, const Query& query, const Query& asked,
                         const MatrixOptions& options) {
  return Rows(searcher, query, asked, options).fill();
}

void add_totals(Matrix& matrix) {
  matrix.totals.clear();
  for (std::size_t fact = 0; fact < matrix.facts.size(); ++fact) {
    matrix.totals.push_back(total_of(matrix, fact));
  }
  matrix.regions = groups_of(matrix, &MatrixRow::region);
  matrix.types = groups_of(matrix, &MatrixRow::type);
  matrix.with_paper =
      static_cast<std::size_t>(std::count_if(matrix.rows.begin(), matrix.rows.end(), has_paper));
}

}  // namespace moot
