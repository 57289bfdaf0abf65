#include "extractors/leave_one_out.hpp"

#include <map>
#include <utility>

namespace moot {
namespace {

/// Ids of rules or names of packs -> the councils that support them.
using Support = std::map<std::string, std::set<std::string>>;

bool is_only(const Support& support, const std::string& id, const std::string& council) {
  const auto found = support.find(id);
  return found != support.end() && found->second == std::set<std::string>{council};
}

Support support_of(const SetScore& set) {
  Support support;
  for (const PaperScore& paper : set.papers) {
    for (const Judgement& judgement : paper.soft.judgements) {
      if (!judgement.rule.empty()) support[judgement.rule].insert(paper.council);
    }
  }
  return support;
}

Support packs_support(const RuleSet& rules, const Support& support) {
  Support packs;
  for (const Rule& rule : rules.rules()) {
    const auto found = support.find(rule.id);
    if (found == support.end()) continue;
    packs[rule.pack].insert(found->second.begin(), found->second.end());
  }
  return packs;
}

/// Fills the rules of one council.
void choose_rules(const RuleSet& rules, const Support& support, const Support& packs,
                  LeftOut& out) {
  std::set<std::string> known;
  for (const Rule& rule : rules.rules()) {
    known.insert(rule.id);
    const bool own =
        is_only(support, rule.id, out.council) || is_only(packs, rule.pack, out.council);
    if (own) out.rules.insert(rule.id);
  }
  for (const auto& [id, councils] : support) {
    if (!known.contains(id) && is_only(support, id, out.council)) out.kept.insert(id);
  }
}

double core_f1(const SetScore& set) {
  return figures(core_count(totals(set).soft)).f1;
}

}  // namespace

Result<std::vector<LeftOut>> leave_one_out(const std::vector<Gold>& golds, const SetScore& full,
                                           const RuleSet& rules, const MakeRecords& make_records) {
  const Support support = support_of(full);
  const Support packs = packs_support(rules, support);
  std::map<std::string, std::pair<std::vector<Gold>, SetScore>> councils;
  for (std::size_t i = 0; i < golds.size(); ++i) {
    auto& [own_golds, own_score] = councils[full.papers[i].council];
    own_golds.push_back(golds[i]);
    own_score.papers.push_back(full.papers[i]);
  }
  std::vector<LeftOut> all;
  for (const auto& [council, own] : councils) {
    LeftOut out;
    out.council = council;
    out.papers = own.first.size();
    choose_rules(rules, support, packs, out);
    out.full = out.without = core_f1(own.second);
    if (!out.rules.empty()) {
      const Result<RuleSet> fewer = rules.without(out.rules);
      if (!fewer) return fewer.error();
      out.without = core_f1(score_set(own.first, make_records(own.first, *fewer)));
    }
    all.push_back(std::move(out));
  }
  return all;
}

}  // namespace moot
