#include "pipeline/layout_pitch.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace moot {
namespace {

int tenths(double points) {
  return static_cast<int>(std::lround(10 * points));
}

double usual_leading(const std::vector<std::vector<Row>>& pages) {
  // Bins of 0.05 from 0.8 to 2.6. The first bin that is well filled is the leading; later ones
  // are the gaps between paragraphs.
  std::array<int, 36> bins{};
  for (const auto& rows : pages) {
    for (std::size_t i = 1; i < rows.size(); ++i) {
      const double size = rows[i].size;
      if (!(size > 0) || std::abs(size - rows[i - 1].size) > 0.1 * size) continue;
      const double pitch = (rows[i].base - rows[i - 1].base) / size;
      if (pitch < 0.8 || pitch >= 2.6) continue;
      ++bins[static_cast<std::size_t>((pitch - 0.8) / 0.05)];
    }
  }
  const int most = *std::max_element(bins.begin(), bins.end());
  if (most < 3) return 1.2;
  for (std::size_t i = 0; i < bins.size(); ++i) {
    const int here = bins[i] + (i + 1 < bins.size() ? bins[i + 1] : 0);
    if (5 * here >= 2 * most) return 0.8 + 0.05 * static_cast<double>(i + 1);
  }
  return 1.2;
}

/// The lowest pitch of well-filled ones, from counts by tenths of a point; 0 where none is.
double lowest_pitch(const std::map<int, int>& counts) {
  const auto around = [&](int tenth) {
    int count = 0;
    for (int t = tenth - 1; t <= tenth + 1; ++t) {
      const auto found = counts.find(t);
      count += found == counts.end() ? 0 : found->second;
    }
    return count;
  };
  int most = 0;
  for (const auto& [tenth, count] : counts) most = std::max(most, around(tenth));
  for (const auto& [tenth, count] : counts) {
    if (around(tenth) < 3 || 5 * around(tenth) < most) continue;
    // The middle of the three is the fullest.
    const auto next = counts.find(tenth + 1);
    return (next != counts.end() && next->second > count ? tenth + 1 : tenth) / 10.0;
  }
  return 0;
}

}  // namespace

double LinePitches::of(double size) const {
  const auto found = exact.find(tenths(size));
  return found == exact.end() ? 0 : found->second;
}

LinePitches measure_pitches(const std::vector<std::vector<Row>>& pages) {
  LinePitches pitches;
  pitches.usual = usual_leading(pages);
  std::map<int, std::map<int, int>> counts;  // by size, by pitch
  for (const auto& rows : pages) {
    for (std::size_t i = 1; i < rows.size(); ++i) {
      const double pitch = rows[i].base - rows[i - 1].base;
      if (tenths(rows[i].size) != tenths(rows[i - 1].size)) continue;
      if (pitch < 0.9 * rows[i].size || pitch > 1.6 * rows[i].size) continue;
      ++counts[tenths(rows[i].size)][tenths(pitch)];
    }
  }
  for (const auto& [size, of_size] : counts) {
    if (const double pitch = lowest_pitch(of_size); pitch > 0) pitches.exact[size] = pitch;
  }
  return pitches;
}

}  // namespace moot
