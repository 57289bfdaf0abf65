#pragma once
/// \file Updates -> catalogue and search index, in batches, on a thread of its own, so that workers
/// go on reading while a batch is written.

#include <memory>
#include <optional>
#include <string>

#include "index/catalogue.hpp"
#include "pipeline/result.hpp"

namespace moot {

/// The one writer of an index folder. Move-only.
class IngestStore {
 public:
  /// Opens the folder for writing, making it where it is not there, and lets the search index
  /// catch up with the catalogue. Starts a thread: fork before. Fails with Index or Io.
  static Result<IngestStore> open(const std::string& directory);

  /// To look things up while batches are written: what was committed.
  const Catalogue& catalogue() const;

  /// State and reader of content that was put and is not committed yet, by its SHA-256.
  std::optional<ContentRow> waiting(const std::string& sha256) const;

  /// Adds an update to the present batch; waits while several full batches are not written yet.
  /// False when writing has failed: finish() says why.
  bool put(Update update);

  /// Waits until all that was put is committed. False as put().
  bool flush();

  /// Writes what is left and gives the catalogue's totals. Fails with Index or Io.
  Result<Catalogue::Totals> finish();

  IngestStore(IngestStore&&) noexcept;
  IngestStore& operator=(IngestStore&&) = delete;
  ~IngestStore();

 private:
  struct State;
  explicit IngestStore(std::unique_ptr<State>);
  std::unique_ptr<State> state_;
};

}  // namespace moot
