#include "extractors/builder.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include <re2/re2.h>

#include "extractors/decide.hpp"
#include "extractors/ranking.hpp"
#include "extractors/values.hpp"

namespace moot {

namespace {

constexpr const char* kJoined = "it was joined with what stands before it";

/// "RESOLVED: That the plan be adopted.": the word that announces it stands alone and is no part.
std::string without_trigger(const std::string& text) {
  static const RE2 kTrigger(
      "(?s)(?:It was )?(?:RESOLVED|AGREED|Resolved|Agreed|PENDERFYNWYD)\\s*(?::|–|—|-)[:–—-]*"
      "\\s+(.{8,})");
  std::string rest;
  return RE2::FullMatch(text, kTrigger, &rest) ? rest : text;
}

/// Web pages of meetings print what an item decided twice: apart, and in its minutes.
void keep_each_once(std::vector<Value>& resolutions) {
  std::set<std::string> seen;
  for (Value& value : resolutions) value.text = without_trigger(value.text);
  std::erase_if(resolutions,
                [&](const Value& value) { return !seen.insert(same_key(value.text)).second; });
}

}  // namespace

void RecordBuilder::propose(const Origin& origin, std::string_view field,
                            std::vector<Value> values) {
  std::erase_if(values, [](const Value& value) { return is_prompt(value.text); });
  if (values.empty()) return;
  const bool is_web_page = view_.doc().media_type == "text/html";
  for (Value& value : values) {
    if (field == "resolutions") value.text = without_trigger(value.text);
    if (field == "items" && is_web_page) keep_each_once(value.resolutions);
  }
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

void RecordBuilder::drop_values_of_entries() {
  // What names or dates the paper itself.
  static const std::set<std::string> kOfThePaper = {"title",       "body",       "meeting_date",
                                                    "report_date", "council",    "contacts",
                                                    "items",       "resolutions"};
  std::map<std::string, std::set<std::string>> said;
  for (const Proposal& proposal : proposals_) {
    if (!proposal.refused.empty()) continue;
    std::string all;
    for (const Value& value : proposal.values) all += same_key(value.text) + '\n';
    said[proposal.field].insert(std::move(all));
  }
  for (Proposal& proposal : proposals_) {
    const bool of_paper = kOfThePaper.contains(proposal.field) || !proposal.refused.empty();
    if (!of_paper && said[proposal.field].size() > 1)
      proposal.refused = "it is of one entry of the paper, and others say something else";
  }
  unite_lists("resolutions");  // what each entry decided
}

std::vector<Proposal*> RecordBuilder::winner_and_its_like(std::string_view field) {
  const Proposal* best = nullptr;
  std::vector<Proposal*> like;
  for (Proposal& proposal : proposals_) {
    if (proposal.field != field || !proposal.refused.empty()) continue;
    if (best == nullptr || goes_before(proposal, *best)) best = &proposal;
    like.push_back(&proposal);
  }
  if (best == nullptr) return {};
  const std::string rule = best->origin.rule;
  std::erase_if(like, [&](const Proposal* proposal) { return proposal->origin.rule != rule; });
  return like;
}

void RecordBuilder::unite_lists(std::string_view field) {
  const std::vector<Proposal*> like = winner_and_its_like(field);
  for (std::size_t i = 1; i < like.size(); ++i) {
    auto& all = like[0]->values;
    all.insert(all.end(), like[i]->values.begin(), like[i]->values.end());
    like[i]->refused = kJoined;
  }
}

void RecordBuilder::unite(std::string_view field) {
  const std::vector<Proposal*> like = winner_and_its_like(field);
  for (std::size_t i = 1; i < like.size(); ++i) {
    Value& first = like[0]->values[0];
    const Value& value = like[i]->values[0];
    if (same_key(first.text).find(same_key(value.text)) != std::string::npos) continue;
    first.text += '\n' + value.text;
    first.range.end = std::max(first.range.end, value.range.end);
    like[i]->refused = kJoined;
  }
}

void RecordBuilder::drop_repeats(std::string_view field, std::string_view of) {
  const Text value = best(of);
  for (Proposal& proposal : proposals_) {
    const bool same = proposal.field == field && proposal.values.size() == 1 && value &&
                      proposal.values[0].text == *value;
    if (same && proposal.refused.empty()) proposal.refused = "it repeats " + std::string(of);
  }
}

Record RecordBuilder::finish(Trace* trace) const {
  return decide(view_, proposals_, trace);
}

}  // namespace moot
