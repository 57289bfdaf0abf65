#pragma once
/// \file What a worker process does: an open file -> the file's result. Knows nothing of processes.

#include <string>

#include "cli/nursery.hpp"
#include "extractors/rules.hpp"
#include "index/catalogue.hpp"

namespace moot {

/// Reads the open file and makes its records. A failure becomes the row's state and reason: Skipped
/// for kinds of file that are not read, Failed for the rest. Partial where pages have no text.
FileResult read_one(const std::string& path, int descriptor, const RuleSet& rules);

/// The row of a file that no worker has a result of.
FileResult not_read(const std::string& path, std::int64_t size, std::int64_t modified_ns,
                    const Error& why);

/// The job of a worker: a path and its open file in, pack(read_one()) out. `rules` must outlive
/// the job.
Job reader_job(const RuleSet& rules);

}  // namespace moot
