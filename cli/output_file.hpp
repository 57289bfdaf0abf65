#pragma once
/// \file A file that is there whole, or not at all.

#include <optional>
#include <string>
#include <string_view>

#include "cli/removed_on_signal.hpp"
#include "pipeline/result.hpp"

struct stat;

namespace moot {

/// Writes beside the file that it is to become, under a name of its own, and takes that away again
/// unless commit() was reached, also where a signal ends the program. Move-only.
class OutputFile {
 public:
  /// Fails with Io where the folder is not there or nothing may be written in it, and where `path`
  /// is a folder. What is there already stays until commit(), and what replaces it has its mode. A
  /// link is followed; what is no ordinary file (a pipe, a device) is written to as it is.
  static Result<OutputFile> create(const std::string& path);

  /// Fails with Io, also where the disk is full.
  Result<Done> write(std::string_view bytes);

  /// To the disk with all of it, then it gets its name.
  Result<Done> commit();

  /// Where it is until then, for those who write it themselves; empty for what is no ordinary file.
  const std::string& part() const { return part_; }

  OutputFile(OutputFile&& other) noexcept;
  OutputFile& operator=(OutputFile&&) = delete;
  ~OutputFile();

 private:
  OutputFile() = default;
  int open_part(const struct stat* replaced);
  Result<Done> flush();
  std::string path_, part_, held_;
  std::optional<RemovedOnSignal> removal_;
  int file_ = -1;
};

}  // namespace moot
