#include "extractors/decision_page.hpp"

#include <algorithm>

#include <re2/re2.h>

#include "extractors/shapes.hpp"
#include "extractors/values.hpp"
#include "pipeline/normalise.hpp"

namespace moot {

namespace {

constexpr double kByPlace = 0.5;  // weight: below any label

/// Some blocks of a page, from `begin` up to `end`.
struct Run {
  std::size_t begin = 0, end = 0;
  bool empty() const { return begin >= end; }
};

std::vector<Piece> pieces_of(const PaperView& view, Run run) {
  return view.pieces(run.begin,
                     {view.blocks()[run.begin].range.begin, view.blocks()[run.end - 1].range.end});
}

bool is_heading(const PaperView& view, std::size_t i) {
  return view.blocks()[i].kind == BlockKind::Heading;
}

/// On the page of an issue the words between its title and its first label say what it is about.
void propose_issue_summary(const PaperView& view, RecordBuilder& builder) {
  const std::size_t size = view.blocks().size();
  std::size_t name = 0;
  while (name < size && !view.has_label(name)) ++name;
  if (name == size || fold(view.text(name)) != "issue details") return;
  Run run{name + 2, name + 2};
  while (run.end < size && !view.has_label(run.end) && !is_heading(view, run.end)) ++run.end;
  if (run.empty() || run.end == size) return;
  builder.propose({"summary.issue-page", kByPlace}, "summary",
                  read_prose(view, pieces_of(view, run)));
}

/// The longest run of blocks without labels that stands between two labels.
Run unlabelled_run(const PaperView& view) {
  Run best;
  const std::size_t size = view.blocks().size();
  for (std::size_t i = 1; i < size; ++i) {
    if (view.has_label(i) || is_heading(view, i) || !view.has_label(i - 1)) continue;
    Run run{i, i};
    while (run.end < size && !view.has_label(run.end) && !is_heading(view, run.end)) ++run.end;
    if (run.end < size && run.end - run.begin > best.end - best.begin) best = run;
  }
  return best;
}

bool opens_decision(const std::string& text) {
  static const RE2 kOpens(
      "(?:That\\b|(?:It was )?(?i:resolved|agreed)\\b|I (?:do )?(?:hereby )?(?:approve|agree|"
      "authorise)\\b|To (?i:approve|agree|note|authorise|delegate)s?\\b.*;$).*");
  return RE2::FullMatch(text, kOpens);
}

bool tells_options(const std::string& text) {
  static const RE2 kOptions(
      "(?i)\\b(?:alternatives?|options?|do nothing|not to|to leave|rejected|discounted|dismissed|"
      "discarded)\\b|^(?:none|n/a|nil|not applicable)\\b");
  return RE2::PartialMatch(text, kOptions);
}

/// Pages that lost the headings inside keep their order: what it is about, what was decided, why,
/// what else was considered.
void propose_lost_parts(const PaperView& view, RecordBuilder& builder) {
  if (builder.has("resolutions", 2)) return;
  const Run all = unlabelled_run(view);
  std::size_t opens = all.begin;
  while (opens < all.end && !opens_decision(view.text(opens))) ++opens;
  if (opens == all.end) return;
  std::size_t reasons = opens + 1;
  const auto& blocks = view.blocks();
  while (reasons < all.end && (!blocks[reasons].number.empty() || blocks[reasons].bullet))
    ++reasons;
  std::size_t options = reasons;
  while (options < all.end && !tells_options(view.text(options))) ++options;
  const auto propose = [&](const char* rule, const char* field, Run run, bool list) {
    if (run.empty()) return;
    const auto parts = pieces_of(view, run);
    builder.propose({rule, kByPlace, Basis::Inferred}, field,
                    list ? read_list(view, parts) : read_prose(view, parts));
  };
  propose("summary.by-place", "summary", {all.begin, opens}, false);
  propose("resolutions.by-place", "resolutions", {opens, reasons}, true);
  propose("reasons.by-place", "reasons", {reasons, options}, false);
  propose("options.by-place", "options", {options, all.end}, true);
}

/// "Meeting of Cabinet, Tuesday, 4th March, 2025 10.00 am (Item 5.)": a link of the site, which
/// names the meeting of the item.
void propose_meeting_of_item(const PaperView& view, RecordBuilder& builder) {
  static const RE2 kMeeting(
      "(?:• ?)?Meeting of (?:the )?(.{4,160}), (\\p{L}+day,? .{6,40}) \\(Item .{1,12}\\)");
  const Paper& paper = view.paper();
  for (std::size_t i = paper.first_line; i < paper.last_line; ++i) {
    const Line& line = view.doc().lines[i];
    std::string body, when;
    const std::string text(slice(view.doc(), line.range));
    if (!RE2::FullMatch(text, kMeeting, &body, &when)) continue;
    const auto date = parse_date(when);
    if (!date) return;
    Value value;
    value.range = line.range;
    value.text = body;
    builder.propose({"body.link-to-meeting", kByPlace}, "body", {value});
    value.text = *date;
    builder.propose({"meeting-date.link-to-meeting", kByPlace}, "meeting_date", {value});
    return;
  }
}

}  // namespace

void propose_by_place(const PaperView& view, std::string_view kind, RecordBuilder& builder) {
  if (kind == "issue_details") propose_issue_summary(view, builder);
  if (kind != "decision_details") return;
  propose_lost_parts(view, builder);
  propose_meeting_of_item(view, builder);
}

}  // namespace moot
