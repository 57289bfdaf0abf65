#include "index/trace_stages.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>

#include "index/words.hpp"

namespace moot {
namespace {

/// Words in a row, folded, with a space before, between and behind them.
std::string spaced(std::string_view text) {
  std::string words = " ";
  for (const std::string& word : folded_words(text)) words += word + ' ';
  return words;
}

template <std::size_t N>
bool says_one(const std::string& spaced_text, const std::array<std::string_view, N>& phrases) {
  return std::any_of(phrases.begin(), phrases.end(), [&](std::string_view phrase) {
    return spaced_text.find(phrase) != std::string::npos;
  });
}

/// Whether a status says that nothing is decided yet.
bool is_pending(const std::string& status) {
  static constexpr std::array<std::string_view, 8> kPending = {
      " for determination ", " awaiting ",    " pending ",    " proposed ", " to be ",
      " not before ",        " in progress ", " forthcoming "};
  return says_one(spaced(status), kPending);
}

const Passage* passage_of(const Entry& entry, std::string_view field) {
  const auto found = std::find_if(entry.passages.begin(), entry.passages.end(),
                                  [&](const Passage& passage) { return passage.field == field; });
  return found == entry.passages.end() ? nullptr : &*found;
}

/// A body that advises those who decide.
bool is_advisory(const std::string& body) {
  static constexpr std::array<std::string_view, 9> kAdvisory = {
      " scrutiny ", " overview ", " advisory ",         " cabinet committee ", " consultative ",
      " craffu ",   " working ",  " select committee ", " policy development "};
  return says_one(spaced(body), kAdvisory);
}

/// Words of a body that leaves the decision to others.
bool gives_view(const Entry& minutes) {
  static constexpr std::array<std::string_view, 8> kView = {
      " endorse ",      " endorsed ",      " endorses ",       " proposed decision ",
      " recommend to ", " recommends to ", " recommended to ", " make recommendations "};
  const Passage* resolutions = passage_of(minutes, "resolutions");
  return resolutions != nullptr && says_one(spaced(resolutions->text), kView);
}

bool is_call_in(const Placed& placed) {
  return has_reason(placed.step, "called_in");
}

/// The stage as far as the paper alone tells it; Minutes stands for any minutes.
TraceStage first_stage(const Placed& placed) {
  const Entry& entry = *placed.whole;
  if (is_call_in(placed)) return TraceStage::CallIn;
  if (entry.kind == "issue_details" || entry.kind == "forward_plan") return TraceStage::ForwardPlan;
  if (entry.kind == "decision_details") {
    return is_pending(entry.decision_status) ? TraceStage::ForwardPlan : TraceStage::Decision;
  }
  if (entry.kind == "decision_notice") {
    return is_proposed(entry) ? TraceStage::ProposedRecord : TraceStage::Decision;
  }
  if (entry.kind == "agenda") return TraceStage::Agenda;
  if (entry.kind == "report") return TraceStage::Report;
  if (entry.kind == "minutes") return TraceStage::Minutes;
  return TraceStage::Supporting;
}

/// Tells views, the decision's own minutes, and what came afterwards.
class Stages {
 public:
  Stages(const Life& life, std::vector<Placed>& placed) : life_(life), placed_(placed) {}

  void tell() {
    for (Placed& each : placed_) each.step.stage = first_stage(each);
    for (Placed& each : placed_) {
      if (each.step.stage == TraceStage::Minutes && is_view(*each.whole)) {
        each.step.stage = TraceStage::View;
      }
    }
    const std::string decided = decided_on();
    if (decided.empty()) return;
    for (Placed& each : placed_) {
      const TraceStage stage = each.step.stage;
      const bool may = stage == TraceStage::Report || stage == TraceStage::View ||
                       stage == TraceStage::Minutes || stage == TraceStage::Agenda;
      if (may && each.whole->date > decided) each.step.stage = TraceStage::Afterwards;
    }
  }

 private:
  std::string key(const Entry& entry) const { return body_key(entry.body, life_.council); }

  bool is_maker(const Entry& entry) const {
    const std::string body = key(entry);
    return !body.empty() &&
           std::find(life_.makers.begin(), life_.makers.end(), body) != life_.makers.end();
  }

