#pragma once
/// \file The short values of a record that comparisons quote: who decides, when, by which route,
/// whom to ask, what is attached.

#include <vector>

#include "extractors/record.hpp"
#include "index/entry.hpp"

namespace moot {

/// A value that is told in no row: the name of a contact.
inline constexpr const char* kPersonValue = "person";

/// One each, with its field's name, its words as a person would say them ("2024-11-21 Cabinet",
/// "Jane Doe, Head of Finance, 01234 567890"), its pointer and its page; in order of
/// docs/RECORD.md. Pure.
std::vector<Passage> short_values(const Record& record);

/// Those that hold for each item of the record too: the meeting, its dates, what is known of the
/// decision.
std::vector<Passage> item_values(const Record& record);

}  // namespace moot
