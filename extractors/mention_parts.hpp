#pragma once
/// \file Readers of one mention at a place of the text. Private to find_mentions(). Each looks at a
/// few words around its place, so that a text of any size is read in one pass. `floor` is where the
/// mention before ends: words that belong to this one are looked for behind it.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "extractors/mentions.hpp"

namespace moot {

/// "1,234.50", "0.5m", "2 million".
struct Amount {
  std::string value;  ///< without grouping, in ones: "1234.50", "500000", "2000000"
  double order = 0;
  std::size_t end = 0;
  std::size_t digits = 0;  ///< printed in front of a point
  int zeros = 0;           ///< that its unit stands for: 6 of "m"
  bool grouped = false, fraction = false;
};

/// The amount whose first digit is at `at`, in ones times 10^`zeros` where it has no unit of its
/// own. Nothing for figures without an end, and for those that break off ("1,23", "1.2.3").
std::optional<Amount> amount_at(std::string_view text, std::size_t at, int zeros = 0);

/// The scale of the "m", "million", "bn", "k", ... at `at`, a space before it allowed, and where it
/// ends; 0 where there is none.
struct Scale {
  int zeros = 0;
  std::size_t end = 0;
};
Scale scale_at(std::string_view text, std::size_t at);

/// The words before `begin` that go with a number: "over ", "up to ", "between ". Gives where they
/// begin, else `begin`.
std::size_t about_begin(std::string_view text, std::size_t begin, std::size_t floor);

/// Past a dash, "to", or "and" (where `between`) that joins two ends; nothing where there is none.
std::optional<std::size_t> range_link(std::string_view text, std::size_t at, bool between);

/// At '£'.
std::optional<Mention> sum_at(std::string_view text, std::size_t at, std::size_t floor);

/// At the first digit of "2024/25".
std::optional<Mention> financial_year_at(std::string_view text, std::size_t at, std::size_t floor);

/// Past a span of years ("2019-2024", "2024-27") at `at`; 0 where there is none.
std::size_t year_span_end(std::string_view text, std::size_t at);

/// At the first digit of a year alone.
std::optional<Mention> year_at(std::string_view text, std::size_t at, std::size_t floor);

/// At the first letter of "March 2025", "Spring 2025" or "June to August 2025".
std::optional<Mention> month_at(std::string_view text, std::size_t at, std::size_t floor);

/// A date with its day, found already.
Mention dated_mention(std::string_view text, TextRange date, std::string value, std::size_t floor);

/// At the first digit of a number.
std::optional<Mention> quantity_at(std::string_view text, std::size_t at, std::size_t floor);

}  // namespace moot
