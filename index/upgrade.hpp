#pragma once
/// \file A catalogue of an older format -> the present one. Internal to doctor.cpp.

#include <string>

#include "index/sqlite.hpp"
#include "pipeline/result.hpp"

namespace moot {

/// Brings format 1 to format 2 in one transaction: all of it or nothing. A file whose records
/// cannot be read counts as failed, so that the next ingestion reads it again. The search index has
/// to replay everything afterwards. `now` is the time from which what the files stand for counts.
/// \pre the connection is open for writing, and the writer's lock is held
Result<Done> upgrade_catalogue(const Connection& connection, const std::string& now);

}  // namespace moot
