#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "index/trace_life.hpp"
#include "index/trace_numbers.hpp"
#include "index/words.hpp"

namespace moot {
namespace {

constexpr std::size_t kEvidence = 160;  // bytes of words quoted
constexpr double kHeld = 0.9;           // how like two titles are of which one holds the other

/// Whether a paper lists many decisions and has no item for each.
bool is_list(const Entry& entry) {
  const bool whole = entry.id == entry.record_id;
  return entry.kind == "forward_plan" ||
         (whole && (entry.kind == "agenda" || entry.kind == "minutes"));
}

/// Judges one entry.
class Judge {
 public:
  Judge(const Life& life, const Entry& entry)
      : life_(life), entry_(entry), title_(title_words(entry.title)) {}

  TraceStep run() {
    step_.page = entry_.page;
    by_number();
    const bool labelled = has_reason(step_, "same_number") || has_reason(step_, "number_in_title");
    if (labelled && is_other_matter(life_, entry_)) {
      against("another_matter", entry_.body + ": " + entry_.title);
    }
    by_title();
    by_wording();
    by_meeting();
    const bool numbered = is_tied_by_number(step_) || has_reason(step_, "number_in_text") ||
                          has_reason(step_, "number_in_file_name");
    if (entry_.council.empty() && !life_.council.empty() && !numbered) against("no_council");
    weigh(step_);
    return std::move(step_);
  }

 private:
  void speaks_for(const char* what, std::string evidence, double weight = 1) {
    step_.reasons.push_back({what, std::move(evidence), weight});
  }
  void against(const char* what, std::string evidence = {}) {
    step_.against.push_back({what, std::move(evidence), 1});
  }

  void by_number() {
    for (const std::string& number : life_.numbers) {
      if (own_number(number)) continue;
      number_in_text(number);
      // A pack may be named after one of its papers.
      if (!is_list(entry_) && file_name_has(number, entry_.path)) {
        speaks_for("number_in_file_name", entry_.path.substr(entry_.path.rfind('/') + 1));
      }
    }
    for (const std::string& reference : life_.references) by_reference(reference);
    if (!has_reason(step_, "same_number") && !has_reason(step_, "number_in_title")) other_number();
    if (is_call_in_title(entry_.title) && !has_reason(step_, "called_in")) {
      speaks_for("called_in", entry_.title);
    }
  }

  /// The number labels the paper or its item.
  bool own_number(const std::string& number) {
    for (const std::string& own : labels_of(entry_)) {
      if (!same_number(own, number)) continue;
      speaks_for(is_telling(number) ? "same_number" : "same_short_number", own);
      return true;
    }
    for (const NumberMention& mention : mentions_of(number, entry_.title)) {
      if (mention.as >= NumberMention::As::Planning || !is_telling(number)) continue;
      speaks_for("number_in_title",
                 entry_.title.substr(mention.range.begin, mention.range.end - mention.range.begin));
      if (speaks_of_call_in(entry_.title, mention.range)) speaks_for("called_in", entry_.title);
      return true;
    }
    return false;
  }

  struct Found {
    NumberMention mention;
    const Passage* passage = nullptr;
    bool called_in = false;
  };

  /// The mention that says most: one that tells of a call-in, else in the order of the kinds.
  Found best_mention(const std::string& number) const {
    Found best;
    for (const Passage& passage : entry_.passages) {
      for (const NumberMention& mention : mentions_of(number, passage.text)) {
        const bool whole = mention.as < NumberMention::As::Planning;
        const bool called = whole && speaks_of_call_in(passage.text, mention.range);
        const bool better = best.passage == nullptr || (called && !best.called_in) ||
                            (called == best.called_in && mention.as < best.mention.as);
        if (better) best = {mention, &passage, called};
      }
    }
    return best;
  }

  void number_in_text(const std::string& number) {
    if (!is_telling(number)) return;
    const Found best = best_mention(number);
    if (best.passage == nullptr) return;
    const std::string words = words_around(best.passage->text, best.mention.range, kEvidence);
    if (best.passage->page != 0) step_.page = best.passage->page;
    using As = NumberMention::As;
    switch (best.mention.as) {
      case As::Heading:
      case As::Label:
        speaks_for("number_as_label", words);
        break;
      case As::Sentence:
        speaks_for("number_in_text", words);
        break;
      case As::Planning:
        against("planning_reference", words);
        break;
      case As::Part:
        against("part_of_another_number",
                best.passage->text.substr(best.mention.range.begin,
                                          best.mention.range.end - best.mention.range.begin));
        break;
    }
    if (best.called_in) speaks_for("called_in", words);
  }

