#pragma once
/// \file Papers that are nearly the same: the report of a pack published once more by itself, or
/// with a few words changed. MinHash over runs of three words, which running heads, page numbers
/// and line ends do not touch.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/record.hpp"
#include "pipeline/document.hpp"

namespace moot {

inline constexpr std::size_t kNearValues = 64;
inline constexpr std::size_t kNearBands = 16;

/// What is kept of a paper's words. The same on every machine.
using NearSignature = std::array<std::uint32_t, kNearValues>;

/// Two papers whose similarity() is at least this are nearly the same.
inline constexpr double kNear = 0.7;

/// The signature of words in their order, folded as index/words.hpp does it; none for fewer than
/// 40, which are too few to tell papers apart. Pure, linear.
std::optional<NearSignature> near_signature(const std::vector<std::string>& words);

/// Of the words of a paper: of its range without running heads and page numbers. Pure.
std::optional<NearSignature> near_signature(const Document& doc, const Record& record);

/// About the share of their runs of three words that two papers have in common, from 0 to 1; give
/// or take 0.06. Pure.
double similarity(const NearSignature& a, const NearSignature& b);

/// Keys for a table: two papers that share one in the same band are candidates for similarity().
/// The band is part of the key. Of pairs at 0.7 similarity 99 of 100 share one, at 0.5 64, at 0.3
/// 12. Pure.
std::array<std::uint64_t, kNearBands> near_bands(const NearSignature& signature);

/// For storing: 256 bytes, little-endian.
std::string to_bytes(const NearSignature& signature);

/// What to_bytes() wrote; none for bytes that are no signature.
std::optional<NearSignature> near_from_bytes(std::string_view bytes);

}  // namespace moot
