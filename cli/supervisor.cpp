#include "cli/supervisor.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <ctime>
#include <deque>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/channel.hpp"
#include "cli/sandbox.hpp"

namespace moot {
namespace {

// How late the limits of time may bite.
constexpr std::chrono::milliseconds kTick{200};
// How long a free worker may wait for what `next` has found meanwhile.
constexpr std::chrono::milliseconds kShortTick{10};
// What has taken over a worker can lie about the requests that it gets later: so many at the most.
// A fresh one costs 25 ms, most of it in the first files that it reads.
constexpr int kMostAnswers = 16;
constexpr std::size_t kBlock = std::size_t{256} << 10;

/// Seconds of the processor that a process has used. Measured from outside: whatever the process
/// does, it cannot set this clock. Nothing is told of a process that has ended.
double processor_seconds(pid_t process) {
  clockid_t clock{};
  timespec used{};
  if (clock_getcpuclockid(process, &clock) != 0 || clock_gettime(clock, &used) != 0) return 0;
  return static_cast<double>(used.tv_sec) + static_cast<double>(used.tv_nsec) / 1e9;
}

/// A request that is not answered yet.
struct Task {
  Request request;
  bool tried_before = false;  ///< it has cost a worker already
};

/// One worker and what it is busy with.
struct Slot {
  WorkerHandle worker;
  int answered = 0;  ///< requests, by this worker
  std::optional<Task> task;
  std::string outbox;  ///< the request, framed; empty when all is sent
  std::size_t sent = 0;
  std::string inbox;        ///< what has come of the answer so far, with its header
  double cpu_start = 0;     ///< the worker's clock when it got the request
  double listen_start = 0;  ///< ours
};

enum class Inbox { Waiting, Whole, TooLarge, Broken };

Inbox look_into(const Slot& slot, std::size_t largest) {
  if (slot.inbox.size() < kMessageHeader) return Inbox::Waiting;
  const std::size_t size = message_size(slot.inbox);
  if (size > largest) return Inbox::TooLarge;
  if (slot.inbox.size() < kMessageHeader + size) return Inbox::Waiting;
  const bool exact = slot.inbox.size() == kMessageHeader + size && slot.outbox.empty();
  return exact ? Inbox::Whole : Inbox::Broken;
}

class Supervisor {
 public:
  Supervisor(Nursery& nursery, const Limits& limits, const NextRequest& next,
             const TakeAnswer& take)
      : nursery_(nursery), limits_(limits), next_(next), take_(take) {}
  Supervisor(const Supervisor&) = delete;
  Supervisor& operator=(const Supervisor&) = delete;

  ~Supervisor() {
    for (Slot& slot : slots_) static_cast<void>(retire(slot));
  }

  Result<Done> run(std::size_t workers) {
    slots_.resize(workers);
    while (!stopped_) {
      if (auto filled = give_work(); !filled) return filled;
      const std::vector<bool> ready = wait();
      if (ready.empty()) return Done{};
      for (std::size_t i = 0; i < slots_.size() && !stopped_; ++i) {
        if (auto went_on = look_after(slots_[i], ready[i]); !went_on) return went_on;
      }
    }
    return Done{};
  }

 private:
  /// Requests to the workers that are free, as long as there are any. Those that live come first.
  Result<Done> give_work() {
    for (const bool alive : {true, false}) {
      for (Slot& slot : slots_) {
        if (slot.task || static_cast<bool>(slot.worker.socket) != alive) continue;
        std::optional<Task> task = next_task();
        if (!task) return Done{};
        if (alive && slot.answered < kMostAnswers) {
          begin(slot, std::move(*task));
        } else if (auto begun = begin_afresh(slot, std::move(*task)); !begun || !held_.empty()) {
          return begun;
        }
      }
    }
    return Done{};
  }

  std::optional<Task> next_task() {
    if (!held_.empty()) {
      Task task = std::move(held_.front());
      held_.pop_front();
      return task;
    }
    std::optional<Request> request = next_();
    if (!request) return std::nullopt;
    return Task{std::move(*request)};
  }

  /// Gives the task to a fresh worker. Where none can be started the slot's own goes on; without
  /// one the task waits for one of the others; fails where there is no other.
  Result<Done> begin_afresh(Slot& slot, Task task) {
    Result<WorkerHandle> worker = nursery_.spawn(limits_.memory_bytes);
    if (!worker && slot.worker.socket) return begin(slot, std::move(task)), Done{};
    if (!worker) {
      const auto is_busy = [](const Slot& other) { return other.task.has_value(); };
      if (std::none_of(slots_.begin(), slots_.end(), is_busy)) return worker.error();
      held_.push_back(std::move(task));
      return Done{};
    }
    if (const auto ended = retire(slot); !ended) return ended.error();
    // A worker that does not read must not keep us waiting.
    fcntl(worker->socket.get(), F_SETFL, O_NONBLOCK);
    slot.worker = std::move(*worker);
    slot.answered = 0;
    begin(slot, std::move(task));
    return Done{};
  }

