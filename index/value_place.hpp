#pragma once
/// \file Where a value of a record stands, and by which rule, for whoever cites or exports it.

#include <string>

#include "extractors/record.hpp"

namespace moot {

struct ValuePlace {
  int first_page = 0, last_page = 0;   ///< of its file; 0: it stands on no page
  const Evidence* evidence = nullptr;  ///< of the value's own words (its text, title or name), or
                                       ///< of its first part; null: the record has no such value
};

/// Of the value at a JSON Pointer and of all that is in it. Lives as long as `record`. Pure.
ValuePlace place_of(const Record& record, const std::string& pointer);

}  // namespace moot
