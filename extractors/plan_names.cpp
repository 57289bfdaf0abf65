#include <algorithm>
#include <optional>

#include <re2/re2.h>

#include "extractors/mentions.hpp"
#include "extractors/plan_words.hpp"
#include "extractors/values_text.hpp"
#include "extractors/values_words.hpp"

// From each word such as "Strategy" a name is read backwards, over a few words: so a text of any
// size takes one pass.

namespace moot {

namespace {

constexpr std::size_t kMostWords = 12;  // of a name

re2::StringPiece piece(std::string_view text) {
  return {text.data(), text.size()};
}

class PlanFinder {
 public:
  explicit PlanFinder(std::string_view text) : text_(text), words_(plan_words(text)) {}

  std::vector<PlanName> run() {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      auto name = words_[i].plan ? ending_at(i) : ending_small_at(i);
      if (name) add(std::move(*name));
    }
    return std::move(names_);
  }

 private:
  std::string_view printed(std::size_t i) const {
    return text_.substr(words_[i].begin, words_[i].end - words_[i].begin);
  }
  std::string lower(std::size_t i) const { return ascii_lower(printed(i)); }
  bool space_after(std::size_t i) const {
    return i + 1 < words_.size() && words_[i + 1].gap == PlanGap::Space;
  }

  void add(PlanName name) {
    if (!names_.empty() && name.range.begin < names_.back().range.end) return;
    names_.push_back(std::move(name));
  }

  /// The name that ends with the plan's word `last`.
  std::optional<PlanName> ending_at(std::size_t last) const {
    if (is_policy_of_plan(last) || names_something_else(last)) return {};
    const std::size_t begin = stripped(run_begin(last), last);
    if (held_by_post(begin, last)) return {};
    return is_name(begin, last) ? named(begin, last) : going_on(begin, last);
  }

  /// "the Framing Our Future strategy": the plan's word in small letters, behind words with
  /// capitals that no sentence begins with.
  std::optional<PlanName> ending_small_at(std::size_t last) const {
    if (last == 0 || words_[last].gap != PlanGap::Space || !words_[last - 1].capital) return {};
    if (!one_of(printed(last), {"strategy", "framework", "charter", "declaration"})) return {};
    if (words_[last - 1].plan || words_[last - 1].all_capital) return {};
    const std::size_t run = run_begin(last), begin = stripped(run, last);
    const bool opens = words_[begin].gap == PlanGap::Break;
    if (last - begin < (opens ? 3U : 1U) || names_something_else(last)) return {};
    if (!is_name(begin, last) || held_by_post(begin, last)) return {};
    return named(begin, last);
  }

  /// "Strategy for Housing and Homelessness", "Service Strategy for Customers": what is told behind
  /// the plan's word `first`.
  std::optional<PlanName> going_on(std::size_t begin, std::size_t first) const {
    const bool joined = begin > 0 && words_[begin].gap == PlanGap::Space && words_[begin - 1].joint;
    if (joined || !words_[first].capital) return {};
    if (!space_after(first) || lower(first + 1) != "for") return {};
    std::size_t last = first;
    for (std::size_t i = first + 2; i < words_.size() && i < first + kMostWords; ++i) {
      if (words_[i].gap == PlanGap::Break) break;
      const bool capital = words_[i].capital && words_[i].all_capital == words_[first].all_capital;
      if (!capital && !words_[i].joint) break;
      if (words_[i].plan || is_post_or_body(lower(i)) || words_[i].gap == PlanGap::Comma) break;
      if (capital && !words_[i].joint) last = i;
    }
    if (last < first + 2 || opens_no_name(lower(first + 2))) return {};
    if (is_authority(text_, {words_.data() + first + 2, last - first - 1})) return {};
    return named(begin, last);
  }

  /// Where the run of words that could be the name begins.
  std::size_t run_begin(std::size_t last) const {
    std::size_t begin = last;
    bool listed = false;  // "and" was passed: a list with commas may stand before it
    for (std::size_t i = last; i > 0 && last - i < kMostWords; --i) {
      const PlanWord& word = words_[i - 1];
      const PlanGap gap = words_[i].gap;
      if (gap == PlanGap::Break || (gap == PlanGap::Comma && !listed)) break;
      if (word.joint && gap == PlanGap::Space && joins(i - 1, last)) {
        listed = listed || one_of(lower(i - 1), {"and", "&"});
        continue;
      }
      const bool part = (word.capital || word.year) &&
                        (word.year || word.all_capital || !words_[last].all_capital);
      if (!part || word.joint || is_code(i - 1) || printed(i - 1).size() == 1) break;
      // Behind "Digital Strategy and" another name begins.
      if (word.plan && (words_[i].joint || gap == PlanGap::Comma)) break;
      if (opens_no_name(lower(i - 1)) && ends_run(i - 1)) break;
      begin = i - 1;
    }
    return begin;
  }

