#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "extractors/compiled_rules.hpp"
#include "extractors/label_match.hpp"
#include "extractors/minutes.hpp"
#include "extractors/people.hpp"
#include "extractors/sentences.hpp"
#include "extractors/values.hpp"
#include "pipeline/normalise.hpp"

namespace moot {

namespace {

constexpr std::size_t kFrontBlocks = 80;        // lists of those present stand here
constexpr std::size_t kMostOtherWords = 3;      // in a list of names, for each name
constexpr std::size_t kMostWordsWithoutName = 6;

constexpr std::array<std::string_view, 3> kFields = {"present", "apologies", "in_attendance"};

bool is_attendance(const std::string& field) {
  return std::find(kFields.begin(), kFields.end(), field) != kFields.end();
}

/// The names of one field, and the rule that found the first.
struct Finding {
  const Rule* rule = nullptr;
  std::vector<Value> names;
  std::set<std::string> seen;
};

/// How the words after a label go on.
enum class Step { Names, Nothing, End };

class AttendanceReader {
 public:
  explicit AttendanceReader(const PaperView& view) : view_(view) {}

  void read_label(const LabelHit& hit, const Rule& rule) {
    const Block& own = view_.blocks()[hit.block];
    const Rule* current = &rule;
    std::size_t empty = 0;
    for (const Piece& piece : view_.content(hit, Shape::Names)) {
      const Block& block = view_.blocks()[piece.block];
      if (piece.block != hit.block && own.cell.table == 0) {
        if (block.kind == BlockKind::Heading || !block.number.empty()) return;
      }
      const Step step = read_piece(piece, current);
      if (step == Step::End) return;
      empty = step == Step::Names ? 0 : empty + 1;
      if (empty == 2) return;
    }
  }

  /// "Apologies were received from Mrs C Bell.", with the rule's pattern, in a block.
  void read_sentences(std::size_t block, const CompiledPattern& pattern) {
    const std::string text = view_.text(block);
    for (const TextRange sentence : split_sentences(text)) {
      re2::StringPiece words(text.data() + sentence.begin, sentence.end - sentence.begin);
      re2::StringPiece group;
      if (!RE2::PartialMatch(words, *pattern.re, &group)) continue;
      const NameList list = read_name_list(std::string_view(group.data(), group.size()));
      if (list.other_words > kMostOtherWords * (list.names.size() + 1)) continue;
      add(view_.rule(pattern.rule), list.names, view_.blocks()[block].range);
    }
  }

  void propose(RecordBuilder& builder) {
    for (auto& [field, finding] : findings_) {
      builder.propose({finding.rule->id, finding.rule->weight}, field, std::move(finding.names));
    }
  }

  bool has(const std::string& field) const { return findings_.contains(field); }

 private:
  /// Sentence by sentence: a list may end in the middle of a block.
  Step read_piece(const Piece& piece, const Rule*& rule) {
    const std::string text = view_.text(piece.range);
    Step result = Step::Nothing;
    for (const TextRange sentence : split_sentences(text)) {
      std::string words = text.substr(sentence.begin, sentence.end - sentence.begin);
      if (const auto label = match_label(view_.rules(), words, false); label && label->colon) {
        rule = attendance_rule(label->rules);
        if (rule == nullptr) return Step::End;
        words.erase(0, label->value);
      }
      if (is_none(words)) return Step::End;
      if (is_other_label(words) || is_about_attendance(words)) return Step::End;
      const NameList list = read_name_list(words);
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
  static bool is_about_attendance(const std::string& words) {
    const std::string key = fold(words);
    return key.find("apolog") != std::string::npos || key.find("ymddiheur") != std::string::npos;
  }

  void add(const Rule& rule, const std::vector<std::string>& names, TextRange range) {
    if (names.empty()) return;
    Finding& finding = findings_[rule.field];
    if (finding.rule == nullptr || rule.weight > finding.rule->weight) finding.rule = &rule;
    for (const std::string& name : names) {
      if (!finding.seen.insert(fold(name)).second) continue;
      Value value;
      value.text = name;
      value.range = range;
      finding.names.push_back(std::move(value));
    }
  }

  const PaperView& view_;
  std::map<std::string, Finding> findings_;
};

}  // namespace

void propose_attendance(const PaperView& view, RecordBuilder& builder) {
  AttendanceReader reader(view);
  for (const LabelHit& hit : view.hits()) {
    for (const std::size_t index : hit.rules) {
      const Rule& rule = view.rule(index);
      const bool late = hit.block >= kFrontBlocks && rule.field != "apologies";
      if (is_attendance(rule.field) && !late) reader.read_label(hit, rule);
    }
  }
  for (const CompiledPattern& pattern : view.rules().compiled().patterns) {
    if (!is_attendance(view.rule(pattern.rule).field)) continue;
    for (std::size_t i = 0; i < view.blocks().size(); ++i) reader.read_sentences(i, pattern);
  }
  reader.propose(builder);
}

}  // namespace moot
