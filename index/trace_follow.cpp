#include "index/trace_follow.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "index/trace_candidates.hpp"
#include "index/trace_numbers.hpp"
#include "index/trace_pack.hpp"
#include "index/trace_stages.hpp"

namespace moot {
namespace {

/// Follows one life from what is known of it.
class Tracer {
 public:
  Tracer(const Searcher& searcher, const TraceOptions& options, Life life)
      : searcher_(searcher), candidates_(searcher, options), life_(std::move(life)) {}

  /// `start`: the entry that was asked about, whole; or null.
  Result<DecisionLife> follow(const Entry* start) {
    if (start != nullptr) start_ = start->id;
    constexpr int kMostRounds = 4;
    for (int round = 0; round < kMostRounds; ++round) {
      if (auto done = candidates_.of_life(life_); !done) return done.error();
      forget_idle_titles();
      judge_all(start);
      const bool adopted = life_.council.empty() && adopt_council();
      if (!learn_from_sure() && !adopted) break;
    }
    mark_standing();
    if (auto done = add_packs(); !done) return done.error();
    return finish();
  }

 private:
  /// A title that items of one paper bear again and again, or that two papers have twice, names no
  /// matter: who moved and seconded, "Item withdrawn". Twice in one paper are its open and its
  /// exempt part.
  void forget_idle_titles() {
    constexpr std::size_t kAgain = 3, kTwice = 2;
    std::vector<std::pair<std::string, TitleWords>> items;  // record and title
    for (const auto& [id, entry] : candidates_.all()) {
      if (id != entry.record_id) items.emplace_back(entry.record_id, title_words(entry.title));
    }
    std::erase_if(life_.titles, [&](const LifeTitle& title) {
      std::map<std::string, std::size_t> times;  // by record
      for (const auto& [record, words] : items) {
        const bool same = words.words == title.words.words && words.periods == title.words.periods;
        if (same) ++times[record];
      }
      const auto with = [&](std::size_t least) {
        return std::count_if(times.begin(), times.end(),
                             [&](const auto& each) { return each.second >= least; });
      };
      return with(kAgain) > 0 || with(kTwice) > 1;
    });
  }

  void judge_all(const Entry* start) {
    judged_.clear();
    if (start != nullptr) {
      Placed first{judge(life_, *start), start};
      first.step.reasons.insert(first.step.reasons.begin(), {"start", "", 1});
      first.step.against.clear();
      weigh(first.step);
      judged_.emplace(start->id, std::move(first));
    }
    for (const auto& [id, entry] : candidates_.all()) {
      if (id != start_ && may_be_of(life_, entry))
        judged_.emplace(id, Placed{judge(life_, entry), &entry});
    }
  }

  /// A life that began without a council takes that of the paper which fits best, if no other
  /// council's fits nearly as well. Else papers that name a council are left alone: they would join
  /// the decisions of several. Whether one was taken.
  bool adopt_council() {
    constexpr double kClearly = 0.5;  // of the doubt that the second one leaves
    const Placed* best = nullptr;
    for (const auto& [id, placed] : judged_) {
      if (placed.whole->council.empty()) continue;
      if (best == nullptr || placed.step.strength > best->step.strength) best = &placed;
    }
    if (best == nullptr) return false;
    Life one = life_;
    one.council = best->whole->council;
    one.code = best->whole->council_code;
    double second = 0;
    for (const auto& [id, placed] : judged_) {
      if (!may_be_of(one, *placed.whole)) second = std::max(second, placed.step.strength);
    }
    const double strength = best->step.strength;
    if (strength >= kSure && (second < kPlaced || 1 - strength <= kClearly * (1 - second))) {
      life_ = std::move(one);
      std::erase_if(judged_,
                    [&](const auto& each) { return !may_be_of(life_, *each.second.whole); });
      return true;
    }
    for (auto& [id, placed] : judged_) {
      if (placed.whole->council.empty() || second < kPlaced || id == start_) continue;
      placed.step.against.push_back({"several_councils", placed.whole->council, 1});
      weigh(placed.step);
    }
    return false;
  }

  /// Learns from what certainly belongs to the life. Whether there was anything new.
  bool learn_from_sure() {
    const auto size = [&] {
      return life_.numbers.size() + life_.references.size() + life_.titles.size() +
             life_.meetings.size();
    };
    const std::size_t before = size();
    adopt_number();
    for (const auto& [id, placed] : judged_) {
      const TraceStep& step = placed.step;
      const bool ours = names_matter(*placed.whole) && !has_reason(step, "called_in");
      if (ours && step.strength >= kPlaced) learn_meeting(life_, *placed.whole);
      if (step.strength < kSure || has_reason(step, "called_in")) continue;
      const bool own = has_reason(step, "start") || has_reason(step, "same_number") ||
                       has_reason(step, "number_in_title") || has_reason(step, "same_meeting");
      if (ours) learn(life_, *placed.whole, own);
      adopt_decision_number(placed);
    }
    forget_idle_titles();
    return size() != before;
  }

