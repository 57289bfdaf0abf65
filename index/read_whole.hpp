#pragma once
/// \file A small file that users keep beside an index, as text.

#include <string>

#include "pipeline/result.hpp"

namespace moot {

/// All of the file. Fails with Io where it cannot be read, also where it is a folder.
Result<std::string> read_whole(const std::string& path);

}  // namespace moot
