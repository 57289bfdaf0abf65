#pragma once
/// \file A file's bytes, with sentences for what can go wrong.

#include <sys/stat.h>

#include <cstdint>
#include <istream>
#include <string>

#include "cli/descriptor.hpp"
#include "cli/options.hpp"
#include "extractors/rules.hpp"
#include "pipeline/document.hpp"
#include "pipeline/read_options.hpp"
#include "pipeline/result.hpp"

namespace moot {

/// When a file was changed last, in nanoseconds of Unix time.
inline std::int64_t modified_ns(const struct stat& status) {
  return std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec;
}

struct Input {
  std::string bytes;
  std::int64_t size = 0;
  std::int64_t modified_ns = 0;
};

/// Opens a file for reading; never waits for a pipe. Fails with Io; `where` stays empty.
Result<Descriptor> open_input(const std::string& path);

/// What names the bytes of a file.
struct FileSum {
  std::string sha256;  ///< empty for what is no file, or larger than is read
  std::int64_t size = 0;
  std::int64_t modified_ns = 0;
};

/// Reads an open file through, in little memory. Fails with Io; `where` stays empty.
Result<FileSum> sum_of(int file);

/// Reads a whole file from its start, wherever its offset is. Fails with Io, also where it is a
/// folder, a pipe or a device, or NotRead where the file is too_large(); `where` stays
/// empty.
Result<Input> read_descriptor(int file);

/// Both.
Result<Input> read_input(const std::string& path);

/// Reads `in` to its end, for "-".
Result<Input> read_stream(std::istream& in);

/// How a file is to be read by a command with these options.
ReadOptions read_options(const OcrChoice& ocr);

/// The document of the file at `path`, or of `in` for "-". The Error's `where` is the path.
Result<Document> load_document(const std::string& path, std::istream& in, const OcrChoice& ocr);

/// The built-in rules, with those of `directory` unless it is empty.
Result<RuleSet> load_rules(const std::string& directory);

}  // namespace moot
