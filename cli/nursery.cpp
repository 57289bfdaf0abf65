#include "cli/nursery.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstring>
#include <utility>

namespace moot {
namespace {

bool write_all(int socket, const char* bytes, std::size_t size) {
  while (size > 0) {
    // Without the flag a dead reader would end this process too.
    const ssize_t sent = send(socket, bytes, size, MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return false;
    bytes += sent;
    size -= static_cast<std::size_t>(sent);
  }
  return true;
}

bool read_all(int socket, char* bytes, std::size_t size) {
  while (size > 0) {
    const ssize_t got = read(socket, bytes, size);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    bytes += got;
    size -= static_cast<std::size_t>(got);
  }
  return true;
}

/// Sends a worker's process id, with its socket where there is one.
bool send_handle(int channel, WorkerHandle worker) {
  iovec part{&worker.pid, sizeof worker.pid};
  alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int))] = {};
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  if (worker.socket >= 0) {
    message.msg_control = control;
    message.msg_controllen = sizeof control;
    cmsghdr* header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof(int));
    std::memcpy(CMSG_DATA(header), &worker.socket, sizeof(int));
  }
  return sendmsg(channel, &message, MSG_NOSIGNAL) == static_cast<ssize_t>(sizeof worker.pid);
}

bool receive_handle(int channel, WorkerHandle& worker) {
  iovec part{&worker.pid, sizeof worker.pid};
  alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int))] = {};
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  message.msg_control = control;
  message.msg_controllen = sizeof control;
  ssize_t got = 0;
  do {
    got = recvmsg(channel, &message, MSG_CMSG_CLOEXEC);
  } while (got < 0 && errno == EINTR);
  const cmsghdr* header = CMSG_FIRSTHDR(&message);
  if (got != static_cast<ssize_t>(sizeof worker.pid) || header == nullptr) return false;
  std::memcpy(&worker.socket, CMSG_DATA(header), sizeof(int));
  return true;
}

/// Nothing that a library prints in a worker reaches the user's terminal.
void silence() {
  const int nowhere = open("/dev/null", O_RDWR | O_CLOEXEC);
  if (nowhere < 0) return;
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) dup2(nowhere, stream);
  close(nowhere);
}

[[noreturn]] void serve(int socket, const Job& job) {
  silence();
  std::string request;
  try {
    while (receive_message(socket, request) && send_message(socket, job(request))) {
    }
  } catch (...) {
    _exit(1);  // out of memory, say: the supervisor sees the socket close
  }
  _exit(0);
}

/// One worker for each byte on the channel, until the channel closes.
[[noreturn]] void run_nursery(int channel, const Job& job) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  signal(SIGCHLD, SIG_IGN);  // nobody waits for workers
  char order = 0;
  while (read_all(channel, &order, 1)) {
    int ends[2] = {-1, -1};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
      send_handle(channel, {});
      continue;
    }
    const pid_t pid = fork();
    if (pid == 0) {
      prctl(PR_SET_PDEATHSIG, SIGKILL);
      close(channel);
      close(ends[0]);
      serve(ends[1], job);
    }
    send_handle(channel, pid > 0 ? WorkerHandle{ends[0], pid} : WorkerHandle{});
    close(ends[0]);
    close(ends[1]);
  }
  _exit(0);
}

Error no_worker() {
  return fail(ErrorKind::Io, "no worker process can be started", {},
              "the machine may be out of memory or processes; try --jobs 1");
}

}  // namespace

bool send_message(int socket, const std::string& bytes) {
  const std::uint64_t size = bytes.size();
  char header[kMessageHeader];
  std::memcpy(header, &size, sizeof header);
  return write_all(socket, header, sizeof header) && write_all(socket, bytes.data(), bytes.size());
}

bool receive_message(int socket, std::string& bytes) {
  char header[kMessageHeader];
  if (!read_all(socket, header, sizeof header)) return false;
  std::uint64_t size = 0;
  std::memcpy(&size, header, sizeof header);
  if (size > kMaxMessage) return false;
  bytes.resize(size);
  return read_all(socket, bytes.data(), bytes.size());
}

Result<Nursery> Nursery::start(const Job& job) {
  int ends[2] = {-1, -1};
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return no_worker();
  const pid_t pid = fork();
  if (pid == 0) {
    close(ends[0]);
    run_nursery(ends[1], job);
  }
  close(ends[1]);
  if (pid > 0) return Nursery(ends[0], pid);
  close(ends[0]);
  return no_worker();
}

Result<WorkerHandle> Nursery::spawn() {
  WorkerHandle worker;
  const char order = 'w';
  if (!write_all(socket_, &order, 1) || !receive_handle(socket_, worker)) return no_worker();
  return worker;
}

Nursery::Nursery(Nursery&& other) noexcept
    : socket_(std::exchange(other.socket_, -1)), pid_(std::exchange(other.pid_, 0)) {}

Nursery::~Nursery() {
  if (socket_ < 0) return;
  close(socket_);
  waitpid(pid_, nullptr, 0);
}

}  // namespace moot
