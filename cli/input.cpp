#include "cli/input.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string_view>

#include "cli/output.hpp"
#include "pipeline/read.hpp"
#include "pipeline/sha256.hpp"

namespace moot {
namespace {

Error not_a_file() {
  return fail(ErrorKind::Io, "this is a pipe or a device, not a file", {},
              "save what comes from it as a file, or give it to standard input and name '-'");
}

Error cannot_open(int code) {
  switch (code) {
    case ENOENT:
    case ENOTDIR:
      return fail(ErrorKind::Io, "there is no such file", {}, "check the path for a typing error");
    case EACCES:
    case EPERM:
      return fail(ErrorKind::Io, "you may not read this file", {},
                  "ask its owner, or give yourself the right with chmod u+r");
    case ELOOP:
      return fail(ErrorKind::Io, "this link leads back to itself", {},
                  "name the file that it should lead to");
    case ENXIO:  // a socket
      return not_a_file();
    default:
      return fail(ErrorKind::Io, std::string("the file cannot be read: ") + std::strerror(code));
  }
}

}  // namespace

Result<Input> read_descriptor(int file) {
  struct stat status {};
  if (fstat(file, &status) != 0) return cannot_open(errno);
  if (S_ISDIR(status.st_mode)) {
    return fail(ErrorKind::Io, "this is a folder, not a file", {},
                "name the files in it, or read the folder into an index with 'moot ingest'");
  }
  if (!S_ISREG(status.st_mode)) return not_a_file();
  Input input;
  input.modified_ns = modified_ns(status);
  if (status.st_size > kMaxFileBytes) return *too_large(status.st_size, {});
  constexpr std::size_t kLeast = std::size_t{64} << 10;
  constexpr std::size_t kMost = std::size_t{64} << 20;
  const auto expected = static_cast<std::size_t>(status.st_size);
  input.bytes.reserve(expected + kLeast);  // no copying when the end is looked for
  std::size_t used = 0;
  while (true) {
    const std::size_t left = expected > used ? expected - used : 0;
    input.bytes.resize(used + std::clamp(left, kLeast, kMost));
    const ssize_t got =
        pread(file, input.bytes.data() + used, input.bytes.size() - used, static_cast<off_t>(used));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return cannot_open(errno);
    if (got == 0) break;
    used += static_cast<std::size_t>(got);
    const auto size = static_cast<std::int64_t>(std::max(expected, used));
    if (auto error = too_large(size, std::string_view(input.bytes).substr(0, used))) return *error;
  }
  input.bytes.resize(used);
  input.size = static_cast<std::int64_t>(used);
  return input;
}

Result<Descriptor> open_input(const std::string& path) {
  // Without O_NONBLOCK the opening of a pipe waits for somebody who writes.
  Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.get() < 0) return cannot_open(errno);
  return file;
}

Result<Input> read_input(const std::string& path) {
  const Result<Descriptor> file = open_input(path);
  return file ? read_descriptor(file->get()) : file.error();
}

Result<FileSum> sum_of(int file) {
  struct stat status {};
  if (fstat(file, &status) != 0) return cannot_open(errno);
  FileSum sum;
  sum.size = status.st_size;
  sum.modified_ns = modified_ns(status);
  if (!S_ISREG(status.st_mode) || status.st_size > kMaxFileBytes) return sum;
  Sha256 sha;
  std::string block(std::size_t{256} << 10, '\0');
  for (off_t at = 0;;) {
    const ssize_t got = pread(file, block.data(), block.size(), at);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return cannot_open(errno);
    if (got == 0 || at > kMaxFileBytes) break;
    sha.add(std::string_view(block).substr(0, static_cast<std::size_t>(got)));
    at += got;
  }
  sum.sha256 = sha.hex();
  return sum;
}

Result<Input> read_stream(std::istream& in) {
  Input input;
  std::string block(std::size_t{1} << 16, '\0');
  while (in.read(block.data(), static_cast<std::streamsize>(block.size())) || in.gcount() > 0) {
    input.bytes.append(block, 0, static_cast<std::size_t>(in.gcount()));
    input.size = static_cast<std::int64_t>(input.bytes.size());
    if (auto error = too_large(input.size, input.bytes)) return *error;
  }
  return input;
}

ReadOptions read_options(const OcrChoice& ocr) {
  ReadOptions options;
  options.ocr = ocr.mode;
  options.languages = ocr.languages;
  return options;
}

Result<Document> load_document(const std::string& path, std::istream& in, const OcrChoice& ocr) {
  Result<Input> input = path == "-" ? read_stream(in) : read_input(path);
  if (!input) return about_file(input.error(), path);
  Result<Document> document = read_document(input->bytes, read_options(ocr));
  if (!document) return about_file(document.error(), path);
  return document;
}

Result<RuleSet> load_rules(const std::string& directory) {
  return directory.empty() ? RuleSet::built_in() : RuleSet::with_directory(directory);
}

}  // namespace moot
