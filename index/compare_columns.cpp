#include "index/compare_columns.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>

#include "index/query_nodes.hpp"
#include "index/terms.hpp"
#include "index/words.hpp"

namespace moot {
namespace {

constexpr std::size_t kPageOfHits = 100;  // looked at, at a time, for which councils there are
constexpr std::size_t kMostPages = 10;    // of these
constexpr std::size_t kCandidates = 30;   // papers of a council, among which the best is chosen
constexpr std::size_t kMostOthers = 10;   // of them told beside the best

/// How much a paper of this kind says of what compare asks: the less the better.
int rank_of_kind(const Entry& entry) {
  static const std::map<std::string_view, int> ranks = {
      {"report", 0},        {"strategy", 0}, {"decision_notice", 1}, {"decision_details", 1},
      {"issue_details", 1}, {"minutes", 2},  {"correspondence", 3},  {"other", 3},
      {"forward_plan", 4},  {"agenda", 4},   {"appendix", 4},        {"equality_assessment", 4}};
  const auto found = ranks.find(entry.kind);
  return found == ranks.end() ? 3 : found->second;
}

const char* spoken_rank(int rank) {
  constexpr const char* kRanks[] = {"a report or strategy", "a record of the decision", "minutes",
                                    "another kind of paper", "an agenda, plan or appendix"};
  return kRanks[rank];
}

void add_stems(const QueryNode& node, Stemmer& stemmer, std::set<std::string>& stems) {
  if (node.kind == QueryNode::Kind::Not || node.kind == QueryNode::Kind::Filter) return;
  for (const std::string& word : folded_words(node.text)) stems.insert(stemmer.stem(word));
  for (const QueryNode& child : node.children) add_stems(child, stemmer, stems);
}

/// Chooses among the papers of one council.
class Chooser {
 public:
  explicit Chooser(const Query& asked) { add_stems(asked.root, stemmer_, wanted_); }

  /// Brings hits, best first by score, into the order in which they are chosen.
  void sort(std::vector<Hit>& hits) {
    std::stable_sort(hits.begin(), hits.end(), [&](const Hit& a, const Hit& b) {
      const auto key = [&](const Hit& hit) {
        return std::tuple(!in_title(hit.entry), rank_of_kind(hit.entry), hit.standing);
      };
      return key(a) != key(b) ? key(a) < key(b) : a.entry.date > b.entry.date;
    });
  }

  bool in_title(const Entry& entry) {
    std::set<std::string> stems;
    for (const std::string& word : folded_words(entry.title)) stems.insert(stemmer_.stem(word));
    return !wanted_.empty() &&
           std::includes(stems.begin(), stems.end(), wanted_.begin(), wanted_.end());
  }

  std::string why(const std::vector<Hit>& sorted) {
    if (sorted.size() < 2) return {};
    const Entry& best = sorted[0].entry;
    const Entry& next = sorted[1].entry;
    std::string why = in_title(best)    ? "its title has the words asked for; "
                      : wanted_.empty() ? ""
                                        : "no title has all words asked for; ";
    why += spoken_rank(rank_of_kind(best));
    const bool alike = in_title(best) == in_title(next) && rank_of_kind(best) == rank_of_kind(next);
    if (alike && best.date > next.date) why += "; the latest of these";
    if (alike && best.date == next.date) why += "; fits the query best";
    return why;
  }

 private:
  Stemmer stemmer_;
  std::set<std::string> wanted_;
};

Entry without_passages(Entry entry) {
  entry.passages.clear();
  return entry;
}

std::string council_of(const Entry& entry) {
  return entry.council_code.empty() ? squeeze(entry.council) : entry.council_code;
}

/// Finds the papers and puts them into columns.
class Columns {
 public:
  Columns(const Searcher& searcher, const Query& query, const Query& asked,
          const CompareOptions& options)
      : searcher_(searcher), query_(query), options_(options), chooser_(asked) {}

  Result<Chosen> choose() {
    Result<Done> done = options_.over_time || options_.each_paper ? add_each_paper()
                        : options_.councils.empty()               ? add_best_councils()
                                                                  : add_named_councils();
    if (!done) return done.error();
    chosen_.columns = std::move(columns_);
    return std::move(chosen_);
  }

 private:
  Result<SearchResults> search(const QueryNode& node, std::size_t limit, std::size_t offset = 0,
                               bool facets = false) const {
    SearchOptions options;
    options.limit = limit;
    options.offset = offset;
    options.facets = facets;
    return searcher_.search(Query{{}, node, Sort::Relevance}, options);
  }

  QueryNode of_councils() const {
    if (options_.councils.empty()) return query_.root;
    std::vector<QueryNode> filters;
    for (const CouncilAsked& council : options_.councils) filters.push_back(council.filter);
    return joined(QueryNode::Kind::And,
                  {query_.root, joined(QueryNode::Kind::Or, std::move(filters))});
  }

  Result<Done> add_each_paper() {
    auto results = search(of_councils(), std::max(kCandidates, options_.limit));
    if (!results) return results.error();
    std::vector<Hit>& hits = results->hits;
    chooser_.sort(hits);
    if (options_.over_time) keep_main_papers(hits);
    for (const Hit& hit : hits) {
      if (columns_.size() == options_.limit) break;
      if (auto done = add(column_of(hit.entry)); !done) return done;
    }
    chosen_.more_papers = results->total - std::min(results->total, columns_.size());
    return Done{};
  }

