#pragma once
/// \file Sentences for what can be wrong with the folder or the disk of an index, the same for the
/// catalogue and the search index.

#include <cerrno>
#include <filesystem>
#include <string>
#include <system_error>

#include "pipeline/result.hpp"

namespace moot {

/// No room is left where `where` lies.
inline Error disk_full(const std::string& where) {
  return fail(ErrorKind::Io, "the disk is full, or nothing can be written to it", where,
              "free some space and run the same command again; what was committed is kept");
}

/// The system's codes for disk_full(): also a quota, and a limit on the size of files.
inline bool is_disk_full(int code) {
  return code == ENOSPC || code == EDQUOT || code == EFBIG;
}

/// Checks that `path` inside the index folder `directory` is there; `missing` is the Error where it
/// is not. A folder that may not be entered is told apart.
inline Result<Done> must_exist(const std::string& path, const std::string& directory,
                               Error missing) {
  std::error_code code;
  if (std::filesystem::exists(path, code)) return Done{};
  if (code == std::errc::permission_denied) {
    return fail(ErrorKind::Io, "you may not enter this folder", directory,
                "ask its owner, or give yourself the right with chmod u+rx");
  }
  return missing;
}

}  // namespace moot
