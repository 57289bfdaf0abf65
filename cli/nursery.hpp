#pragma once
/// \file A process that makes worker processes, and tells how they ended. It is forked before the
/// program opens a thread, a database or any other handle; it closes what the program itself
/// inherited; so workers, also those that replace a crashed one later, have nothing but the job.

#include <sys/types.h>

#include <cstddef>
#include <functional>
#include <string>

#include "cli/descriptor.hpp"
#include "pipeline/result.hpp"

namespace moot {

/// What a worker does with one request, in the sandbox (sandbox.hpp). `descriptor` is -1 where
/// none came with the request; it is closed after the job.
using Job = std::function<std::string(const std::string& bytes, int descriptor)>;

/// The other end of a worker. The worker receives messages (channel.hpp) and answers each with one;
/// it ends when this socket is closed, and the socket reads its end when the worker has ended.
struct WorkerHandle {
  Descriptor socket;
  pid_t pid = 0;
};

/// How a process ended: one of the two is set.
struct Ending {
  int exit_code = 0;
  int signal = 0;
};

/// Move-only. Nursery and workers end with the program, however the program ends; they pass over
/// the signals of a terminal (SIGINT and the like), which are the program's business.
class Nursery {
 public:
  /// Forks. Call it before anything else is opened. Fails with Io.
  static Result<Nursery> start(const Job& job);

  /// A fresh worker that may take `memory_bytes`. Fails with Io.
  Result<WorkerHandle> spawn(std::size_t memory_bytes);

  /// Ends the worker if it has not ended by itself, and tells how it ended. Waits for it. Once for
  /// each worker: until then its process id belongs to nobody else.
  Result<Ending> end(pid_t worker);

  Nursery(Nursery&& other) noexcept;
  Nursery& operator=(Nursery&&) = delete;
  ~Nursery();

 private:
  Nursery(Descriptor socket, pid_t pid) : socket_(std::move(socket)), pid_(pid) {}
  Descriptor socket_;
  pid_t pid_ = 0;
};

/// No worker of so much memory may answer with more bytes.
constexpr std::size_t largest_answer(std::size_t memory_bytes) {
  return memory_bytes / 2;
}

}  // namespace moot
