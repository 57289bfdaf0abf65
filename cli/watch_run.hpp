#pragma once
/// \file `moot watch run`.

#include <string>

#include "cli/options_watch.hpp"
#include "cli/output.hpp"

namespace moot {

/// Tells what is new of the watches in `folder`, then notes it as told. Gives the exit code: 0
/// something new, 1 nothing new, 2 failed, 3 some watches failed.
int run_watches(const WatchCommand& command, const std::string& folder, const std::string& index,
                const Console& console);

}  // namespace moot
