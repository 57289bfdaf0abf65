#pragma once
/// \file How far a batch is: a bar that is drawn again on a terminal, a line now and then
/// elsewhere.

#include <chrono>
#include <cstddef>
#include <iosfwd>
#include <string>

namespace moot {

/// What a bar shows. Pure: seconds come from outside.
std::string progress_line(std::size_t done, std::size_t total, std::size_t failed, double seconds,
                          int width);

/// Prints to `err`, which it does not own. Not for several threads.
class Progress {
 public:
  enum class Mode { Silent, Lines, Bar };
  Progress(std::ostream& err, Mode mode, std::size_t total, int width);

  /// One more file is done.
  void step(bool failed);

  /// Takes the bar off the screen, so that other text can follow.
  void finish();

  double seconds() const;

 private:
  void draw();

  std::ostream& err_;
  Mode mode_;
  std::size_t total_;
  int width_;
  std::size_t done_ = 0;
  std::size_t failed_ = 0;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point drawn_{};
};

}  // namespace moot
