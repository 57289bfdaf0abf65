#include "cli/removed_on_signal.hpp"

#include <unistd.h>

#include <array>
#include <atomic>
#include <climits>
#include <csignal>
#include <utility>

namespace moot {
namespace {

struct Slot {
  volatile std::sig_atomic_t taken = 0;  // written last: the handler may come at any instant
  std::array<char, PATH_MAX> path{};
};

std::array<Slot, 4> slots;

void on_signal(int number) {
  for (const Slot& slot : slots) {
    if (slot.taken != 0) unlink(slot.path.data());
  }
  // Then it ends as it would have without this.
  std::signal(number, SIG_DFL);
  raise(number);
}

void catch_signals() {
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction action {};
    if (sigaction(number, nullptr, &action) != 0 || action.sa_handler != SIG_DFL) continue;
    action.sa_handler = on_signal;
    sigaction(number, &action, nullptr);
  }
}

}  // namespace

RemovedOnSignal::RemovedOnSignal(const std::string& path) {
  for (std::size_t i = 0; i < slots.size() && place_ < 0; ++i) {
    if (slots[i].taken != 0 || path.size() >= slots[i].path.size()) continue;
    path.copy(slots[i].path.data(), path.size());
    slots[i].path[path.size()] = '\0';
    std::atomic_signal_fence(std::memory_order_release);
    slots[i].taken = 1;
    place_ = static_cast<int>(i);
  }
  catch_signals();
}

RemovedOnSignal::RemovedOnSignal(RemovedOnSignal&& other) noexcept
    : place_(std::exchange(other.place_, -1)) {}

RemovedOnSignal& RemovedOnSignal::operator=(RemovedOnSignal&& other) noexcept {
  std::swap(place_, other.place_);
  return *this;
}

RemovedOnSignal::~RemovedOnSignal() {
  if (place_ >= 0) slots[static_cast<std::size_t>(place_)].taken = 0;
}

}  // namespace moot
