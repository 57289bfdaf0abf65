#pragma once
/// \file The numbers that minutes and agendas print before their items. Pure; private to
/// extractors/.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace moot {

struct MinuteNumber {
  std::string printed;     ///< without "Minute", "Item" and their like, and without a final stop
  std::size_t length = 0;  ///< bytes up to the item's title, or to the end of the text
};

/// The minute number at the start of `text` that is no list marker of its own (parse_marker):
/// "77/21", "C048/23", "FPC 41/25", "PC/25/41", "C1719", "25-41", "41/2024-25", "10A"; and after a word
/// any number: "Minute No. 41", "Item 5:", "Agenda item 5", "Article 41". What follows must start
/// like a title, or be nothing. Many other references look the same: a number counts only with
/// others before or after it.
std::optional<MinuteNumber> read_minute_number(std::string_view text);

/// One part of a number, taken as the one that goes up from item to item.
struct Counter {
  std::string rest;  ///< the number with "#" in place of that part
  long count = 0;
  char letter = 0;  ///< "29a", "10A": in lower case; 0 for none
};

/// The parts that may count: the last one; of numbers with a slash, a dash or letters any other
/// too ("77/21" is the 77th of 2021, "18/62" the 62nd of 2018).
std::vector<Counter> counters_of(const std::string& number);

/// How many items after `before` the item `after` comes: 1 from 29 to 29a or 30, 2 to 31; 0 where
/// it does not come after it.
long items_between(const Counter& before, const Counter& after);

}  // namespace moot
