#include "extractors/item_starts.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "extractors/compiled_rules.hpp"
#include "extractors/minute_number.hpp"
#include "extractors/people.hpp"
#include "extractors/values.hpp"
#include "extractors/values_text.hpp"
#include "pipeline/normalise.hpp"

namespace moot {

namespace {

constexpr long kLargestStep = 3;            // items may be left out of minutes
constexpr std::size_t kLookBack = 400;      // candidates, for the item before
constexpr std::size_t kLongTitle = 110;     // bytes: more is hardly a title
constexpr std::size_t kLongestTitle = 260;  // bytes: more is none
constexpr std::size_t kLongestSubtitle = 60;
constexpr std::size_t kLongestPlainTitle = 60;
constexpr std::size_t kLongWord = 4;        // bytes: shorter ones may be small in a title
constexpr std::size_t kLeastUsual = 2;      // headings of any meeting
constexpr std::size_t kLongestBlock = 600;  // bytes of a block that runs on behind a minute number
constexpr std::size_t kMostSameTitles = 2;  // of items
constexpr double kLeastSum = 1.9;           // weight of a short chain of items in minutes
constexpr double kDeepIndent = 40;          // points right of the outermost numbers

/// A title, and what runs on behind it in the same block.
struct ItemTitle {
  std::string title;
  std::string rest;
  bool pages = false;  ///< "(Pages 3 - 8)" stood behind it
};

struct ItemCandidate {
  std::size_t block = 0;
  std::string printed;  ///< the number as printed
  Counter number;
  ItemTitle title;
  std::size_t title_block = 0;
  double weight = 1;
  double best = 0;  ///< of the best chain that ends here
  int before = -1;
};

/// What stands behind a title on an agenda: pages, the agenda's own number, the time allowed.
bool cut_noise(std::string& text) {
  static const RE2 kNoise(
      "(?i)\\s*(?:\\(?pages? \\d+\\s*(?:(?:[-–]|to)\\s*\\d+)?\\)?|\\(pages?|\\(item "
      "\\d+[a-z]?\\)|\\(to follow\\)|to follow|"
      "\\s\\d{1,3} ?[-–] ?\\d{1,3}|\\bpdf,? [\\d.,]+ ?[km]b|view the "
      "(?:background|reasons)\\b.{0,60})"
      "\\s*$");
  static const RE2 kMinutes("(?i)\\s*\\((?:up to |maximum |max )?\\d+ min(?:ute)?s?\\)\\s*$");
  constexpr int kMostNoise = 8;  // each is looked for through the whole text
  bool pages = false;
  for (int n = 0; n < kMostNoise && RE2::Replace(&text, kNoise, ""); ++n) pages = true;
  if (!all_upper(text)) RE2::Replace(&text, kMinutes, "");
  return pages;
}

bool opens_sentence(const std::string& rest) {
  static const RE2 kStart(
      "(?i)^(?:(?:it was |was |were "
      ")?(?:proposed|resolved|agreed|noted|approved|confirmed|attached|none)\\b|cllrs?\\b|"
      "councillors?\\b|mrs?\\b|ms\\b)");
  return is_none(rest) || RE2::PartialMatch(rest, kStart);
}

/// Words behind a colon that a title may end with: "Planning Guidance: Shopfronts".
bool is_title(const std::string& text) {
  return starts_upper(text) && text.size() < kLongestSubtitle && !text.ends_with(".") &&
         read_name_list(text).names.empty();
}

/// "Apologies: Cllr Day", "Police report: No report." The words behind the colon belong to the
/// title where it is a heading or an agenda's, and they are no answer to it.
ItemTitle cut_title(std::string text, bool heading, bool agenda, bool labelled = false) {
  ItemTitle result;
  std::string front, rest;
  static const RE2 kPagesInside(
      "(?is)^(.{3,200}?)\\s*\\(pages? \\d+\\s*(?:[-–]|to)\\s*\\d+\\)\\s*(.*)$");
  if (RE2::FullMatch(text, kPagesInside, &front, &rest)) {
    // The pages stand in a column of their own, beside the title's first line.
    const bool goes_on = !rest.empty() && !starts_upper(rest);
    text = goes_on ? front + " " + rest : front;
    result.rest = goes_on ? "" : rest;
    result.pages = true;
  }
  result.pages = cut_noise(text) || result.pages;
  static const RE2 kLeadingDash("^[-–—•]\\s+");
  RE2::Replace(&text, kLeadingDash, "");
  result.title = text;
  static const RE2 kRunOn("(?is)^(.{3,140}?)\\s*(?::-?|\\s[-–]\\s?)\\s*(.+)$");
  static const RE2 kColon("(?is)^(.{3,140}?)\\s*:-?\\s*(.+)$");
  static const RE2 kLeadsIn("(?is)^(.{3,140}?)\\s*:-\\s*(.+)$");
  static const RE2 kStop("(?s)^([^.]{3,90})\\.\\s+(.{20,})$");
  static const RE2 kOpenEnd("\\s*(?::-?|-|–)$");
  RE2::Replace(&result.title, kOpenEnd, "");
  static const RE2 kAnswer("(?s)^(.{4,120}\\S)\\s+((?:None|Nil|NONE|Dim)\\.?)$");
  const auto set = [&] {
    result.title = front;
    result.rest = rest + (result.rest.empty() ? "" : " " + result.rest);
  };
  const std::string whole = result.title;
  if (whole.empty()) return result;
  if (!agenda && RE2::FullMatch(whole, kAnswer, &front, &rest) &&
      whole.find(':') == std::string::npos) {
    set();
  } else if (RE2::FullMatch(whole, kRunOn, &front, &rest) && opens_sentence(rest)) {
    set();
  } else if (!agenda && RE2::FullMatch(whole, kLeadsIn, &front, &rest)) {
    set();
  } else if (!agenda && RE2::FullMatch(whole, kColon, &front, &rest) &&
             (rest.size() > kLongTitle || (!heading && (labelled || !is_title(rest))))) {
    set();
  } else if (!agenda && (!heading || whole.back() == '.') &&
             RE2::FullMatch(whole, kStop, &front, &rest)) {
    set();
  }
  return result;
}

class ItemFinder {
 public:
  ItemFinder(const PaperView& view, bool agenda) : view_(view), agenda_(agenda) {}

