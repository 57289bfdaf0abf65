#pragma once
/// \file Many records against many gold files: which belong together, and what they come to.

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "extractors/gold.hpp"
#include "extractors/record.hpp"
#include "extractors/rule_figures.hpp"
#include "extractors/score.hpp"

namespace moot {

/// The paper of one gold file, scored.
struct PaperScore {
  std::string gold;      ///< path of the gold file
  std::string document;  ///< Gold::document
  std::string council;   ///< whose paper it is, see score_set()
  std::string kind;      ///< the gold's, else "(not stated)"
  bool found = false;    ///< there is a record for it
  Comparison soft, strict;
};

struct SetScore {
  std::vector<PaperScore> papers;  ///< in the order of the gold files
  Count boundaries;                ///< papers whose first and last page are right
};

/// Scores each gold file against the record of its paper: of the records whose Source::path is the
/// gold's document, the one that shares most pages with it, or the first where the gold gives no
/// pages. A paper belongs to the council that its gold names, else to the folder that its file
/// stands in; folders and names are the same council where a paper of that name stands in the
/// folder and the name holds the folder's ("kent", "Kent County Council"). Pure.
SetScore score_set(const std::vector<Gold>& golds, const std::vector<Record>& records);

/// What some papers come to.
struct Totals {
  Counts soft, strict;
  std::size_t papers = 0;
  std::size_t without_record = 0;
  std::size_t wholly_right = 0;         ///< nothing false, nothing missed
  std::size_t wholly_right_strict = 0;  ///< and the same strictly
};

/// Of all papers; Totals::soft and strict have pack.boundaries too. Pure.
Totals totals(const SetScore& set);

/// By PaperScore::council or kind: `totals_by(set, &PaperScore::kind)`. Pure.
std::map<std::string, Totals> totals_by(const SetScore& set, std::string PaperScore::*group);

/// How often each rule was right, softly; values without evidence are left out. Pure.
RuleTable count_rules(const SetScore& set);

}  // namespace moot
