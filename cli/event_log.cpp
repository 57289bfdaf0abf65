#include "cli/event_log.hpp"

#include <cerrno>
#include <cmath>
#include <cstring>

#include <nlohmann/json.hpp>

#include "cli/clock.hpp"

namespace moot {
namespace {

using Json = nlohmann::ordered_json;

void write_line(std::ofstream& out, const Json& line) {
  // Paths need not be UTF-8.
  out << line.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n' << std::flush;
}

}  // namespace

const char* to_string(FileFate fate) {
  switch (fate) {
    case FileFate::Known:
      return "known";
    case FileFate::Moved:
      return "moved";
    case FileFate::Read:
      break;
  }
  return "read";
}

Result<EventLog> EventLog::open(const std::string& path) {
  EventLog log;
  log.path_ = path;
  if (path.empty()) return log;
  log.out_.open(path, std::ios::app);
  if (!log.out_) {
    return fail(ErrorKind::Io, std::string("the log cannot be written: ") + std::strerror(errno),
                path, "name a file in a folder that you may write to");
  }
  return log;
}

void EventLog::file(const FileEvent& event) {
  if (path_.empty()) return;
  Json line{{"time", utc_now()},
            {"event", "file"},
            {"path", event.row.path},
            {"fate", to_string(event.fate)},
            {"state", to_string(event.row.state)},
            {"sha256", event.row.sha256},
            {"pages", event.pages},
            {"papers", event.papers},
            {"seconds", std::round(event.seconds * 1000) / 1000}};
  if (!event.row.reason.empty()) line["reason"] = event.row.reason;
  if (!event.gaps.empty()) line["gaps"] = event.gaps;
  write_line(out_, line);
}

void EventLog::run(const char* event, const IngestReport& report) {
  if (path_.empty()) return;
  write_line(out_, {{"time", utc_now()},
                    {"event", event},
                    {"read", report.read},
                    {"partial", report.partial},
                    {"known", report.known},
                    {"moved", report.moved},
                    {"unchanged", report.unchanged},
                    {"skipped", report.skipped + report.skipped_before},
                    {"failed", report.failed},
                    {"failed_before", report.failed_before},
                    {"gone", report.gone},
                    {"papers", report.papers},
                    {"pages", report.pages},
                    {"ocr_pages", report.ocr_pages}});
}

void EventLog::renewed(const RenewEvent& event) {
  if (path_.empty()) return;
  Json line{{"time", utc_now()},
            {"event", "renewed"},
            {"path", event.path},
            {"sha256", event.sha256},
            {"papers", event.papers}};
  if (!event.reason.empty()) line["reason"] = event.reason;
  write_line(out_, line);
}

void EventLog::renewal(const char* event, const RenewReport& report) {
  if (path_.empty()) return;
  write_line(out_, {{"time", utc_now()},
                    {"event", event},
                    {"renewed", report.renewed},
                    {"passed_over", report.passed_over},
                    {"failed", report.failed},
                    {"new", report.fresh},
                    {"gone", report.gone},
                    {"changed", report.changed},
                    {"same", report.same}});
}

}  // namespace moot
