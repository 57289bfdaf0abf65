#pragma once
/// \file How far a batch is: a bar that is drawn again on a terminal, a line now and then
/// elsewhere.

#include <chrono>
#include <cstddef>
#include <iosfwd>
#include <string>

namespace moot {

/// How far a run is.
struct Pace {
  std::size_t done = 0, total = 0;  ///< files
  std::size_t failed = 0;           ///< of those done
  std::size_t pages = 0;            ///< read so far
  double seconds = 0;
};

/// What a bar shows in so many columns; without a bar where there is no room. Pure.
std::string progress_line(const Pace& pace, int width);

/// Prints to `err`, which it does not own. Not for several threads.
class Progress {
 public:
  enum class Mode { Silent, Lines, Bar };
  Progress(std::ostream& err, Mode mode, std::size_t total, int width);

  /// One more file is done, with so many pages.
  void step(bool failed, std::size_t pages);

  /// Takes the bar off the screen, so that other text can follow.
  void finish();

  double seconds() const;

 private:
  void draw_if_due();
  void draw();

  std::ostream& err_;
  Mode mode_;
  int width_;
  Pace pace_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point drawn_{};
};

}  // namespace moot
