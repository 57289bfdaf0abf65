#pragma once
/// \file Which records an export is of, and going through them in little memory.

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "index/catalogue.hpp"
#include "index/search.hpp"
#include "pipeline/result.hpp"

namespace moot {

class Snapshot;

/// What a list of papers says of one.
struct PaperHead {
  std::string id, sha256;
  std::string council, date, title, kind, body;  ///< "" where not known
  std::string council_key;                       ///< one for all names of a council
};

/// The records that an export is of, as of one moment: all that is read while it lives is of that
/// moment. Which they are is kept in the catalogue's temporary database, on the disk where they are
/// many; nothing here grows with their number. One at a time for a catalogue, which must outlive
/// it.
class ExportRecords {
 public:
  /// All papers that a path stands for now.
  static Result<ExportRecords> all(const Catalogue& catalogue);

  /// Those papers that match, themselves or by one of their items, in one state of the search
  /// index. It may be behind the catalogue: what has gone since is left out. Fails as
  /// Searcher::search() does.
  static Result<ExportRecords> matching(const Catalogue& catalogue, const Searcher& searcher,
                                        const Query& query);

  /// Calls `take` for each record, file by file in order of SHA-256, in order of page inside a
  /// file; with the file's document where `with_documents`, else with an empty one. Ends at the
  /// first Error of `take`. Gives their number.
  using Take = std::function<Result<Done>(const Record&, const Document&)>;
  Result<std::int64_t> each(bool with_documents, const Take& take) const;

  /// What is told of each, in order of council (its first name, then its key), date, file and page;
  /// papers without a council last. All papers of a council follow each other.
  Result<Done> each_head(const std::function<Result<Done>(const PaperHead&)>& take) const;

  /// Each record in that order.
  Result<Done> each_sorted(const Take& take) const;

  /// How many of them there are; cheap.
  Result<std::int64_t> count() const;

  /// What the search index had, where it was asked; else what the catalogue has.
  std::uint64_t generation() const { return generation_; }

  ExportRecords(ExportRecords&&) noexcept;
  ExportRecords& operator=(ExportRecords&&) noexcept;
  ~ExportRecords();

 private:
  explicit ExportRecords(const Catalogue& catalogue);
  Result<Done> begin();
  Result<Done> choose(const Searcher& searcher, const Query& query);
  Result<Done> list_heads() const;
  Result<std::vector<Record>> records_of(const std::string& sha256) const;
  const Catalogue* catalogue_;
  std::unique_ptr<Snapshot> snapshot_;
  bool chosen_ = false;          // temp.chosen says which; else all
  mutable bool listed_ = false;  // temp.heads is filled
  std::uint64_t generation_ = 0;
};

}  // namespace moot
