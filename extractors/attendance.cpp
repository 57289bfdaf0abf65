#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include "extractors/compiled_rules.hpp"
#include "extractors/label_match.hpp"
#include "extractors/minute_number.hpp"
#include "extractors/minutes.hpp"
#include "extractors/people.hpp"
#include "extractors/sentences.hpp"
#include "extractors/values.hpp"
#include "pipeline/normalise.hpp"

namespace moot {

namespace {

constexpr std::size_t kFrontBlocks = 80;      // lists of those present stand here
constexpr std::size_t kLongestHeading = 200;  // bytes
constexpr std::size_t kMostOtherWords = 3;    // in a list of names, for each name
constexpr std::size_t kMostWordsWithoutName = 6;
constexpr double kLeastWeight = 1;       // of rules for lists that may stand anywhere
constexpr std::size_t kNearBlocks = 4;   // between lists of attendance
constexpr std::size_t kLongestMark = 4;  // bytes: a tick, "Yes"

constexpr std::array<std::string_view, 3> kFields = {"present", "apologies", "in_attendance"};

bool is_attendance(const std::string& field) {
  return std::find(kFields.begin(), kFields.end(), field) != kFields.end();
}

/// The names of one field, and the rules that found them.
struct Finding {
  std::vector<const Rule*> rules;
  std::vector<Value> names;
  std::set<std::string> seen;
};

/// How the words after a label go on.
enum class Step { Names, Nothing, End };

class AttendanceReader {
 public:
  explicit AttendanceReader(const PaperView& view) : view_(view) {
    for (const CompiledPattern& pattern : view.rules().compiled().patterns) {
      if (is_attendance(view.rule(pattern.rule).field) && pattern.re->NumberOfCapturingGroups() > 0)
        patterns_.push_back(&pattern);
      if (view.rule(pattern.rule).field == "apologies/not") not_.push_back(&pattern);
    }
  }

  void read_label(const LabelHit& hit, const Rule& rule) {
    // "Clerk: Jane Day" stands in many places; below those present it is one of the lists.
    const bool last_resort = rule.weight < kLeastWeight;
    if (last_resort && (!last_ || hit.block > *last_ + kNearBlocks)) return;
    const Rule* current = &rule;
    // "Councillors: Quill, Rook"
    const bool surnames = names_members(view_.text(hit.label));
    std::size_t empty = 0;
    for (const Text& text : join_wrapped(pieces_of(hit))) {
      const Step step = read_text(text, current, surnames);
      if (step == Step::End) return;
      if (step == Step::Names) last_ = text.block;
      empty = step == Step::Names ? 0 : empty + 1;
      if (empty == 2) return;
    }
  }

  /// "Apologies were received from Mrs C Bell.", with the rules' patterns. Who came for an item is
  /// told under it; `front`: the blocks before the items.
  void read_sentences(std::size_t front) {
    for (const CompiledPattern* pattern : patterns_) {
      const bool anywhere = view_.rule(pattern->rule).field == "apologies";
      const std::size_t end = anywhere ? view_.blocks().size() : front;
      for (std::size_t i = 0; i < end; ++i) read_sentences_in(i, *pattern);
    }
  }

  /// A cell below "Present" in a table of names with a column for each kind of attendance holds a
  /// mark; a cell beside a name may itself say "Present". False where the label stands otherwise.
  bool read_marks(const LabelHit& hit, const Rule& rule) {
    const auto& blocks = view_.blocks();
    const Cell& cell = blocks[hit.block].cell;
    if (cell.table == 0 || cell.column < 2 || !hit.whole) return false;
    bool found = false;
    std::size_t name = blocks.size();  // the first cell of the row
    // The first label of a column may be its heading.
    const bool heads = columns_.emplace(cell.table, cell.column).second;
    for (std::size_t i = hit.block;
         heads && i < blocks.size() && blocks[i].cell.table == cell.table; ++i) {
      const Cell& other = blocks[i].cell;
      if (other.column == 1) name = i;
      const bool below = other.column == cell.column && other.row > cell.row;
      if (!below || name == blocks.size() || blocks[name].cell.row != other.row) continue;
      if (is_mark(view_.text(i))) found = add_row(rule, name) || found;
    }
    for (std::size_t i = hit.block; !found && i-- > 0 && blocks[i].cell.table == cell.table;) {
      if (blocks[i].cell.row != cell.row) break;
      if (blocks[i].cell.column == 1) found = add_row(rule, i);
    }
    return found;
  }

