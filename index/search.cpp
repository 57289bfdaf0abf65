#include "index/search.hpp"

#include <algorithm>

#define XAPIAN_MOVE_SEMANTICS
#include <xapian.h>

#include "index/best_passage.hpp"
#include "index/folder_errors.hpp"
#include "index/terms.hpp"
#include "index/xapian_guard.hpp"
#include "index/xapian_query.hpp"

namespace moot {
namespace {

constexpr int kMostTries = 5;

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

/// One search against one state of the database.
class Search {
 public:
  Search(const Xapian::Database& database, Stemmer& stemmer, const Query& query,
         const SearchOptions& options)
      : database_(database),
        options_(options),
        query_(to_xapian(query.root, stemmer)),
        wanted_{leaves_of(query.root, stemmer), {}, wanted_parts(query.root)} {
    wanted_.weights = leaf_weights(database, wanted_.leaves);
  }

  SearchResults run() const {
    SearchResults results;
    results.entries = database_.get_doccount();
    results.generation = metadata_number(database_.get_metadata(kGenerationKey));
    const Xapian::doccount all = database_.get_doccount();
    const auto bounded = [&](std::size_t n) {
      return static_cast<Xapian::doccount>(std::min<std::size_t>(n, all));
    };
    Xapian::Enquire enquire(database_);
    enquire.set_query(query_);
    enquire.set_sort_by_relevance_then_value(kIdSlot, false);
    // Looking at all of them makes the count exact.
    const Xapian::MSet found =
        enquire.get_mset(bounded(options_.offset), bounded(options_.limit), all);
    results.total = found.get_matches_estimated();
    for (auto it = found.begin(); it != found.end(); ++it) results.hits.push_back(hit_of(it));
    return results;
  }

 private:
  Hit hit_of(const Xapian::MSetIterator& it) const {
    Hit hit;
    const Xapian::Document document = it.get_document();
    const std::string data = document.get_data();
    hit.entry = parse_data(data);
    hit.score = it.get_weight();
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

  const Xapian::Database& database_;
  const SearchOptions& options_;
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

Result<SearchResults> Searcher::search(const Query& query, const SearchOptions& options) const {
  return guard(impl_->directory, [&]() -> Result<SearchResults> {
    for (int attempt = 1;; ++attempt) {
      try {
        impl_->database.reopen();
        return Search(impl_->database, impl_->stemmer, query, options).run();
      } catch (const Xapian::DatabaseModifiedError&) {
        // A writer has committed twice since reopen(): look again at what there is now.
        if (attempt == kMostTries) throw;
      }
    }
  });
}

}  // namespace moot
