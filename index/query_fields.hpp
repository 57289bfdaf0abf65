#pragma once
/// \file The tables of fields, with what only index/ needs of them.

#include <cstddef>
#include <string_view>
#include <vector>

#include "index/query.hpp"

namespace moot {

/// What `in:` names beside the parts of a paper: the passages of all kinds of implications, whose
/// words have a prefix of their own as well, and the items of minutes, which their kind tells.
inline constexpr const char* kImplications = "implications";
inline constexpr const char* kMinutes = "minutes";

/// Whether a part is a kind of implication: "legal", "hr", ... Pure.
bool is_implication(std::string_view part);

/// A part of a paper, with the prefix of the terms of its passages.
struct PassageField {
  const char* name;
  const char* prefix;
};
const std::vector<PassageField>& passage_field_table();

/// The field with this name, or null.
const QueryField* find_query_field(std::string_view name);

/// Place in passage_field_table(); its size where there is no such part.
std::size_t passage_field_index(std::string_view name);

}  // namespace moot
