#include "cli/find_files.hpp"

#include <dirent.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "cli/input.hpp"

namespace moot {
namespace {

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

Error cannot_list(const std::string& shown) {
  return fail(ErrorKind::Io,
              errno == EACCES ? std::string("you may not read this folder")
                              : std::string("this folder cannot be read: ") + std::strerror(errno),
              shown, "ask its owner, or give yourself the right with chmod u+rx");
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

bool holds(const std::vector<std::string>& names, const std::string& name) {
  return std::binary_search(names.begin(), names.end(), name);
}

/// Whether `name` is the facts of another file of its folder.
bool is_facts(const std::vector<std::string>& names, const std::string& name) {
  constexpr std::string_view kEnd = ".json";
  return name.size() > kEnd.size() && name.ends_with(kEnd) &&
         holds(names, name.substr(0, name.size() - kEnd.size()));
}

}  // namespace

std::string catalogue_name(const std::string& shown) {
  std::string name = std::filesystem::absolute(shown).lexically_normal().string();
  if (name.size() > 1 && name.ends_with('/')) name.pop_back();
  return name;
}

std::vector<PathProblem> missing_roots(const std::vector<std::string>& paths) {
  std::vector<PathProblem> problems;
  struct stat status {};
  for (const std::string& path : paths) {
    if (stat(path.c_str(), &status) != 0) problems.push_back({true, cannot_stat(path)});
  }
  return problems;
}

FileWalk::FileWalk(std::vector<std::string> paths, const std::vector<std::string>& left_out)
    : roots_(std::move(paths)) {
  for (const std::string& file : left_out) {
    if (!file.empty()) left_out_.insert(catalogue_name(file));
  }
  for (const std::string& root : roots_) {
    struct stat status {};
    if (stat(root.c_str(), &status) == 0 && !S_ISDIR(status.st_mode)) {
      named_.insert(catalogue_name(root));
    }
  }
}

std::optional<FoundFile> FileWalk::next() {
  while (true) {
    if (!levels_.empty()) {
      if (auto file = next_inside()) return file;
      continue;
    }
    if (root_ == roots_.size()) return std::nullopt;
    const std::string& root = roots_[root_++];
    if (root.empty()) {
      problem(true, fail(ErrorKind::Io, "an empty path names no file", "''"));
      continue;
    }
    std::string path = catalogue_name(root);
    if (named_.contains(path) && !given_.insert(path).second) continue;
    if (auto file = visit(root, std::move(path), true)) return file;
  }
}

/// The next file of the folder that is open, if the next thing in it is one.
std::optional<FoundFile> FileWalk::next_inside() {
  Level& level = levels_.back();
  if (level.at == level.names.size()) {
    open_folders_.erase(level.key);
    levels_.pop_back();
    return std::nullopt;
  }
  const std::string& name = level.names[level.at++];
  if (is_facts(level.names, name)) return std::nullopt;
  std::string path = level.path + name;
  if (named_.contains(path) || left_out_.contains(path)) return std::nullopt;
  const bool has_facts = holds(level.names, facts_path(name));
  auto file = visit(level.shown + name, std::move(path), false);  // may open a level
  if (file) file->has_facts = has_facts;
  return file;
}

std::optional<FoundFile> FileWalk::visit(const std::string& shown, std::string path, bool named) {
  struct stat status {};
  if (stat(shown.c_str(), &status) != 0) {
    problem(true, cannot_stat(shown));
    return std::nullopt;
  }
  if (!S_ISDIR(status.st_mode)) return found(shown, std::move(path), named, status);
  enter(shown, path, status);
  return std::nullopt;
}

std::optional<FoundFile> FileWalk::found(const std::string& shown, std::string path, bool named,
                                         const struct stat& status) {
  if (!S_ISREG(status.st_mode)) {
    problem(named, fail(ErrorKind::NotRead, "this is a pipe or a device, not a file", shown,
                        "save what comes from it as a file, or pipe it into 'moot extract -'"));
    return std::nullopt;
  }
  FoundFile file;
  file.path = std::move(path);
  file.shown = shown;
  file.named = named;
  file.size = status.st_size;
  file.modified_ns = modified_ns(status);
  struct stat facts {};
  if (named) file.has_facts = stat(facts_path(shown).c_str(), &facts) == 0;
  return file;
}

void FileWalk::enter(const std::string& shown, const std::string& path, const struct stat& status) {
  const FileKey key{status.st_dev, status.st_ino};
  if (open_folders_.contains(key)) {
    return problem(false,
                   fail(ErrorKind::Io, "this folder leads back to a folder that holds it", shown,
                        "remove the link; the files in the folder are read once all the same"));
  }
  if (const auto seen = seen_folders_.find(key); seen != seen_folders_.end()) {
    if (seen->second == shown) return;
    return problem(false, fail(ErrorKind::Io, "this folder was read already under another name",
                               shown, "its other name is " + seen->second));
  }
  Level level;
  if (!list_folder(shown, level.names)) return problem(true, cannot_list(shown));
  if (holds(level.names, "catalogue.sqlite") && holds(level.names, "xapian")) return;
  level.key = key;
  level.shown = shown.ends_with('/') ? shown : shown + '/';
  level.path = path.ends_with('/') ? path : path + '/';
  seen_folders_.emplace(key, shown);
  open_folders_.insert(key);
  levels_.push_back(std::move(level));
}

void FileWalk::problem(bool failed, Error error) {
  problems_.push_back({failed, std::move(error)});
}

}  // namespace moot