  /// A life that began without a number takes that of the paper which fits best.
  void adopt_number() {
    if (!life_.numbers.empty()) return;
    const Placed* best = nullptr;
    std::string number;
    for (const auto& [id, placed] : judged_) {
      std::string own = placed.whole->decision_number;
      if (own.empty()) own = number_in_front(placed.whole->title);
      const bool better = best == nullptr || placed.step.strength > best->step.strength;
      if (own.empty() || placed.step.strength < kSure || !names_matter(*placed.whole) || !better)
        continue;
      best = &placed;
      number = own;
    }
    if (best != nullptr) life_.numbers.push_back(number);
  }

  /// A paper that bears our number as a reference has the decision's own number beside it.
  void adopt_decision_number(const Placed& placed) {
    const std::string& own = placed.whole->decision_number;
    if (own.empty() || !has_reason(placed.step, "same_number")) return;
    const auto known = [&](const std::string& number) { return same_number(number, own); };
    if (std::none_of(life_.numbers.begin(), life_.numbers.end(), known)) {
      life_.numbers.insert(life_.numbers.begin(), own);
    }
  }

  /// The same title at one body on three days and more is a report that comes up again and again.
  void mark_standing() {
    constexpr std::size_t kAgain = 3;
    std::map<std::string, std::set<std::string>> days;
    for (const auto& [id, placed] : judged_) {
      if (!has_reason(placed.step, "same_title") || placed.whole->date.empty()) continue;
      days[body_key(placed.whole->body, life_.council)].insert(placed.whole->date);
    }
    for (auto& [id, placed] : judged_) {
      if (is_tied_by_number(placed.step) || has_reason(placed.step, "same_meeting")) continue;
      const auto& met = days[body_key(placed.whole->body, life_.council)];
      if (!has_reason(placed.step, "same_title") || met.size() < kAgain) continue;
      placed.step.against.push_back({"standing_title", std::to_string(met.size()) + " dates", 1});
      weigh(placed.step);
    }
  }

  /// Assessments and appendices that follow a placed report in its file, up to the next report.
  Result<Done> add_packs() {
    std::set<std::string> files;
    for (const auto& [id, placed] : judged_) {
      const bool paper = id == placed.whole->record_id;
      if (paper && placed.step.strength >= kPlaced && placed.whole->kind == "report") {
        files.insert(placed.whole->sha256);
      }
    }
    for (const std::string& file : files) {
      if (auto done = add_pack(file); !done) return done;
    }
    return Done{};
  }

  Result<Done> add_pack(const std::string& file) {
    auto ids = searcher_.ids_of(file);
    if (!ids) return ids.error();
    std::erase_if(*ids, [](const std::string& id) { return id.find('/') != std::string::npos; });
    const auto papers = candidates_.get(*ids);
    if (!papers) return papers.error();
    const Entry* report = nullptr;  // the placed one that stands above
    for (const Entry* paper : *papers) {
      if (is_placed(paper->id)) {
        if (paper->kind == "report") report = paper;
        continue;
      }
      if (report != nullptr) add_behind(*report, *paper);
      // A record that the report has behind it is looked at; what follows another one is not ours.
      if (ends_report(*paper)) report = is_placed(paper->id) ? report : nullptr;
    }
    return Done{};
  }

  bool is_placed(const std::string& id) const {
    const auto known = judged_.find(id);
    return known != judged_.end() && known->second.step.strength >= kPlaced;
  }

  /// Places an appendix; tells what else stands there and is no paper of its own.
  void add_behind(const Entry& report, const Entry& paper) {
    TraceStep step = judge(life_, paper);
    const auto is_other = [](const TraceReason& reason) {
      return std::string_view(reason.what) == "another_number";
    };
    if (std::any_of(step.against.begin(), step.against.end(), is_other)) return;
    const std::string why = appendix_because(report, paper);
    if (!why.empty()) {
      step.against.clear();
      step.reasons.push_back({"same_pack", why, 1});
    } else if (!ends_report(paper)) {
      step.reasons.push_back({"behind_report", report.id, 1});
    } else {
      return;
    }
    weigh(step);
    judged_.insert_or_assign(paper.id, Placed{std::move(step), &paper});
  }

