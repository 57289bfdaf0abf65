#include <algorithm>
#include <cctype>
#include <optional>

#include <re2/re2.h>

#include "extractors/minutes.hpp"
#include "extractors/resolutions.hpp"
#include "extractors/values.hpp"
#include "pipeline/normalise.hpp"

namespace moot {

namespace {

constexpr long kLargestStep = 3;            // items may be left out of minutes
constexpr std::size_t kLookBack = 400;      // candidates, for the item before
constexpr std::size_t kLongTitle = 110;     // bytes: more is hardly a title
constexpr std::size_t kLongestTitle = 260;  // bytes: more is none
constexpr double kLeastSum = 1.9;           // weight of a short chain of items in minutes
constexpr double kDeepIndent = 40;          // points right of the outermost numbers

/// "16.07.2" -> prefix "16.07.", last 2. "77/21" may count in either part.
struct ItemNumber {
  std::string prefix;
  long last = 0;
};

/// A title, and what runs on behind it in the same block.
struct ItemTitle {
  std::string title;
  std::string rest;
  bool pages = false;  ///< "(Pages 3 - 8)" stood behind it
};

struct ItemCandidate {
  std::size_t block = 0;
  std::string printed;  ///< the number as printed
  ItemNumber number;
  ItemTitle title;
  std::size_t title_block = 0;
  double weight = 1;
  double best = 0;  ///< of the best chain that ends here
  int before = -1;
};

std::optional<ItemNumber> read_number(const std::string& number) {
  std::size_t at = number.size();
  while (at > 0 && std::isdigit(static_cast<unsigned char>(number[at - 1])) != 0) --at;
  if (at == number.size() || number.size() - at > 6) return {};
  return ItemNumber{number.substr(0, at), std::stol(number.substr(at))};
}

/// What stands behind a title on an agenda: pages, the agenda's own number, the time allowed.
bool cut_noise(std::string& text) {
  static const RE2 kNoise(
      "(?i)\\s*(?:\\(?pages? \\d+\\s*(?:(?:[-–]|to)\\s*\\d+)?\\)?|\\(pages?|\\(item "
      "\\d+[a-z]?\\)|\\(to follow\\)|to follow|"
      "\\s\\d{1,3} ?[-–] ?\\d{1,3})\\s*$");
  static const RE2 kMinutes("(?i)\\s*\\((?:up to |maximum |max )?\\d+ min(?:ute)?s?\\)\\s*$");
  bool pages = false;
  while (RE2::Replace(&text, kNoise, "")) pages = true;
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

/// "Apologies: Cllr Day", "Police report: No report." The words behind the colon belong to the
/// title where it is a heading or an agenda's, and they are no answer to it.
ItemTitle cut_title(std::string text, bool heading, bool agenda) {
  ItemTitle result;
  std::string front, rest;
  static const RE2 kPagesInside(
      "(?is)^(.{3,200}?)\\s*\\(pages? \\d+\\s*(?:[-–]|to)\\s*\\d+\\)\\s*(.*)$");
  if (RE2::FullMatch(text, kPagesInside, &front, &rest)) {
    text = front;
    result.rest = rest;
    result.pages = true;
  }
  result.pages = cut_noise(text) || result.pages;
  static const RE2 kLeadingDash("^[-–—•]\\s+");
  RE2::Replace(&text, kLeadingDash, "");
  result.title = text;
  static const RE2 kRunOn("(?is)^(.{3,140}?)\\s*(?::-?|\\s[-–]\\s?)\\s*(.+)$");
  static const RE2 kColon("(?is)^(.{3,140}?)\\s*:-?\\s*(.+)$");
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
  } else if (RE2::FullMatch(whole, kColon, &front, &rest) && !agenda &&
             (!heading || rest.size() > kLongTitle)) {
    set();
  } else if (!agenda && (!heading || whole.back() == '.') &&
             RE2::FullMatch(whole, kStop, &front, &rest)) {
    set();
  }
  return result;
}

class ItemReader {
 public:
  ItemReader(const PaperView& view, bool agenda) : view_(view), agenda_(agenda) {}

