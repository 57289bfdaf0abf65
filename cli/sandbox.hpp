#pragma once
/// \file What a worker process may do: compute, read files, and answer. From the moment in which it
/// has read a file of strangers it is taken for hostile, so nothing here can be undone by it.

#include <cstddef>

namespace moot {

/// Locks this process down for good:
/// - system calls: those that reading files takes, by a list (seccomp). What a library tries and
///   can do without (to write a cache) fails with EACCES; everything else, such as a socket, a new
///   process or a signal to another one, ends the process with SIGSYS;
/// - memory: at most `memory_bytes` of address space, unless built with AddressSanitizer, which
///   takes terabytes of it. Whoever runs out of it ends with kExitOutOfMemory;
/// - no core dump, no file written, few open files, no new privileges, no debugger but root's.
///
/// False where the system does not allow to lock down; the process is then half locked and should
/// end. For processes of one thread.
bool lock_down(std::size_t memory_bytes);

/// Exit codes of a worker.
inline constexpr int kExitOutOfMemory = 77;
inline constexpr int kExitUnprotected = 78;

}  // namespace moot
