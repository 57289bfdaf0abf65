#pragma once
/// \file What web pages about a decision say without a label: by the place where it stands.

#include <string_view>

#include "extractors/builder.hpp"
#include "extractors/paper_view.hpp"

namespace moot {

/// Proposes what only the place tells: the summary under an issue's title; what was decided, why
/// and what else was considered on a page that lost those headings; the meeting in the link of an
/// agenda item's page. Does nothing for papers of other kinds.
void propose_by_place(const PaperView& view, std::string_view kind, RecordBuilder& builder);

}  // namespace moot
