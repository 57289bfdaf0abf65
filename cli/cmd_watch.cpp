#include <fmt/ostream.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "cli/asking.hpp"
#include "cli/clock.hpp"
#include "cli/commands.hpp"
#include "cli/dates.hpp"
#include "cli/search_answer.hpp"
#include "cli/search_query.hpp"
#include "cli/watch_folder.hpp"
#include "cli/watch_run.hpp"
#include "index/catalogue.hpp"
#include "index/format.hpp"

namespace moot {
namespace {

using Json = nlohmann::ordered_json;

/// What matches now, and what it was looked for by.
struct Matching {
  Searcher::Matches matches;
  std::vector<Expansion> expansions;
};

Result<Matching> matching_now(const SearchCommand& search, const std::string& index) {
  const auto query = to_query(search);
  if (!query) return query.error();
  if (auto ours = Catalogue::check_format(index); !ours) return ours.error();
  const auto searcher = Searcher::open(index);
  if (!searcher) return searcher.error();
  auto asked = expanded(*query, search.no_expand, *searcher, index);
  if (!asked) return asked.error();
  auto matches = searcher->matching(asked->query.root);
  if (!matches) return matches.error();
  return Matching{std::move(*matches), std::move(asked->expansions)};
}

Result<Done> keep(const Watch& watch, const std::string& folder) {
  const auto lock = lock_watches(folder);
  if (!lock) return lock.error();
  if (has_watch(folder, watch.name)) {
    return fail(ErrorKind::Usage, "there is a watch of this name", watch.name,
                "choose another name, or take it away with 'moot watch remove'");
  }
  return save_watch(folder, watch);
}

int add(const WatchCommand& command, const std::string& folder, const std::string& index,
        const Console& console) {
  auto now = matching_now(command.search, index);
  if (!now) return report_failure(console, now.error());
  Watch watch;
  watch.name = command.name;
  watch.search = command.search;
  watch.added = utc_now();
  const std::size_t count = now->matches.ids.size();
  if (!command.all) watch.known = std::move(now->matches.ids);
  if (auto kept = keep(watch, folder); !kept) return report_failure(console, kept.error());
  console.out << spoken_expansions(now->expansions);
  fmt::print(console.out, "{} watches {}: {} {} now and {}.\n", watch.name,
             printable(spoken_query(watch.search)), count,
             count == 1 ? "entry matches" : "entries match",
             command.all ? "will be told by its first run" : "will not be told");
  warn_if_behind(index, files_behind(index, now->matches.generation), console);
  return kDone;
}

Json as_json(const std::string& name, const Result<Watch>& watch) {
  if (!watch) return {{"name", name}, {"problem", watch.error().message}};
  Json json{{"name", name}, {"query", watch->search.query}};
  json["options"] = Json::parse(options_to_json(watch->search));
  json["added"] = watch->added;
  json["known"] = watch->known.size();
  json["told"] = Json::array();
  for (const Telling& telling : watch->told) {
    json["told"].push_back({{"time", telling.time}, {"entries", telling.ids.size()}});
  }
  json["problem"] = nullptr;
  return json;
}

std::string as_text(const Watch& watch, const Console& console) {
  std::string line =
      printable(spoken_query(watch.search)) + "\n    added on " + spoken_date(watch.added) + "; ";
  if (watch.told.empty()) {
    line += "nothing told in the last " + std::to_string(kDaysKept) + " days";
  } else {
    line += fmt::format("last told {} on {}", watch.told.back().ids.size(),
                        spoken_date(watch.told.back().time));
  }
  return tinted(watch.name, Tone::Title, console.colour) + ": " + line + '\n';
}

int list(const WatchCommand& command, const std::string& folder, const Console& console) {
  const auto names = watch_names(folder);
  if (!names) return report_failure(console, names.error());
  Json json{{"schema", "moot.watches/1"}, {"folder", folder}};
  json["watches"] = Json::array();
  std::size_t failed = 0;
  for (const std::string& name : *names) {
    const Result<Watch> watch = load_watch(folder, name);
    if (!watch) ++failed;
    if (!watch) print_error(console.err, watch.error());
    if (command.json) json["watches"].push_back(as_json(name, watch));
    if (!command.json && watch) console.out << as_text(*watch, console);
  }
  if (command.json) {
    console.out << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
  } else if (names->empty()) {
    console.out << "There are no watches: 'moot watch add' keeps a query.\n";
  }
  if (failed > 0) return failed == names->size() ? kFailed : kIncomplete;
  return names->empty() ? kNothingFound : kDone;
}

int remove(const WatchCommand& command, const std::string& folder, const Console& console) {
  const Error none = fail(ErrorKind::Usage, "there is no watch of this name", command.name,
                          "'moot watch list' names those that there are");
  const auto report_none = [&] { return print_error(console.err, none), kNothingFound; };
  if (!has_watch(folder, command.name)) return report_none();
  const auto lock = lock_watches(folder);
  if (!lock) return report_failure(console, lock.error());
  if (!has_watch(folder, command.name)) return report_none();
  if (auto removed = remove_watch(folder, command.name); !removed) {
    return report_failure(console, removed.error());
  }
  console.out << command.name << " is watched no more.\n";
  return kDone;
}

}  // namespace

int run_watch(const WatchCommand& command, const std::string& index, const Console& console) {
  const std::string folder =
      command.watches.empty() ? index + "/" + kWatchesFolder : command.watches;
  switch (command.action) {
    case WatchCommand::Action::Add:
      return add(command, folder, index, console);
    case WatchCommand::Action::List:
      return list(command, folder, console);
    case WatchCommand::Action::Remove:
      return remove(command, folder, console);
    case WatchCommand::Action::Run:
      break;
  }
  return run_watches(command, folder, index, console);
}

}  // namespace moot
