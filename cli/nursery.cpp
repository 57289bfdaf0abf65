#include "cli/nursery.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstring>
#include <new>
#include <type_traits>
#include <utility>

#include "cli/channel.hpp"
#include "cli/sandbox.hpp"

namespace moot {
namespace {

/// What the supervisor asks of the nursery. The value is memory for Spawn, a process id for End.
struct Order {
  enum class Kind : std::uint64_t { Spawn, End } kind = Kind::Spawn;
  std::uint64_t value = 0;
};

template <typename T>
bool send_value(const Descriptor& channel, const T& value, int descriptor = -1) {
  static_assert(std::is_trivially_copyable_v<T>);
  char bytes[sizeof value];
  std::memcpy(bytes, &value, sizeof value);
  return send_all(channel.get(), bytes, sizeof bytes, descriptor);
}

template <typename T>
bool receive_value(const Descriptor& channel, T& value, Descriptor& descriptor) {
  static_assert(std::is_trivially_copyable_v<T>);
  char bytes[sizeof value];
  if (!receive_all(channel.get(), bytes, sizeof bytes, descriptor)) return false;
  std::memcpy(&value, bytes, sizeof value);
  return true;
}

void close_all(unsigned first, unsigned last) {
  if (first > last || close_range(first, last, 0) == 0) return;
  const auto most = static_cast<unsigned>(sysconf(_SC_OPEN_MAX));  // before Linux 5.9
  for (unsigned i = first; i <= last && i < most; ++i) close(static_cast<int>(i));
}

/// Nothing that a library prints reaches the user's terminal, and no descriptor that the program
/// was started with reaches a worker.
void keep_only(const Descriptor& channel) {
  const int nowhere = open("/dev/null", O_RDWR | O_CLOEXEC);
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (nowhere < 0 || dup2(nowhere, stream) < 0) close(stream);
  }
  const auto kept = static_cast<unsigned>(channel.get());
  close_all(3, kept - 1);
  close_all(kept + 1, ~0U);
}

/// Ends this process when `parent` ends, which may have happened already.
void die_with(pid_t parent) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(0);
}

/// Ctrl-C reaches every process of the terminal, and a service manager's SIGTERM those of the
/// service. The supervisor decides what becomes of the files in hand.
void leave_signals_to_the_supervisor() {
  for (const int number : {SIGINT, SIGTERM, SIGHUP, SIGQUIT}) signal(number, SIG_IGN);
}

[[noreturn]] void serve(const Descriptor& socket, const Job& job, std::size_t memory_bytes) {
  if (!lock_down(memory_bytes)) _exit(kExitUnprotected);
  std::string request;
  while (true) {
    Descriptor descriptor;
    if (!receive_message(socket.get(), request, descriptor)) _exit(0);
    errno = 0;  // an ENOMEM of an earlier request is no reason for this one
    const std::string answer = job(request, descriptor.get());
    if (answer.size() > largest_answer(memory_bytes)) _exit(kExitOutOfMemory);
    if (!send_message(socket.get(), answer)) _exit(0);
  }
}

/// serve(), where an exception that nobody expected ends the worker like any other crash.
[[noreturn]] void be_worker(const Descriptor& socket, const Job& job, std::size_t memory_bytes) {
  try {
    serve(socket, job, memory_bytes);
  } catch (const std::bad_alloc&) {
    _exit(kExitOutOfMemory);
  } catch (...) {
    _exit(1);
  }
}

/// False when the supervisor is gone.
bool spawn_worker(const Descriptor& channel, const Job& job, std::size_t memory_bytes) {
  SocketPair pair;
  if (!make_socket_pair(pair)) return send_value(channel, pid_t{0});
  const pid_t nursery = getpid();
  const pid_t pid = fork();
  if (pid == 0) {
    die_with(nursery);
    close(channel.get());
    pair.ours = Descriptor();
    be_worker(pair.theirs, job, memory_bytes);
  }
  if (pid < 0) return send_value(channel, pid_t{0});
  return send_value(channel, pid, pair.ours.get());
}

/// False when the supervisor is gone.
bool end_worker(const Descriptor& channel, pid_t worker) {
  // One that has ended keeps its own status until it is waited for.
  kill(worker, SIGKILL);
  int status = 0;
  while (waitpid(worker, &status, 0) < 0) {
    if (errno != EINTR) return send_value(channel, Ending{});
  }
  Ending ending;
  if (WIFEXITED(status)) ending.exit_code = WEXITSTATUS(status);
  if (WIFSIGNALED(status)) ending.signal = WTERMSIG(status);
  return send_value(channel, ending);
}

/// Follows orders until the channel closes.
[[noreturn]] void run_nursery(const Descriptor& channel, const Job& job) {
  keep_only(channel);
  leave_signals_to_the_supervisor();
  signal(SIGCHLD, SIG_DFL);  // a caller may pass on that it is ignored, and then nothing is left
  bool goes_on = true;
  while (goes_on) {
    Order order;
    Descriptor none;
    if (!receive_value(channel, order, none)) break;
    goes_on = order.kind == Order::Kind::Spawn
                  ? spawn_worker(channel, job, order.value)
                  : end_worker(channel, static_cast<pid_t>(order.value));
  }
  _exit(0);
}

Error no_worker() {
  return fail(ErrorKind::Io, "no worker process can be started", {},
              "the machine may be out of memory or processes; try --jobs 1");
}

}  // namespace

Result<Nursery> Nursery::start(const Job& job) {
  SocketPair pair;
  if (!make_socket_pair(pair)) return no_worker();
  const pid_t program = getpid();
  const pid_t pid = fork();
  if (pid == 0) {
    die_with(program);
    run_nursery(pair.theirs, job);
  }
  if (pid < 0) return no_worker();
  return Nursery(std::move(pair.ours), pid);
}

Result<WorkerHandle> Nursery::spawn(std::size_t memory_bytes) {
  WorkerHandle worker;
  if (!send_value(socket_, Order{Order::Kind::Spawn, memory_bytes}) ||
      !receive_value(socket_, worker.pid, worker.socket)) {
    return no_worker();
  }
  if (worker.socket) return worker;
  if (worker.pid > 0) static_cast<void>(end(worker.pid));  // no room here for its socket
  return no_worker();
}

Result<Ending> Nursery::end(pid_t worker) {
  Ending ending;
  Descriptor none;
  if (!send_value(socket_, Order{Order::Kind::End, static_cast<std::uint64_t>(worker)}) ||
      !receive_value(socket_, ending, none)) {
    return fail(ErrorKind::Io, "the process that starts the workers has ended", {},
                "run the same command again; what was committed is kept");
  }
  return ending;
}

Nursery::Nursery(Nursery&& other) noexcept
    : socket_(std::move(other.socket_)), pid_(std::exchange(other.pid_, 0)) {}

Nursery::~Nursery() {
  if (!socket_) return;
  socket_ = Descriptor();
  waitpid(pid_, nullptr, 0);
}

}  // namespace moot
