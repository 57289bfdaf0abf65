#pragma once
/// \file Which bytes are versions of one file. Internal to the catalogue.

#include <string>
#include <vector>

#include "index/sqlite.hpp"
#include "pipeline/result.hpp"

namespace moot {

/// Other bytes of a file, as seen from some of its bytes.
struct OtherVersion {
  std::string sha256;
  bool earlier = false;  ///< a path stood for them before it stood for the bytes asked about
};

/// The other versions of these bytes, in order of SHA-256: all that a path which has or had them
/// ever stood for. A file that was moved kept its history, so its path tells of its whole life.
///
/// A path that began as the copy of another file counts what that one stood for before as its own
/// earlier versions, and so on back: when it began, just one other path had ever had its first
/// bytes, stood for them then, and had come to them from others. What is shared joins no further:
/// two files that were once the same "paper to follow" are versions of it, but not of each other.
///
/// If one is a version of the other, the other is one of the one. Takes time linear in the versions
/// of the paths that have or had the bytes.
Result<std::vector<OtherVersion>> other_versions(const Connection& connection,
                                                 const std::string& sha256);

}  // namespace moot
