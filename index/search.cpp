#include "index/search.hpp"

#include <algorithm>

#define XAPIAN_MOVE_SEMANTICS
#include <xapian.h>

#include "index/best_passage.hpp"
#include "index/folder_errors.hpp"
#include "index/like.hpp"
#include "index/query_fields.hpp"
#include "index/spelling.hpp"
#include "index/standing.hpp"
#include "index/terms.hpp"
#include "index/xapian_guard.hpp"
#include "index/xapian_query.hpp"

namespace moot {
namespace {

constexpr int kMostTries = 5;
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

std::size_t count_matches(const Xapian::Database& database, const Xapian::Query& query) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  return enquire.get_mset(0, 0, database.get_doccount()).get_matches_estimated();
}

/// Whether more entries with this stem are in Welsh alone than not in Welsh at all. Those in both
/// languages tell nothing unless there are no others.
bool is_mostly_welsh(const Xapian::Database& database, const std::string& stem) {
  using Query = Xapian::Query;
  const char* prefix = find_query_field("language")->prefix;
  const std::string cy = make_term(prefix, "cy");
  const std::size_t all = database.get_termfreq(stem), welsh = database.get_termfreq(cy);
  if (all > 2 * welsh || welsh == 0) return false;  // spares counting for most words
  const Query in_welsh(Query::OP_AND, Query(stem), Query(cy));
  const Query alone(Query::OP_AND_NOT, in_welsh, Query(make_term(prefix, "en")));
  const std::size_t ours = count_matches(database, alone);
  const std::size_t theirs = all - count_matches(database, in_welsh);
  return ours + theirs > 0 ? ours > theirs : all > 0;
}

/// Counts the facets of all that match.
class FacetSpy : public Xapian::MatchSpy {
 public:
  void operator()(const Xapian::Document& document, double) override {
    counter_.add(document.get_value(kFacetsSlot));
  }
  const FacetCounter& counter() const { return counter_; }

 private:
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

/// Lets nothing through but the entries with these ids.
Xapian::Query among(const Xapian::Query& query, const std::vector<std::string>& ids) {
  std::vector<std::string> terms;
  for (const std::string& id : ids) terms.push_back(make_term("Q", id));
  const Xapian::Query any(Xapian::Query::OP_OR, terms.begin(), terms.end());
  return {Xapian::Query::OP_FILTER, query, any};
}

/// One search against one state of the database.
class Search {
 public:
  Search(const Xapian::Database& database, Stemmer& stemmer, const Query& query,
         const SearchOptions& options)
      : database_(database),
        stemmer_(stemmer),
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
    const Xapian::doccount all = database_.get_doccount();
    results.entries = all;
    results.generation = metadata_number(database_.get_metadata(kGenerationKey));
    results.reach = reach_in(database_, period_of(asked_.root));
    results.standing_last = standing_last_;
    const auto bounded = [&](std::size_t n) {
      return static_cast<Xapian::doccount>(std::min<std::size_t>(n, all));
    };
    Xapian::Enquire enquire(database_);
    enquire.set_query(standing_last_ ? standing_last(query_) : query_);
    Xapian::MultiValueKeyMaker keys;
    set_order(enquire, asked_.sort, keys);
    FacetSpy facets;
    if (options_.facets) enquire.add_matchspy(&facets);
    // Looking at all of them makes the count exact.
    const Xapian::MSet found =
        enquire.get_mset(bounded(options_.offset), bounded(options_.limit), all);
    results.total = found.get_matches_estimated();
    for (auto it = found.begin(); it != found.end(); ++it) results.hits.push_back(hit_of(it));
    if (options_.explain && !results.hits.empty()) explain(results.hits);
    if (options_.facets) {
      results.facets = facets.counter().result([&](std::uint64_t number) {
        return database_.get_metadata(kFacetTextKey + std::to_string(number));
      });
    }
    return results;
  }

