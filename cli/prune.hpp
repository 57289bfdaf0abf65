#pragma once
/// \file Files that the catalogue knows: those to try again, and those that are gone.

#include <string>
#include <vector>

#include "cli/ingest_report.hpp"
#include "cli/ingest_store.hpp"
#include "cli/ingestion.hpp"

namespace moot {

/// The files below `roots` (none: all) that failed or were read in part, in order of path; those
/// that are gone are passed over. `catalogue` must outlive the source.
FileSource failed_files(const Catalogue& catalogue, const std::vector<std::string>& roots);

/// Forgets files below `roots` that are not there any more. A root of which nothing at all is there
/// is left alone, with a problem in the report: it is rather a disk that is not mounted.
Result<Done> prune(const std::vector<std::string>& roots, IngestStore& store, IngestReport& report);

}  // namespace moot
