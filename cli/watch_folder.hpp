#pragma once
/// \file The folder that watches are kept in: one file each, NAME.json.

#include <string>
#include <vector>

#include "cli/watch.hpp"
#include "index/writer_lock.hpp"
#include "pipeline/result.hpp"

namespace moot {

/// Holds off other runs while it lives, makes the folder where it is not there, and takes away
/// what a run that was ended left half written. Waits a minute for another run to end; fails with
/// Index where it does not, and with Io where nothing can be written there.
Result<WriterLock> lock_watches(const std::string& folder);

/// The names of the watches in order; none where there is no folder. Fails with Io.
Result<std::vector<std::string>> watch_names(const std::string& folder);

bool has_watch(const std::string& folder, const std::string& name);

/// Fails with Usage where there is none of this name or its file is no watch, with Io where it
/// cannot be read.
Result<Watch> load_watch(const std::string& folder, const std::string& name);

/// There whole, or as it was before. Fails with Io. \pre the folder is locked
Result<Done> save_watch(const std::string& folder, const Watch& watch);

/// Fails with Io. \pre the folder is locked
Result<Done> remove_watch(const std::string& folder, const std::string& name);

}  // namespace moot
