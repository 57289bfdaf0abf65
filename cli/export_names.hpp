#pragma once
/// \file What exports say of a paper and of its values. Pure.

#include <string>

#include "extractors/record.hpp"

namespace moot {

/// The title; where the paper has none, its kind, body and date.
std::string paper_name(const Record& record);

/// Opens the file of the record at the page where the value at `pointer` stands; at the paper's
/// first page where it stands on none.
std::string value_link(const Record& record, const std::string& pointer);

}  // namespace moot
