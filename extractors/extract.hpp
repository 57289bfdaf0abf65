#pragma once
/// \file Document -> records: the door of extractors/.

#include <string>
#include <vector>

#include "extractors/record.hpp"
#include "extractors/rules.hpp"
#include "pipeline/document.hpp"

namespace moot {

/// A value that a rule proposed, for `moot rules explain`.
struct Candidate {
  std::string field;
  std::string rule;
  std::string text;
  TextRange range;
  bool won = false;
  std::string why;  ///< why it won or lost
};

/// What was weighed on the way to a record.
struct Trace {
  std::vector<Candidate> candidates;
};

/// Makes one record of each paper of `doc`, in order. `path` is put into Record::source. Pure:
/// same document and rules, same records. Never fails: what cannot be found stays empty.
/// `traces`, where given, gets one Trace for each record.
std::vector<Record> extract(const Document& doc, const RuleSet& rules, const std::string& path,
                            std::vector<Trace>* traces = nullptr);

/// What is wrong with a rule's own examples and near misses: one sentence each, empty when all
/// is well. Each example is read as a small plain-text paper of the first kind that the rule
/// names and must give the value; a near miss must give none.
std::vector<std::string> check_examples(const RuleSet& rules, const Rule& rule);

}  // namespace moot
