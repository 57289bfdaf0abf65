#include "extractors/builder.hpp"

#include <algorithm>

#include "extractors/decide.hpp"
#include "extractors/ranking.hpp"

namespace moot {

void RecordBuilder::propose(const Origin& origin, std::string_view field,
                            std::vector<Value> values) {
  if (values.empty()) return;
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
  for (const Proposal& proposal : proposals_) {
    if (proposal.field != field || !proposal.refused.empty()) continue;
    for (const Value& value : proposal.values) {
      if (value.range.begin < range.end && range.begin < value.range.end) return true;
    }
  }
  return false;
}

Record RecordBuilder::finish(Trace* trace) const {
  return decide(view_, proposals_, trace);
}

}  // namespace moot
