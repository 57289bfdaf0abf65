#pragma once
/// \file A stored query and what it has told: a plain value, and its form as a file. All pure.

#include <string>
#include <string_view>
#include <vector>

#include "cli/options_search.hpp"
#include "pipeline/result.hpp"

namespace moot {

/// One run that told something.
struct Telling {
  std::string time;  ///< UTC: "2026-03-01T09:30:00Z"
  std::vector<std::string> ids;
  bool operator==(const Telling&) const = default;
};

struct Watch {
  std::string name;
  SearchCommand search;            ///< query, filters and no_expand; the rest is not kept
  std::string added;               ///< UTC
  std::vector<std::string> known;  ///< ids of entries that are new no more, in order; never fewer
  std::vector<Telling> told;       ///< of the last kDaysKept days and older, in order of time
};

inline constexpr int kDaysKept = 90;

/// One entry to tell.
struct Pick {
  std::string id;
  std::string told;  ///< when first: now, where it is new
  bool is_new = false;
};

/// Letters, digits, - and _, 1 to 64 of them, the first no hyphen.
bool is_watch_name(std::string_view name);

/// The query and the options, as they were typed.
std::string spoken_query(const SearchCommand& search);

/// What is to be told of `matching`, in its order: what is not known, and what was told since
/// then. An empty `since` tells nothing again.
std::vector<Pick> picks(const Watch& watch, const std::vector<std::string>& matching,
                        const std::string& now, const std::string& since);

/// Notes that these entries were told `now`, and forgets what was told before `forget`.
void note_told(Watch& watch, const std::vector<std::string>& ids, const std::string& now,
               const std::string& forget);

/// The filters and no_expand as a JSON object, on one line.
std::string options_to_json(const SearchCommand& search);

/// JSON (schema "moot.watch/1") with a newline at its end.
std::string watch_to_json(const Watch& watch);

/// Reads it back; `name` is that of its file. Fails with Usage where it is something else, is
/// damaged, or is of a later version of moot; `where` is the file for the message.
Result<Watch> parse_watch(std::string_view json, const std::string& name, const std::string& where);

}  // namespace moot