  void propose(RecordBuilder& builder) const {
    for (const auto& [field, finding] : findings_) {
      // One list for the paper, whichever rules found its parts.
      for (const Rule* rule : finding.rules)
        builder.propose({rule->id, rule->weight}, field, finding.names);
    }
  }

 private:
  struct Text {
    std::string text;
    TextRange range;
    std::size_t block = 0;  ///< the last
  };

  void read_sentences_in(std::size_t block, const CompiledPattern& pattern) {
    const std::string text = view_.text(block);
    for (const TextRange sentence : split_sentences(text)) {
      re2::StringPiece words(text.data() + sentence.begin, sentence.end - sentence.begin);
      re2::StringPiece group;
      if (!RE2::PartialMatch(words, *pattern.re, &group)) continue;
      const NameList list = read_name_list(std::string_view(group.data(), group.size()));
      if (list.other_words > 2 * kMostOtherWords * (list.names.size() + 1)) continue;
      add(view_.rule(pattern.rule), list.names, view_.blocks()[block].range);
    }
  }

  static bool is_mark(const std::string& text) {
    static const RE2 kNoMark("(?i)^(?:[-–—0n]|no|nac ydy)?$");
    return text.size() <= kLongestMark && !RE2::FullMatch(text, kNoMark);
  }

  bool add_row(const Rule& rule, std::size_t block) {
    const NameList list = read_name_list(view_.text(block), true);
    if (list.names.size() != 1 || list.other_words > 0) return false;
    add(rule, list.names, view_.blocks()[block].range);
    return true;
  }

  /// What stands at a label, up to the next label or numbered block.
  std::vector<Piece> pieces_of(const LabelHit& hit) const {
    const auto& blocks = view_.blocks();
    if (blocks[hit.block].cell.table > 0) return view_.content(hit, Shape::Names);
    std::size_t end = blocks[hit.block].range.end;
    const auto behind = std::upper_bound(
        view_.hits().begin(), view_.hits().end(), hit.label.begin,
        [](std::size_t at, const LabelHit& other) { return at < other.label.begin; });
    if (behind != view_.hits().end()) end = std::min(end, behind->label.begin);
    std::vector<Piece> pieces;
    if (hit.value < end) pieces.push_back({{hit.value, end}, hit.block});
    if (end < blocks[hit.block].range.end) return pieces;
    for (std::size_t i = hit.block + 1; i < blocks.size(); ++i) {
      if (view_.has_label(i)) break;
      // "(Mr." at a line's end, and "G. Day)" on the next, which looks like an item.
      const bool wrapped = !pieces.empty() && in_bracket(view_.text(pieces.back().range));
      if (!blocks[i].number.empty() && !wrapped) break;
      const bool open = !pieces.empty() && runs_on(view_.text(pieces.back().range));
      if (blocks[i].kind == BlockKind::Heading && !open) break;
      pieces.push_back({blocks[i].range, i});
    }
    return pieces;
  }

  /// A list that ends with a comma, or in the middle of a name.
  static bool runs_on(const std::string& text) {
    return text.ends_with(",") || text.ends_with(";") || text.ends_with(" and") ||
           text.ends_with("&");
  }

  /// Looks at the end alone: a list is asked again at each block that joins it.
  static bool in_bracket(std::string_view text) {
    constexpr std::size_t kLongestBracket = 500;  // bytes
    text.remove_prefix(text.size() - std::min(text.size(), kLongestBracket));
    const std::size_t open = text.rfind('(');
    return open != std::string_view::npos && text.find(')', open) == std::string_view::npos;
  }

