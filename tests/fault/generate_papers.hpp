#pragma once
/// \file Papers of made-up councils, as many as wanted: the same seed gives the same files.

#include <cstddef>
#include <cstdint>
#include <filesystem>

struct PaperMix {
  std::size_t papers = 0;        ///< different ones, text and PDF in turn
  std::size_t copies = 0;        ///< the bytes of one of these again, under another name
  std::size_t broken = 0;        ///< cut short, empty, locked, no paper at all
  std::size_t large = 0;         ///< PDFs that take some 100 ms to read
  std::size_t large_pages = 60;  ///< of each of these
  std::uint64_t seed = 1;
};

/// Writes them below `folder`, a few hundred to a folder.
void generate_papers(const std::filesystem::path& folder, const PaperMix& mix);
