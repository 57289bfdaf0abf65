#pragma once
/// \file What the rules say of resolutions, sentence by sentence. Private to extractors/.

#include <string>
#include <vector>

#include "extractors/compiled_rules.hpp"
#include "extractors/paper_view.hpp"

namespace moot {

/// What a trigger of the rules found in one block.
struct Trigger {
  const Rule* rule = nullptr;
  TextRange text;        ///< of the resolution, in the block's text; may be empty: a list follows
  bool heading = false;  ///< the decision stands below, whatever it looks like
};

/// How a motion ended, and where the words that say so begin.
struct Outcome {
  bool known = false;
  bool carried = false;
  std::size_t begin = 0;
};

/// The rules of "resolutions" for minutes. Refers to the view, which must outlive it.
///
/// Shape list: the text from group 1's start to the block's end, or to where the decision ends
/// (rules of "resolutions/end"); or the list that follows ("RESOLVED: ..."); a group that can only
/// be empty is a heading's, and the decision follows. Shape line: the
/// sentence whole; group 1, where there is one, names the body that decides, and it must be the
/// paper's own. Shape prose: the head of a motion, whose number is group 1. Sentences that a rule
/// of "resolutions/not" fits decide nothing. Rules of "resolutions/carried" and "resolutions/lost":
/// how a motion ended, in group 1.
class TriggerFinder {
 public:
  /// `masthead`: index of the first block behind it.
  TriggerFinder(const PaperView& view, std::size_t masthead);

  /// The triggers in a block's text, in order; a list's trigger is the last.
  std::vector<Trigger> find(const std::string& text) const;

  /// The rule whose pattern for the head of a motion fits, and the motion's number.
  const Rule* motion_head(const std::string& text, std::string& number) const;

  Outcome outcome(const std::string& text) const;

  /// Whether a decision ends before this sentence or paragraph.
  bool ends_before(const std::string& text) const { return fits_any(ends_, text); }

 private:
  using Patterns = std::vector<const CompiledPattern*>;

  bool fits_any(const Patterns& patterns, const std::string& sentence) const;
  bool is_own_body(const std::string& name) const;
  bool find_list(const std::string& text, TextRange sentence, std::vector<Trigger>& found) const;
  void find_lines(const std::string& text, TextRange sentence, std::vector<Trigger>& found) const;
  std::size_t end_of_decision(const std::string& text, std::size_t begin) const;

  const PaperView& view_;
  Patterns lists_, lines_, motions_, not_, ends_, carried_, lost_;
  std::string masthead_;  ///< folded: whose minutes they are
};

}  // namespace moot
