#pragma once
/// \file A log for machines: JSON Lines, one event a file.

#include <fstream>
#include <string>

#include "cli/ingest_report.hpp"
#include "cli/renewal.hpp"
#include "pipeline/result.hpp"

namespace moot {

/// Writes to a file as events come, each line at once, so that the log can be followed.
class EventLog {
 public:
  /// Opens `path` for appending; an empty path: a log that keeps nothing. Fails with Io.
  static Result<EventLog> open(const std::string& path);

  /// {"time", "event": "file", "path", "fate", "state", "reason", "sha256", "pages", "papers",
  /// "seconds"}
  void file(const FileEvent& event);

  /// {"time", "event": "start"|"interrupted"|"end", ...counts}
  void run(const char* event, const IngestReport& report);

  /// {"time", "event": "renewed", "path", "sha256", "papers", "reason"}
  void renewed(const RenewEvent& event);

  /// {"time", "event": "start"|"interrupted"|"end", ...counts}
  void renewal(const char* event, const RenewReport& report);

  /// Whether all could be written.
  bool good() const { return path_.empty() || out_.good(); }

 private:
  std::string path_;
  std::ofstream out_;
};

/// "read", "known", "moved".
const char* to_string(FileFate fate);

}  // namespace moot
