#pragma once
/// \file Keeps worker processes busy: requests out, answers in. A worker that ends, or goes beyond
/// its limits, in the middle of a request costs that request, and a fresh one takes its place.
/// Nothing that a worker does or sends can hang the caller or take more of its memory than the
/// limits say.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "cli/descriptor.hpp"
#include "cli/nursery.hpp"
#include "pipeline/result.hpp"

namespace moot {

/// What one request may take.
struct Limits {
  /// Address space of a worker, in bytes; half of it is the most that an answer may have.
  std::size_t memory_bytes = std::size_t{1024} << 20;
  double cpu_seconds = 60;    ///< of the processor
  double wall_seconds = 240;  ///< by the clock; it stands still while the caller's functions run
};

/// What a worker is to do.
struct Request {
  std::uint64_t tag = 0;  ///< the caller's name for it; comes back with the answer
  std::string bytes;
  Descriptor descriptor;  ///< a file open for reading, or none; the worker gets a copy
};

struct Answer {
  enum class How {
    Answered,
    Crashed,      ///< ended by itself
    OutOfMemory,  ///< went beyond the limit of memory
    OutOfTime,    ///< went beyond one of the limits of time
    Refused,      ///< tried what the sandbox forbids
    Killed,       ///< ended by somebody else, twice: the system short of memory, a person
  };
  How how = How::Answered;
  std::string bytes;  ///< empty unless Answered. Of a worker that may be hostile: check them
};

/// The next request, when a worker is free for it; none: nothing for now. Asked again from time to
/// time, and each time when an answer was taken. The answer that freed the worker is taken later.
using NextRequest = std::function<std::optional<Request>()>;

/// Called once for each request, in the order in which answers come. Gives false to stop early:
/// requests in hand are then given up, and nothing more is heard of them.
using TakeAnswer = std::function<bool(std::uint64_t tag, Answer answer)>;

/// Hands what `next` gives to at most `workers` processes, until it gives none while nothing is in
/// hand, or `take` says stop. Keeps the requests in hand, and no others. A worker is replaced after
/// 16 answers. A request whose worker was killed from outside, or had read other files before it
/// ended, is tried once more in a fresh one, with its descriptor back at the start. Fails with Io
/// when no worker can be started or locked down. Single-threaded.
Result<Done> run_requests(Nursery& nursery, std::size_t workers, const Limits& limits,
                          const NextRequest& next, const TakeAnswer& take);

/// A sentence and a hint for the user whose file a worker did not answer for.
/// \pre how is not Answered
Error spoken(Answer::How how, const Limits& limits);

}  // namespace moot
