#pragma once
/// \file A file that is there whole, or not at all.

#include <string>
#include <string_view>

#include "pipeline/result.hpp"

namespace moot {

/// Writes beside the file that it is to become, under a name of its own, and takes that away again
/// unless commit() was reached. Move-only.
class OutputFile {
 public:
  /// Fails with Io where the folder is not there or nothing may be written in it, and where `path`
  /// is a folder. What is there already stays until commit(). A link is followed; what is no
  /// ordinary file (a pipe, a device) is written to as it is.
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
  Result<Done> flush();
  std::string path_, part_, held_;
  int file_ = -1;
};

}  // namespace moot
