#include "index/trace.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "index/trace_candidates.hpp"
#include "index/trace_follow.hpp"
#include "index/trace_numbers.hpp"
#include "index/words.hpp"

namespace moot {
namespace {

/// What entries with one number are: lives to follow.
class Lives {
 public:
  explicit Lives(const std::string& number) : number_(number) {}

  void add(const std::map<std::string, Entry>& entries) {
    Life bare;
    bare.numbers = {number_};
    std::vector<std::pair<const Entry*, TraceStep>> mentions;
    for (const auto& [id, entry] : entries) {
      TraceStep step = judge(bare, entry);
      if (bears_number(step)) {
        if (!entry.council.empty()) add_tied(entry);
      } else {
        mentions.emplace_back(&entry, std::move(step));
      }
    }
    for (const auto& [id, entry] : entries) {
      if (entry.council.empty() && bears_number(judge(bare, entry))) add_nameless(entry);
    }
    // A paper without a council joins what there is; it must not stand in another one's way.
    std::stable_partition(mentions.begin(), mentions.end(),
                          [](const auto& each) { return !each.first->council.empty(); });
    for (const auto& [entry, step] : mentions) add_mention(*entry, step);
  }

  std::vector<Life> take() { return std::move(lives_); }

 private:
  static bool bears_number(const TraceStep& step) {
    return is_tied_by_number(step) || has_reason(step, "same_short_number");
  }

  static bool same_council(const Life& life, const Entry& entry) {
    if (!life.code.empty() && life.code == entry.council_code) return true;
    return life.council == entry.council;
  }

  /// A number that does not tell for good ("12") needs a like title beside it.
  bool same_life(const Life& life, const Entry& entry) const {
    if (!same_council(life, entry)) return false;
    return is_telling(number_) ? !is_other_matter(life, entry) : is_like(life, entry);
  }

  static bool is_like(const Life& life, const Entry& entry) {
    constexpr double kLike = 0.4;
    const TitleWords words = title_words(entry.title);
    if (life.titles.empty() || words.words.empty()) return true;
    return std::any_of(life.titles.begin(), life.titles.end(), [&](const LifeTitle& title) {
      return likeness(title.words, words) >= kLike;
    });
  }

  Life& begin_life(const Entry& entry) {
    Life life;
    life.numbers = {same_number(entry.decision_number, number_) ? entry.decision_number : number_};
    life.council = entry.council;
    life.code = entry.council_code;
    lives_.push_back(std::move(life));
    return lives_.back();
  }

  void add_tied(const Entry& entry) {
    const auto known = std::find_if(lives_.begin(), lives_.end(),
                                    [&](const Life& life) { return same_life(life, entry); });
    learn(known == lives_.end() ? begin_life(entry) : *known, entry, names_matter(entry));
  }

  /// Without a council, the title says whose it is, unless there is but one life.
  void add_nameless(const Entry& entry) {
    if (lives_.size() == 1) return;
    const auto like = [&](const Life& life) {
      return !life.titles.empty() && is_like(life, entry);
    };
    if (std::count_if(lives_.begin(), lives_.end(), like) == 1) return;
    learn(begin_life(entry), entry, names_matter(entry));
  }

  /// A number that is only spoken of makes a life where none of its council has it as its own.
  void add_mention(const Entry& entry, const TraceStep& step) {
    const bool spoken =
        has_reason(step, "number_in_text") || has_reason(step, "number_in_file_name");
    if (!spoken) return;
    const auto ours = [&](const Life& life) {
      return same_council(life, entry) || entry.council.empty();
    };
    if (std::none_of(lives_.begin(), lives_.end(), ours)) begin_life(entry);
  }

