#pragma once
/// \file The tables of fields, with what only index/ needs of them.

#include <cstddef>
#include <string_view>
#include <vector>

#include "index/query.hpp"

namespace moot {

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
