#pragma once
/// \file What users say of files and records, laid over records as they are read. Internal to the
/// catalogue.

#include <string>
#include <vector>

#include "extractors/blanking.hpp"
#include "extractors/record.hpp"
#include "index/sqlite.hpp"
#include "pipeline/result.hpp"

namespace moot {

/// Lays facts and corrections over all records of one file, which are given as extraction made
/// them. Facts are those of the first path, in order of name, that stands for the bytes and has
/// any; facts beside the file win over those of a table. A correction of a paper that is no more
/// (better splitting moved where it begins) is of the one that holds its page. What was said of
/// another version of the file (other_versions()) holds as CorrectionMade says.
///
/// Gives what has been suppressed, to be blanked in the Document too. `stale`, where given, gets
/// the numbers of the corrections that found nothing to correct.
Result<std::vector<HiddenWords>> lay_over(const Connection& connection, const std::string& sha256,
                                          std::vector<Record>& records,
                                          std::vector<std::int64_t>* stale = nullptr);

}  // namespace moot
