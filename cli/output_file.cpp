#include "cli/output_file.hpp"

#include <fcntl.h>
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
  const fs::file_status status = fs::status(output.path_, failed);
  if (fs::is_directory(status)) return cannot_write(path, EISDIR);
  const bool ordinary = !fs::exists(status) || fs::is_regular_file(status);
  if (ordinary) output.part_ = output.path_ + ".part-" + std::to_string(getpid());
  const std::string& name = ordinary ? output.part_ : output.path_;
  const int flags = O_WRONLY | O_CLOEXEC | (ordinary ? O_CREAT | O_TRUNC : 0);
  output.file_ = open(name.c_str(), flags, 0666);
  if (output.file_ < 0) {
    const int code = errno;
    output.part_.clear();
    return cannot_write(path, code);
  }
  return output;
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : path_(std::move(other.path_)),
      part_(std::exchange(other.part_, {})),
      held_(std::move(other.held_)),
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
  return Done{};
}

}  // namespace moot
