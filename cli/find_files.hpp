#pragma once
/// \file PATH... -> the files to read, one after the other in a fixed order.

#include <sys/stat.h>

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/result.hpp"

namespace moot {

struct FoundFile {
  std::string path;    ///< absolute, without "." and ".."; links are kept. What the catalogue keeps
  std::string shown;   ///< as the user gave it, or below what the user gave
  bool named = false;  ///< given itself, not found inside a folder
  bool has_facts = false;  ///< facts_path(path) stands beside it
  std::int64_t size = 0;
  std::int64_t modified_ns = 0;
};

/// Something on the way that is not read.
struct PathProblem {
  bool failed = true;  ///< false: passed over for a good reason, such as a folder loop
  Error error;         ///< `where` is the path as shown
};

/// Where facts about a file stand: FILE.json. Such a file is not read as a paper.
inline std::string facts_path(const std::string& file) {
  return file + ".json";
}

/// Absolute, without "." and "..". What the catalogue calls a file or folder.
std::string catalogue_name(const std::string& shown);

/// Those of the paths at which nothing is, as FileWalk tells it.
std::vector<PathProblem> missing_roots(const std::vector<std::string>& paths);

/// Goes through files, folders and links into folders; sorted by name inside each folder, each path
/// once. Holds one folder's names for each level that it is in, so memory does not grow with the
/// number of files. A folder that leads back to one that holds it, or that was read already under
/// another name (same device and inode), is a problem and is not followed. Names that begin with a
/// dot are left out inside folders, and so are folders that are an index of moot's.
class FileWalk {
 public:
  /// `left_out`: files that are no papers, such as this run's own log; they may be empty names.
  explicit FileWalk(std::vector<std::string> paths, const std::vector<std::string>& left_out = {});

  /// The next file; none at the end.
  std::optional<FoundFile> next();

  /// What was met on the way and not read, since this was last asked.
  std::vector<PathProblem> take_problems() { return std::exchange(problems_, {}); }

 private:
  // Folders are kept by device and inode, because a loop of links has endless names for the same.
  using FileKey = std::pair<dev_t, ino_t>;
  struct Level {
    FileKey key;
    std::string shown, path;  ///< both end with '/'
    std::vector<std::string> names;
    std::size_t at = 0;
  };

  std::optional<FoundFile> next_inside();
  std::optional<FoundFile> visit(const std::string& shown, std::string path, bool named);
  std::optional<FoundFile> found(const std::string& shown, std::string path, bool named,
                                 const struct stat& status);
  void enter(const std::string& shown, const std::string& path, const struct stat& status);
  void problem(bool failed, Error error);

  std::vector<std::string> roots_;
  std::size_t root_ = 0;
  std::vector<Level> levels_;
  std::set<std::string> named_;  ///< files among the roots: not given again inside a folder
  std::set<std::string> given_;  ///< those that were
  std::set<std::string> left_out_;
  std::map<FileKey, std::string> seen_folders_;  ///< with the name each was read under
  std::set<FileKey> open_folders_;               ///< those that hold the present one
  std::vector<PathProblem> problems_;
};

}  // namespace moot
