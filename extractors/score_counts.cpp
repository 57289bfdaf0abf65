#include "extractors/score_counts.hpp"

#include <algorithm>
#include <array>

namespace moot {
namespace {

constexpr std::array<std::string_view, 19> kCore = {
    "kind",           "council",         "title",         "decision_number",
    "body",           "meeting_date",    "key_decision",  "call_in",
    "summary",        "recommendations", "resolutions",   "reasons",
    "options",        "implications",    "contacts.name", "contacts.email",
    "contacts.phone", "contacts.role",   "from"};

void add(Count& sum, const Count& more) {
  sum.right += more.right;
  sum.wrong += more.wrong;
  sum.missed += more.missed;
}

}  // namespace

Figures figures(const Count& count) {
  Figures out;
  const auto share = [&](std::size_t other) {
    const std::size_t all = count.right + other;
    return all == 0 ? 1.0 : static_cast<double>(count.right) / static_cast<double>(all);
  };
  out.precision = share(count.wrong);
  out.recall = share(count.missed);
  const double sum = out.precision + out.recall;
  out.f1 = sum > 0 ? 2 * out.precision * out.recall / sum : 0.0;
  return out;
}

void add_counts(Counts& sum, const Counts& more) {
  for (const auto& [field, count] : more) {
    add(sum[field], count);
  }
}

bool is_core(std::string_view field) {
  return std::find(kCore.begin(), kCore.end(), field) != kCore.end();
}

Count core_count(const Counts& counts) {
  Count sum;
  for (const auto& [field, count] : counts) {
    if (is_core(field)) add(sum, count);
  }
  return sum;
}

double core_macro_f1(const Counts& counts) {
  double sum = 0;
  std::size_t fields = 0;
  for (const auto& [field, count] : counts) {
    if (!is_core(field) || count.right + count.missed == 0) continue;
    sum += figures(count).f1;
    ++fields;
  }
  return fields == 0 ? 0.0 : sum / static_cast<double>(fields);
}

}  // namespace moot