  void begin(Slot& slot, Task task) {
    slot.task = std::move(task);
    slot.inbox.clear();
    slot.outbox = framed(slot.task->request.bytes);
    slot.sent = 0;
    slot.cpu_start = processor_seconds(slot.worker.pid);
    slot.listen_start = listened_;
    send_more(slot);
  }

  /// What the socket takes. Where the worker is gone, its socket tells so when it is read.
  static void send_more(Slot& slot) {
    const int descriptor = slot.sent == 0 ? slot.task->request.descriptor.get() : -1;
    const ssize_t sent = send_some(slot.worker.socket.get(), slot.outbox.data() + slot.sent,
                                   slot.outbox.size() - slot.sent, descriptor);
    if (sent > 0) slot.sent += static_cast<std::size_t>(sent);
    if (slot.sent == slot.outbox.size()) slot.outbox = {};
  }

  /// Ends the slot's worker, if there is one.
  Result<Ending> retire(Slot& slot) {
    if (!slot.worker.socket) return Ending{};
    const WorkerHandle worker = std::exchange(slot.worker, {});
    return nursery_.end(worker.pid);
  }

  /// Waits for workers, but not for long. Which slots have something to do; empty when no worker is
  /// busy.
  std::vector<bool> wait() {
    std::vector<pollfd> polled;  // no idle ones: their number may be beyond what poll() takes
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < slots_.size(); ++i) {
      const Slot& slot = slots_[i];
      if (!slot.task) continue;
      const auto events = static_cast<short>(slot.outbox.empty() ? POLLIN : POLLIN | POLLOUT);
      polled.push_back({slot.worker.socket.get(), events, 0});
      places.push_back(i);
    }
    if (polled.empty()) return {};
    const auto start = std::chrono::steady_clock::now();
    const auto tick = polled.size() < slots_.size() ? kShortTick : kTick;
    const int told = poll(polled.data(), polled.size(), static_cast<int>(tick.count()));
    // No more than a tick counts: the whole program may have been stopped for a night.
    const auto passed = std::chrono::steady_clock::now() - start;
    listened_ += std::chrono::duration<double>(std::min<decltype(passed)>(passed, kTick)).count();
    std::vector<bool> ready(slots_.size(), false);
    for (std::size_t i = 0; i < polled.size(); ++i) {
      ready[places[i]] = told > 0 && polled[i].revents != 0;
    }
    return ready;
  }

  /// Hears a busy worker that has something to say, and ends one whose time is up.
  Result<Done> look_after(Slot& slot, bool ready) {
    if (!slot.task) return Done{};
    if (ready && !slot.outbox.empty()) send_more(slot);
    switch (ready ? hear(slot) : Inbox::Waiting) {
      case Inbox::Whole:
        ++slot.answered;
        slot.inbox.erase(0, kMessageHeader);
        return finish(slot, {Answer::How::Answered, std::exchange(slot.inbox, {})});
      case Inbox::TooLarge:
        return lose(slot, Answer::How::OutOfMemory);
      case Inbox::Broken:
        return lose(slot, std::nullopt);
      case Inbox::Waiting:
        break;
    }
    return is_over_time(slot) ? lose(slot, Answer::How::OutOfTime) : Done{};
  }

