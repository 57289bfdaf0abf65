#include "cli/watch_folder.hpp"

#include <signal.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <filesystem>
#include <system_error>
#include <thread>

#include "cli/output_file.hpp"
#include "index/read_whole.hpp"

namespace moot {
namespace {

namespace fs = std::filesystem;

constexpr const char* kEnding = ".json";
constexpr const char* kHalfWritten = ".json.part-";
constexpr auto kLongestWait = std::chrono::seconds(60);
constexpr auto kBetweenTries = std::chrono::milliseconds(50);
constexpr const char* kElsewhere = "--watches DIR keeps them in another folder";

std::string file_of(const std::string& folder, const std::string& name) {
  return folder + "/" + name + kEnding;
}

Error cannot(const std::string& what, const std::string& where, const std::error_code& code) {
  return fail(ErrorKind::Io, what + ": " + code.message(), where, kElsewhere);
}

/// Whether it is what save_watch() leaves when the program is killed: NAME.json.part-PID, with the
/// process gone. Other files of the user are nobody's leavings.
bool is_half_written(const std::string& name) {
  const std::size_t mark = name.find(kHalfWritten);
  if (mark == std::string::npos || !is_watch_name(name.substr(0, mark))) return false;
  const std::string pid = name.substr(mark + std::string_view(kHalfWritten).size());
  const bool digits =
      !pid.empty() && pid.size() < 10 && pid.find_first_not_of("0123456789") == std::string::npos;
  return digits && kill(std::stoi(pid), 0) != 0 && errno == ESRCH;
}

/// \pre the folder is locked, so no watch is being written
void take_away_half_written(const std::string& folder) {
  std::error_code failed;
  for (fs::directory_iterator at(folder, failed); !failed && at != fs::directory_iterator();
       at.increment(failed)) {
    std::error_code ignored;
    const std::string name = at->path().filename().string();
    if (is_half_written(name)) fs::remove(at->path(), ignored);
  }
}

}  // namespace

Result<WriterLock> lock_watches(const std::string& folder) {
  std::error_code failed;
  fs::create_directories(folder, failed);
  if (failed) return cannot("the folder of watches cannot be made", folder, failed);
  const auto begun = std::chrono::steady_clock::now();
  for (;;) {
    auto lock = WriterLock::take(folder, "the folder of watches");
    if (lock) {
      take_away_half_written(folder);
      return lock;
    }
    Error error = lock.error();
    if (error.kind == ErrorKind::Io) error.hint = kElsewhere;
    const bool busy = error.kind == ErrorKind::Index;
    if (!busy || std::chrono::steady_clock::now() - begun > kLongestWait) return error;
    std::this_thread::sleep_for(kBetweenTries);
  }
}

Result<std::vector<std::string>> watch_names(const std::string& folder) {
  std::vector<std::string> names;
  std::error_code failed;
  if (!fs::exists(folder, failed) && !failed) return names;
  for (fs::directory_iterator at(folder, failed); !failed && at != fs::directory_iterator();
       at.increment(failed)) {
    const fs::path path = at->path();
    const std::string name = path.stem().string();
    std::error_code ignored;
    const bool folder_itself = fs::is_directory(at->symlink_status(ignored));
    if (!folder_itself && path.extension() == kEnding && is_watch_name(name)) names.push_back(name);
  }
  if (failed) return cannot("the folder of watches cannot be read", folder, failed);
  std::sort(names.begin(), names.end());
  return names;
}

bool has_watch(const std::string& folder, const std::string& name) {
  std::error_code failed;
  return fs::exists(fs::symlink_status(file_of(folder, name), failed));
}

Result<Watch> load_watch(const std::string& folder, const std::string& name) {
  const std::string path = file_of(folder, name);
  if (!has_watch(folder, name)) {
    return fail(ErrorKind::Usage, "there is no watch of this name", path,
                "'moot watch list' names those that there are");
  }
  const Result<std::string> text = read_whole(path);
  return text ? parse_watch(*text, name, path) : text.error();
}

Result<Done> save_watch(const std::string& folder, const Watch& watch) {
  auto file = OutputFile::create(file_of(folder, watch.name));
  if (!file) return file.error();
  auto done = file->write(watch_to_json(watch));
  return done ? file->commit() : done;
}

Result<Done> remove_watch(const std::string& folder, const std::string& name) {
  std::error_code failed;
  fs::remove(file_of(folder, name), failed);
  if (failed) return cannot("the watch cannot be removed", file_of(folder, name), failed);
  return Done{};
}

}  // namespace moot
