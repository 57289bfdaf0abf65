#pragma once
/// \file A process that makes worker processes. It is forked before the program opens a thread, a
/// database or any other handle, so that workers, also those that replace a crashed one later,
/// inherit nothing but the job.

#include <sys/types.h>

#include <functional>
#include <string>

#include "pipeline/result.hpp"

namespace moot {

/// What a worker does with one request. Runs in the worker.
using Job = std::function<std::string(const std::string& request)>;

/// The other end of a worker: it reads messages and answers each (wire form: send_message). When
/// this descriptor is closed the worker ends; when the worker ends this descriptor reads its end.
struct WorkerHandle {
  int socket = -1;
  pid_t pid = 0;
};

/// Move-only. Workers end with the program, however the program ends.
class Nursery {
 public:
  /// Forks. Call it before anything else is opened. Fails with Io.
  static Result<Nursery> start(const Job& job);

  /// A fresh worker; the caller owns its socket. Fails with Io.
  Result<WorkerHandle> spawn();

  Nursery(Nursery&& other) noexcept;
  Nursery& operator=(Nursery&&) = delete;
  ~Nursery();

 private:
  Nursery(int socket, pid_t pid) : socket_(socket), pid_(pid) {}
  int socket_ = -1;
  pid_t pid_ = 0;
};

/// Writes the length and the bytes. False when the other side is gone.
bool send_message(int socket, const std::string& bytes);

/// Reads one message; waits for it. False at the end, or where it is longer than any message.
bool receive_message(int socket, std::string& bytes);

/// Bytes before each message: its length, in the machine's own order.
inline constexpr std::size_t kMessageHeader = 8;

/// No message is longer.
inline constexpr std::size_t kMaxMessage = std::size_t{4} << 30;

}  // namespace moot
