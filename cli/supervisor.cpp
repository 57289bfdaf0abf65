#include "cli/supervisor.hpp"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>

namespace moot {
namespace {

/// One worker and what it is busy with.
struct Slot {
  WorkerHandle worker;
  std::optional<std::size_t> request;
  std::string inbox;  ///< what has come of the answer so far
};

/// Whether the inbox holds a whole message; a length beyond all bounds is no message.
enum class Inbox { Waiting, Whole, Broken };

Inbox look_into(const std::string& inbox) {
  if (inbox.size() < kMessageHeader) return Inbox::Waiting;
  std::uint64_t size = 0;
  std::memcpy(&size, inbox.data(), sizeof size);
  if (size > kMaxMessage) return Inbox::Broken;
  const std::size_t whole = kMessageHeader + size;
  return inbox.size() < whole    ? Inbox::Waiting
         : inbox.size() == whole ? Inbox::Whole
                                 : Inbox::Broken;
}

class Supervisor {
 public:
  Supervisor(Nursery& nursery, const std::vector<std::string>& requests, const TakeAnswer& take)
      : nursery_(nursery), requests_(requests), take_(take) {}
  Supervisor(const Supervisor&) = delete;
  Supervisor& operator=(const Supervisor&) = delete;

  ~Supervisor() {
    for (const Slot& slot : slots_) close_worker(slot);
  }

  Result<Done> run(std::size_t workers) {
    slots_.resize(std::min(workers, requests_.size()));
    for (Slot& slot : slots_) {
      if (auto started = give_work(slot); !started) return started;
    }
    while (!stopped_ && wait_for_answers()) {
      for (std::size_t i = 0; i < slots_.size() && !stopped_; ++i) {
        if (!ready_[i]) continue;
        if (auto went_on = hear(slots_[i]); !went_on) return went_on;
      }
    }
    return Done{};
  }

 private:
  static void close_worker(const Slot& slot) {
    if (slot.worker.socket >= 0) close(slot.worker.socket);
  }

  /// Sends the next request; a worker that is not there, or died while idle, is replaced.
  Result<Done> give_work(Slot& slot) {
    if (next_ == requests_.size()) return Done{};
    slot.inbox.clear();
    for (int attempt = 0; attempt < 2; ++attempt) {
      if (slot.worker.socket < 0) {
        Result<WorkerHandle> worker = nursery_.spawn();
        if (!worker) return worker.error();
        slot.worker = *worker;
      }
      if (send_message(slot.worker.socket, requests_[next_])) {
        slot.request = next_++;
        return Done{};
      }
      retire(slot);
    }
    return fail(ErrorKind::Io, "worker processes end as soon as they are started", {},
                "the machine may be out of memory; try --jobs 1");
  }

  void retire(Slot& slot) {
    close_worker(slot);
    slot.worker = {};
    slot.inbox.clear();
  }

  /// False when no worker is busy any more.
  bool wait_for_answers() {
    std::vector<pollfd> polled;
    bool busy = false;
    for (const Slot& slot : slots_) {
      polled.push_back({slot.request ? slot.worker.socket : -1, POLLIN, 0});
      busy = busy || slot.request;
    }
    ready_.assign(slots_.size(), false);
    if (!busy) return false;
    if (poll(polled.data(), polled.size(), -1) < 0) return true;  // a signal: look again
    for (std::size_t i = 0; i < polled.size(); ++i) ready_[i] = polled[i].revents != 0;
    return true;
  }

  /// Takes what has come from a worker, and its answer when that is complete.
  Result<Done> hear(Slot& slot) {
    const std::size_t used = slot.inbox.size();
    slot.inbox.resize(used + kBlock);
    const ssize_t got = read(slot.worker.socket, slot.inbox.data() + used, kBlock);
    slot.inbox.resize(used + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    if (got < 0 && errno == EINTR) return Done{};
    const Inbox state = got <= 0 ? Inbox::Broken : look_into(slot.inbox);
    if (state == Inbox::Waiting) return Done{};
    const std::size_t request = *slot.request;
    slot.request.reset();
    std::optional<std::string> answer;
    if (state == Inbox::Whole) {
      answer = slot.inbox.substr(kMessageHeader);
      slot.inbox = {};
    } else {
      retire(slot);
    }
    // The worker gets its next file before this one's answer is looked at.
    Result<Done> given = give_work(slot);
    stopped_ = !take_(request, std::move(answer));
    return given;
  }

  static constexpr std::size_t kBlock = std::size_t{256} << 10;
  Nursery& nursery_;
  const std::vector<std::string>& requests_;
  const TakeAnswer& take_;
  std::vector<Slot> slots_;
  std::vector<bool> ready_;
  std::size_t next_ = 0;
  bool stopped_ = false;
};

}  // namespace

Result<Done> run_requests(Nursery& nursery, std::size_t workers,
                          const std::vector<std::string>& requests, const TakeAnswer& take) {
  return Supervisor(nursery, requests, take).run(std::max<std::size_t>(workers, 1));
}

}  // namespace moot
