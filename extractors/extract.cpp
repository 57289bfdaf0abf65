#include "extractors/extract.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "extractors/builder.hpp"
#include "extractors/compiled_rules.hpp"
#include "extractors/contact_table.hpp"
#include "extractors/decision_page.hpp"
#include "extractors/extract_paper.hpp"
#include "extractors/front.hpp"
#include "extractors/implications.hpp"
#include "extractors/kind.hpp"
#include "extractors/language.hpp"
#include "extractors/minutes.hpp"
#include "extractors/paper_view.hpp"
#include "extractors/people.hpp"
#include "extractors/shapes.hpp"
#include "extractors/values.hpp"
#include "pipeline/papers.hpp"
#include "pipeline/sections.hpp"

namespace moot {

namespace {

/// A record of a decision that is still to be taken: other rules apply, the kind is the same.
constexpr std::string_view kProposedRecord = "proposed_record";
/// A web page that lists decisions.
constexpr std::string_view kDecisionRegister = "decision_register";

/// The kind that a record shows for one that rules tell apart.
std::string shown_kind(const std::string& kind) {
  if (kind == kProposedRecord) return "decision_notice";
  return kind == kDecisionRegister ? "decision_details" : kind;
}

std::vector<Value> one_value(std::string text, TextRange range) {
  Value value;
  value.text = std::move(text);
  value.range = range;
  return {std::move(value)};
}

std::vector<Value> read_wards(const PaperView& view, const std::vector<Piece>& pieces) {
  std::vector<Value> values;
  const std::string text = joined_text(view, pieces);
  if (is_prompt(text)) return values;
  for (std::string& ward : parse_wards(text)) {
    auto value = one_value(std::move(ward), span_of(pieces));
    values.push_back(std::move(value[0]));
  }
  return values;
}

std::vector<Value> read_line(const PaperView& view, const Rule& rule,
                             const std::vector<Piece>& pieces) {
  auto text = normalise_value(rule.normaliser, joined_text(view, pieces));
  if (!text) return {};
  return one_value(std::move(*text), span_of(pieces));
}

/// Prose that its rule's normaliser does not take for such a value is left out.
std::vector<Value> checked(const Rule& rule, std::vector<Value> values) {
  std::erase_if(values,
                [&](const Value& value) { return !normalise_value(rule.normaliser, value.text); });
  return values;
}

/// The values that stand at a label, by the rule's shape.
std::vector<Value> read_shape(const PaperView& view, const Rule& rule,
                              const std::vector<Piece>& pieces) {
  if (pieces.empty()) return {};
  if (rule.field == "wards") return read_wards(view, pieces);
  switch (rule.shape) {
    case Shape::Line:
    case Shape::Flag:
      return read_line(view, rule, pieces);
    case Shape::Prose:
      return checked(rule, read_prose(view, pieces));
    case Shape::List:
      return read_list(view, pieces);
    case Shape::People:
      return read_people(view, pieces);
    case Shape::Contacts:
      return read_contacts(view, pieces);
    case Shape::Names:
      return read_names(view, pieces);
    case Shape::Timetable:
      return read_timetable(view, pieces);
    case Shape::Constant:
      return one_value(rule.value, span_of(pieces));
    case Shape::None:
      break;
  }
  return {};
}

bool is_handled_apart(const Rule& rule) {
  return rule.field.empty() || rule.field == "kind" || rule.field.starts_with("implications/") ||
         rule.field.starts_with("contacts/") || is_helper(rule) ||
         (rule.shape == Shape::Names && rule.normaliser == "people");  // propose_attendance()
}

/// A list "Background papers and appendices" holds both. Where it names appendices alone, these
/// are the background papers.
void propose_appendices_among(Origin origin, std::vector<Value>& papers, RecordBuilder& builder) {
  const auto first = std::stable_partition(
      papers.begin(), papers.end(), [](const Value& v) { return !is_appendix_title(v.text); });
  if (first == papers.begin()) return;
  origin.weight -= 1;
  builder.propose(origin, "appendices",
                  {std::make_move_iterator(first), std::make_move_iterator(papers.end())});
  papers.erase(first, papers.end());
}

/// Notes what stands at a label, or in a pattern, and is no value of its rule.
void refuse(const PaperView& view, const Rule& rule, const Origin& origin,
            const std::vector<Piece>& pieces, RecordBuilder& builder) {
  if (rule.shape == Shape::None) return;
  Value seen;
  seen.text = joined_text(view, pieces);
  seen.range = pieces.empty() ? origin.label : span_of(pieces);
  std::string why = "nothing stands at its label";
  if (!seen.text.empty()) {
    why = "what stands there is no value of the form that the rule asks for";
    if (!rule.normaliser.empty()) why += " (" + rule.normaliser + ")";
    if (is_none(seen.text)) why = "what stands there says that there is nothing";
  }
  builder.refuse(origin, rule.field, std::move(seen), std::move(why));
}

/// A paper that lists decisions, each with values of its own.
bool has_entries(std::string_view kind) {
  return kind == "forward_plan" || kind == kDecisionRegister;
}

void propose_labelled(const PaperView& view, std::string_view kind, RecordBuilder& builder) {
  for (const LabelHit& hit : view.hits()) {
    if (hit.above && has_entries(kind)) continue;  // a column of the entries' values
    for (std::size_t index : hit.rules) {
      const Rule& rule = view.rule(index);
      if (is_handled_apart(rule)) continue;
      std::vector<Value> values;
      if (rule.shape == Shape::Constant) {
        values = one_value(rule.value, hit.label);
      } else {
        values = read_shape(view, rule, view.content(hit, rule.shape));
      }
      // A label can say what a contact is ("Clerk: Jane Doe").
      for (Value& value : values) {
        if (rule.shape == Shape::Contacts && !rule.value.empty() && !value.role)
          value.role = rule.value;
      }
      if (rule.field == "options")
        std::erase_if(values, [](const Value& value) { return states_no_options(value.text); });
      const Origin origin{rule.id, rule.weight, Basis::Stated, hit.label};
      if (values.empty()) refuse(view, rule, origin, view.content(hit, rule.shape), builder);
      if (rule.field == "background_papers") propose_appendices_among(origin, values, builder);
      builder.propose(origin, rule.field, std::move(values));
    }
  }
}

/// The telephone and email of somebody named stand in the blocks that follow the name.
void add_ways_to_reach(const PaperView& view, std::vector<Piece>& pieces) {
  constexpr std::size_t kNear = 3;
  const std::size_t first = pieces.back().block + 1;
  for (std::size_t i = first; i < std::min(first + kNear, view.blocks().size()); ++i) {
    const Contact found = parse_contact(view.text(i));
    if (found.phone || found.email) pieces.push_back({view.blocks()[i].range, i});
  }
}

/// What a pattern matched: all of it, and the value inside. The value is empty where there is none.
struct PatternMatch {
  TextRange whole, value;
};

PatternMatch match_pattern(const RE2& re, const std::string& text) {
  re2::StringPiece groups[2];
  const int count = re.NumberOfCapturingGroups() > 0 ? 2 : 1;
  if (!re.Match(text, 0, text.size(), RE2::UNANCHORED, groups, count)) return {};
  const auto range = [&](const re2::StringPiece& group) {
    if (group.empty()) return TextRange{};
    const auto begin = static_cast<std::size_t>(group.data() - text.data());
    return TextRange{begin, begin + group.size()};
  };
  // Without a group the whole block is the value.
  return {range(groups[0]), count > 1 ? range(groups[1]) : TextRange{0, text.size()}};
}

/// The patterns that are tried on the blocks of this kind of paper.
std::vector<const CompiledPattern*> patterns_for(const RuleSet& rules, std::string_view kind) {
  std::vector<const CompiledPattern*> result;
  for (const CompiledPattern& pattern : rules.compiled().patterns) {
    const Rule& rule = rules.rules()[pattern.rule];
    const bool heading = pattern.re->NumberOfCapturingGroups() == 0 && is_section_shape(rule.shape);
    if (is_handled_apart(rule) || heading || !applies_to(rule, kind)) continue;
    if (rule.field == "resolutions" && kind == "minutes") continue;
    result.push_back(&pattern);
  }
  return result;
}

void propose_patterns(const PaperView& view, std::string_view kind, RecordBuilder& builder) {
  const auto patterns = patterns_for(view.rules(), kind);
  for (std::size_t i = 0; i < view.blocks().size(); ++i) {
    const std::string own = view.text(i);
    const TextRange head = view.head_range(i);
    const std::string joined = head == view.blocks()[i].range ? own : view.text(head);
    for (const CompiledPattern* tried : patterns) {
      const CompiledPattern& pattern = *tried;
      const Rule& rule = view.rule(pattern.rule);
      if (!view.in_zone(rule.zone, i)) continue;
      // Numbered paragraphs and items are no part of a masthead.
      if (rule.zone == Zone::Head && !view.blocks()[i].number.empty()) continue;
      const bool in_head = rule.zone == Zone::Head;
      const TextRange where = in_head ? head : view.blocks()[i].range;
      const PatternMatch found = match_pattern(*pattern.re, in_head ? joined : own);
      if (found.value.empty()) continue;
      const auto place = [&](TextRange part) {
        return range_of(view.doc(), where, part.begin, part.end);
      };
      const TextRange range = place(found.value);
      std::vector<Piece> pieces = {{range, i}};
      if (rule.shape == Shape::Contacts) add_ways_to_reach(view, pieces);
      auto values = rule.shape == Shape::Constant   ? one_value(rule.value, range)
                    : rule.shape == Shape::Contacts ? read_contact_sentence(view, pieces)
                                                    : read_shape(view, rule, pieces);
      const Origin origin{rule.id, rule.weight, Basis::Stated, place(found.whole)};
      if (values.empty()) refuse(view, rule, origin, pieces, builder);
      builder.propose(origin, rule.field, std::move(values));
    }
  }
}

void set_source(Record& record, const Document& doc, const Paper& paper, const std::string& path) {
  record.source.path = path;
  record.source.sha256 = doc.sha256;
  record.source.media_type = doc.media_type;
  if (!doc.pages.empty()) {
    record.source.pages = {paper.first_page, paper.last_page};
    record.source.page_count = static_cast<int>(doc.pages.size());
  }
  for (const Note& note : doc.notes) {
    const bool inside =
        note.page == 0 || (note.page >= paper.first_page && note.page <= paper.last_page);
    if (inside) record.notes.push_back(note);
    if (inside && note.what == "ocr-used") record.source.ocr = true;
  }
}

void set_sections(Record& record, const PaperView& view) {
  const auto& blocks = view.blocks();
  if (blocks.empty()) return;
  record.range = {blocks.front().range.begin, blocks.back().range.end};
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const bool heading = blocks[i].kind == BlockKind::Heading;
    if (heading || record.sections.empty()) {
      record.sections.push_back(
          {heading ? view.text(i) : "", {blocks[i].range.end, blocks[i].range.end}});
      if (!heading) record.sections.back().range.begin = blocks[i].range.begin;
    }
    if (!heading) {
      SectionRange& section = record.sections.back();
      if (section.range.empty()) section.range.begin = blocks[i].range.begin;
      section.range.end = blocks[i].range.end;
    }
  }
}

/// How sure the words of these places are: below 1 where they are from OCR.
double certainty_of(const Document& doc, const std::vector<Place>& where) {
  double sum = 0, bytes = 0;
  for (const Place& place : where) {
    if (place.range.empty() || place.range.end > doc.text.size()) continue;
    for (std::size_t i = line_at(doc, place.range.begin); i < doc.lines.size(); ++i) {
      const TextRange line = doc.lines[i].range;
      if (line.begin >= place.range.end) break;
      const std::size_t begin = std::max(line.begin, place.range.begin);
      const std::size_t end = std::min(line.end, place.range.end);
      if (begin >= end) continue;
      sum += doc.lines[i].certainty * static_cast<double>(end - begin);
      bytes += static_cast<double>(end - begin);
    }
  }
  return bytes > 0 ? sum / bytes : 1;
}

void set_confidence(Record& record, const Document& doc, const RuleSet& rules) {
  for (auto& [pointer, evidence] : record.evidence) {
    evidence.confidence = rules.confidence(evidence.rule);
    if (evidence.confidence) *evidence.confidence *= certainty_of(doc, evidence.where);
  }
}

/// "b" for 1, "z" for 25, "ba" for 26: what ids of the second and later papers of a page end in.
std::string in_letters(int number) {
  std::string letters;
  for (; number > 0; number /= 26) letters.insert(0, 1, static_cast<char>('a' + number % 26));
  return letters;
}

}  // namespace

