#include "cli/find_files.hpp"

#include <dirent.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <map>
#include <set>
#include <utility>

namespace moot {
namespace {

using FileKey = std::pair<dev_t, ino_t>;

/// The state of one search. Folders are kept by device and inode, because a loop of links has
/// endless names for the same folder.
struct Walk {
  FoundFiles found;
  std::set<std::string> seen_files;
  std::map<FileKey, std::string> seen_folders;  ///< with the name it was read under
  std::set<FileKey> open_folders;               ///< those that hold the present one
};

void problem(Walk& walk, bool failed, Error error) {
  walk.found.problems.push_back({failed, std::move(error)});
}

Error cannot_stat(const std::string& shown) {
  const int code = errno;
  struct stat link {};
  if (code == ENOENT && lstat(shown.c_str(), &link) == 0) {
    return fail(ErrorKind::Io, "this link leads to a file that is not there", shown,
                "mend the link or remove it");
  }
  if (code == ENOENT || code == ENOTDIR) {
    return fail(ErrorKind::Io, "there is no such file or folder", shown,
                "check the path for a typing error");
  }
  if (code == ELOOP) {
    return fail(ErrorKind::Io, "this link leads back to itself", shown, "remove the link");
  }
  return fail(ErrorKind::Io, std::string("this cannot be read: ") + std::strerror(code), shown);
}

/// The names in a folder, sorted; on failure errno says why.
bool list_folder(const std::string& folder, std::vector<std::string>& names) {
  DIR* handle = opendir(folder.c_str());
  if (handle == nullptr) return false;
  while (const dirent* entry = readdir(handle)) {
    if (entry->d_name[0] != '.') names.emplace_back(entry->d_name);
  }
  closedir(handle);
  std::sort(names.begin(), names.end());
  return true;
}

void add_file(Walk& walk, const std::string& shown, bool named, const struct stat& status) {
  if (!S_ISREG(status.st_mode)) {
    return problem(walk, named,
                   fail(ErrorKind::NotRead, "this is a pipe or a device, not a file", shown,
                        "save what comes from it as a file, or pipe it into 'moot extract -'"));
  }
  FoundFile file;
  file.path = std::filesystem::absolute(shown).lexically_normal().string();
  file.shown = shown;
  file.named = named;
  file.size = status.st_size;
  file.modified_ns = std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec;
  if (walk.seen_files.insert(file.path).second) walk.found.files.push_back(std::move(file));
}

void visit(Walk& walk, const std::string& shown, bool named);

void visit_folder(Walk& walk, const std::string& shown, const struct stat& status) {
  const FileKey key{status.st_dev, status.st_ino};
  if (walk.open_folders.count(key) > 0) {
    return problem(walk, false,
                   fail(ErrorKind::Io, "this folder leads back to a folder that holds it", shown,
                        "remove the link; the files in the folder are read once all the same"));
  }
  if (const auto seen = walk.seen_folders.find(key); seen != walk.seen_folders.end()) {
    if (seen->second == shown) return;
    return problem(walk, false,
                   fail(ErrorKind::Io, "this folder was read already under another name", shown,
                        "its other name is " + seen->second));
  }
  std::vector<std::string> names;
  if (!list_folder(shown, names)) {
    const Error error =
        fail(ErrorKind::Io,
             errno == EACCES ? std::string("you may not read this folder")
                             : std::string("this folder cannot be read: ") + std::strerror(errno),
             shown, "ask its owner, or give yourself the right with chmod u+rx");
    return problem(walk, true, error);
  }
  walk.seen_folders.emplace(key, shown);
  walk.open_folders.insert(key);
  const std::string front = shown.back() == '/' ? shown : shown + "/";
  for (const std::string& name : names) visit(walk, front + name, false);
  walk.open_folders.erase(key);
}

void visit(Walk& walk, const std::string& shown, bool named) {
  struct stat status {};
  if (stat(shown.c_str(), &status) != 0) return problem(walk, true, cannot_stat(shown));
  if (S_ISDIR(status.st_mode)) return visit_folder(walk, shown, status);
  add_file(walk, shown, named, status);
}

}  // namespace

FoundFiles find_files(const std::vector<std::string>& paths) {
  Walk walk;
  for (const std::string& path : paths) {
    if (path.empty()) {
      problem(walk, true, fail(ErrorKind::Io, "an empty path names no file", "''"));
    } else {
      visit(walk, path, true);
    }
  }
  return std::move(walk.found);
}

}  // namespace moot
