#pragma once
/// \file Why a record says what it says: rules, reasons and rivals of its values, as text.

#include <string>

#include "extractors/extract.hpp"

namespace moot {

/// One record, with what was weighed on the way to it.
struct Explaining {
  const Document& document;
  const RuleSet& rules;
  const Record& record;
  const Trace& trace;
  bool colour = false;
  int width = 0;  ///< columns; 0: lines are not broken
};

struct Explained {
  std::string text;
  bool stated = false;  ///< the paper states what was asked for
};

/// A line for each value of the record: pointer, rule, page and words. Pure.
std::string explain_all(const Explaining& of);

/// What is known of the value at `pointer` (a JSON Pointer of the record's JSON form), of all
/// values below it, or of a value that the paper does not state. Fails with Usage where a record
/// has no such place; the hint says what there is. Pure.
Result<Explained> explain_value(const Explaining& of, const std::string& pointer);

}  // namespace moot
