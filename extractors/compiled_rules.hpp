#pragma once
/// \file What RuleSet holds: rules with their patterns compiled and their labels looked up.
/// Private to extractors/; the only header that names RE2.

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <re2/re2.h>

#include "extractors/rule_figures.hpp"
#include "extractors/rules.hpp"

namespace moot {

/// A label as its folded words, and the rules that it belongs to.
struct Label {
  std::vector<std::string> words;
  std::vector<std::size_t> rules;  ///< indices into RuleSet::Compiled::rules
};

struct CompiledPattern {
  std::unique_ptr<RE2> re;
  std::size_t rule = 0;
};

struct RuleSet::Compiled {
  std::vector<Rule> rules;
  std::unordered_map<std::string, std::vector<Label>> labels;  ///< by first word, longest first
  std::unordered_map<std::string, std::vector<std::size_t>> parts;  ///< folded words -> rules
  std::unordered_map<std::string, std::vector<std::size_t>> posts;  ///< the same
  std::vector<CompiledPattern> patterns;
  RuleTable figures;                       ///< of the rules that are as they were measured, by id
  std::string fingerprint;                 ///< RuleSet::fingerprint()
  std::vector<std::size_t> kind_at_front;  ///< of field "kind" in the head or front
  std::vector<std::size_t> kind_anywhere;  ///< of field "kind" in any other zone
};

/// A word made ready for comparing with a label's: case and accents folded, quotes straight.
std::string label_word(std::string_view word);

/// The words of a label or heading, made ready for comparing.
std::vector<std::string> label_words(std::string_view text);

}  // namespace moot