  /// Takes what has come from a worker.
  Inbox hear(Slot& slot) const {
    const std::size_t used = slot.inbox.size();
    slot.inbox.resize(used + kBlock);
    const ssize_t got = read(slot.worker.socket.get(), slot.inbox.data() + used, kBlock);
    const bool nothing_yet = got < 0 && (errno == EINTR || errno == EAGAIN);
    slot.inbox.resize(used + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    if (got <= 0) return nothing_yet ? Inbox::Waiting : Inbox::Broken;
    const Inbox state = look_into(slot, largest_answer(limits_.memory_bytes));
    // Room for the rest at once, so that growing does not take it twice.
    if (state == Inbox::Waiting && used < kMessageHeader && slot.inbox.size() >= kMessageHeader) {
      slot.inbox.reserve(kMessageHeader + message_size(slot.inbox) + kBlock);
    }
    return state;
  }

  bool is_over_time(const Slot& slot) const {
    return listened_ - slot.listen_start > limits_.wall_seconds ||
           processor_seconds(slot.worker.pid) - slot.cpu_start > limits_.cpu_seconds;
  }

  /// Ends the worker of a request that gets no answer. The reason, unless it is known, is how the
  /// worker ended.
  Result<Done> lose(Slot& slot, std::optional<Answer::How> reason) {
    const Result<Ending> ending = retire(slot);
    if (!ending) return ending.error();
    if (ending->exit_code == kExitUnprotected) return unprotected();
    if (!reason) reason = why(*ending);
    if (!slot.task->tried_before && may_be_anothers_fault(slot, *reason)) {
      Task task = std::move(*slot.task);
      slot.task.reset();
      task.tried_before = true;
      if (task.request.descriptor) lseek(task.request.descriptor.get(), 0, SEEK_SET);
      return begin_afresh(slot, std::move(task));
    }
    return finish(slot, {*reason, {}});
  }

  /// What earlier files left behind in a worker (their memory; a trap for the next one) is no fault
  /// of this one. Time is: it counts from this request, and must not be spent twice.
  static bool may_be_anothers_fault(const Slot& slot, Answer::How reason) {
    return reason == Answer::How::Killed || (slot.answered > 0 && reason != Answer::How::OutOfTime);
  }

  static Answer::How why(const Ending& ending) {
    if (ending.exit_code == kExitOutOfMemory) return Answer::How::OutOfMemory;
    if (ending.signal == SIGSYS) return Answer::How::Refused;
    if (ending.signal == SIGKILL) return Answer::How::Killed;
    return Answer::How::Crashed;
  }

  static Error unprotected() {
    return fail(ErrorKind::Io, "worker processes cannot be locked down on this system", {},
                "reading strangers' files needs seccomp (CONFIG_SECCOMP_FILTER); in a container, "
                "allow the system calls seccomp and prctl");
  }

  /// The request is done with. The worker gets its next one before this answer is looked at.
  Result<Done> finish(Slot& slot, Answer answer) {
    const std::uint64_t tag = slot.task->request.tag;
    slot.task.reset();
    slot.inbox = {};
    slot.outbox = {};
    const Result<Done> given = give_work();
    stopped_ = !take_(tag, std::move(answer));
    return given;
  }

  Nursery& nursery_;
  const Limits& limits_;
  const NextRequest& next_;
  const TakeAnswer& take_;
  std::vector<Slot> slots_;
  std::deque<Task> held_;  ///< wait for a worker
  double listened_ = 0;    ///< seconds spent waiting for workers
  bool stopped_ = false;
};

/// "60" for 60 seconds, "1.5" for one and a half.
std::string spoken_number(double number) {
  std::string digits = std::to_string(number);
  digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.back() == '.') digits.pop_back();
  return digits;
}

}  // namespace

Result<Done> run_requests(Nursery& nursery, std::size_t workers, const Limits& limits,
                          const NextRequest& next, const TakeAnswer& take) {
  return Supervisor(nursery, limits, next, take).run(std::max<std::size_t>(workers, 1));
}

Error spoken(Answer::How how, const Limits& limits) {
  const std::size_t megabytes = limits.memory_bytes >> 20;
  switch (how) {
    case Answer::How::OutOfMemory:
      return fail(ErrorKind::BadDocument,
                  "the reader gave up on this file: it is damaged or needs more than " +
                      std::to_string(megabytes) + " MB of memory",
                  {}, "if it is sound, read it with --memory " + std::to_string(2 * megabytes));
    case Answer::How::OutOfTime:
      return fail(
          ErrorKind::BadDocument,
          "the reader was stopped on this file: it took more than " +
              spoken_number(limits.cpu_seconds) + " seconds of the processor, or " +
              spoken_number(limits.wall_seconds) + " by the clock",
          {}, "if it is sound, read it with --timeout " + spoken_number(4 * limits.cpu_seconds));
    case Answer::How::Refused:
      return fail(ErrorKind::BadDocument,
                  "the reader was stopped on this file: it tried what reading a file never takes",
                  {},
                  "the file may be made to attack its readers: do not open it elsewhere, and "
                  "report it");
    case Answer::How::Killed:
      return fail(ErrorKind::Io, "the reader was killed from outside, twice, on this file", {},
                  "the machine may be short of memory: try again with --jobs 1");
    case Answer::How::Crashed:
    case Answer::How::Answered:
      break;
  }
  return fail(ErrorKind::BadDocument, "the reader crashed on this file", {},
              "the file is probably damaged; save it anew with the program that made it, and "
              "report the crash if it stays");
}

}  // namespace moot
