#pragma once
/// \file Which parts that a written record of an executive decision in England must have are in a
/// record: The Local Authorities (Executive Arrangements) (Meetings and Access to Information)
/// (England) Regulations 2012, SI 2012/2089, regulations 12 and 13 (docs/CHECK.md). Facts about the
/// paper, no legal judgement.

#include <string>
#include <vector>

#include "extractors/record.hpp"

namespace moot {

enum class PartState {
  Found,
  NotFound,     ///< in this paper; it may be published elsewhere
  NotCalledFor  ///< a dispensation, where the paper says that no conflict was declared
};

/// One thing that the regulations ask for.
struct StatutoryPart {
  std::string paragraph;  ///< "(a)" to "(e)"
  std::string what;       ///< in plain words
  PartState state = PartState::NotFound;
  std::string pointer = {};  ///< of the value in the record; empty where there is none
  std::string words = {};    ///< of the paper; empty where not found
  int page = 0;              ///< where they stand; 0: not known, or no pages
  std::string remark = {};   ///< what a reader should know; may be empty
};

/// One decision: of a notice the whole paper, of minutes one item.
struct StatutoryDecision {
  std::string title;
  std::string pointer;  ///< of the item; empty for the whole paper
  std::vector<StatutoryPart> parts;
};

enum class Applies { Yes, No, Unknown };

struct StatutoryCheck {
  Applies applies = Applies::No;
  std::string why;         ///< a sentence: why they apply, do not, or why that is not known
  std::string regulation;  ///< "12(2)", "13(2)", "13(4)", or those that may be meant
  std::vector<StatutoryDecision> decisions;  ///< empty where the regulations do not apply
};

/// Looks for the parts. Pure.
StatutoryCheck check_record(const Record& record);

}  // namespace moot