  std::vector<Value> read() {
    find_candidates();
    const std::vector<std::size_t> chain = find_chain();
    const bool sound =
        agenda_ || chain.size() > 3 || chain.empty() || candidates_[chain.back()].best >= kLeastSum;
    const bool enough =
        (chain.size() >= 2 && sound) || (chain.size() == 1 && stands_alone(candidates_[chain[0]]));
    if (!enough) return read_headings();
    if (chain.size() == 1) complete_title(candidates_[chain[0]]);
    std::vector<Value> items;
    const FoundResolutions resolutions = find_resolutions(view_, "minutes");
    for (std::size_t k = 0; k < chain.size(); ++k) {
      const std::size_t end =
          k + 1 < chain.size() ? candidates_[chain[k + 1]].block : view_.blocks().size();
      items.push_back(make_item(candidates_[chain[k]], end, resolutions.values));
    }
    return items;
  }

 private:
  /// Items without numbers: headings of one rank, where two at least are those of any meeting.
  std::vector<Value> read_headings() {
    static const RE2 kUsual(
        "(?i)^(?:apologies|(?:declarations?|disclosures?) of (?:members’ |members' )?(?:pecuniary "
        ")?interests?|minutes\\b|matters arising|"
        "public (?:participation|forum|questions?|session)|correspondence|finance|planning|any "
        "other business|"
        "date of (?:the )?next meeting|chair(?:man|person)?['’]s "
        "(?:report|announcements)|ymddiheuriadau|cofnodion|gohebiaeth)");
    const auto& blocks = view_.blocks();
    std::size_t usual = 0, first = blocks.size();
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      if (blocks[i].kind != BlockKind::Heading || !blocks[i].number.empty() ||
          !RE2::PartialMatch(view_.text(i), kUsual))
        continue;
      first = std::min(first, i);
      ++usual;
    }
    std::vector<Value> items;
    if (usual < 2) return items;
    std::vector<ItemCandidate> found;
    for (std::size_t i = first; i < blocks.size(); ++i) {
      if (blocks[i].kind != BlockKind::Heading || blocks[i].level != blocks[first].level) continue;
      ItemTitle title = cut_title(view_.text(i), true, agenda_);
      if (!title.title.empty()) found.push_back({i, "", {}, title, i, 1, 0, -1});
    }
    const FoundResolutions resolutions = find_resolutions(view_, "minutes");
    for (std::size_t k = 0; k < found.size(); ++k) {
      const std::size_t end = k + 1 < found.size() ? found[k + 1].block : blocks.size();
      items.push_back(make_item(found[k], end, resolutions.values));
    }
    return items;
  }

  /// A supplement with one item.
  bool stands_alone(const ItemCandidate& candidate) const {
    const std::size_t next = candidate.block + 1;
    const bool pages_follow =
        next < view_.blocks().size() && fold(view_.text(next)).starts_with("(pages");
    return agenda_ && (candidate.title.pages || pages_follow || candidate.weight > 1);
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
      std::string text = view_.text(i), number = block.number;
      static const RE2 kSlashed("^(\\d{1,4}/\\d{1,4}|[A-Z]{1,3}\\d{1,3}/\\d{2,4})\\.?\\s+");
      if (number.empty() && text.size() < 200 && !block.bullet &&
          RE2::PartialMatch(text, kSlashed, &number)) {
        RE2::Replace(&text, kSlashed, "");
      }
      // A cell that holds the number alone.
      static const RE2 kNumberCell("^(\\d{1,3})\\.?$");
      if (number.empty() && block.cell.table > 0 && RE2::PartialMatch(text, kNumberCell, &number))
        text.clear();
      if (!number.empty()) add_candidate(i, number, text);
    }
    weigh_indents();
  }

