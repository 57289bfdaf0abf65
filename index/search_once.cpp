#include "index/search_once.hpp"

#include <algorithm>

#define XAPIAN_MOVE_SEMANTICS
#include <xapian.h>

#include "index/best_passage.hpp"
#include "index/entry_data.hpp"
#include "index/facet_reader.hpp"
#include "index/query_fields.hpp"
#include "index/standing.hpp"
#include "index/terms.hpp"
#include "index/xapian_guard.hpp"
#include "index/xapian_query.hpp"

namespace moot {
namespace {

constexpr std::size_t kMostExplained = 16;  // words and phrases: each is asked for by itself

/// The words found, as places in the passage's text. Those of its heading are left out.
std::vector<Mark> marks_of(const BestPassage& best, const PassageStart& start,
                           std::string_view text) {
  std::vector<Mark> marks;
  if (best.found.empty()) return marks;
  const std::vector<Token> words = tokenise(text);
  for (const FoundAt& at : best.found) {
    if (at.position <= start.text) continue;
    const std::size_t word = at.position - start.text - 1;
    if (word >= words.size()) continue;
    marks.push_back({{words[word].begin, words[word].end}, at.leaf});
  }
  return marks;
}

/// Counts the facets of all that match.
class FacetSpy : public Xapian::MatchSpy {
 public:
  explicit FacetSpy(const FacetReader& reader) : reader_(reader) {}
  void operator()(const Xapian::Document& document, double) override {
    reader_.count(document, counter_);
  }
  const FacetCounter& counter() const { return counter_; }

 private:
  const FacetReader& reader_;
  FacetCounter counter_;
};

/// More than any entry scores, for a query has few hundred words and each gives less than 64, and
/// little enough that scores keep their last digits.
constexpr double kBeforeStanding = 1 << 16;

/// Lets standing items stand behind all others.
Xapian::Query standing_last(const Xapian::Query& query) {
  const Xapian::Query others(
      Xapian::Query::OP_AND_NOT,
      Xapian::Query((new Xapian::FixedWeightPostingSource(kBeforeStanding))->release()),
      Xapian::Query(standing_term()));
  return {Xapian::Query::OP_AND_MAYBE, query, others};
}

/// Lets nothing through but the entries with these ids.
Xapian::Query among(const Xapian::Query& query, const std::vector<std::string>& ids) {
  std::vector<std::string> terms;
  for (const std::string& id : ids) terms.push_back(make_term("Q", id));
  const Xapian::Query any(Xapian::Query::OP_OR, terms.begin(), terms.end());
  return {Xapian::Query::OP_FILTER, query, any};
}

/// Whether the first or the last of the `most` hits behind `before` others has its neighbour's
/// score.
bool ties_at_ends(const Xapian::MSet& found, Xapian::doccount before, Xapian::doccount most) {
  const auto tie = [&](Xapian::doccount a) {
    return a + 1 < found.size() && found[a].get_weight() == found[a + 1].get_weight();
  };
  return most > 0 && ((before > 0 && tie(0)) || tie(before + most - 1));
}

/// Brings hits with the same score into the order of their ids.
void sort_ties(std::vector<Hit>& hits) {
  for (auto at = hits.begin(); at != hits.end();) {
    const std::size_t rank = at->rank;
    const auto same = [&](const Hit& hit) {
      return hit.score == at->score && hit.standing == at->standing;
    };
    const auto end = std::find_if_not(at, hits.end(), same);
    std::sort(at, end, [](const Hit& a, const Hit& b) { return a.entry.id < b.entry.id; });
    for (std::size_t i = 0; at != end; ++at, ++i) at->rank = rank + i;
  }
}

/// One search against one state of the database.
class Search {
 public:
  Search(const Xapian::Database& database, Stemmer& stemmer, FacetReader& facets,
         const Query& query, const SearchOptions& options)
      : database_(database),
        stemmer_(stemmer),
        facets_(facets),
        asked_(query),
        options_(options),
        standing_last_(query.sort == Sort::Relevance && wants_words(query.root) &&
                       !speaks_of_standing_items(query.root)),
        query_(to_xapian(query.root, stemmer)),
        wanted_{leaves_of(query.root, stemmer), {}, wanted_parts(query.root)} {
    if (!options.only.empty()) query_ = among(query_, options.only);
    wanted_.weights = leaf_weights(database, wanted_.leaves);
  }

  SearchResults run() const {
    SearchResults results;
    results.entries = database_.get_doccount();
    results.generation = metadata_number(database_.get_metadata(kGenerationKey));
    results.reach = reach_in(database_, period_of(asked_.root));
    results.standing_last = standing_last_;
    if (options_.facets) facets_.begin();
    FacetSpy facets(facets_);
    results.total = find(results.hits, options_.facets ? &facets : nullptr);
    if (options_.explain && !results.hits.empty()) explain(results.hits);
    if (options_.facets) results.facets = facets.counter().result(facets_.texts());
    return results;
  }

