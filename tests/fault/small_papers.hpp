#pragma once
/// \file Many small papers of made-up councils. For tests and for what measures; needs no library.

#include <cstddef>
#include <filesystem>

/// Writes `count` text papers of `bytes` bytes each below `folder`, a few hundred to a folder. All
/// differ; the same call gives the same files.
void generate_small_papers(const std::filesystem::path& folder, std::size_t count,
                           std::size_t bytes);
