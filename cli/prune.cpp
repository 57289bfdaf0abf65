#include "cli/prune.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>

namespace moot {
namespace {

/// `path` is `root` or stands below it.
bool is_below(const std::string& path, const std::string& root) {
  return path == root || root == "/" ||
         (path.size() > root.size() && path.starts_with(root) && path[root.size()] == '/');
}

std::vector<std::string> catalogue_names(const std::vector<std::string>& roots) {
  std::vector<std::string> names;
  for (const std::string& root : roots) names.push_back(catalogue_name(root));
  return names;
}

bool is_missing(const std::string& path) {
  struct stat status {};
  return stat(path.c_str(), &status) != 0 && (errno == ENOENT || errno == ENOTDIR);
}

/// The nearest folder above `path` that is there.
std::string folder_above(const std::string& path) {
  std::string folder = path;
  do {
    folder = folder.substr(0, folder.rfind('/'));
  } while (!folder.empty() && is_missing(folder));
  return folder.empty() ? "/" : folder;
}

void note_folder(const std::string& path, std::string& folder) {
  if (folder.empty()) folder = folder_above(path);
}

/// Calls `visit` for each row below `root`, in order of path.
template <typename Visit>
Result<Done> each_below(const Catalogue& catalogue, const std::string& root, Visit&& visit) {
  // The first row that may lie below it: paths before it are passed over by the database.
  std::string after = root == "/" ? "" : root + "/";
  if (const auto own = catalogue.file(root); !own) {
    return own.error();
  } else if (*own) {
    visit(root);
  }
  while (true) {
    const auto row = catalogue.next_file(Catalogue::Rows::All, after);
    if (!row) return row.error();
    if (!*row || !is_below((*row)->path, root)) return Done{};
    after = (*row)->path;
    visit(after);
  }
}

}  // namespace

bool is_gone(const std::string& path) {
  if (!is_missing(path)) return false;
  std::error_code failed;
  return !std::filesystem::is_empty(folder_above(path), failed) && !failed;
}

FileSource failed_files(const Catalogue& catalogue, const std::vector<std::string>& roots) {
  return [&catalogue, names = catalogue_names(roots),
          after = std::string()]() mutable -> std::optional<FoundFile> {
    while (true) {
      const auto row = catalogue.next_file(Catalogue::Rows::NotIngested, after);
      if (!row || !*row) return std::nullopt;
      after = (*row)->path;
      const bool wanted =
          (*row)->state != FileState::Skipped &&
          (names.empty() || std::any_of(names.begin(), names.end(), [&](const std::string& name) {
             return is_below(after, name);
           }));
      if (!wanted || is_missing(after)) continue;
      FileWalk one({after});
      if (auto file = one.next()) return file;
    }
  };
}

Result<Done> prune(const std::vector<std::string>& roots, IngestStore& store,
                   IngestReport& report) {
  if (!store.flush()) return Done{};  // the catalogue must know the files of this run
  for (const std::string& root : catalogue_names(roots)) {
    std::string out_of_sight;  // the folder of the first such file
    const bool no_root = is_missing(root);
    const Catalogue& catalogue = store.catalogue();
    bool going = true;
    const auto done = each_below(catalogue, root, [&](const std::string& path) {
      if (!going || !is_missing(path)) return;
      if (!is_gone(path) || (no_root && path != root)) return note_folder(path, out_of_sight);
      ++report.gone;
      going = store.put(FileGone{path});
    });
    if (!done) return done;
    if (out_of_sight.empty()) continue;
    add_problem(
        report,
        fail(ErrorKind::Io, "files are gone with all that their folder held; they were not pruned",
             no_root ? root : out_of_sight,
             no_root ? "is a disk not mounted? If not, name the folder above it"
                     : "is a disk not mounted? If not, remove the empty folder and run the "
                       "same command again"));
  }
  return Done{};
}

}  // namespace moot
