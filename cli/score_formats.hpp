#pragma once
/// \file Scores as text for people and as JSON (schema "moot.score/1") for programs. Pure.

#include <cstddef>
#include <string>
#include <vector>

#include "extractors/leave_one_out.hpp"
#include "extractors/score_set.hpp"

namespace moot {

/// A score with what is told beside it.
struct ScoreReport {
  SetScore set;
  std::vector<LeftOut> left_out;  ///< where it was asked for
  std::size_t files = 0;          ///< that were read
  double seconds = 0;             ///< that reading, extracting and comparing took
};

/// Tables by field, council and kind, with a line of headline figures at the end.
std::string score_tables(const ScoreReport& report);

/// "0.971  corpus/gold/a.json", the worst first.
std::string score_documents(const SetScore& set);

/// Up to `most` values that are not right, softly, with what the gold has.
std::string score_mistakes(const SetScore& set, std::size_t most);

/// One JSON object with a newline at its end: all figures softly and strictly; up to `mistakes`
/// values that are not right.
std::string score_json(const ScoreReport& report, std::size_t mistakes);

}  // namespace moot