  /// Whether it is told as something that could not be placed.
  static bool fits_partly(const TraceStep& step) {
    constexpr double kTold = 0.35;
    double doubt = 1;
    bool mere_number = false;
    TraceStep bare = step;
    bare.against.clear();
    weigh(bare);
    doubt = bare.strength;
    for (const TraceReason& reason : step.against) {
      const std::string_view what = reason.what;
      mere_number = mere_number || what == "planning_reference" || what == "part_of_another_number";
    }
    return mere_number || doubt >= kTold;
  }

  /// Whether it is an agenda or minutes of which an item is placed.
  bool is_told_by_item(const Placed& each) const {
    const std::string& id = each.whole->id;
    if (id != each.whole->record_id) return false;
    const auto item = judged_.lower_bound(id + "/");
    return std::any_of(item, judged_.end(), [&](const auto& other) {
      return other.first.starts_with(id + "/") && other.second.step.strength >= kPlaced;
    });
  }

  /// The number as a paper prints it, where one bears it.
  static std::string as_printed(const std::string& number, const std::vector<TraceStep>& steps) {
    for (const TraceStep& step : steps) {
      if (same_number(step.entry.decision_number, number)) return step.entry.decision_number;
    }
    return number;
  }

  /// The step with its entry, whose passages leave their texts behind.
  static TraceStep told(Placed placed) {
    placed.step.entry = *placed.whole;
    for (Passage& passage : placed.step.entry.passages) std::string().swap(passage.text);
    return std::move(placed.step);
  }

  DecisionLife finish() {
    std::vector<Placed> placed, left;
    std::erase_if(judged_, [&](const auto& each) { return is_told_by_item(each.second); });
    for (auto& [id, each] : judged_) {
      if (each.step.strength >= kPlaced) {
        placed.push_back(std::move(each));
      } else if (fits_partly(each.step)) {
        left.push_back(std::move(each));
      }
    }
    tell_stages(life_, placed);
    tell_stages(life_, left);
    put_in_order(placed);
    put_in_order(left);
    std::stable_sort(left.begin(), left.end(), [](const Placed& a, const Placed& b) {
      return a.step.strength > b.step.strength;
    });
    DecisionLife trace;
    add_named(placed, trace);
    for (Placed& each : placed) trace.steps.push_back(told(std::move(each)));
    for (Placed& each : left) trace.unplaced.push_back(told(std::move(each)));
    fill_head(trace);
    return trace;
  }

  void fill_head(DecisionLife& trace) const {
    trace.council = life_.council;
    trace.council_code = life_.code;
    for (const std::string& number : life_.numbers) {
      trace.numbers.push_back(as_printed(number, trace.steps));
    }
    trace.references = life_.references;
    trace.bounds = candidates_.bounds();
    if (!life_.titles.empty()) trace.title = life_.titles.front().text;
    for (const TraceStep& step : trace.steps) {
      if (trace.decision_maker.empty()) trace.decision_maker = step.entry.decision_maker;
    }
  }

  /// Meetings of the papers' routes on days of which nothing was placed.
  static void add_named(const std::vector<Placed>& placed, DecisionLife& trace) {
    constexpr std::size_t kIso = 10;
    std::set<std::string> seen;
    for (const Placed& each : placed) seen.insert(each.whole->date);
    for (const Placed& each : placed) {
      const std::string& route = each.whole->route;
      for (std::size_t at = 0; at < route.size();) {
        const std::size_t end = std::min(route.find('\n', at), route.size());
        const std::string line = route.substr(at, end - at);
        at = end + 1;
        if (line.size() <= kIso + 1 || !seen.insert(line.substr(0, kIso)).second) continue;
        trace.named.push_back({line.substr(0, kIso), line.substr(kIso + 1), each.whole->id});
      }
    }
    std::sort(trace.named.begin(), trace.named.end(),
              [](const TraceMeeting& a, const TraceMeeting& b) { return a.date < b.date; });
  }

  const Searcher& searcher_;
  Candidates candidates_;
  Life life_;
  std::string start_;
  std::map<std::string, Placed> judged_;
};

}  // namespace

std::string number_in_front(const std::string& title) {
  std::string front = title.substr(0, title.size() - title_alone(title).size());
  while (!front.empty() &&
         std::string_view(" -:\xE2\x80\x93").find(front.back()) != std::string::npos) {
    front.pop_back();
  }
  return is_telling(front) ? front : "";
}

bool names_matter(const Entry& entry) {
  const bool whole = entry.id == entry.record_id;
  const bool list = whole && (entry.kind == "agenda" || entry.kind == "minutes");
  return !list && entry.kind != "forward_plan" && !is_call_in_title(entry.title);
}

Result<DecisionLife> follow_life(const Searcher& searcher, const TraceOptions& options, Life life,
                                 const Entry* start) {
  return Tracer(searcher, options, std::move(life)).follow(start);
}

}  // namespace moot