  std::vector<ItemStart> find() {
    find_candidates();
    const std::vector<std::size_t> chain = find_chain();
    const bool sound =
        agenda_ || chain.size() > 3 || chain.empty() || candidates_[chain.back()].best >= kLeastSum;
    const bool enough =
        (chain.size() >= 2 && sound) || (chain.size() == 1 && stands_alone(candidates_[chain[0]]));
    if (!enough) return read_headings();
    if (chain.size() == 1) complete_title(candidates_[chain[0]]);
    std::vector<ItemStart> starts;
    for (const std::size_t at : chain) starts.push_back(start_of(candidates_[at]));
    return starts;
  }

 private:
  static ItemStart start_of(const ItemCandidate& candidate) {
    return {candidate.block, candidate.title_block + 1, candidate.printed, candidate.title.title,
            candidate.title.rest};
  }

  /// Items without numbers: headings of one rank, where two at least are those of any meeting.
  std::vector<ItemStart> read_headings() const {
    const auto& blocks = view_.blocks();
    std::vector<std::size_t> usual, plain;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      if (!blocks[i].number.empty()) continue;
      const bool heading = blocks[i].kind == BlockKind::Heading;
      if (!heading && !looks_like_heading(i)) continue;
      if (is_usual(view_.text(i))) (heading ? usual : plain).push_back(i);
    }
    const bool styled = usual.size() >= kLeastUsual;
    const std::vector<std::size_t>& known = styled ? usual : plain;
    std::vector<ItemStart> found;
    if (known.size() < kLeastUsual) return found;
    for (std::size_t i = known[0]; i < blocks.size(); ++i) {
      const bool alike =
          styled ? blocks[i].kind == BlockKind::Heading && blocks[i].level == blocks[known[0]].level
                 : looks_like_heading(i);
      if (!alike) continue;
      const ItemTitle title = cut_title(view_.text(i), true, agenda_);
      if (!title.title.empty()) found.push_back({i, i + 1, "", title.title, title.rest});
    }
    return found;
  }

