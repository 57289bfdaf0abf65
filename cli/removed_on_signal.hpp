#pragma once
/// \file Files that must not be left behind where Ctrl-C, SIGTERM or SIGHUP ends the program.

#include <string>

namespace moot {

/// As long as it lives, the file at `path` is taken away before one of these signals ends the
/// program. Signals that are ignored or caught by others stay so. Move-only, for one thread; a few
/// at a time: of more, and of paths that are too long, the file is left behind.
class RemovedOnSignal {
 public:
  explicit RemovedOnSignal(const std::string& path);
  RemovedOnSignal(RemovedOnSignal&& other) noexcept;
  RemovedOnSignal& operator=(RemovedOnSignal&& other) noexcept;
  ~RemovedOnSignal();

 private:
  int place_ = -1;
};

}  // namespace moot
