#pragma once
/// \file Record <-> JSON, schema "moot.record/1" (docs/RECORD.md).

#include <string>
#include <string_view>

#include "extractors/record.hpp"
#include "pipeline/result.hpp"

namespace moot {

/// The record as one JSON object. `indent` < 0: one line (JSON Lines). Text that is not UTF-8 is
/// replaced, never fatal. Pure.
std::string to_json(const Record& record, int indent = -1);

/// Reads what to_json() wrote. Unknown keys are ignored. Fails with BadDocument.
Result<Record> parse_record(std::string_view json);

/// The name of a Basis: "stated", "inferred", "given", "corrected".
std::string_view to_string(Basis basis);

}  // namespace moot
