#include "extractors/builder.hpp"

#include <algorithm>
#include <iterator>

#include "extractors/decide.hpp"
#include "extractors/ranking.hpp"

namespace moot {

void RecordBuilder::propose(const Origin& origin, std::string_view field,
                            std::vector<Value> values) {
  if (values.empty()) return;
  auto& places = places_[std::string(field)];
  for (const Value& value : values) {
    const auto [begin, end] = value.range;
    auto at = places.upper_bound(begin);
    if (at != places.begin() && std::prev(at)->second >= end) continue;
    at = places.lower_bound(begin);
    while (at != places.end() && at->second <= end) at = places.erase(at);
    places.emplace(begin, end);
  }
  proposals_.push_back({origin, std::string(field), std::move(values), {}});
}

void RecordBuilder::refuse(const Origin& origin, std::string_view field, Value seen,
                           std::string why) {
  proposals_.push_back({origin, std::string(field), {std::move(seen)}, std::move(why)});
}

bool RecordBuilder::has(std::string_view field, double weight) const {
  return std::any_of(proposals_.begin(), proposals_.end(), [&](const Proposal& p) {
    return p.refused.empty() && p.field == field && p.origin.weight >= weight;
  });
}

Text RecordBuilder::best(std::string_view field) const {
  const Proposal* best = nullptr;
  for (const Proposal& proposal : proposals_) {
    if (proposal.field != field || !proposal.refused.empty()) continue;
    if (best == nullptr || goes_before(proposal, *best)) best = &proposal;
  }
  return best == nullptr ? Text() : Text(best->values[0].text);
}

bool RecordBuilder::covers(std::string_view field, TextRange range) const {
  const auto places = places_.find(field);
  if (places == places_.end()) return false;
  // Of the places that begin before the range's end, the last one ends last.
  const auto after = places->second.lower_bound(range.end);
  return after != places->second.begin() && std::prev(after)->second > range.begin;
}

Record RecordBuilder::finish(Trace* trace) const {
  return decide(view_, proposals_, trace);
}

}  // namespace moot
