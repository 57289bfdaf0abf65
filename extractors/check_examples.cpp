#include <algorithm>

#include "extractors/compiled_rules.hpp"
#include "extractors/extract.hpp"
#include "extractors/extract_paper.hpp"
#include "extractors/paper_view.hpp"
#include "pipeline/assemble.hpp"
#include "pipeline/read_text.hpp"

namespace moot {

namespace {

/// What a rule found in a text: its values, and whether its label was seen at all.
struct Findings {
  std::vector<std::string> values;
  bool label_seen = false;
};

Findings apply(const RuleSet& rules, const Rule& rule, const std::string& text) {
  Findings findings;
  const Document doc = assemble(read_plain_text(text));
  if (doc.lines.empty()) return findings;
  const Paper paper{0, doc.lines.size(), 0, 0, ""};
  const std::string kind = rule.kinds.empty() ? "report" : rule.kinds[0];
  Trace trace;
  extract_paper(doc, paper, rules, kind, &trace);
  for (const Candidate& candidate : trace.candidates) {
    if (candidate.rule == rule.id && !candidate.refused) findings.values.push_back(candidate.text);
  }
  PaperView view(doc, paper, rules);
  view.find_labels(kind);
  for (const LabelHit& hit : view.hits()) {
    for (std::size_t index : hit.rules) {
      if (view.rule(index).id == rule.id) findings.label_seen = true;
    }
  }
  for (const CompiledPattern& pattern : rules.compiled().patterns) {
    if (rules.rules()[pattern.rule].id == rule.id && RE2::PartialMatch(text, *pattern.re))
      findings.label_seen = true;
  }
  return findings;
}

/// Rules that only mark a place have no value of their own: for them the label or pattern counts.
bool only_marks(const Rule& rule) {
  return rule.shape == Shape::None || is_helper(rule) || rule.field.starts_with("contacts/") ||
         rule.field == "implications/sign_off";
}

}  // namespace

std::vector<std::string> check_examples(const RuleSet& rules, const Rule& rule) {
  std::vector<std::string> problems;
  const auto quoted = [](const std::string& text) { return "'" + text + "'"; };
  for (const RuleExample& example : rule.examples) {
    const Findings found = apply(rules, rule, example.text);
    if (only_marks(rule)) {
      if (!found.label_seen) problems.push_back("its label is not seen in " + quoted(example.text));
      continue;
    }
    if (std::find(found.values.begin(), found.values.end(), example.value) == found.values.end()) {
      const std::string got = found.values.empty() ? "nothing" : quoted(found.values[0]);
      problems.push_back("in " + quoted(example.text) + " it finds " + got + " instead of " +
                         quoted(example.value));
    }
  }
  for (const std::string& text : rule.near_misses) {
    const Findings found = apply(rules, rule, text);
    const bool hit = only_marks(rule) ? found.label_seen : !found.values.empty();
    if (hit) problems.push_back("it fires on the near miss " + quoted(text));
  }
  return problems;
}

}  // namespace moot
