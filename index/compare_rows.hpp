#pragma once
/// \file The table of a comparison: what each paper says of each thing. Pure. Internal to
/// compare.cpp.

#include <string>
#include <vector>

#include "index/comparison.hpp"

namespace moot {

/// The rows of these fields, of compare_fields(), in their order; all where `fields` is empty. A
/// row that no paper has anything for is left out, unless it was asked for by name. The columns'
/// papers are whole.
std::vector<Row> compared_rows(const std::vector<Column>& columns,
                               const std::vector<std::string>& fields);

}  // namespace moot