 private:
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
    std::vector<Xapian::Query> ids;
    for (const Hit& hit : hits) ids.emplace_back(make_term("Q", hit.entry.id));
    const Xapian::Query here(Xapian::Query::OP_OR, ids.begin(), ids.end());
    std::vector<const QueryNode*> nodes = scored_nodes(asked_.root);
    const bool all = nodes.size() <= kMostExplained;
    nodes.resize(std::min(nodes.size(), kMostExplained));
    for (const QueryNode* node : nodes) {
      const Xapian::Query query = to_xapian(*node, stemmer_);
      const Share share{to_query_text(*node), 0, count_matches(database_, query)};
      Xapian::Enquire enquire(database_);
      enquire.set_query(Xapian::Query(Xapian::Query::OP_FILTER, query, here));
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
  const Query& asked_;
  const SearchOptions& options_;
  bool standing_last_;
  Xapian::Query query_;
  Wanted wanted_;
};

}  // namespace

struct Searcher::Impl {
  std::string directory;
  Xapian::Database database;
  Stemmer stemmer;
};

Searcher::Searcher(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;
Searcher::~Searcher() = default;

Result<Searcher> Searcher::open(const std::string& directory) {
  const Error missing = fail(ErrorKind::Index, "there is no search index in this folder", directory,
                             "make one with `moot ingest`");
  if (auto there = must_exist(shard_mark(directory), directory, missing); !there) {
    return there.error();
  }
  return guard(directory, [&]() -> Result<Searcher> {
    auto impl = std::make_unique<Impl>();
    impl->directory = directory;
    impl->database = Xapian::Database(shard_path(directory));
    const std::string format = impl->database.get_metadata(kFormatKey);
    const bool fresh = format.empty() && impl->database.get_doccount() == 0;
    if (!is_our_search_format(format) && !fresh) return other_search_format(format, directory);
    return Searcher(std::move(impl));
  });
}

Result<SearchState> Searcher::state() const {
  return guard(impl_->directory, [&]() -> Result<SearchState> {
    impl_->database.reopen();
    return SearchState{impl_->database.get_doccount(),
                       metadata_number(impl_->database.get_metadata(kGenerationKey))};
  });
}

/// Works on what is committed now; where a writer commits twice meanwhile, looks again.
template <typename Work>
auto Searcher::look(Work&& work) const -> decltype(work()) {
  return guard(impl_->directory, [&]() -> decltype(work()) {
    for (int attempt = 1;; ++attempt) {
      try {
        impl_->database.reopen();
        return work();
      } catch (const Xapian::DatabaseModifiedError&) {
        if (attempt == kMostTries) throw;
      }
    }
  });
}

Result<SearchResults> Searcher::search(const Query& query, const SearchOptions& options) const {
  return look([&]() -> Result<SearchResults> {
    return Search(impl_->database, impl_->stemmer, query, options).run();
  });
}

Result<Searcher::Matches> Searcher::matching(const QueryNode& query,
                                             std::optional<Sort> order) const {
  return look([&]() -> Result<Matches> {
    const Xapian::Database& database = impl_->database;
    Xapian::Enquire enquire(database);
    enquire.set_query(to_xapian(query, impl_->stemmer));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    Xapian::MultiValueKeyMaker keys;
    if (order) set_order(enquire, *order, keys);
    Matches matches;
    matches.generation = metadata_number(database.get_metadata(kGenerationKey));
    const Xapian::MSet found = enquire.get_mset(0, database.get_doccount());
    for (auto it = found.begin(); it != found.end(); ++it) {
      matches.ids.push_back(it.get_document().get_value(kIdSlot));
    }
    if (!order) std::sort(matches.ids.begin(), matches.ids.end());
    return matches;
  });
}

Result<std::optional<Entry>> Searcher::entry(const std::string& id) const {
  return look([&]() -> Result<std::optional<Entry>> {
    const auto document = find_entry(impl_->database, id);
    if (!document) return std::optional<Entry>();
    return std::optional(parse_whole_data(document->get_data()));
  });
}

Result<std::vector<std::string>> Searcher::ids_of(const std::string& sha256) const {
  return look([&]() -> Result<std::vector<std::string>> {
    std::vector<std::string> ids;
    const std::string term = make_term("XH", sha256);
    const Xapian::Database& database = impl_->database;
    for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at) {
      ids.push_back(database.get_document(*at).get_value(kIdSlot));
    }
    return ids;
  });
}

Result<std::vector<std::pair<std::string, double>>> Searcher::like(const std::string& id,
                                                                   const QueryNode& filter,
                                                                   std::size_t most) const {
  return look([&]() -> Result<std::vector<std::pair<std::string, double>>> {
    return entries_like(impl_->database, impl_->stemmer, id, filter, most);
  });
}

Result<std::size_t> Searcher::count(const QueryNode& query) const {
  return look([&]() -> Result<std::size_t> {
    return count_matches(impl_->database, to_xapian(query, impl_->stemmer));
  });
}

Result<bool> Searcher::has(const QueryNode& query) const {
  return look([&]() -> Result<bool> {
    Xapian::Enquire enquire(impl_->database);
    enquire.set_query(to_xapian(query, impl_->stemmer));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    return !enquire.get_mset(0, 1).empty();
  });
}

Vocabulary Searcher::vocabulary() const {
  Vocabulary vocabulary;
  vocabulary.has = [this](const QueryNode& node) {
    const auto found = has(node);
    return found && *found;
  };
  vocabulary.welsh = [this](const std::string& word) {
    const auto mostly = look([&]() -> Result<bool> {
      return is_mostly_welsh(impl_->database, impl_->stemmer.stem(word));
    });
    return mostly && *mostly;
  };
  return vocabulary;
}

Result<std::vector<std::string>> Searcher::spelled_like(const std::string& word,
                                                        std::size_t most) const {
  return look([&]() -> Result<std::vector<std::string>> {
    return similar_words(impl_->database, impl_->stemmer, word, most);
  });
}

}  // namespace moot
