#include "index/trace_life.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <string_view>

#include "index/trace_numbers.hpp"
#include "index/words.hpp"

namespace moot {
namespace {

void add_once(std::vector<std::string>& list, const std::string& value) {
  if (!value.empty() && std::find(list.begin(), list.end(), value) == list.end()) {
    list.push_back(value);
  }
}

void learn_title(Life& life, const Entry& entry) {
  constexpr std::size_t kMost = 6;
  TitleWords words = title_words(entry.title);
  if (words.words.empty()) return;
  const auto known =
      std::find_if(life.titles.begin(), life.titles.end(), [&](const LifeTitle& title) {
        return title.words.words == words.words && title.words.periods == words.periods;
      });
  if (known != life.titles.end()) {
    known->from.insert(entry.id);
  } else if (life.titles.size() < kMost) {
    life.titles.push_back({std::string(title_alone(entry.title)), std::move(words), {entry.id}});
  }
}

}  // namespace

const std::vector<TraceReasonHelp>& trace_reasons() {
  static const std::vector<TraceReasonHelp> reasons = {
      {"start", "it is the paper that was asked about", 1, false},
      {"same_number", "it bears the number", 0.95, false},
      {"same_short_number", "it bears the number, which may be given again", 0.65, false},
      {"number_in_title", "its title has the number", 0.9, false},
      {"number_as_label", "the number labels a part of it", 0.85, false},
      {"number_in_text", "its text has the number", 0.55, false},
      {"number_in_file_name", "the name of its file has the number", 0.7, false},
      {"same_reference", "it bears a reference of the decision's papers", 0.75, false},
      {"reference_in_text", "its text has a reference of the decision's papers", 0.5, false},
      {"called_in", "it says that the decision was called in", 0.5, false},
      {"same_title", "it has the same title", 0.68, false},
      {"like_title", "it has a similar title", 0.55, false},
      {"title_in_text", "it lists the title", 0.62, false},
      {"same_wording", "it recommends or decides the same in the same words", 0.5, false},
      {"same_meeting", "same body, same day", 0.4, false},
      {"same_day", "an item of the same day", 0.3, false},
      {"same_maker", "same decision maker", 0.15, false},
      {"near_in_time", "near in time", 0.2, false},
      {"same_pack", "an appendix behind the report in the same file", 0.65, false},
      {"behind_report", "it stands behind the report in the same file", 0.4, false},
      {"another_number", "it bears another number", 0.1, true},
      {"part_of_another_number", "the number stands there inside a longer one", 1, true},
      {"planning_reference", "the number stands there as that of an application", 1, true},
      {"another_matter", "another body has the number, for something else", 0.5, true},
      {"several_councils", "papers of several councils fit as well", 0.5, true},
      {"another_period", "its title names another period", 0.3, true},
      {"another_date", "the same body on another day", 0.6, true},
      {"another_title", "it has another title", 0.9, true},
      {"standing_title", "the same title comes up again and again", 0.5, true},
      {"far_in_time", "more than a year from the other papers", 0.3, true},
      {"no_council", "it names no council", 0.9, true},
  };
  return reasons;
}

std::vector<std::string> labels_of(const Entry& entry) {
  std::vector<std::string> labels;
  // An item has the numbers of its paper, which are not its own.
  const bool own = entry.id == entry.record_id;
  add_once(labels, entry.decision_number);
  // Its own is what its id ends with.
  if (!own) {
    std::string number = entry.id.substr(entry.record_id.size() + 1);
    if (is_telling(number)) add_once(labels, number);
  }
  if (own) labels.insert(labels.end(), entry.references.begin(), entry.references.end());
  return labels;
}

bool holds_number(const std::vector<std::string>& numbers, const std::string& number) {
  return std::any_of(numbers.begin(), numbers.end(),
                     [&](const std::string& each) { return same_number(each, number); });
}

bool is_wording(const Passage& passage) {
  return passage.field == "recommendations" || passage.field == "resolutions" ||
         passage.field == "proposed_decision";
}

bool same_number(const std::string& a, const std::string& b) {
  return squeeze(a) == squeeze(b);
}

int days_between(const std::string& a, const std::string& b) {
  const auto day = [](const std::string& iso) {
    const auto number = [&](std::size_t at, std::size_t size) {
      return std::atoi(iso.substr(at, size).c_str());
    };
    return std::chrono::sys_days(std::chrono::year(number(0, 4)) /
                                 std::chrono::month(static_cast<unsigned>(number(5, 2))) /
                                 std::chrono::day(static_cast<unsigned>(number(8, 2))));
  };
  constexpr std::size_t kIso = 10;
  if (a.size() != kIso || b.size() != kIso) return -1;
  return static_cast<int>(std::abs((day(a) - day(b)).count()));
}

bool others_say(const Sources& from, const std::string& id) {
  return from.size() > from.count(id);
}

void learn_meeting(Life& life, const Entry& entry) {
  constexpr std::size_t kMost = 8;
  if (entry.body.empty() || entry.date.empty()) return;
  const std::string key = body_key(entry.body, life.council);
  const auto known = std::find_if(
      life.meetings.begin(), life.meetings.end(),
      [&](const LifeMeeting& meeting) { return meeting.key == key && meeting.date == entry.date; });
  if (known != life.meetings.end()) {
    known->from.insert(entry.id);
  } else if (life.meetings.size() < kMost) {
    life.meetings.push_back({entry.body, entry.date, key, {entry.id}});
  }
}

void learn(Life& life, const Entry& entry, bool titled) {
  constexpr std::size_t kMostWorded = 12;
  if (life.council.empty()) life.council = entry.council;
  if (life.code.empty() && life.council == entry.council) life.code = entry.council_code;
  for (const std::string& reference : labels_of(entry)) {
    if (reference != entry.decision_number && is_telling(reference) &&
        !holds_number(life.numbers, reference) && !holds_number(life.references, reference)) {
      life.references.push_back(reference);
    }
  }
  if (titled) learn_title(life, entry);
  learn_meeting(life, entry);
  add_once(life.dates, entry.date);
  add_once(life.makers, body_key(entry.decision_maker, life.council));
  if (life.wording.size() >= kMostWorded || life.wording.count(entry.id) != 0) return;
  WordRuns runs;
  for (const Passage& passage : entry.passages) {
    if (is_wording(passage)) add_runs(runs, passage.text);
  }
  if (!runs.empty()) life.wording.emplace(entry.id, std::move(runs));
}

bool is_other_matter(const Life& life, const Entry& entry) {
  constexpr std::size_t kFewest = 2;  // words of a title that tells
  const std::string key = body_key(entry.body, life.council);
  const TitleWords words = title_words(entry.title);
  if (key.empty() || words.words.size() < kFewest) return false;
  bool met = false, titled = false;
  for (const LifeMeeting& meeting : life.meetings) {
    if (!others_say(meeting.from, entry.id)) continue;
    if (meeting.key == key) return false;
    met = true;
  }
  for (const LifeTitle& title : life.titles) {
    if (!others_say(title.from, entry.id)) continue;
    if (title.words.words.size() < kFewest || likeness(title.words, words) > 0) return false;
    titled = true;
  }
  return met && titled;
}

void weigh(TraceStep& step) {
  const auto& table = trace_reasons();
  const auto weight_of = [&](const TraceReason& reason) {
    const auto found = std::find_if(table.begin(), table.end(), [&](const TraceReasonHelp& help) {
      return std::strcmp(help.what, reason.what) == 0;
    });
    return found == table.end() ? 0 : found->weight;
  };
  double doubt = 1, rest = 1;
  for (const TraceReason& reason : step.reasons) {
    doubt *= 1 - std::min(weight_of(reason), reason.weight);
  }
  for (const TraceReason& reason : step.against) rest *= weight_of(reason);
  step.strength = (1 - doubt) * rest;
}

bool has_reason(const TraceStep& step, std::string_view what) {
  return std::any_of(step.reasons.begin(), step.reasons.end(),
                     [&](const TraceReason& reason) { return what == reason.what; });
}

bool is_tied_by_number(const TraceStep& step) {
  return has_reason(step, "start") || has_reason(step, "same_number") ||
         has_reason(step, "number_in_title") || has_reason(step, "number_as_label");
}

}  // namespace moot
