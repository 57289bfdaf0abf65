#pragma once
/// \file Results of files -> catalogue and search index, in batches, on a thread of its own, so
/// that workers go on reading while a batch is written.

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

  /// The row of a path, if it was ever offered. Not after the first put().
  Result<std::optional<FileRow>> known(const std::string& path) const;

  /// Adds a result to the present batch; waits while several full batches are not written yet.
  /// False when writing has failed: finish() says why.
  bool put(FileResult result);

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
