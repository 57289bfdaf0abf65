#include "extractors/kind.hpp"

#include <map>

#include "extractors/compiled_rules.hpp"
#include "extractors/label_match.hpp"
#include "extractors/values_text.hpp"

namespace moot {

namespace {

constexpr std::size_t kHeadBlocks = 12;
constexpr std::size_t kFrontBlocks = 40;
constexpr double kLeast = 1.5;  // a kind needs more than one weak sign

std::size_t blocks_in_zone(Zone zone, std::size_t all) {
  if (zone == Zone::Head) return std::min(all, kHeadBlocks);
  if (zone == Zone::Front) return std::min(all, kFrontBlocks);
  return all;
}

struct Sign {
  std::size_t rule = 0;
  TextRange range;
};

/// The first place of each sign.
std::map<std::size_t, TextRange> find_signs(const PaperView& view) {
  std::map<std::size_t, TextRange> signs;
  const auto& compiled = view.rules().compiled();
  for (std::size_t i = 0; i < view.blocks().size(); ++i) {
    const std::string text = view.text(i);
    const auto look_for = [&](const std::vector<std::size_t>& patterns) {
      for (std::size_t at : patterns) {
        const CompiledPattern& pattern = compiled.patterns[at];
        const Rule& rule = compiled.rules[pattern.rule];
        if (i >= blocks_in_zone(rule.zone, view.blocks().size())) continue;
        if (signs.contains(pattern.rule)) continue;
        if (RE2::PartialMatch(text, *pattern.re)) signs[pattern.rule] = view.blocks()[i].range;
      }
    };
    if (i < kFrontBlocks) look_for(compiled.kind_at_front);
    look_for(compiled.kind_anywhere);
    const auto match = match_label(view.rules(), text, false);
    if (!match) continue;
    for (std::size_t index : match->rules) {
      const Rule& rule = compiled.rules[index];
      const bool inside = i < blocks_in_zone(rule.zone, view.blocks().size());
      if (rule.field == "kind" && inside) signs.emplace(index, view.blocks()[i].range);
    }
  }
  return signs;
}

/// Why the paper is, or is not, of the kind that a sign speaks for.
std::string why_kind(const std::map<std::string, double>& weights, const std::string& chosen,
                     const std::string& kind) {
  const double own = weights.at(kind);
  const std::string sum = "the signs of " + kind + " weigh " + plain_number(own) + " together";
  const auto best = weights.find(chosen);
  if (best == weights.end()) return sum + ": a kind needs more than " + plain_number(kLeast);
  if (kind == chosen) return sum + (weights.size() > 1 ? ": no other kind's weigh more" : "");
  if (own < best->second) return sum + ", those of " + chosen + " " + plain_number(best->second);
  return sum + ", as those of " + chosen + ", which comes first in the alphabet";
}

}  // namespace

KindChoice choose_kind(const PaperView& view, Trace* trace) {
  std::map<std::string, double> weights;
  const auto signs = find_signs(view);
  for (const auto& [index, range] : signs)
    weights[view.rule(index).value] += view.rule(index).weight;
  KindChoice choice;
  double best = kLeast;
  for (const auto& [kind, weight] : weights) {
    if (weight > best) {
      best = weight;
      choice.kind = kind;
    }
  }
  double strongest = -1;
  for (const auto& [index, range] : signs) {
    const Rule& rule = view.rule(index);
    const bool won = rule.value == choice.kind;
    if (won && rule.weight > strongest) {
      strongest = rule.weight;
      choice.rule = rule.id;
      choice.range = range;
    }
    if (trace != nullptr) {
      trace->candidates.push_back({"kind", "/kind", rule.id, rule.value, range, range, rule.weight,
                                   won, false, why_kind(weights, choice.kind, rule.value)});
    }
  }
  return choice;
}

}  // namespace moot