  bool is_usual(const std::string& text) const {
    for (const CompiledPattern& pattern : view_.rules().compiled().patterns) {
      if (view_.rule(pattern.rule).field == "items/usual" && RE2::PartialMatch(text, *pattern.re))
        return true;
    }
    return false;
  }

  /// A heading in the type of the text: "Annual Report of the Council", with text below.
  bool looks_like_heading(std::size_t i) const {
    const Block& block = view_.blocks()[i];
    if (block.kind != BlockKind::Paragraph || view_.has_label(i)) return false;
    if (block.range.end - block.range.begin > kLongestPlainTitle) return false;
    const std::string text = view_.text(i);
    return has_capitals(text) && (is_usual(text) || read_name_list(text).names.empty()) &&
           i + 1 < view_.blocks().size() && !has_capitals(view_.text(i + 1));
  }

  /// Most of the long words start with capitals, and no sentence ends.
  static bool has_capitals(const std::string& text) {
    if (text.size() > kLongestPlainTitle || !starts_upper(text)) return false;
    if (std::string_view(".,;:)").find(text.back()) != std::string_view::npos) return false;
    std::size_t words = 0, capitals = 0;
    for (const std::string_view word : split_words(text)) {
      if (word.find_first_of("0123456789") != std::string_view::npos) return false;
      if (word.size() < kLongWord) continue;
      ++words;
      capitals += starts_upper(word) ? 1 : 0;
    }
    return words > 0 && capitals * 3 >= words * 2;
  }

  /// A supplement with one item, or minutes.
  bool stands_alone(const ItemCandidate& candidate) const {
    const std::size_t next = candidate.block + 1;
    const bool pages_follow =
        next < view_.blocks().size() && fold(view_.text(next)).starts_with("(pages");
    if (agenda_) return candidate.title.pages || pages_follow || candidate.weight > 1;
    // A special meeting: its one item is the only numbered heading.
    const auto& blocks = view_.blocks();
    return blocks[candidate.title_block].kind == BlockKind::Heading &&
           std::count_if(blocks.begin(), blocks.end(), [](const Block& block) {
             return block.kind == BlockKind::Heading && !block.number.empty();
           }) < 2;
  }

  /// The title of a single item that runs on in the next block: "Service to the Directorate (Pages
  /// 1 - 20)".
  void complete_title(ItemCandidate& candidate) const {
    const std::size_t next = candidate.title_block + 1;
    if (candidate.title.pages || next >= view_.blocks().size() ||
        !view_.blocks()[next].number.empty())
      return;
    std::string text = view_.text(next);
    if (text.starts_with("(") || !cut_noise(text)) return;
    candidate.title.title += " " + text;
  }

  void find_candidates() {
    for (std::size_t i = 0; i < view_.blocks().size(); ++i) {
      const Block& block = view_.blocks()[i];
      const std::string text = view_.text(i);
      if (!block.number.empty()) {
        add_candidate(i, block.number, text);
        continue;
      }
      if (block.bullet) continue;
      // The number alone: in a cell, or on a line of its own.
      static const RE2 kNumberAlone("^(\\d{1,4})\\.?$");
      std::string number;
      if (RE2::PartialMatch(text, kNumberAlone, &number)) {
        add_candidate(i, number, "");
      } else if (const auto found = read_minute_number(text);
                 found && text.size() < kLongestBlock) {
        add_candidate(i, found->printed, text.substr(found->length));
      }
    }
    weigh_indents();
    weigh_repeated();
  }

  void add_candidate(std::size_t i, const std::string& number, const std::string& text) {
    const std::vector<Counter> counters = counters_of(number);
    if (counters.empty()) return;
    const Block& block = view_.blocks()[i];
    const bool heading = block.kind == BlockKind::Heading;
    const bool firm = (heading || block.style.bold) && !view_.has_label(i);
    ItemTitle title = cut_title(text, firm, agenda_ && !view_.has_label(i), view_.has_label(i));
    // A number in a column of its own: the title stands in the next block.
    std::size_t title_block = i;
    if (title.title.empty() && i + 1 < view_.blocks().size() &&
        view_.blocks()[i + 1].number.empty()) {
      title_block = i + 1;
      title = cut_title(view_.text(i + 1), heading || view_.blocks()[i + 1].style.bold, agenda_);
    }
    if (title.title.empty() || title.title.size() > kLongestTitle) return;
    double weight = weight_of(view_.blocks()[title_block], number, title.title);
    if (!heading && i > 0 && leads_in(view_.text(i - 1))) weight *= 0.3;
    for (const Counter& counter : counters)
      candidates_.push_back({i, number, counter, title, title_block, weight, 0, -1});
  }

