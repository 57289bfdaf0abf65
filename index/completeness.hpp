#pragma once
/// \file How much of a file was read, and how much of that can be searched.

#include "extractors/record.hpp"
#include "index/update.hpp"
#include "pipeline/document.hpp"

namespace moot {

/// Letters and figures, in bytes, of those words of a paper's text that stand in passages of the
/// search index; a word counts as often as it stands in the text, however many passages have it.
/// Pure.
std::int64_t indexed_letters(const Record& record, const Document& doc);

/// `indexed` is the sum of indexed_letters() of its papers. Pure.
Completeness completeness_of(const Document& doc, std::int64_t indexed);

}  // namespace moot