  /// Words that make no name stand at its edge: "The Draft", and not inside: "Local Development".
  bool ends_run(std::size_t i) const {
    const std::string word = lower(i);
    return !one_of(word, {"development", "delivery", "implementation", "key",
                          "new",         "outline",  "first",          "all",
                          "may",         "march",    "support",        "consultation",
                          "report",      "summary",  "review",         "note",
                          "one",         "part",     "production",     "next"});
  }

  /// Whether the joint `i` may stand inside a name.
  bool joins(std::size_t i, std::size_t last) const {
    if (i >= last) return false;
    return !words_[i + 1].joint && lower(i) != "on";
  }

  /// The run from `begin` on without what is no part of a name in front: "Review of the", "Draft",
  /// "the Council's".
  std::size_t stripped(std::size_t begin, std::size_t last) const {
    for (std::size_t i = begin; i < last; ++i) {
      if (is_owner(i, begin)) begin = i + 1;
    }
    for (std::size_t i = begin; i < last; ++i) {
      if (stands_for_rest(i, last)) begin = i + 1;
    }
    const auto is_none = [&](std::size_t i) { return words_[i].joint || opens_no_name(lower(i)); };
    for (std::size_t i = begin; i < last; ++i) {
      if (words_[i + 1].joint && lower(i + 1) == "of" && is_done_to_plans(lower(i))) begin = i + 1;
    }
    while (begin < last && is_none(begin)) ++begin;
    return begin;
  }

  /// "NPPF National Planning Policy Framework": a line of a glossary.
  bool stands_for_rest(std::size_t i, std::size_t last) const {
    const std::string_view initials = printed(i);
    if (!words_[i].all_capital || words_[last].all_capital || initials.size() < 3) return false;
    std::size_t at = 0;
    for (std::size_t word = i + 1; word <= last; ++word) {
      if (words_[word].joint && (at >= initials.size() || initials[at] != printed(word)[0]))
        continue;
      if (at >= initials.size() || initials[at] != printed(word)[0]) return false;
      ++at;
    }
    return at == initials.size();
  }

  /// "Council's", "KCC's", "Government’s".
  bool is_owner(std::size_t i, std::size_t begin) const {
    std::string word = lower(i);
    std::size_t tail = 0;
    for (const std::string_view mark : {"'s", "\xE2\x80\x99s", "s'", "s\xE2\x80\x99"}) {
      if (word.ends_with(mark)) tail = mark.size();
    }
    if (tail == 0) return false;
    word.resize(word.size() - tail);
    if (one_of(word, {"council", "authority", "government", "committee", "borough", "county",
                      "city", "district", "trust", "board", "partnership", "department",
                      "university", "company", "nation", "country", "mayor", "leader", "cabinet"}))
      return true;
    const bool initials =
        word.size() > 1 && printed(i).substr(0, word.size()) != word &&
        std::all_of(printed(i).begin(),
                    printed(i).begin() + static_cast<std::ptrdiff_t>(word.size()), is_upper_byte);
    if (initials && !words_[i].all_capital) return true;
    // "Securing Kent's Future" is one name.
    constexpr std::size_t kLongestName = 4;  // words
    for (std::size_t n = 1; n <= kLongestName && n <= i + 1 - begin; ++n) {
      const std::size_t first = i + 1 - n;
      if (first != begin && !words_[first - 1].joint) continue;
      if (is_authority(text_, {words_.data() + first, n})) return true;
    }
    return false;
  }

  /// Whether the words say more than that it is a plan.
  bool is_name(std::size_t begin, std::size_t last) const {
    const std::string kind = lower(last);
    if (begin == last || words_[last - 1].joint) return false;
    const std::span<const PlanWord> words(words_.data() + begin, last - begin + 1);
    const std::size_t own = council_words(text_, words);
    std::size_t telling = 0, count = 0;
    for (std::size_t i = begin + own; i < last; ++i) {
      if (words_[i].joint || words_[i].year) continue;
      ++count;
      if (!is_general(lower(i), kind)) ++telling;
    }
    if (count == 1 && own == 0 && is_initials(printed(last - 1))) return false;
    constexpr std::size_t kMostTelling = 8;  // words: more are several names of a table
    return telling > 0 && count <= kMostTelling;
  }

  /// "Head of Policy", "Cabinet Member for Housing Strategy".
  bool held_by_post(std::size_t begin, std::size_t last) const {
    if (begin > 0 && words_[begin].gap == PlanGap::Space && words_[begin - 1].joint && begin > 1 &&
        trade_word(printed(begin - 2)) == TradeWord::Role && words_[begin - 2].capital)
      return true;
    for (std::size_t i = begin; i < last; ++i) {
      const bool before_joint = words_[i + 1].joint && one_of(lower(i + 1), {"of", "for"});
      if (trade_word(printed(i)) == TradeWord::Role && (before_joint || i + 1 == last)) return true;
    }
    return false;
  }