  bool has_record() const {
    return std::any_of(placed_.begin(), placed_.end(),
                       [](const Placed& each) { return each.step.stage == TraceStage::Decision; });
  }

  /// Whether other minutes are of a body that may have decided.
  bool others_decide(const Entry& minutes) const {
    return std::any_of(placed_.begin(), placed_.end(), [&](const Placed& each) {
      return each.step.stage == TraceStage::Minutes && key(*each.whole) != key(minutes) &&
             !is_advisory(each.whole->body) && !gives_view(*each.whole);
    });
  }

  bool is_view(const Entry& minutes) const {
    if (is_maker(minutes)) return false;
    if (is_advisory(minutes.body)) return true;
    if (!life_.makers.empty()) return true;
    return gives_view(minutes) && (has_record() || others_decide(minutes) || goes_on(minutes));
  }

  /// Whether a report went to another body later.
  bool goes_on(const Entry& minutes) const {
    return std::any_of(placed_.begin(), placed_.end(), [&](const Placed& each) {
      return each.step.stage == TraceStage::Report && each.whole->date > minutes.date &&
             key(*each.whole) != key(minutes);
    });
  }

  /// The day of the decision: of its record, or else of the last minutes of those who decide.
  std::string decided_on() const {
    std::string recorded, minuted;
    for (const Placed& each : placed_) {
      const std::string& date = each.whole->date;
      if (each.step.stage == TraceStage::Decision) recorded = std::max(recorded, date);
      if (each.step.stage == TraceStage::Minutes) minuted = std::max(minuted, date);
    }
    return recorded.empty() ? minuted : recorded;
  }

  const Life& life_;
  std::vector<Placed>& placed_;
};

}  // namespace

bool is_proposed(const Entry& whole) {
  static constexpr std::array<std::string_view, 8> kProposed = {
      " proposed record ",   " decision to be taken by ",  " record of proposed ",
      " draft record ",      " proposed decision notice ", " notice of proposed ",
      " intention to take ", " notice of intention "};
  constexpr std::size_t kFront = 1500;  // bytes: what stands above the decision
  if (is_pending(whole.decision_status)) return true;
  const Passage* body = passage_of(whole, "body");
  const std::string front =
      body == nullptr ? "" : body->heading + " " + body->text.substr(0, kFront);
  if (says_one(spaced(whole.title + " " + front), kProposed)) return true;
  return whole.date.empty() && passage_of(whole, "proposed_decision") != nullptr &&
         passage_of(whole, "resolutions") == nullptr;
}

void tell_stages(const Life& life, std::vector<Placed>& placed) {
  Stages(life, placed).tell();
}

void put_in_order(std::vector<Placed>& placed) {
  std::map<std::string, std::string> packs;  // file -> the first date in it
  for (const Placed& each : placed) {
    std::string& date = packs[each.whole->sha256];
    if (date.empty() || (!each.whole->date.empty() && each.whole->date < date))
      date = each.whole->date;
  }
  std::vector<Placed> dated, undated;
  for (Placed& each : placed) {
    const Entry& entry = *each.whole;
    const bool planned = each.step.stage == TraceStage::ForwardPlan && !entry.notice_date.empty();
    const std::string& pack = packs[entry.sha256];
    const auto set = [&](const std::string& date, const char* of) {
      each.step.date = date;
      each.step.date_of = of;
    };
    if (planned) {
      set(entry.notice_date, "notice");
    } else if (!entry.date.empty()) {
      set(entry.date, "paper");
    } else if (!pack.empty()) {
      set(pack, "pack");
    }
    (each.step.date.empty() ? undated : dated).push_back(std::move(each));
  }
  const auto earlier = [](const Placed& a, const Placed& b) {
    return std::tie(a.step.date, a.step.stage, a.whole->id) <
           std::tie(b.step.date, b.step.stage, b.whole->id);
  };
  std::sort(dated.begin(), dated.end(), earlier);
  std::sort(undated.begin(), undated.end(), earlier);
  for (Placed& each : undated) {
    const auto later = std::find_if(dated.begin(), dated.end(), [&](const Placed& other) {
      return other.step.stage > each.step.stage;
    });
    dated.insert(later, std::move(each));
  }
  placed = std::move(dated);
}

}  // namespace moot
