#pragma once
/// \file One writer at a time: a lock on DIR/lock, which also says who holds it.

#include <string>
#include <utility>

#include "pipeline/result.hpp"

namespace moot {

/// Held as long as it lives; the system lets go of it when the process ends, however it ends.
/// Move-only.
class WriterLock {
 public:
  /// Fails with Index when another process (or this one) holds it, saying which; with Io when the
  /// file cannot be written. `what` the folder is, for the message.
  static Result<WriterLock> take(const std::string& directory,
                                 const std::string& what = "the index");

  WriterLock(WriterLock&& other) noexcept : file_(std::exchange(other.file_, -1)) {}
  WriterLock& operator=(WriterLock&& other) noexcept {
    std::swap(file_, other.file_);
    return *this;
  }
  ~WriterLock();

 private:
  explicit WriterLock(int file) : file_(file) {}
  int file_ = -1;
};

}  // namespace moot