  const std::string& number_;
  std::vector<Life> lives_;
};

struct Begun {
  std::vector<Life> lives;
  std::vector<TraceBound> bounds;
};

/// The lives that the papers with a number begin. The papers are let go: each life asks for its
/// own.
Result<Begun> begin_lives(const Searcher& searcher, const std::string& number,
                          const TraceOptions& options) {
  Candidates candidates(searcher, options);
  const std::string council = council_filter(options.council);
  if (auto done = candidates.with_number(number, council); !done) return done.error();
  Lives lives(number);
  lives.add(candidates.all());
  return Begun{lives.take(), candidates.bounds()};
}

void put_fullest_first(std::vector<DecisionLife>& traces) {
  std::stable_sort(traces.begin(), traces.end(), [](const DecisionLife& a, const DecisionLife& b) {
    return a.steps.size() > b.steps.size();
  });
}

/// Items of minutes or an agenda, for whoever asked about the whole.
Error of_many(const Entry& entry, const std::vector<std::string>& ids) {
  constexpr std::size_t kShown = 3;
  std::string items;
  std::size_t count = 0;
  for (const std::string& id : ids) {
    if (!id.starts_with(entry.id + "/")) continue;
    if (++count <= kShown) items += (count > 1 ? ", " : "") + id;
  }
  return fail(ErrorKind::BadQuery,
              "this paper is of " + std::to_string(count) + " matters, each with a life of its own",
              entry.id, "name one of its items: " + items + (count > kShown ? ", ..." : ""));
}

/// A number that labels the front of a paper, whatever kind it is.
std::string labelled_in(const Entry& paper) {
  constexpr std::size_t kFront = 3000;  // bytes
  std::size_t looked_at = 0;
  for (const Passage& passage : paper.passages) {
    if (looked_at >= kFront) break;
    const std::string number = labelled_number(passage.text.substr(0, kFront - looked_at));
    if (!number.empty()) return number;
    looked_at += passage.text.size();
  }
  return {};
}

Error of_another(const DecisionLife& life, const std::string& id, const std::string& council) {
  const std::string of = life.council.empty() ? "names no council" : "is of " + life.council;
  return fail(ErrorKind::BadQuery, "this paper " + of + ", not of '" + council + "'", id,
              "leave --council out: an id is of one paper");
}

}  // namespace

const char* to_string(TraceStage stage) {
  static constexpr const char* kNames[] = {
      "forward_plan",    "agenda",   "report",  "supporting", "view",
      "proposed_record", "decision", "minutes", "call_in",    "afterwards"};
  return kNames[static_cast<std::size_t>(stage)];
}

Result<std::vector<DecisionLife>> trace_number(const Searcher& searcher, const std::string& number,
                                               const TraceOptions& options) {
  if (number.find_first_of("0123456789") == std::string::npos) {
    return fail(ErrorKind::BadQuery, "this is no decision's number: it has no digit", number,
                "write it as a paper prints it, 24/00108, or the id of a paper");
  }
  auto begun = begin_lives(searcher, number, options);
  if (!begun) return begun.error();
  std::vector<DecisionLife> traces;
  for (Life& life : begun->lives) {
    auto trace = follow_life(searcher, options, std::move(life), nullptr);
    if (!trace) return trace.error();
    trace->bounds.insert(trace->bounds.end(), begun->bounds.begin(), begun->bounds.end());
    traces.push_back(std::move(*trace));
  }
  put_fullest_first(traces);
  return traces;
}

Result<std::vector<DecisionLife>> trace_entry(const Searcher& searcher, const std::string& id,
                                              const TraceOptions& options) {
  const auto found = searcher.entry(id);
  if (!found) return found.error();
  if (!*found) return std::vector<DecisionLife>{};
  const Entry& start = **found;
  const auto ids = searcher.ids_of(start.sha256);
  if (!ids) return ids.error();
  const bool many = std::any_of(ids->begin(), ids->end(), [&](const std::string& other) {
    return other.starts_with(start.id + "/");
  });
  if (many) return of_many(start, *ids);
  Life life;
  std::string number = start.decision_number;
  if (number.empty()) number = number_in_front(start.title);
  if (number.empty()) number = coded_number(start.title);
  if (number.empty() && start.id == start.record_id) number = labelled_in(start);
  if (!number.empty()) life.numbers.push_back(number);
  learn(life, start, !is_call_in_title(start.title));
  if (life.numbers.empty() && life.titles.empty()) {
    return fail(ErrorKind::BadQuery, "this paper has neither a number nor a title to trace it by",
                start.id);
  }
  auto trace = follow_life(searcher, options, std::move(life), &start);
  if (!trace) return trace.error();
  if (!tokenise(options.council).empty() &&
      !is_council(options.council, trace->council, trace->council_code)) {
    return of_another(*trace, start.id, options.council);
  }
  return std::vector<DecisionLife>{std::move(*trace)};
}

}  // namespace moot