  void add_candidate(std::size_t i, const std::string& number, const std::string& text) {
    const auto parsed = read_number(number);
    if (!parsed) return;
    const Block& block = view_.blocks()[i];
    const bool heading = block.kind == BlockKind::Heading;
    const bool firm = (heading || block.style.bold) && !view_.has_label(i);
    ItemTitle title = cut_title(text, firm, agenda_ && !view_.has_label(i));
    // A number in a column of its own: the title stands in the next block.
    std::size_t title_block = i;
    if (title.title.empty() && i + 1 < view_.blocks().size() &&
        view_.blocks()[i + 1].number.empty()) {
      title_block = i + 1;
      title = cut_title(view_.text(i + 1), heading || view_.blocks()[i + 1].style.bold, agenda_);
    }
    if (title.title.empty() || title.title.size() > kLongestTitle) return;
    ItemCandidate candidate{i, number, *parsed, title, title_block, weight_of(block, title.title),
                            0, -1};
    candidates_.push_back(candidate);
    const std::size_t slash = number.find('/');
    if (slash == std::string::npos || slash == 0) return;
    candidate.number = {number.substr(slash), std::atol(number.c_str())};
    if (candidate.number.last > 0) candidates_.push_back(candidate);
  }

  double weight_of(const Block& block, const std::string& title) const {
    static const RE2 kSentence(
        "(?i)^(?:resolved|agreed|that|to note|to approve)\\b|\\b(?:proposed|seconded)\\b");
    if (block.kind == BlockKind::Heading) return 2.5;
    if (!agenda_ && RE2::PartialMatch(title, kSentence)) return 0.1;
    if (title.size() > kLongTitle) return agenda_ ? 0.7 : 0.1;
    if (!agenda_ && title.ends_with(".") && title.size() > 50) return 0.2;
    return block.style.bold || block.cell.column == 1 ? 1.5 : 1.0;
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

  /// The chain of consecutive numbers that weighs most: the items. Lists inside items start again
  /// at 1 and make shorter chains.
  std::vector<std::size_t> find_chain() {
    int best = -1;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      ItemCandidate& here = candidates_[i];
      here.best = here.weight;
      for (std::size_t j = i > kLookBack ? i - kLookBack : 0; j < i; ++j) {
        const ItemCandidate& there = candidates_[j];
        const long step = here.number.last - there.number.last;
        if (step < 1 || step > kLargestStep || here.number.prefix != there.number.prefix) continue;
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
      chain.insert(chain.begin(), static_cast<std::size_t>(at));
    }
    return chain;
  }

  Value make_item(const ItemCandidate& candidate, std::size_t end,
                  const std::vector<Value>& resolutions) const {
    Value item;
    item.text = candidate.title.title;
    if (!candidate.printed.empty()) item.number = candidate.printed;
    item.body = candidate.title.rest;
    const bool own_column = candidate.title_block != candidate.block;
    for (std::size_t i = candidate.block + (own_column ? 2 : 1); i < end; ++i) {
      const std::string text = view_.text(i);
      if (!text.empty()) item.body += (item.body.empty() ? "" : "\n") + text;
    }
    item.range = {view_.blocks()[candidate.block].range.begin, view_.blocks()[end - 1].range.end};
    for (const Value& resolution : resolutions) {
      const bool inside =
          resolution.range.begin >= item.range.begin && resolution.range.begin < item.range.end;
      if (inside) item.resolutions.push_back(resolution.text);
    }
    return item;
  }

  const PaperView& view_;
  bool agenda_;
  std::vector<ItemCandidate> candidates_;
};

}  // namespace

void propose_items(const PaperView& view, std::string_view kind, RecordBuilder& builder) {
  builder.propose({"items.numbers"}, "items", ItemReader(view, kind == "agenda").read());
}

}  // namespace moot
