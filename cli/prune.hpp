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

/// Whether the file is not there any more, and not merely out of sight: where the nearest folder
/// above it that is there is empty, it is rather a disk that is not mounted.
bool is_gone(const std::string& path);

/// Forgets files below `roots` that are gone. Those out of sight are left alone, with a problem in
/// the report.
Result<Done> prune(const std::vector<std::string>& roots, IngestStore& store, IngestReport& report);

}  // namespace moot
