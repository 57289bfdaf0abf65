#pragma once
/// \file Which label hits are implications by what stands around them. Pure.

#include <string>
#include <vector>

#include "extractors/paper_view.hpp"

namespace moot {

/// Whether a text reads like prose, or says that there is nothing: tables of figures have columns
/// and rows called Finance or Property, too.
bool is_prose(const std::string& text);

/// Whether a label stands over implications of several kinds: "Summary of implications".
bool is_container(const PaperView& view, const LabelHit& hit);

/// The column of the text beside a label in a table: the next one that holds more than a tick or a
/// yes or no ("Legal | No | There are none."); the next of all where none does.
int text_column(const PaperView& view, std::size_t block);

/// Takes the rules of implications from hits that only look like them: rows of a table where fewer
/// than two that are not bare are followed by prose, and bare headings that no
/// implications stand next to. Hits without a rule left are erased.
/// \pre hits are in order of their place
void drop_unsupported(const PaperView& view, std::vector<LabelHit>& hits);

}  // namespace moot
