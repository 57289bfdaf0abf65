#pragma once
/// \file One record against one gold file: what is right, false and missed, field by field. Counts
/// as tests/score/score.py does, which is the reference; a test compares the two.

#include <string>
#include <vector>

#include "extractors/gold.hpp"
#include "extractors/record.hpp"
#include "extractors/score_counts.hpp"

namespace moot {

/// When two texts are the same. Titles, prose and entries of lists are meant; for other scalars,
/// numbers, dates and names of contacts both want them equal when folded (score_text.hpp).
enum class Measure {
  Soft,    ///< nine tenths of the words, and the same facts in short texts: words_f1()
  Strict,  ///< equal when folded
};

/// Whether one value of a record is right. Only values are judged of which the gold speaks.
struct Judgement {
  std::string pointer;  ///< as in Record::evidence; of an entry with several parts the first one
  std::string rule;     ///< Evidence::rule
  bool right = false;
};

/// A value that is not as the gold has it; empty where there is none.
struct Mistake {
  std::string field, gold, got;
};

struct Comparison {
  Counts counts;
  std::vector<Judgement> judgements;
  std::vector<Mistake> mistakes;
};

/// Compares. `got` is an empty Record where the paper has none: all is missed then. Pure.
Comparison compare(const Gold& gold, const Record& got, Measure measure);

}  // namespace moot
