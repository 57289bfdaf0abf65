#pragma once
/// \file How a file is marked whose stored content had to be dropped: it counts as failed and as
/// changed, so that the next `moot ingest` reads it, with or without --retry-failed. kDroppedReason
/// tells it from other failures, until then.

#include "index/update.hpp"

namespace moot {

inline constexpr const char* kDroppedReason =
    "what the index had of it was damaged, and was dropped";
inline constexpr const char* kDroppedHint = "read it again with `moot ingest --retry-failed`";

/// No file has it, so the file never looks unchanged. Not only of what was dropped: a file that could
/// not be read just now (ErrorKind::Io) has it too.
inline constexpr std::int64_t kNoSize = -1;

inline void mark_to_read(FileRow& file) {
  file.state = FileState::Failed;
  file.reason = kDroppedReason;
  file.hint = kDroppedHint;
  file.size = kNoSize;
}

}  // namespace moot
