#pragma once
/// \file Ctrl-C (SIGINT) and SIGTERM: the first asks the run to finish what it has in hand, and
/// says so, the second ends the program at once.

#include <csignal>

namespace moot {

/// Catches both signals as long as it lives. One at a time.
class InterruptCatcher {
 public:
  InterruptCatcher();
  ~InterruptCatcher();
  InterruptCatcher(const InterruptCatcher&) = delete;
  InterruptCatcher& operator=(const InterruptCatcher&) = delete;

  /// Whether one has come.
  static bool interrupted();

 private:
  struct sigaction before_int_ {};
  struct sigaction before_term_ {};
};

}  // namespace moot
