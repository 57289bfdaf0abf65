#include "extractors/ranking.hpp"

#include <algorithm>

#include "extractors/values_text.hpp"

namespace moot {

namespace {

std::size_t begin_of(const Proposal& proposal) {
  return proposal.values[0].range.begin;
}

}  // namespace

bool goes_before(const Proposal& a, const Proposal& b) {
  if (a.origin.weight != b.origin.weight) return a.origin.weight > b.origin.weight;
  return begin_of(a) < begin_of(b);
}

Ranked ranked(const std::vector<Proposal>& proposals, std::string_view field) {
  Ranked list;
  for (const Proposal& proposal : proposals) {
    if (proposal.field == field && proposal.refused.empty()) list.push_back(&proposal);
  }
  std::stable_sort(list.begin(), list.end(),
                   [](const Proposal* a, const Proposal* b) { return goes_before(*a, *b); });
  return list;
}

std::string why_won(const Ranked& list) {
  if (list.size() == 1) return "nothing else was proposed";
  const Proposal& first = *list[0];
  const Proposal& next = *list[1];
  const std::string weight = plain_number(first.origin.weight);
  if (first.origin.weight > next.origin.weight) return "its weight, " + weight + ", is the highest";
  if (begin_of(first) < begin_of(next)) return "of those of weight " + weight + " it stands first";
  return "of those of weight " + weight + " at this place it was tried first";
}

std::string why_lost(const Proposal& winner, const Proposal& loser) {
  const double won = winner.origin.weight;
  const std::string& rule = winner.origin.rule;
  if (loser.origin.weight < won) {
    return "its weight, " + plain_number(loser.origin.weight) + ", is below that of " + rule +
           ", " + plain_number(won);
  }
  const std::string same = " is of the same weight, " + plain_number(won);
  if (rule == loser.origin.rule) return "the same rule found another value before it";
  if (begin_of(winner) < begin_of(loser)) return rule + " stands before it and" + same;
  return rule + " was tried first at this place and" + same;
}

}  // namespace moot