  static Column column_of(const Entry& paper) {
    Column column;
    column.paper = paper;
    column.found = 1;
    return column;
  }

  /// Strategies of several years are told by papers that are about them.
  void keep_main_papers(std::vector<Hit>& hits) {
    const auto is_main = [&](const Hit& hit) {
      return chooser_.in_title(hit.entry) && rank_of_kind(hit.entry) == 0;
    };
    const auto others = std::find_if_not(hits.begin(), hits.end(), is_main);
    if (others - hits.begin() >= 2) hits.erase(others, hits.end());
  }

  Result<Done> add_named_councils() {
    for (const CouncilAsked& council : options_.councils) {
      const QueryNode node = joined(QueryNode::Kind::And, {query_.root, council.filter});
      if (auto done = add_council(node, council.name); !done) return done;
    }
    return Done{};
  }

  /// Councils first whose papers have the words in their titles, then those whose papers mention
  /// them; papers that state no council stand each for itself, where there is room.
  Result<Done> add_best_councils() {
    Query titled{{}, query_.root, Sort::Relevance};
    if (wants_words(titled.root)) {
      bind_to_parts(titled.root, {"title"});
      if (auto done = add_councils_of(titled.root); !done) return done;
    }
    if (auto done = add_councils_of(query_.root); !done) return done;
    for (const Hit& hit : unstated_) {
      if (columns_.size() == options_.limit) break;
      if (auto done = add(column_of(hit.entry)); !done) return done;
    }
    const auto all = search(query_.root, 1, 0, true);
    if (!all) return all.error();
    const std::size_t councils = all->facets.empty() ? 0 : all->facets[0].values.size();
    chosen_.more = councils - std::min(councils, seen_.size());
    return Done{};
  }

  Result<Done> add_councils_of(const QueryNode& node) {
    for (std::size_t page = 0; page < kMostPages && columns_.size() < options_.limit; ++page) {
      const auto results = search(node, kPageOfHits, page * kPageOfHits);
      if (!results) return results.error();
      for (const Hit& hit : results->hits) {
        if (columns_.size() == options_.limit) break;
        if (auto done = add_council_of(hit); !done) return done;
      }
      if (results->hits.size() < kPageOfHits) break;
    }
    return Done{};
  }

  Result<Done> add_council_of(const Hit& hit) {
    const Entry& entry = hit.entry;
    const std::string council = council_of(entry);
    if (council.empty()) {
      const bool known = std::any_of(unstated_.begin(), unstated_.end(),
                                     [&](const Hit& other) { return other.entry.id == entry.id; });
      if (!known && unstated_.size() < options_.limit) unstated_.push_back(hit);
      return Done{};
    }
    if (!seen_.insert(council).second) return Done{};
    const QueryNode filter = entry.council_code.empty()
                                 ? filter_node(kCouncilNamed, entry.council)
                                 : filter_node("council", entry.council_code);
    return add_council(joined(QueryNode::Kind::And, {query_.root, filter}), entry.council);
  }

  Result<Done> add_council(const QueryNode& node, const std::string& typed) {
    auto results = search(node, kCandidates);
    if (!results) return results.error();
    chooser_.sort(results->hits);
    Column column;
    column.found = results->total;
    column.council = typed;
    if (!results->hits.empty()) {
      column.why = chooser_.why(results->hits);
      column.paper = std::move(results->hits[0].entry);
      const std::size_t told = std::min(results->hits.size(), kMostOthers + 1);
      for (std::size_t i = 1; i < told; ++i) {
        column.others.push_back(without_passages(std::move(results->hits[i].entry)));
      }
    }
    return add(std::move(column));
  }

  /// Reads the column's paper whole.
  Result<Done> add(Column column) {
    if (!column.paper.id.empty()) {
      auto whole = searcher_.entry(column.paper.id);
      if (!whole) return whole.error();
      if (!*whole) return Done{};  // taken away since
      column.paper = std::move(**whole);
      column.council = column.paper.council;
      column.code = column.paper.council_code;
      const bool again = std::any_of(columns_.begin(), columns_.end(), [&](const Column& other) {
        return other.paper.id == column.paper.id;
      });
      if (again) return Done{};  // one council under two names
    }
    columns_.push_back(std::move(column));
    return Done{};
  }

  const Searcher& searcher_;
  const Query& query_;
  const CompareOptions& options_;
  Chooser chooser_;
  std::vector<Column> columns_;
  std::vector<Hit> unstated_;  ///< that state no council
  std::set<std::string> seen_;
  Chosen chosen_;
};

}  // namespace

Result<Chosen> choose_columns(const Searcher& searcher, const Query& query, const Query& asked,
                              const CompareOptions& options) {
  return Columns(searcher, query, asked, options).choose();
}

void name_columns(std::vector<Column>& columns) {
  std::map<std::string, int> known;
  for (Column& column : columns) {
    const Entry& paper = column.paper;
    const std::string& own = paper.body.empty() ? paper.title : paper.body;
    column.name = !column.council.empty() ? column.council
                  : own.empty()           ? "no council stated"
                                          : own + " (no council stated)";
    ++known[column.name];
  }
  std::set<std::string> used;
  for (Column& column : columns) {
    std::string name = column.name;
    if (known[name] > 1 && !column.paper.date.empty()) name += ", " + column.paper.date;
    column.name = name;
    for (int copy = 2; !used.insert(column.name).second; ++copy) {
      column.name = name + " (" + std::to_string(copy) + ")";
    }
  }
}

}  // namespace moot
