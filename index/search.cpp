#include "index/search.hpp"

#include <algorithm>

#define XAPIAN_MOVE_SEMANTICS
#include <xapian.h>

#include "index/entry_data.hpp"
#include "index/facet_reader.hpp"
#include "index/folder_errors.hpp"
#include "index/like.hpp"
#include "index/query_fields.hpp"
#include "index/search_once.hpp"
#include "index/spelling.hpp"
#include "index/terms.hpp"
#include "index/xapian_guard.hpp"
#include "index/xapian_query.hpp"

namespace moot {
namespace {

constexpr int kMostTries = 5;

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

}  // namespace

struct Searcher::Impl {
  std::string directory;
  Xapian::Database database;
  Stemmer stemmer;
  FacetReader facets{database};
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
    return search_once(impl_->database, impl_->stemmer, impl_->facets, query, options);
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

Result<Searcher::StemCounts> Searcher::stem_counts(const std::vector<std::string>& stems) const {
  constexpr double kTermsOfAWord = 2;  // itself, and itself in its part of the paper
  return look([&]() -> Result<StemCounts> {
    const Xapian::Database& database = impl_->database;
    StemCounts counts;
    counts.entries = database.get_doccount();
    counts.words = static_cast<std::uint64_t>(database.get_avlength() / kTermsOfAWord *
                                              static_cast<double>(counts.entries));
    for (const std::string& stem : stems) {
      counts.of.push_back({database.get_collection_freq(stem), database.get_termfreq(stem)});
    }
    return counts;
  });
}

Result<std::vector<std::string>> Searcher::spelled_like(const std::string& word,
                                                        std::size_t most) const {
  return look([&]() -> Result<std::vector<std::string>> {
    return similar_words(impl_->database, impl_->stemmer, word, most);
  });
}

}  // namespace moot
