#pragma once
/// \file The search index (Xapian): entries in, hits out. The index is derived from the catalogue
/// and can be rebuilt from it (index.hpp).

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "index/entry.hpp"
#include "index/expand.hpp"
#include "index/facets.hpp"
#include "index/query.hpp"
#include "index/reach.hpp"
#include "index/snippet.hpp"
#include "pipeline/result.hpp"

namespace moot {

/// What one word, phrase or group of words that mean the same gives to a hit's score. Of a query of
/// more than 16 of them, the others stand together at the end, with 0 entries.
struct Share {
  std::string words;  ///< as a query would ask for them
  double score = 0;
  std::size_t entries = 0;  ///< that hold them: rare words give more
};

struct Hit {
  Entry entry;            ///< its passages without their texts
  double score = 0;       ///< 0 where only filters were asked for
  bool standing = false;  ///< a standing item, which stands behind the others for that
  std::size_t rank = 0;   ///< from 1, counting from the first hit of all
  std::string field;      ///< the passage that matched best: "recommendations", "body", ...
  std::string heading;    ///< its heading
  std::string pointer;
  int page = 0;  ///< where that passage starts
  Snippet snippet;
  std::vector<Share> shares;  ///< of its score, where SearchOptions::explain asked for them
};

struct SearchOptions {
  std::size_t limit = 10;
  std::size_t offset = 0;
  std::size_t snippet_length = 240;  ///< bytes, about
  bool facets = false;
  bool explain = false;
  std::vector<std::string> only;  ///< ids: no other entries than these, some hundreds at most;
                                  ///< empty: all
};

struct SearchResults {
  std::vector<Hit> hits;
  std::size_t total = 0;         ///< entries that match: exact
  std::uint64_t entries = 0;     ///< in the index
  std::uint64_t generation = 0;  ///< of the catalogue that the index has
  std::vector<Facet> facets;     ///< of all that match, where they were asked for
  Reach reach;
  bool standing_last = false;  ///< standing items stand behind all others
};

/// How much the search index holds.
struct SearchState {
  std::uint64_t entries = 0;
  std::uint64_t generation = 0;  ///< of the catalogue that it has
};

/// Writes the search index. One at a time, and by one thread.
class IndexWriter {
 public:
  /// Opens or makes DIR/xapian. Fails with Index when another writer is at work or the format is
  /// another one, with Io when the folder cannot be made.
  static Result<IndexWriter> open(const std::string& directory);

  /// Replaces all entries of the file with this SHA-256; no entries: removes them. Fails with Io
  /// where the disk may not have room for what waits to be committed.
  Result<Done> replace(const std::string& sha256, const std::vector<Entry>& entries);

  /// Commits, noting the catalogue's generation in the same commit.
  Result<Done> commit(std::uint64_t generation);

  /// Bytes of text that replace() has taken and that are not committed: Xapian holds up to a dozen
  /// times as much in memory for them.
  std::size_t waiting() const;

  /// The generation that the last commit noted; 0 for a new index.
  std::uint64_t generation() const;

  IndexWriter(IndexWriter&&) noexcept;
  IndexWriter& operator=(IndexWriter&&) noexcept;
  ~IndexWriter();

 private:
  struct Impl;
  explicit IndexWriter(std::unique_ptr<Impl>);
  std::unique_ptr<Impl> impl_;
};

/// Reads the search index; never writes, so the folder may be read-only. Copes with a writer at
/// work: each search sees what was committed before it. For one thread at a time.
class Searcher {
 public:
  /// Fails with Index when there is no index or it has another format.
  static Result<Searcher> open(const std::string& directory);

  /// The hits from options.offset on, in the query's order. By relevance, standing items come last
  /// unless the query speaks of them. Fails with BadQuery when a word with * stands for too many
  /// words, and with Index.
  Result<SearchResults> search(const Query& query, const SearchOptions& options) const;

  /// What matched in one state of the index.
  struct Matches {
    std::vector<std::string> ids;  ///< of all entries
    std::uint64_t generation = 0;  ///< of the catalogue that the index had then
  };
  /// All that matches, in order of their ids, or in this order. Fails as search() does.
  Result<Matches> matching(const QueryNode& query, std::optional<Sort> order = {}) const;

  /// The entry with this id, its passages with their texts; none where the index has none. Fails
  /// with Index.
  Result<std::optional<Entry>> entry(const std::string& id) const;

  /// The ids of the entries of the file with this SHA-256, in the order in which they stand in it.
  /// Fails with Index.
  Result<std::vector<std::string>> ids_of(const std::string& sha256) const;

  /// Ids and scores of the `most` entries that `filter` lets through and that have most of the
  /// words which tell the entry with this id from others, best first; without itself. Fails with
  /// Index.
  Result<std::vector<std::pair<std::string, double>>> like(const std::string& id,
                                                           const QueryNode& filter,
                                                           std::size_t most) const;

  /// How many entries match: exact. Fails as search() does.
  Result<std::size_t> count(const QueryNode& query) const;

  /// Whether some entry matches, which is quicker to tell than how many. Fails as search() does.
  Result<bool> has(const QueryNode& query) const;

  /// What the index knows of words, for expand(). Lives no longer than this; asks the index each
  /// time, and answers no where that fails.
  Vocabulary vocabulary() const;

  /// Words of the index that are spelled nearly like this one, the likeliest first, as the papers
  /// print them but in small letters; `most` of them. Fails with Index.
  Result<std::vector<std::string>> spelled_like(const std::string& word, std::size_t most) const;

  /// How often a stem stands in the index's texts, and in how many entries.
  struct StemCount {
    std::uint64_t times = 0;
    std::size_t entries = 0;
  };
  struct StemCounts {
    std::uint64_t words = 0;    ///< of all texts together, about: a part's words count for it too
    std::uint64_t entries = 0;  ///< in the index
    std::vector<StemCount> of;  ///< in the order asked for
  };
  /// Of stems as Stemmer gives them. Fails with Index.
  Result<StemCounts> stem_counts(const std::vector<std::string>& stems) const;

  /// What was committed last.
  Result<SearchState> state() const;

  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;
  ~Searcher();

 private:
  struct Impl;
  template <typename Work>
  auto look(Work&& work) const -> decltype(work());
  explicit Searcher(std::unique_ptr<Impl>);
  std::unique_ptr<Impl> impl_;
};

}  // namespace moot
