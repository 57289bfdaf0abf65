#include "extractors/evidence_places.hpp"

#include <algorithm>
#include <charconv>

namespace moot {

bool is_at_or_below(const std::string& pointer, const std::string& above) {
  return pointer.starts_with(above) &&
         (pointer.size() == above.size() || pointer[above.size()] == '/');
}

void drop_evidence(EvidenceMap& evidence, const std::string& pointer) {
  for (auto at = evidence.lower_bound(pointer);
       at != evidence.end() && at->first.starts_with(pointer);) {
    at = is_at_or_below(at->first, pointer) ? evidence.erase(at) : std::next(at);
  }
}

void drop_entry_evidence(EvidenceMap& evidence, const std::string& list,
                         const std::vector<std::size_t>& entries) {
  if (entries.empty()) return;
  const std::string inside = list + "/";
  EvidenceMap moved;
  auto at = evidence.lower_bound(inside);
  while (at != evidence.end() && at->first.starts_with(inside)) {
    const char* const end = at->first.data() + at->first.size();
    std::size_t place = 0;
    const auto read = std::from_chars(at->first.data() + inside.size(), end, place);
    if (read.ec != std::errc() || place < entries.front()) {
      ++at;
      continue;
    }
    const auto later = std::lower_bound(entries.begin(), entries.end(), place);
    if (later == entries.end() || *later != place) {
      const auto gone = static_cast<std::size_t>(later - entries.begin());
      moved.emplace(inside + std::to_string(place - gone) + std::string(read.ptr, end),
                    std::move(at->second));
    }
    at = evidence.erase(at);
  }
  evidence.merge(moved);
}

std::vector<TextRange> evidence_ranges(const EvidenceMap& evidence, const std::string& pointer) {
  std::vector<TextRange> ranges;
  for (auto at = evidence.lower_bound(pointer);
       at != evidence.end() && at->first.starts_with(pointer); ++at) {
    if (!is_at_or_below(at->first, pointer)) continue;
    for (const Place& place : at->second.where) ranges.push_back(place.range);
  }
  return ranges;
}

}  // namespace moot
