#pragma once
/// \file PATH... -> the files to read, in a fixed order.

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/result.hpp"

namespace moot {

struct FoundFile {
  std::string path;    ///< absolute, without "." and ".."; links are kept. What the catalogue keeps
  std::string shown;   ///< as the user gave it, or below what the user gave
  bool named = false;  ///< given itself, not found inside a folder
  std::int64_t size = 0;
  std::int64_t modified_ns = 0;
};

/// Something on the way that is not read.
struct PathProblem {
  bool failed = true;  ///< false: passed over for a good reason, such as a folder loop
  Error error;         ///< `where` is the path as shown
};

struct FoundFiles {
  std::vector<FoundFile> files;  ///< sorted by name inside each folder; each path once
  std::vector<PathProblem> problems;
};

/// Follows folders and links into folders. A folder that leads back to one that holds it, or that
/// was read already under another name (same device and inode), is a problem and is not followed.
/// Names that begin with a dot are left out inside folders.
FoundFiles find_files(const std::vector<std::string>& paths);

}  // namespace moot