  void by_reference(const std::string& reference) {
    for (const std::string& own : labels_of(entry_)) {
      if (!same_number(own, reference)) continue;
      speaks_for("same_reference", own);
      return;
    }
    if (!is_telling(reference)) return;
    for (const Passage& passage : entry_.passages) {
      for (const NumberMention& mention : mentions_of(reference, passage.text)) {
        if (mention.as >= NumberMention::As::Planning) continue;
        speaks_for("reference_in_text", words_around(passage.text, mention.range, kEvidence));
        return;
      }
    }
  }

  void other_number() {
    for (const std::string& number : life_.numbers) {
      std::string other = number_of_same_form(number, entry_.title);
      if (other.empty()) other = number_of_same_form(number, entry_.decision_number);
      if (other.empty()) other = number_like_in(number, entry_.title);
      if (other.empty() || holds_number(life_.numbers, other) ||
          holds_number(life_.references, other))
        continue;
      against("another_number", other);
      return;
    }
  }

  /// How much a title that both have tells: the more words, the more.
  static double telling(const TitleWords& title) {
    static constexpr double kByWords[] = {0, 0.2, 0.35, 0.5, 0.6};
    constexpr double kMany = 0.68;
    const std::size_t count = title.words.size() + title.periods.size();
    return count < std::size(kByWords) ? kByWords[count] : kMany;
  }

  void by_title() {
    const LifeTitle* nearest = nullptr;
    double best = 0;
    bool other_period = false;
    bool compared = false;
    for (const LifeTitle& title : life_.titles) {
      if (!others_say(title.from, entry_.id)) continue;
      compared = true;
      const double like = holds(title.words, title_)
                              ? std::max(kHeld, likeness(title.words, title_))
                              : likeness(title.words, title_);
      if (like > best) {
        best = like;
        nearest = &title;
        other_period = periods_differ(title.words, title_);
      }
    }
    if (is_list(entry_) && title_in_text()) return;
    constexpr double kLike = 0.5;
    if (nearest == nullptr || best < kLike) {
      const bool bare = !is_tied_by_number(step_) && !step_.reasons.empty();
      if (compared && bare && !is_list(entry_)) {
        against("another_title", entry_.title);
      }
      return;
    }
    const TitleWords& fewer =
        title_.words.size() < nearest->words.words.size() ? title_ : nearest->words;
    const bool same = title_.words == nearest->words.words && !other_period;
    same_matter_ = best >= kHeld && !other_period;
    speaks_for(same ? "same_title" : "like_title", same ? "" : nearest->text,
               same ? telling(fewer) : telling(fewer) * best * 0.85);
    if (other_period && !is_tied_by_number(step_)) against("another_period", nearest->text);
  }

  /// Whether all words of one title, and enough, are in the other: "Repair of potholes, Mill Lane"
  /// and "Instruct highways to repair potholes, Mill Lane".
  static bool holds(const TitleWords& a, const TitleWords& b) {
    constexpr std::size_t kFewest = 4;
    const auto& fewer = a.words.size() < b.words.size() ? a.words : b.words;
    const auto& more = a.words.size() < b.words.size() ? b.words : a.words;
    return fewer.size() >= kFewest &&
           std::includes(more.begin(), more.end(), fewer.begin(), fewer.end());
  }

  /// Papers that list decisions print the title among others.
  bool title_in_text() {
    for (const LifeTitle& title : life_.titles) {
      constexpr std::size_t kFewest = 4;  // words
      if (title.words.words.size() + title.words.periods.size() < kFewest) continue;
      const auto wanted = folded_words(title.text);
      for (const Passage& passage : entry_.passages) {
        const auto tokens = tokenise(passage.text);
        const auto at = std::search(
            tokens.begin(), tokens.end(), wanted.begin(), wanted.end(),
            [](const Token& token, const std::string& word) { return token.folded == word; });
        if (at == tokens.end()) continue;
        const TextRange range{at->begin,
                              (at + static_cast<std::ptrdiff_t>(wanted.size()) - 1)->end};
        speaks_for("title_in_text", words_around(passage.text, range, kEvidence));
        if (passage.page != 0 && !is_tied_by_number(step_)) step_.page = passage.page;
        return true;
      }
    }
    return false;
  }

