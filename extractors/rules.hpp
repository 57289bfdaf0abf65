#pragma once
/// \file Rules as data: JSON packs (docs/RULES.md), compiled into the program and extended with
/// --rules DIR. A rule says under which labels or by which pattern a field's value stands, in
/// which kinds of paper, and what shape the value has. No council-specific word is in C++.

#include <algorithm>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/result.hpp"

namespace moot {

/// What stands at a label, and so how its value is cut out.
enum class Shape {
  Line,       ///< the rest of the label's block, else the next block
  Prose,      ///< all blocks up to the next label or heading of the same rank
  List,       ///< as Prose, cut into numbered items
  People,     ///< names with roles
  Contacts,   ///< names, roles, telephones, emails
  Names,      ///< names of people present, or titles of papers: one entry each
  Timetable,  ///< meetings with dates
  Flag,       ///< yes or no
  Constant,   ///< Rule::value itself
  None,       ///< ends what stands before it and has no field of its own
};

/// A value of this shape is a section of its own, under a heading or a label.
inline bool is_section_shape(Shape shape) {
  return shape == Shape::Prose || shape == Shape::List || shape == Shape::Contacts ||
         shape == Shape::Names || shape == Shape::Timetable || shape == Shape::None;
}

/// A label of a section of prose or of a list, or one that only ends what stands before it: the
/// first of them ends a paper's front.
inline bool starts_body(Shape shape) {
  return shape == Shape::Prose || shape == Shape::List || shape == Shape::None;
}

/// Where in a paper a rule applies.
enum class Zone {
  Any,
  Front,  ///< before the first heading of the body
  Head,   ///< the first lines only: masthead and title
  Body,   ///< after the front
};

/// A text that a rule must find a value in; in a pack "text => value".
struct RuleExample {
  std::string text;
  std::string value;
};

/// One rule, as its pack gives it.
struct Rule {
  std::string id;  ///< unique over all packs: "title.subject-label"
  std::string pack;
  std::string field;  ///< a field of Record; "kind"; "implications/legal"; "" with Shape::None
  std::vector<std::string> labels;    ///< plain words, compared without case, number and colon
  std::vector<std::string> parts;     ///< words for one kind of implication inside a combined
                                      ///< heading ("Financial, legal and HR implications")
  std::vector<std::string> posts;     ///< words of the posts whose comments are of this kind:
                                      ///< "section 151" ("Comments of the Section 151 Officer")
  std::vector<std::string> patterns;  ///< RE2 over one block; group 1 is the value. Without a
                                      ///< group, in a rule of a section: the whole heading
  std::vector<std::string> kinds;     ///< kinds of paper it applies to; empty: all
  Zone zone = Zone::Any;
  Shape shape = Shape::Line;
  std::string normaliser;  ///< how the value is checked and put in form: "date", "reference", ...
  std::string value;       ///< for Shape::Constant; for field "kind" the kind
  double weight = 1;       ///< for field "kind": how strong a sign; else the rank among rivals
  std::string why;         ///< source or reason, for `moot explain`
  std::vector<RuleExample> examples;
  std::vector<std::string> near_misses;
};

/// Whether a rule is for this kind of paper.
inline bool applies_to(const Rule& rule, std::string_view kind) {
  return rule.kinds.empty() ||
         std::find(rule.kinds.begin(), rule.kinds.end(), kind) != rule.kinds.end();
}

/// Whether a rule fills no field of the record but helps those that fill one: "resolutions/not",
/// "items/group".
bool is_helper(const Rule& rule);

/// Compiled rules. Made once, shared by threads. Move-only.
class RuleSet {
 public:
  /// The packs compiled into the program. Fails with BadRule, which a test rules out.
  static Result<RuleSet> built_in();

  /// The built-in packs and every *.json of `directory`; a rule with the id of a built-in one
  /// replaces it. Fails with BadRule (where: file and rule) or Io.
  static Result<RuleSet> with_directory(const std::string& directory);

  /// One pack's text, for tests.
  static Result<RuleSet> from_json(std::string_view json, std::string_view name);

  const std::vector<Rule>& rules() const;

  /// Names the packs, figures and tables that the rules came from: rules with the same one make the
  /// same records with the same program.
  const std::string& fingerprint() const;

  /// How sure a value of the rule, or of what finds values without one, is from what was measured
  /// on gold (rule_figures.hpp); none where it never was. A rule that a pack from outside gives,
  /// or replaces, was not.
  std::optional<double> confidence(const std::string& id) const;

  /// These rules without those of `ids`; ids that no rule has do nothing. Does not fail for rules
  /// that were compiled once.
  Result<RuleSet> without(const std::set<std::string>& ids) const;

  RuleSet(RuleSet&&) noexcept;
  RuleSet& operator=(RuleSet&&) noexcept;
  ~RuleSet();

  struct Compiled;
  const Compiled& compiled() const { return *compiled_; }

 private:
  explicit RuleSet(std::unique_ptr<Compiled>);
  static Result<RuleSet> of(Result<std::unique_ptr<Compiled>> compiled);
  std::unique_ptr<Compiled> compiled_;
};

}  // namespace moot
