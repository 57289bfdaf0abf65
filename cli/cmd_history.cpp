#include <fmt/ostream.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "cli/commands.hpp"
#include "cli/json_values.hpp"
#include "cli/path_history.hpp"
#include "cli/present.hpp"

namespace moot {
namespace {

using Json = nlohmann::ordered_json;

const char* to_string(FactsOrigin origin) {
  return origin == FactsOrigin::Beside ? "beside" : "table";
}

Json to_json(const PastVersion& past) {
  Json ids = Json::array();
  for (const Record& record : past.records) ids.push_back(record.id);
  return {{"number", past.version.number},
          {"since", past.version.since},
          {"present", past.present},
          {"sha256", past.version.sha256},
          {"records", ids},
          {"same_bytes", past.same_bytes}};
}

Json to_json(const PathHistory& history) {
  Json json{{"path", history.path}};
  if (history.row) {
    json["state"] = to_string(history.row->state);
    json["reason"] = text_or_null(history.row->reason);
    json["hint"] = text_or_null(history.row->hint);
  }
  json["facts"] = Json::object();
  for (const FactsGiven& given : history.facts) {
    json["facts"][to_string(given.origin)] = Json::parse(given.facts, nullptr, false);
  }
  json["versions"] = Json::array();
  for (const PastVersion& past : history.versions) json["versions"].push_back(to_json(past));
  return json;
}

void print_json(const std::vector<PathHistory>& histories, const Console& console) {
  Json list = Json::array();
  for (const PathHistory& history : histories) list.push_back(to_json(history));
  const Json all{{"schema", "moot.history/1"}, {"files", list}};
  console.out << all.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

void print_version(const PastVersion& past, const Console& console) {
  fmt::print(console.out, "  version {}, since {}{}\n", past.version.number, past.version.since,
             past.present ? ", present" : "");
  fmt::print(console.out, "    SHA-256 {}\n", past.version.sha256);
  for (const Record& record : past.records) {
    fmt::print(console.out, "    {}  {}: {}\n", record.id, spoken_name(record.kind),
               printable(record.title ? *record.title : "(no title)"));
  }
  for (const std::string& path : past.same_bytes) {
    fmt::print(console.out, "    the same bytes: {}\n", printable(path));
  }
}

void print_facts(const FactsGiven& given, const Console& console) {
  const Json facts = Json::parse(given.facts, nullptr, false);
  if (!facts.is_object()) return;
  for (const auto& [key, value] : facts.items()) {
    if (!value.is_string()) continue;
    fmt::print(console.out, "  {}: {} ({})\n", key, printable(value.get<std::string>()),
               given.origin == FactsOrigin::Beside ? "from beside the file" : "from a table");
  }
}

void print_text(const PathHistory& history, const Console& console) {
  fmt::print(console.out, "{}\n", printable(history.path));
  if (history.row && !has_records(history.row->state)) {
    fmt::print(console.out, "  the last try {}: {}\n",
               history.row->state == FileState::Failed ? "failed" : "was passed over",
               printable(history.row->reason));
    if (!history.row->hint.empty()) {
      fmt::print(console.out, "    {}\n", printable(history.row->hint));
    }
  } else if (history.row && history.row->state == FileState::Partial) {
    console.out << "  read in part\n";
  }
  for (const FactsGiven& given : history.facts) print_facts(given, console);
  for (const PastVersion& past : history.versions) print_version(past, console);
  if (history.versions.empty()) console.out << "  it never gave a record\n";
}

}  // namespace

int run_history(const HistoryCommand& command, const std::string& index, const Console& console) {
  const Result<Catalogue> catalogue = Catalogue::open_reader(index);
  if (!catalogue) return report_failure(console, catalogue.error());
  const auto paths = paths_meant(*catalogue, command.target);
  if (!paths) {
    print_error(console.err, paths.error());
    return paths.error().kind == ErrorKind::Usage ? kNothingFound : kFailed;
  }
  std::vector<PathHistory> histories;
  for (const std::string& path : *paths) {
    auto history = history_of(*catalogue, path);
    if (!history) return report_failure(console, history.error());
    histories.push_back(std::move(*history));
  }
  if (command.json) {
    print_json(histories, console);
  } else {
    for (const PathHistory& history : histories) print_text(history, console);
  }
  return kDone;
}

}  // namespace moot