  void by_wording() {
    if (life_.wording.empty() || is_list(entry_) || is_tied_by_number(step_)) return;
    constexpr double kMuch = 0.5, kSome = 0.25;
    SharedWording best;
    for (const Passage& passage : entry_.passages) {
      if (!is_wording(passage)) continue;
      for (const auto& [id, runs] : life_.wording) {
        if (id == entry_.id) continue;
        SharedWording shared = shared_wording(passage.text, runs);
        if (shared.share > best.share) best = std::move(shared);
      }
    }
    if (best.share < kSome) return;
    const std::string words = words_around(best.longest, {0, 0}, 2 * kEvidence);
    speaks_for("same_wording", words, best.share >= kMuch ? 0.5 : 0.3);
  }

  /// Body and date count beside words only: a meeting has many items.
  void by_meeting() {
    if (entry_.date.empty()) return;
    if (has_reason(step_, "number_in_text")) by_day();
    const bool worded = has_reason(step_, "same_title") || has_reason(step_, "like_title") ||
                        has_reason(step_, "same_wording") || has_reason(step_, "title_in_text");
    if (!worded) return;
    const std::string key = body_key(entry_.body, life_.council);
    bool same_body = false;
    for (const LifeMeeting& meeting : life_.meetings) {
      if (key.empty() || meeting.key != key || !others_say(meeting.from, entry_.id)) continue;
      same_body = true;
      if (meeting.date != entry_.date) continue;
      speaks_for("same_meeting", meeting.body + ", " + meeting.date);
      return;
    }
    const bool maker =
        std::find(life_.makers.begin(), life_.makers.end(),
                  body_key(entry_.decision_maker, life_.council)) != life_.makers.end();
    if (!entry_.decision_maker.empty() && maker) speaks_for("same_maker", entry_.decision_maker);
    by_time(same_body);
  }

  /// Minutes whose items have no titles: beside the number, the day of the agenda or report.
  void by_day() {
    const bool known =
        std::find(life_.dates.begin(), life_.dates.end(), entry_.date) != life_.dates.end();
    const std::string key = body_key(entry_.body, life_.council);
    bool ours = false, others = false;
    for (const LifeMeeting& meeting : life_.meetings) {
      const bool then = meeting.date == entry_.date && others_say(meeting.from, entry_.id);
      if (then && !key.empty()) (meeting.key == key ? ours : others) = true;
    }
    const bool item = entry_.id != entry_.record_id;
    if (known && item && (ours || !others)) speaks_for("same_day", entry_.date);
  }

  /// A matter that was put off: a title that tells of one thing, at the same body soon after.
  bool goes_on(int days) const {
    constexpr int kSoon = 120;
    constexpr std::size_t kFewest = 4;  // words, but for those that standing reports have
    static constexpr std::array<std::string_view, 20> kRoutine = {
        "monitoring", "update", "progress", "performance", "quarterly", "annual", "monthly",
        "register",   "minute", "account",  "payment",     "programme", "work",   "report",
        "review",     "budget", "outturn",  "treasury",    "finance",   "revenue"};
    const auto tells =
        std::count_if(title_.words.begin(), title_.words.end(), [](const auto& word) {
          return std::find(kRoutine.begin(), kRoutine.end(), word) == kRoutine.end();
        });
    return days <= kSoon && static_cast<std::size_t>(tells) >= kFewest && same_matter_;
  }

  void by_time(bool same_body) {
    constexpr int kNear = 120, kFar = 400;  // days
    int nearest = -1;
    std::string date;
    for (const std::string& each : life_.dates) {
      const int days = days_between(each, entry_.date);
      if (days >= 0 && (nearest < 0 || days < nearest)) {
        nearest = days;
        date = each;
      }
    }
    if (nearest < 0) return;
    if (same_body && nearest > 0 && !is_tied_by_number(step_) && !goes_on(nearest)) {
      against("another_date", entry_.body + ", " + entry_.date);
    } else if (nearest <= kNear) {
      speaks_for("near_in_time", std::to_string(nearest) + " days from " + date);
    }
    if (nearest > kFar && !is_tied_by_number(step_)) against("far_in_time", entry_.date);
  }

  const Life& life_;
  const Entry& entry_;
  TitleWords title_;
  bool same_matter_ = false;  ///< a title of the life's, or one that has all of its words
  TraceStep step_;
};

}  // namespace

TraceStep judge(const Life& life, const Entry& entry) {
  return Judge(life, entry).run();
}

}  // namespace moot
