#pragma once
/// \file Document -> records: the door of extractors/.

#include <string>
#include <vector>

#include "extractors/record.hpp"
#include "extractors/rules.hpp"
#include "pipeline/document.hpp"

namespace moot {

/// A value that was proposed for a record, and what became of it: what `moot explain` shows.
struct Candidate {
  std::string field;    ///< field of Record: "title", "contacts", "kind"
  std::string pointer;  ///< the value of the record that it became, or else competed for: a JSON
                        ///< Pointer, of a whole list ("/options") where lists competed
  std::string rule;
  std::string text;  ///< the value; of a refused one, what stands there
  TextRange range;   ///< where it stands; may be empty
  TextRange label;   ///< the words that announced it; empty where none did
  double weight = 1;
  bool won = false;
  bool refused = false;  ///< never weighed against others
  std::string why;       ///< why it won or lost
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
