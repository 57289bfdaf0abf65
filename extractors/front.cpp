#include "extractors/front.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "extractors/body_name.hpp"
#include "extractors/compiled_rules.hpp"
#include "extractors/council.hpp"
#include "extractors/gazetteer.hpp"
#include "extractors/shapes.hpp"
#include "extractors/values.hpp"
#include "extractors/values_text.hpp"
#include "pipeline/normalise.hpp"

namespace moot {

namespace {

constexpr std::size_t kMastheadBlocks = 14;
constexpr std::size_t kLongestTitle = 260;  // bytes
constexpr double kMasthead = 0.5;           // weight: below any label
constexpr double kLocalCouncil = 3.1;       // outweighs a label or a sentence that says less
constexpr double kDateLine = 1.5;           // a line of its own outweighs "held on" in a sentence

/// A block of the masthead and what it looks like.
struct HeadBlock {
  std::size_t index = 0;
  std::string text;
  std::string body;  ///< the part of it that names a body; empty where none does
  bool is_date = false;
  bool is_council = false;
};

/// The text is a date and little else ("Thursday, 30 January 2025 at 10.00 am").
bool is_date_line(const std::string& text) {
  if (text.size() > 60) return false;
  const auto dates = find_dates(text);
  if (dates.empty()) return false;
  std::size_t other = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool inside = i >= dates[0].begin && i < dates[0].end;
    other += !inside && std::isalpha(static_cast<unsigned char>(text[i])) != 0;
  }
  return other <= 22;
}

std::vector<HeadBlock> read_head(const PaperView& view) {
  std::vector<HeadBlock> head;
  const std::size_t end =
      std::min(view.blocks().size(), std::max(view.front_end(), std::size_t{6}));
  for (std::size_t i = 0; i < std::min(end, kMastheadBlocks); ++i) {
    if (!view.blocks()[i].number.empty()) break;  // the paper itself has begun
    HeadBlock block;
    block.index = i;
    block.text = view.text(i);
    while (block.text.ends_with(" ")) block.text.pop_back();
    block.body = body_in(block.text);
    block.is_date = is_date_line(block.text) || (!block.body.empty() && parse_date(block.text));
    const auto councils = find_authorities(block.text);
    block.is_council =
        !councils.empty() && councils[0].begin < 4 && councils[0].end + 4 > block.text.size();
    head.push_back(std::move(block));
  }
  return head;
}

bool is_kind_word(const std::string& text) {
  static const RE2 kKind(
      "(?i)(?:draft |unconfirmed )?(?:minutes|agenda|notes|summons|a g e n d a).*");
  return RE2::FullMatch(text, kKind);
}

Value value_of(const PaperView& view, const HeadBlock& block, std::string text) {
  Value value;
  value.text = std::move(text);
  value.range = view.blocks()[block.index].range;
  return value;
}

/// "Wexcombe District Council" over "PLANNING COMMITTEE": the council, and one of its bodies. The
/// council's own name counts least.
int rank_of_body(const HeadBlock& block) {
  const std::string key = fold(block.body);
  const bool council = key.ends_with(" council") || key.starts_with("cyngor ");
  if (!council || key == "full council" || key == "council" || key == "county council" ||
      key == "cyngor llawn")
    return 2;
  return block.is_council ? 0 : 1;
}

/// "Minutes of the Parish Council meeting" under "WEXCOMBE PARISH COUNCIL": the masthead has the
/// whole name.
bool is_part_of(const std::string& body, const std::string& whole) {
  const std::string key = fold(body);
  const std::string all = fold(whole);
  const bool local = all.ends_with("parish council") || all.ends_with("town council") ||
                     all.ends_with("community council");
  return local && key.ends_with("council") && whole.size() > body.size() &&
         all.ends_with(" " + key);
}

/// The body is the first line of the masthead that names one; the council's own name counts where
/// nothing else does (parish councils meet as themselves). Of a meeting without either, the line
/// over the date is the body.
void propose_body(const PaperView& view, const std::vector<HeadBlock>& head, bool is_meeting,
                  RecordBuilder& builder) {
  const HeadBlock* best = nullptr;
  for (const HeadBlock& block : head) {
    if (block.body.empty() || view.has_label(block.index)) continue;
    const bool better = best == nullptr || rank_of_body(*best) < rank_of_body(block);
    if (better) best = &block;
  }
  if (best != nullptr && is_part_of(builder.best("body").value_or(""), best->body)) {
    builder.propose({"body.masthead-whole", kLocalCouncil}, "body",
                    {value_of(view, *best, best->body)});
  }
  if (best != nullptr) {
    builder.propose({"body.masthead", best->is_council ? kMasthead - 0.2 : kMasthead}, "body",
                    {value_of(view, *best, best->body)});
    return;
  }
  for (std::size_t i = 1; is_meeting && i < head.size(); ++i) {
    const HeadBlock& above = head[i - 1];
    const bool heading = view.blocks()[above.index].kind == BlockKind::Heading;
    if (!head[i].is_date || !heading || above.text.size() > kLongestBody ||
        is_kind_word(above.text))
      continue;
    builder.propose({"body.over-date", kMasthead - 0.3}, "body",
                    {value_of(view, above, above.text)});
    return;
  }
}

/// A date over "To all members", "Dear Councillor": that of the letter which calls the meeting.
bool is_over_address(const PaperView& view, const HeadBlock& block) {
  static const RE2 kAddress("(?i)^(?:to\\b ?[:/]?|dear) .*");
  constexpr std::size_t kNear = 3;
  for (std::size_t i = block.index + 1; i <= block.index + kNear; ++i) {
    if (i < view.blocks().size() && RE2::FullMatch(view.text(i), kAddress))
      return block.body.empty();
  }
  return false;
}

void propose_date(const PaperView& view, const std::vector<HeadBlock>& head, bool is_agenda,
                  RecordBuilder& builder) {
  for (const HeadBlock& block : head) {
    if (!block.is_date || view.has_label(block.index)) continue;
    if (is_agenda && is_over_address(view, block)) {
      builder.propose({"report-date.summons", kMasthead}, "report_date",
                      {value_of(view, block, *parse_date(block.text))});
      continue;
    }
    builder.propose({"meeting-date.masthead", kDateLine}, "meeting_date",
                    {value_of(view, block, *parse_date(block.text))});
    return;
  }
}

/// An agenda goes out some days before its meeting: a date that stands alone, or ends a signature
/// ("A Quill, Clerk to the Council 30 April 2025"), is the day of the summons.
void propose_date_of_summons(const PaperView& view, RecordBuilder& builder) {
  constexpr std::size_t kMostBlocks = 80;
  constexpr std::size_t kLongest = 90;  // bytes
  const auto meeting = builder.best("meeting_date");
  if (!meeting) return;
  for (std::size_t i = 0; i < std::min(view.blocks().size(), kMostBlocks); ++i) {
    const std::string text = view.text(i);
    if (text.size() > kLongest || !view.blocks()[i].number.empty()) continue;
    const auto dates = find_dates(text);
    if (dates.size() != 1 || dates[0].end != text.size() || dates[0].value >= *meeting) continue;
    static const RE2 kSigned(
        "(?i)^(?:date|dated|issued|date of (?:issue|despatch|summons))?\\W*"
        "(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\\W*)?$|"
        ".*\\b(?:clerk|officer|executive|secretary|solicitor|director|administrator)\\b[^.]{0,40}"
        "$");
    if (!RE2::FullMatch(text.substr(0, dates[0].begin), kSigned)) continue;
    Value value = value_of(view, {i, text, {}, true, false}, dates[0].value);
    builder.propose({"report-date.summons", kMasthead}, "report_date", {std::move(value)});
    return;
  }
}

bool can_be_title(const PaperView& view, const HeadBlock& block) {
  const Block& own = view.blocks()[block.index];
  if (!block.body.empty() || block.is_date || block.is_council || view.has_label(block.index))
    return false;
  if (block.text.size() < 4 || block.text.size() > kLongestTitle || own.bullet) return false;
  if (block.text.back() == '.' || block.text.back() == ':' || block.text.back() == ',')
    return false;
  static const RE2 kNot(
      "(?i)^(?:report (?:of|by|to)|agenda|minutes|item|page|from|to|date|public|part "
      "[1i2]|appendix \\w$|"
      "not for publication|for (?:publication|decision|information)|contact|skip|issue|decision "
      "details|(?:forward plans?|plan items|decisions|(?:committee|meeting) details)$|"
      "(?:insert |report )?title here$|"
      "(?:proposed )?(?:notice|record|statement) of (?:[a-z'’-]+ ){0,5}decisions?\\b|"
      "(?:[a-z'’-]+ ){0,5}decision (?:notice|record|sheet|form|proforma)s?$|"
      "version|draft|amendment$|fao\\b|\\(.*\\)$|paper [a-z0-9]|www\\.|http).*");
  if (RE2::FullMatch(block.text, kNot)) return false;
  return starts_upper(block.text) || std::isdigit(static_cast<unsigned char>(block.text[0]));
}

/// The same words stand again below: a title is often printed over the first section too.
bool is_repeated(const PaperView& view, const HeadBlock& block) {
  const std::string key = fold(block.text);
  std::size_t times = 0;  // more than twice is a sub-heading
  for (std::size_t i = 0; i < std::min(view.blocks().size(), std::size_t{60}); ++i) {
    const std::string text = view.text(i);
    if (text.size() <= 4 * key.size()) times += fold(text) == key;  // folding is slow
  }
  return times == 2;
}

/// "Our ref:", "FAO:": a letter, though it greets nobody.
bool has_letter_head(const std::vector<HeadBlock>& head) {
  static const RE2 kSigns("(?i)^(?:(?:our|your) ref(?:erence)?|fao|for the attention of)\\b.*");
  return std::any_of(head.begin(), head.end(),
                     [](const HeadBlock& block) { return RE2::FullMatch(block.text, kSigns); });
}

/// A letter's head names people and addresses, no title.
std::optional<std::size_t> find_salutation(const PaperView& view) {
  for (std::size_t i = 0; i < std::min(view.blocks().size(), std::size_t{30}); ++i) {
    const std::string text = view.text(i);
    if (text.starts_with("Dear ") && text.size() < 60) return i;
  }
  return {};
}

/// The subject of a letter is the heading after its salutation; who wrote it stands under "Yours
/// sincerely".
void propose_letter(const PaperView& view, std::size_t salutation, RecordBuilder& builder) {
  const auto& blocks = view.blocks();
  const auto value_at = [&](std::size_t i, std::string text) {
    Value value;
    value.text = std::move(text);
    value.range = blocks[i].range;
    return value;
  };
  const std::size_t next = salutation + 1;
  if (next < blocks.size() && blocks[next].kind == BlockKind::Heading) {
    builder.propose({"title.letter", kMasthead}, "title",
                    {value_at(next, normalise_value("title", view.text(next)).value_or(""))});
  }
  static const RE2 kClose(
      "(?i)^(?:yours (?:sincerely|faithfully|truly)|kind regards|with best wishes)\\b.*");
  for (std::size_t i = next; i + 1 < blocks.size(); ++i) {
    if (!RE2::FullMatch(view.text(i), kClose)) continue;
    const std::string name = view.text(i + 1);
    if (!is_person_name(name)) return;
    Value value = value_at(i + 1, tidy_name(name, true));
    if (i + 2 < blocks.size() && view.text(i + 2).size() < 120) {
      value.role = view.text(i + 2);
      value.places["role"] = blocks[i + 2].range;
    }
    builder.propose({"from.signature", kMasthead}, "from", {std::move(value)});
    return;
  }
}

/// A centred title is broken where the words end ("Report on the Examination of the" / "Local
/// Plan"): large lines of one look that follow each other are one title.
void add_rest_of_title(const PaperView& view, std::size_t first, Value& value) {
  static const RE2 kOpen("(?i).*(?:\\b(?:of|the|and|for|to|in|on|with|at|a|from|by)|[,&–-])$");
  const auto& blocks = view.blocks();
  const Style& look = blocks[first].style;
  for (std::size_t i = first + 1; i < std::min(first + 3, blocks.size()); ++i) {
    const Style& style = blocks[i].style;
    const bool alike = style.size == look.size && style.bold == look.bold &&
                       blocks[i].number.empty() && blocks[i].cell == blocks[first].cell;
    if (!alike || view.has_label(i) || !RE2::FullMatch(value.text, kOpen)) return;
    value.text += " " + view.text(i);
    value.range.end = blocks[i].range.end;
  }
}

void propose_title(const PaperView& view, const std::vector<HeadBlock>& head,
                   RecordBuilder& builder) {
  double largest = 0;
  for (const HeadBlock& block : head) {
    if (can_be_title(view, block))
      largest = std::max(largest, view.blocks()[block.index].style.size);
  }
  const HeadBlock* best = nullptr;
  double best_score = 1;  // a plain paragraph is no title
  bool after_meeting = false;
  for (const HeadBlock& block : head) {
    if (can_be_title(view, block)) {
      const Block& own = view.blocks()[block.index];
      double score = 0;
      if (own.kind == BlockKind::Heading && own.number.empty()) score += 1;
      // Of a web page the first headings are the page's own.
      if (own.style.heading_level == 1 || own.style.heading_level == 2) score += 0.5;
      if (own.style.bold || all_upper(block.text)) score += 0.5;
      if (largest > 0 && own.style.size >= largest - 0.2) score += 0.5;
      if (after_meeting) score += 1;
      if (is_repeated(view, block)) score += 1.5;
      if (block.text.size() > 140) score -= 1;
      if (score > best_score) {
        best_score = score;
        best = &block;
      }
    }
    after_meeting = after_meeting || !block.body.empty() || block.is_date;
  }
  if (best == nullptr) return;
  Value value = value_of(view, *best, best->text);
  add_rest_of_title(view, best->index, value);
  value.text = normalise_value("title", value.text).value_or(value.text);
  builder.propose({"title.masthead", kMasthead}, "title", {std::move(value)});
}

}  // namespace

void propose_front(const PaperView& view, std::string_view kind, RecordBuilder& builder) {
  const bool is_meeting = kind == "minutes" || kind == "agenda";
  const std::vector<HeadBlock> head = read_head(view);
  const auto salutation = find_salutation(view);
  const bool letter = kind == "correspondence" && (salutation || has_letter_head(head));
  // A question or a petition is for a meeting; a letter is not.
  if (is_meeting || kind == "report" || (kind == "correspondence" && !letter)) {
    propose_body(view, head, is_meeting, builder);
    propose_date(view, head, kind == "agenda", builder);
  }
  if (kind == "agenda") propose_date_of_summons(view, builder);
  if (letter && salutation) propose_letter(view, *salutation, builder);
  if (!is_meeting && !letter) propose_title(view, head, builder);
  propose_council(view, builder);
}

}  // namespace moot