Record extract_paper(const Document& doc, const Paper& paper, const RuleSet& rules,
                     std::string_view forced_kind, Trace* trace) {
  PaperView view(doc, paper, rules);
  KindChoice choice = choose_kind(view, trace);
  if (!forced_kind.empty()) choice.kind = std::string(forced_kind);
  view.find_labels(choice.kind);
  RecordBuilder builder(view);
  propose_labelled(view, choice.kind, builder);
  propose_patterns(view, choice.kind, builder);
  propose_implications(view, builder);
  if (choice.kind != "minutes") {
    propose_contact_tables(view, builder);
    propose_labelled_lines(view, builder);
  }
  propose_front(view, choice.kind, builder);
  propose_by_place(view, choice.kind, builder);
  if (choice.kind == "minutes" || choice.kind == "agenda") {
    const std::size_t front = propose_items(view, choice.kind, builder);
    if (choice.kind == "minutes") propose_attendance(view, front, builder);
  }
  if (has_entries(choice.kind)) builder.drop_values_of_entries();
  // A forward plan's reference may be all the number that a decision has.
  builder.drop_repeats("other_references", "decision_number");
  if (choice.kind == "issue_details") builder.unite("consultation");
  // A notice may hold several decisions.
  if (choice.kind == "decision_notice") builder.unite_lists("resolutions");
  Record record = builder.finish(trace);
  record.kind = shown_kind(choice.kind);
  if (!choice.rule.empty()) {
    record.evidence["/kind"] = {places(doc, choice.range), choice.rule, {}, Basis::Inferred};
  }
  const std::size_t begin = doc.lines[paper.first_line].range.begin;
  const std::size_t end = doc.lines[paper.last_line - 1].range.end;
  record.language = tell_language(slice(doc, {begin, end}));
  record.evidence["/language"] = {{}, "language.common-words", {}, Basis::Inferred};
  set_confidence(record, doc, rules);
  if (trace != nullptr) {
    trace->candidates.push_back({"language",
                                 "/language",
                                 "language.common-words",
                                 record.language,
                                 {},
                                 {},
                                 1,
                                 true,
                                 false,
                                 "the common words of English and of Welsh were counted"});
  }
  set_sections(record, view);
  return record;
}

std::vector<Record> extract(const Document& doc, const RuleSet& rules, const std::string& path,
                            std::vector<Trace>* traces) {
  std::vector<Record> records;
  std::map<std::string, int> seen;
  for (const Paper& paper : split_papers(doc)) {
    if (paper.first_line >= paper.last_line) continue;
    Trace* trace = nullptr;
    if (traces != nullptr) trace = &traces->emplace_back();
    Record record = extract_paper(doc, paper, rules, "", trace);
    set_source(record, doc, paper, path);
    record.id = doc.sha256.substr(0, 16) + "-p" + std::to_string(std::max(paper.first_page, 1));
    if (const int copies = seen[record.id]++; copies > 0) record.id += in_letters(copies);
    records.push_back(std::move(record));
  }
  return records;
}

}  // namespace moot
