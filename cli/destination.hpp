#pragma once
/// \file Where what a command makes goes: a file, or standard output.

#include <optional>
#include <string>
#include <string_view>

#include "cli/output.hpp"
#include "cli/output_file.hpp"

namespace moot {

class Destination {
 public:
  /// `path` empty or "-": standard output, which must outlive this.
  Destination(std::string path, const Console& console)
      : path_(std::move(path)), console_(console) {}

  /// Fails with Io, as OutputFile::create() does. \pre nothing was put
  Result<Done> open();

  /// Fails with Io.
  Result<Done> put(std::string_view bytes);

  /// All of it went out: a file gets its name, a stream is flushed. Fails with Io.
  Result<Done> commit();

  bool to_stream() const { return path_.empty() || path_ == "-"; }
  const std::string& path() const { return path_; }
  /// As OutputFile has it; empty for a stream.
  std::string part() const { return file_ ? file_->part() : std::string(); }

 private:
  std::string path_;
  const Console& console_;
  std::optional<OutputFile> file_;
};

}  // namespace moot
