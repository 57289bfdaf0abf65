#pragma once
/// \file What is known of a life while it is traced, and how an entry is judged by it. Internal to
/// trace.cpp. All pure.

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "index/trace.hpp"
#include "index/trace_words.hpp"

namespace moot {

/// Ids of the entries that say something. None is matched with what it alone says.
using Sources = std::set<std::string>;

/// A meeting that considered the matter.
struct LifeMeeting {
  std::string body, date;  ///< the body as printed
  std::string key;         ///< body_key()
  Sources from;
};

struct LifeTitle {
  std::string text;
  TitleWords words;
  Sources from;
};

/// What the papers placed so far say of the matter. Lists have no value twice.
struct Life {
  std::string council, code;
  std::vector<std::string> numbers, references;
  std::vector<LifeTitle> titles;  ///< the first is the one to show
  std::vector<LifeMeeting> meetings;
  std::vector<std::string> makers;          ///< body_key()
  std::vector<std::string> dates;           ///< of its papers
  std::map<std::string, WordRuns> wording;  ///< by entry: what it recommends, proposes or decides
};

/// An entry needs this strength to be placed, and this one for others to be matched with it.
inline constexpr double kPlaced = 0.6;
inline constexpr double kSure = 0.8;

/// Whether two numbers are the same but for their signs and case.
bool same_number(const std::string& a, const std::string& b);

/// Whether one of `numbers` is the same as `number`.
bool holds_number(const std::vector<std::string>& numbers, const std::string& number);

/// The numbers that label an entry: its decision number, and the references of a whole paper.
std::vector<std::string> labels_of(const Entry& entry);

/// Whether a passage says what is asked, proposed or decided.
bool is_wording(const Passage& passage);

/// Adds what `entry` (whole) says. `titled`: its title names the matter, too.
void learn(Life& life, const Entry& entry, bool titled);

/// Adds the meeting alone.
void learn_meeting(Life& life, const Entry& entry);

/// Whether another entry than `id` says so.
bool others_say(const Sources& from, const std::string& id);

/// Whether the entry is of a body that did not consider the life's matter, and its title shares no
/// word with the life's: bodies of one council may count their decisions apart.
bool is_other_matter(const Life& life, const Entry& entry);

/// What speaks for and against the entry's (whole) belonging to the life. The stage is left open,
/// and the step's own entry empty.
TraceStep judge(const Life& life, const Entry& entry);

/// Sets the step's strength from its reasons.
void weigh(TraceStep& step);

/// Whether the step has a reason with this key.
bool has_reason(const TraceStep& step, std::string_view what);

/// Whether its number ties it to the life, whatever else differs.
bool is_tied_by_number(const TraceStep& step);

/// Days from one ISO date to the other, without sign; -1 where one is none.
int days_between(const std::string& a, const std::string& b);

}  // namespace moot
