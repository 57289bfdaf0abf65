#include "cli/interrupt.hpp"

#include <unistd.h>

namespace moot {
namespace {

volatile std::sig_atomic_t signals_seen = 0;

void on_signal(int number) {
  // Nothing is lost: what was committed is kept, and workers end with this process.
  if (signals_seen > 0) _exit(128 + number);
  signals_seen = 1;
  constexpr char kTold[] = "moot: finishing what is in hand; once more stops at once\n";
  if (write(STDERR_FILENO, kTold, sizeof kTold - 1) < 0) return;  // nobody is there to read it
}

}  // namespace

InterruptCatcher::InterruptCatcher() {
  signals_seen = 0;
  struct sigaction action {};
  action.sa_handler = on_signal;
  // Without SA_RESTART: whoever waits for workers must wake up.
  sigaction(SIGINT, &action, &before_int_);
  sigaction(SIGTERM, &action, &before_term_);
}

InterruptCatcher::~InterruptCatcher() {
  sigaction(SIGINT, &before_int_, nullptr);
  sigaction(SIGTERM, &before_term_, nullptr);
}

bool InterruptCatcher::interrupted() {
  return signals_seen > 0;
}

}  // namespace moot