  /// "The Committee resolved that:" before a list.
  static bool leads_in(const std::string& text) {
    return text.ends_with(":") || text.ends_with(":-") || text.ends_with(" that") ||
           text.ends_with(" to");
  }

  double weight_of(const Block& block, const std::string& number, const std::string& title) const {
    static const RE2 kSentence(
        "(?i)^(?:resolved|agreed|that|to note|to approve)\\b|\\b(?:proposed|seconded)\\b");
    if (block.kind == BlockKind::Heading) return 2.5;
    if (!agenda_ && RE2::PartialMatch(title, kSentence)) return 0.1;
    if (title.size() > kLongTitle) return agenda_ ? 0.7 : 0.1;
    if (!agenda_ && title.ends_with(".") && title.size() > 50) return 0.2;
    // An item of a list: "1. a pond;"
    if (!starts_upper(title) || title.ends_with(";") || title.ends_with("; and")) return 0.1;
    const bool plain = number.find_first_not_of("0123456789.") == std::string::npos;
    const bool lettered = !plain && block.cell.table == 0;
    return block.style.bold || block.cell.column == 1 || lettered ? 1.5 : 1.0;
  }

  /// "SR/1 Upper Green", "SR/2 Upper Green": sites and applications, which stand in one place;
  /// items have titles of their own.
  void weigh_repeated() {
    std::map<std::string, std::set<std::size_t>> blocks;  // by title
    for (const ItemCandidate& candidate : candidates_)
      blocks[fold(candidate.title.title)].insert(candidate.block);
    for (ItemCandidate& candidate : candidates_) {
      if (blocks[fold(candidate.title.title)].size() > kMostSameTitles) candidate.weight *= 0.1;
    }
  }

  /// Lists inside items stand further in than the items.
  void weigh_indents() {
    double outermost = 1e9;
    for (const ItemCandidate& candidate : candidates_) {
      const double indent = view_.blocks()[candidate.block].indent;
      if (indent > 0) outermost = std::min(outermost, indent);
    }
    for (ItemCandidate& candidate : candidates_) {
      const Block& block = view_.blocks()[candidate.block];
      if (block.cell.table == 0 && block.indent > outermost + kDeepIndent) candidate.weight *= 0.5;
    }
  }

  /// The chain of consecutive numbers that weighs most: the items.
  std::vector<std::size_t> find_chain() {
    int best = -1;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      ItemCandidate& here = candidates_[i];
      here.best = here.weight;
      for (std::size_t j = i > kLookBack ? i - kLookBack : 0; j < i; ++j) {
        const ItemCandidate& there = candidates_[j];
        const long step = items_between(there.number, here.number);
        if (step < 1 || step > kLargestStep) continue;
        const double sum = there.best + here.weight - 0.4 * static_cast<double>(step - 1);
        if (sum > here.best) {
          here.best = sum;
          here.before = static_cast<int>(j);
        }
      }
      if (best < 0 || here.best > candidates_[static_cast<std::size_t>(best)].best)
        best = static_cast<int>(i);
    }
    std::vector<std::size_t> chain;
    for (int at = best; at >= 0; at = candidates_[static_cast<std::size_t>(at)].before) {
      chain.push_back(static_cast<std::size_t>(at));
    }
    std::reverse(chain.begin(), chain.end());
    return chain;
  }

  const PaperView& view_;
  bool agenda_;
  std::vector<ItemCandidate> candidates_;
};

}  // namespace

std::vector<ItemStart> find_item_starts(const PaperView& view, bool agenda) {
  return ItemFinder(view, agenda).find();
}

}  // namespace moot