 private:
  /// The page of hits; gives how many match. Hits with the same score are in order of their ids.
  /// For Xapian to sort by these it must read each one's, which takes as long as to match a word:
  /// it is asked for that where scores tie at an end of the page, and where there are none.
  std::size_t find(std::vector<Hit>& hits, FacetSpy* facets) const {
    const Xapian::doccount all = database_.get_doccount();
    const auto bounded = [&](std::size_t n) {
      return static_cast<Xapian::doccount>(std::min<std::size_t>(n, all));
    };
    const Xapian::doccount first = bounded(options_.offset), most = bounded(options_.limit);
    Xapian::Enquire enquire(database_);
    enquire.set_query(standing_last_ ? standing_last(query_) : query_);
    if (facets != nullptr) enquire.add_matchspy(facets);
    // Looking at all of them makes the count exact.
    if (asked_.sort == Sort::Relevance && wants_words(asked_.root)) {
      const Xapian::doccount before = first > 0 ? 1 : 0;
      const Xapian::MSet found = enquire.get_mset(first - before, before + most + 1, all);
      if (!ties_at_ends(found, before, most)) {
        for (Xapian::doccount i = before; i < found.size() && i < before + most; ++i) {
          hits.push_back(hit_of(found[i]));
        }
        sort_ties(hits);
        return found.get_matches_estimated();
      }
      enquire.clear_matchspies();
    }
    Xapian::MultiValueKeyMaker keys;
    set_order(enquire, asked_.sort, keys);
    const Xapian::MSet found = enquire.get_mset(first, most, all);
    for (auto it = found.begin(); it != found.end(); ++it) hits.push_back(hit_of(it));
    return found.get_matches_estimated();
  }

  Hit hit_of(const Xapian::MSetIterator& it) const {
    Hit hit;
    const Xapian::Document document = it.get_document();
    const std::string data = document.get_data();
    hit.entry = parse_data(data);
    hit.score = it.get_weight();
    hit.standing = is_standing_title(hit.entry.title);
    if (standing_last_ && !hit.standing) hit.score -= kBeforeStanding;
    hit.rank = it.get_rank() + std::size_t{1};
    const auto starts = unpack_passages(document.get_value(kPassagesSlot));
    const BestPassage best = best_passage(database_, *it, starts, wanted_);
    if (best.index >= hit.entry.passages.size() || best.index >= starts.size()) return hit;
    const Passage& passage = hit.entry.passages[best.index];
    hit.field = passage.field;
    hit.heading = passage.heading;
    hit.pointer = passage.pointer;
    hit.page = passage.page;
    const std::string text = passage_text(data, best.index);
    hit.snippet =
        make_snippet(text, marks_of(best, starts[best.index], text), options_.snippet_length);
    return hit;
  }

  /// Asks for each part of the query in these hits alone: the weights are those of the whole
  /// search.
  void explain(std::vector<Hit>& hits) const {
    std::vector<std::string> ids;
    for (const Hit& hit : hits) ids.push_back(hit.entry.id);
    std::vector<const QueryNode*> nodes = scored_nodes(asked_.root);
    const bool all = nodes.size() <= kMostExplained;
    nodes.resize(std::min(nodes.size(), kMostExplained));
    for (const QueryNode* node : nodes) {
      const Xapian::Query query = to_xapian(*node, stemmer_);
      const Share share{to_query_text(*node), 0, count_matches(database_, query)};
      Xapian::Enquire enquire(database_);
      enquire.set_query(among(query, ids));
      const Xapian::MSet found = enquire.get_mset(0, static_cast<Xapian::doccount>(hits.size()));
      for (auto it = found.begin(); it != found.end(); ++it) {
        const std::string id = it.get_document().get_value(kIdSlot);
        for (Hit& hit : hits) {
          if (hit.entry.id != id) continue;
          hit.shares.push_back(share);
          hit.shares.back().score = it.get_weight();
        }
      }
    }
    if (!all) add_rest(hits);
  }

  /// What those words give that were not asked for each by itself.
  static void add_rest(std::vector<Hit>& hits) {
    constexpr double kNothing = 1e-6;
    for (Hit& hit : hits) {
      double rest = hit.score;
      for (const Share& share : hit.shares) rest -= share.score;
      if (rest > kNothing) hit.shares.push_back({"all other words", rest, 0});
    }
  }

  const Xapian::Database& database_;
  Stemmer& stemmer_;
  FacetReader& facets_;
  const Query& asked_;
  const SearchOptions& options_;
  bool standing_last_;
  Xapian::Query query_;
  Wanted wanted_;
};

}  // namespace

void set_order(Xapian::Enquire& enquire, Sort sort, Xapian::MultiValueKeyMaker& keys) {
  constexpr const char* kAfterAllDates = "9";
  switch (sort) {
    case Sort::Relevance:
      enquire.set_sort_by_relevance_then_value(kIdSlot, false);
      return;
    case Sort::Oldest:
      keys.add_value(kDateSlot, false, kAfterAllDates);
      break;
    case Sort::Council:
      keys.add_value(kCouncilSlot);
      [[fallthrough]];
    case Sort::Newest:
      keys.add_value(kDateSlot, true);
      break;
  }
  keys.add_value(kIdSlot);
  enquire.set_sort_by_key(&keys, false);
}

std::size_t count_matches(const Xapian::Database& database, const Xapian::Query& query) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  return enquire.get_mset(0, 0, database.get_doccount()).get_matches_estimated();
}

SearchResults search_once(const Xapian::Database& database, Stemmer& stemmer, FacetReader& facets,
                          const Query& query, const SearchOptions& options) {
  return Search(database, stemmer, facets, query, options).run();
}

}  // namespace moot
