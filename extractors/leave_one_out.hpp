#pragma once
/// \file How well rules read a council's papers when what was learnt from that council alone is
/// taken away: what to expect on papers of a council that nobody looked at.

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "extractors/gold.hpp"
#include "extractors/rules.hpp"
#include "extractors/score_set.hpp"

namespace moot {

/// One council, without the rules that only its papers support.
struct LeftOut {
  std::string council;
  std::size_t papers = 0;
  std::set<std::string> rules;  ///< switched off
  std::set<std::string> kept;   ///< found values in its papers alone, and cannot be switched off,
                                ///< for they are code and no rule ("title.letter")
  double full = 0;              ///< core F1 of its papers, softly, with all rules
  double without = 0;           ///< and without those
};

/// The records of the files that these gold files speak of, made with these rules.
using MakeRecords =
    std::function<std::vector<Record>(const std::vector<Gold>& golds, const RuleSet& rules)>;

/// By name of council. `full` is the score of `golds` with `rules`, all of it: a rule counts as
/// supported by the councils in whose papers it gave values of which the gold speaks. Rules that no
/// council supports stay on, unless their whole pack is supported by that council alone. Fails as
/// RuleSet::without().
Result<std::vector<LeftOut>> leave_one_out(const std::vector<Gold>& golds, const SetScore& full,
                                           const RuleSet& rules, const MakeRecords& make_records);

}  // namespace moot
