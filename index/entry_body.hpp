#pragma once
/// \file What of a paper's text stands in no field passage. Internal to entry.cpp.

#include <string_view>
#include <vector>

#include "index/entry.hpp"

namespace moot {

/// A passage of a field, with the places that it was taken from.
struct FieldPassage {
  Passage passage;
  std::vector<TextRange> ranges;  ///< inside Document::text
};

/// Whether `text` holds no word but what may be the number of a paragraph or an item. Pure.
bool only_numbering(std::string_view text);

/// The text of the paper that is in none of `fields`, as passages of field "body", one a section.
/// Pure.
std::vector<Passage> body_passages(const Record& record, const Document& doc,
                                   const std::vector<FieldPassage>& fields);

}  // namespace moot
