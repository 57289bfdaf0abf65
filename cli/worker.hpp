#pragma once
/// \file What a worker process does: path -> the file's result. Knows nothing of processes.

#include <string>

#include "cli/nursery.hpp"
#include "extractors/rules.hpp"
#include "index/catalogue.hpp"

namespace moot {

/// Reads the file and makes its records. A failure becomes the row's state and reason: Skipped
/// for kinds of file that are not read, Failed for the rest. Partial where pages have no text.
FileResult read_one(const std::string& path, const RuleSet& rules);

/// The row of a file that ended its worker.
FileResult crashed(const std::string& path, std::int64_t size, std::int64_t modified_ns);

/// The job of a worker: a path in, pack(read_one()) out. `rules` must outlive the job.
Job reader_job(const RuleSet& rules);

}  // namespace moot
