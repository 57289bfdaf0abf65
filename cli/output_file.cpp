#include "cli/output_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <utility>

#include "index/folder_errors.hpp"

namespace moot {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kHeld = std::size_t{1} << 16;  // bytes before the system is asked to write

Error cannot_write(const std::string& where, int code) {
  if (is_disk_full(code)) return disk_full(where);
  return fail(ErrorKind::Io, std::string("the file cannot be written: ") + std::strerror(code),
              where, "name another file, or look at the folder's permissions");
}

}  // namespace

Result<OutputFile> OutputFile::create(const std::string& path) {
  OutputFile output;
  std::error_code failed;
  const fs::path real = fs::canonical(path, failed);
  output.path_ = failed ? path : real.string();
  struct stat status {};
  const bool there = stat(output.path_.c_str(), &status) == 0;
  if (there && S_ISDIR(status.st_mode)) return cannot_write(path, EISDIR);
  if (there && !S_ISREG(status.st_mode)) {
    output.file_ = open(output.path_.c_str(), O_WRONLY | O_CLOEXEC);
    return output.file_ < 0 ? cannot_write(path, errno) : Result<OutputFile>(std::move(output));
  }
  if (const int code = output.open_part(there ? &status : nullptr); code != 0) {
    return cannot_write(path, code);
  }
  return output;
}

/// Makes the part file: new, under a name that nobody has, and open to nobody whom the file that it
/// replaces is not open to. Gives the system's code; 0: it is there.
int OutputFile::open_part(const struct stat* replaced) {
  constexpr int kMostNames = 100;
  constexpr mode_t kModes = 0777;
  const mode_t mode = replaced != nullptr ? replaced->st_mode & kModes : 0666;
  for (int number = 0; number < kMostNames; ++number) {
    part_ = path_ + ".part-" + std::to_string(getpid());
    if (number > 0) part_ += "-" + std::to_string(number);
    file_ = open(part_.c_str(), O_WRONLY | O_CLOEXEC | O_CREAT | O_EXCL | O_NOFOLLOW,
                 replaced != nullptr ? mode & 0700 : mode);
    if (file_ >= 0 || errno != EEXIST) break;
  }
  if (file_ < 0) {
    part_.clear();
    return errno;
  }
  removal_.emplace(part_);
  // Some file systems know no modes: then there is none to keep. A mode speaks of a group, so it is
  // kept for that group alone.
  if (replaced != nullptr) {
    const bool same = fchown(file_, static_cast<uid_t>(-1), replaced->st_gid) == 0;
    static_cast<void>(fchmod(file_, same ? mode : mode & 0707));
  }
  return 0;
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : path_(std::move(other.path_)),
      part_(std::exchange(other.part_, {})),
      held_(std::move(other.held_)),
      removal_(std::exchange(other.removal_, {})),
      file_(std::exchange(other.file_, -1)) {}

OutputFile::~OutputFile() {
  if (file_ >= 0) close(file_);
  if (!part_.empty()) std::remove(part_.c_str());
}

Result<Done> OutputFile::write(std::string_view bytes) {
  held_ += bytes;
  return held_.size() < kHeld ? Result<Done>(Done{}) : flush();
}

Result<Done> OutputFile::flush() {
  for (std::size_t at = 0; at < held_.size();) {
    const ssize_t wrote = ::write(file_, held_.data() + at, held_.size() - at);
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote < 0) return cannot_write(path_, errno);
    at += static_cast<std::size_t>(wrote);
  }
  held_.clear();
  return Done{};
}

Result<Done> OutputFile::commit() {
  if (auto flushed = flush(); !flushed) return flushed;
  if (part_.empty()) return Done{};
  if (fsync(file_) != 0) return cannot_write(path_, errno);
  if (std::rename(part_.c_str(), path_.c_str()) != 0) return cannot_write(path_, errno);
  part_.clear();
  removal_.reset();
  return Done{};
}

}  // namespace moot