  std::vector<Text> join_wrapped(const std::vector<Piece>& pieces) const {
    std::vector<Text> texts;
    for (const Piece& piece : pieces) {
      if (std::vector<Text> lines = names_by_line(piece); !lines.empty()) {
        texts.insert(texts.end(), lines.begin(), lines.end());
        continue;
      }
      std::string text = view_.text(piece.range);
      const Block& block = view_.blocks()[piece.block];
      if (!block.number.empty() && piece.range.begin == block.range.begin)
        text = block.number + ". " + text;
      const bool list =
          !texts.empty() && texts.back().text.find_first_of(",;") != std::string::npos;
      const bool stopped =
          list && std::string_view(".:").find(texts.back().text.back()) != std::string_view::npos;
      const bool open = list && ((!stopped && !ends_in_office(texts.back().text)) ||
                                 in_bracket(texts.back().text));
      if (open && !text.empty()) {
        texts.back().text += " " + text;
        texts.back().range.end = piece.range.end;
        texts.back().block = piece.block;
      } else if (!text.empty()) {
        texts.push_back({std::move(text), piece.range, piece.block});
      }
    }
    return texts;
  }

  /// A column of names, one a line; empty where the lines run on.
  std::vector<Text> names_by_line(const Piece& piece) const {
    const Block& block = view_.blocks()[piece.block];
    std::vector<Text> texts;
    for (std::size_t i = block.first_line; i < block.last_line; ++i) {
      const Line& line = view_.doc().lines[i];
      const TextRange range{std::max(line.range.begin, piece.range.begin),
                            std::min(line.range.end, piece.range.end)};
      if (line.role != LineRole::Body || range.empty()) continue;
      std::string text = view_.text(range);
      const NameList list = read_name_list(text);
      if (list.names.size() != 1 || list.other_words > 0 || runs_on(text) || !starts_upper(text))
        return {};
      texts.push_back({std::move(text), range, piece.block});
    }
    if (texts.size() < 2) texts.clear();
    return texts;
  }

  /// "Dora Moss, Head of Parks": the next line is another's. One word alone may be half a name
  /// ("Ada Quill, Ben").
  static bool ends_in_office(const std::string& text) {
    const std::size_t comma = text.rfind(", ");
    if (comma == std::string::npos || runs_on(text)) return false;
    const std::string_view last = std::string_view(text).substr(comma + 2);
    const bool one_word = last.find(' ') == std::string_view::npos;
    return read_name_list(last, one_word).names.empty();
  }

  /// Sentence by sentence: a list may end in the middle of a block.
  Step read_text(const Text& piece, const Rule*& rule, bool surnames) {
    const std::string& text = piece.text;
    Step result = Step::Nothing;
    for (std::string words : statements(text)) {
      if (const auto label = match_label(view_.rules(), words, false); label && label->separated) {
        rule = attendance_rule(label->rules);
        if (rule == nullptr) return Step::End;
        words.erase(0, label->value);
      }
      if (is_none(words)) return Step::End;
      if (rule->field == "apologies" && fits_any(not_, words)) continue;
      if (is_other_label(words) || is_about_attendance(words)) return Step::End;
      const NameList list = read_name_list(words, surnames);
      if (list.names.empty()) {
        if (list.other_words > kMostWordsWithoutName) return Step::End;
        continue;
      }
      if (list.other_words > kMostOtherWords * list.names.size()) return Step::End;
      add(*rule, list.names, piece.range);
      result = Step::Names;
    }
    return result;
  }

  /// Sentences, and what a label in the middle of a line begins ("... D Day Apologies - None").
  static std::vector<std::string> statements(const std::string& text) {
    static const RE2 kInner(
        "^(.*\\S)\\s+((?:Apologies|APOLOGIES|In [Aa]ttendance|IN ATTENDANCE|Also [Pp]resent)(?: "
        "for absence| received)? ?[-–—:].*)$");
    std::vector<std::string> result;
    for (const TextRange sentence : split_sentences(text)) {
      const std::string words = text.substr(sentence.begin, sentence.end - sentence.begin);
      std::string front, rest;
      if (RE2::FullMatch(words, kInner, &front, &rest)) {
        result.push_back(front);
        result.push_back(rest);
      } else {
        result.push_back(words);
      }
    }
    return result;
  }

