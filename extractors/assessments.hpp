#pragma once
/// \file Whether a paper says that an assessment of its effects was made, is needed or will be.
/// Pure functions; they would rather find nothing than the wrong thing.

#include <optional>
#include <string_view>

#include "pipeline/document.hpp"

namespace moot {

enum class AssessmentKind { Equality, DataProtection };

enum class AssessmentState { Planned, NotNeeded, Done };

struct AssessmentFound {
  AssessmentState state = AssessmentState::Planned;
  TextRange where;  ///< the sentence that says so
};

/// What `text` says of its equality impact assessment ("An EqIA has been carried out", "is attached
/// at Appendix B", "The EqIA found ...": Done; "An EqIA is not required": NotNeeded; "A DPIA will
/// be completed": Planned). Of several sentences, one that says Done goes before one that says
/// NotNeeded, and that before Planned. Nothing is said by questions, by what hangs on something
/// ("if required"), by screenings, and by what a council does in general. `heading`: what the text
/// stands under; where it names the assessment, "Not required." is enough, and under one of
/// equalities short names ("EIA", "impact assessment") count too. Pure.
std::optional<AssessmentFound> find_assessment(std::string_view text, std::string_view heading,
                                               AssessmentKind kind);

/// Whether the title of an appendix is that of such an assessment: "Appendix B - EqIA". Pure.
bool names_assessment(std::string_view title, AssessmentKind kind);

}  // namespace moot
