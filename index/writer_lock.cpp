#include "index/writer_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "index/folder_errors.hpp"

namespace moot {
namespace {

constexpr std::size_t kMostHolder = 200;

std::string this_process() {
  std::array<char, 256> host{};
  if (gethostname(host.data(), host.size() - 1) != 0) host[0] = '\0';
  return "process " + std::to_string(getpid()) + " on " +
         (host[0] != '\0' ? host.data() : "this machine");
}

/// What the holder wrote into the lock file: one line of plain letters.
std::string holder(int file) {
  std::array<char, kMostHolder> text{};
  const ssize_t size = pread(file, text.data(), text.size(), 0);
  std::string line;
  for (ssize_t i = 0; i < size && text[static_cast<std::size_t>(i)] != '\n'; ++i) {
    const char c = text[static_cast<std::size_t>(i)];
    if (c >= ' ' && c < 0x7f) line += c;
  }
  return line.empty() ? "another process" : line;
}

Error cannot_lock(const std::string& path, const std::string& what) {
  if (is_disk_full(errno)) return disk_full(path);
  return fail(ErrorKind::Io, what + " cannot be written: " + std::strerror(errno), path,
              "check the folder's permissions");
}

}  // namespace

Result<WriterLock> WriterLock::take(const std::string& directory, const std::string& what) {
  const std::string path = directory + "/lock";
  const int file = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (file < 0) return cannot_lock(path, what);
  WriterLock lock(file);
  if (flock(file, LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK) return cannot_lock(path, what);
    return fail(ErrorKind::Index, what + " is being written by " + holder(file), directory,
                "wait until it is done; reading and searching work meanwhile");
  }
  const std::string text = this_process() + "\n";
  const bool written = ftruncate(file, 0) == 0 && pwrite(file, text.data(), text.size(), 0) ==
                                                      static_cast<ssize_t>(text.size());
  if (!written) return cannot_lock(path, what);
  return lock;
}

WriterLock::~WriterLock() {
  if (file_ >= 0) close(file_);
}

}  // namespace moot