  /// The rule of a label inside a run of lists ("... and Mrs Day. In attendance: Mr Poe"), if it is
  /// one of attendance.
  const Rule* attendance_rule(const std::vector<std::size_t>& rules) const {
    for (const std::size_t index : rules) {
      if (is_attendance(view_.rule(index).field)) return &view_.rule(index);
    }
    return nullptr;
  }

  /// "Disclosure of interest: None", "Public Gallery: four people": a label that no rule knows.
  static bool is_other_label(const std::string& words) {
    const std::size_t colon = words.find(':');
    if (colon == std::string::npos || colon > 60) return false;
    return read_name_list(std::string_view(words).substr(0, colon)).names.empty() &&
           words.substr(0, colon).find('(') == std::string::npos;
  }

  /// Sentences that the patterns read ("Apologies were received from ...").
  bool is_about_attendance(const std::string& words) const {
    const std::string key = fold(words);
    if (key.find("apolog") != std::string::npos || key.find("ymddiheur") != std::string::npos)
      return true;
    return fits_any(patterns_, words);
  }

  static bool fits_any(const std::vector<const CompiledPattern*>& patterns,
                       const std::string& words) {
    return std::any_of(patterns.begin(), patterns.end(), [&](const CompiledPattern* pattern) {
      return RE2::PartialMatch(words, *pattern->re);
    });
  }

  void add(const Rule& rule, const std::vector<std::string>& names, TextRange range) {
    if (names.empty()) return;
    Finding& finding = findings_[rule.field];
    if (std::find(finding.rules.begin(), finding.rules.end(), &rule) == finding.rules.end()) {
      finding.rules.push_back(&rule);
    }
    for (const std::string& name : names) {
      if (!finding.seen.insert(fold(name)).second) continue;
      Value value;
      value.text = name;
      value.range = range;
      finding.names.push_back(std::move(value));
    }
  }

  const PaperView& view_;
  std::vector<const CompiledPattern*> patterns_, not_;
  std::optional<std::size_t> last_;  ///< the block up to which lists were read
  std::map<std::string, Finding> findings_;
  std::set<std::pair<int, int>> columns_;  ///< of tables, whose first label was read
};

/// "25/61 Apologies for absence": a label behind a minute number that is no list marker.
std::optional<LabelHit> hit_after_number(const PaperView& view, std::size_t block) {
  const TextRange range = view.blocks()[block].range;
  const std::string_view text = slice(view.doc(), range);
  const auto number = read_minute_number(text.substr(0, kLongestHeading));
  if (!number || !view.blocks()[block].number.empty()) return {};
  const auto match = match_label(view.rules(), text.substr(number->length), false);
  if (!match) return {};
  const std::size_t begin = range.begin + number->length;
  return LabelHit{
      block, {begin, begin + match->label_end}, begin + match->value, false, false, match->rules};
}

}  // namespace

void propose_attendance(const PaperView& view, std::size_t front, RecordBuilder& builder) {
  AttendanceReader reader(view);
  std::vector<LabelHit> hits = view.hits();
  constexpr std::size_t kMostNumbered = 50;  // each is read up to the next label
  const std::size_t most = hits.size() + kMostNumbered;
  for (std::size_t i = 0; i < view.blocks().size() && hits.size() < most; ++i) {
    if (auto hit = hit_after_number(view, i)) hits.push_back(std::move(*hit));
  }
  for (const LabelHit& hit : hits) {
    for (const std::size_t index : hit.rules) {
      const Rule& rule = view.rule(index);
      const bool late = hit.block >= kFrontBlocks && rule.field != "apologies";
      if (!is_attendance(rule.field) || late) continue;
      if (!reader.read_marks(hit, rule)) reader.read_label(hit, rule);
    }
  }
  reader.read_sentences(front);
  reader.propose(builder);
}

}  // namespace moot