  /// "Policy DM1", "Strategy Board", "Policy and Resources Committee", "Planning Policy Manager".
  bool names_something_else(std::size_t last) const {
    if (!space_after(last)) return false;
    const std::size_t next = last + 1;
    const PlanWord& word = words_[next];
    if (is_post_or_body(lower(next))) return true;
    if (word.joint) return one_of(lower(next), {"and", "&"}) && body_follows(next);
    if (word.plan) return !is_policy_of_plan(next);
    if (is_digit_byte(printed(next)[0]) && !word.year) return lower(last) == "policy";
    if (!word.capital || word.all_capital != words_[last].all_capital) return is_code(next);
    return !one_of(lower(next),
                   {"review", "part", "update", "refresh", "consultation", "examination",
                    "appendix", "annex", "section", "chapter", "paragraph", "version", "inspector",
                    "regulation", "evidence", "page", "pages", "report"}) &&
           !is_statement(next);
  }

  /// Whether a code such as "DM1" stands there.
  bool is_code(std::size_t i) const {
    const std::string_view word = printed(i);
    const bool figures = std::any_of(word.begin(), word.end(), is_digit_byte);
    return figures && words_[i].capital;
  }

  /// "Local Plan Policy DM1", "Development Plan Policy": the plan is named, not its policy.
  bool is_policy_of_plan(std::size_t i) const {
    return i > 0 && lower(i) == "policy" && words_[i - 1].plan && words_[i].gap == PlanGap::Space &&
           !(space_after(i) && words_[i + 1].plan);
  }

  /// Whether the words that "and" joins to a plan's word lead to a body or a post.
  bool body_follows(std::size_t joint) const {
    constexpr std::size_t kMost = 6;
    for (std::size_t i = joint + 1; i < words_.size() && i <= joint + kMost; ++i) {
      if (words_[i].gap == PlanGap::Break || !(words_[i].capital || words_[i].joint)) return false;
      if (words_[i].plan) return false;
      if (is_post_or_body(lower(i))) return true;
    }
    return false;
  }

  /// "Treasury Management Strategy Statement", "Pay Policy Statement": the last word is the name's.
  bool is_statement(std::size_t i) const { return words_[i].capital && lower(i) == "statement"; }

  /// "2019-2024 ICT Strategy"
  bool spans_years(std::size_t begin) const {
    if (begin == 0 || !words_[begin].year || !words_[begin - 1].year) return false;
    const std::size_t dash = words_[begin - 1].end;
    return dash_at(text_, dash) > 0 && dash + dash_at(text_, dash) == words_[begin].begin;
  }

  PlanName named(std::size_t begin, std::size_t last) const {
    if (spans_years(begin)) --begin;
    if (space_after(last) && is_statement(last + 1)) ++last;
    PlanName name;
    name.range = {words_[begin].begin, years_end(words_[last].end)};
    name.name = fold_blanks(text_.substr(name.range.begin, name.range.end - name.range.begin));
    name.key = plan_key(text_, {words_.data() + begin, last - begin + 1});
    return name;
  }

  /// Past the years behind a name: " 2024-2027", " (2021 to 2025)", ", 2030".
  std::size_t years_end(std::size_t end) const {
    static const RE2 kYears(
        "^(,? ?(?:\\((?:19|20)\\d\\d(?: ?(?:-|–|—|/|to) ?(?:20)?\\d\\d)?\\)"
        "|(?:19|20)\\d\\d(?: ?(?:-|–|—|/|to) ?(?:20)?\\d\\d)?\\b))");
    constexpr std::size_t kLongest = 28;  // bytes
    re2::StringPiece match;
    if (!RE2::PartialMatch(piece(text_.substr(end, kLongest)), kYears, &match)) return end;
    const std::size_t last = end + match.size();
    return last < text_.size() && is_alnum_byte(text_[last]) ? end : last;
  }

  std::string_view text_;
  std::vector<PlanWord> words_;
  std::vector<PlanName> names_;
};

}  // namespace

std::vector<PlanName> find_plan_names(std::string_view text) {
  const std::vector<PlanName> printed = PlanFinder(text).run(), quoted = quoted_plan_names(text);
  std::vector<PlanName> names;
  auto next = quoted.begin();
  const auto add_until = [&](std::size_t end) {
    for (; next != quoted.end() && next->range.begin < end; ++next) {
      const bool apart = names.empty() || names.back().range.end <= next->range.begin;
      if (apart && next->range.end <= end) names.push_back(*next);
    }
  };
  for (const PlanName& name : printed) {
    add_until(name.range.begin);
    if (next != quoted.end() && next->range.begin < name.range.end) ++next;
    names.push_back(name);
  }
  add_until(text.size());
  return names;
}

}  // namespace moot
