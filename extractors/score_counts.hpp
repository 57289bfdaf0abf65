#pragma once
/// \file What scores are made of: counts by field, and the figures that follow from them. All pure.

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace moot {

struct Count {
  std::size_t right = 0;
  std::size_t wrong = 0;   ///< found and not in the gold, or not so
  std::size_t missed = 0;  ///< in the gold, and not found or not so
  bool operator==(const Count&) const = default;
};

/// By field: "title", "contacts.email", "items.resolutions", ...
using Counts = std::map<std::string, Count>;

struct Figures {
  double precision = 1, recall = 1, f1 = 1;
};

/// Precision is 1 where nothing was found, recall where nothing is to be found. Pure.
Figures figures(const Count& count);

/// Adds what `more` counts to `sum`.
void add_counts(Counts& sum, const Counts& more);

/// Whether the field counts for the headline figures.
bool is_core(std::string_view field);

/// The counts of the core fields together. Pure.
Count core_count(const Counts& counts);

/// The mean of the core fields' F1, of those that the gold has. Pure.
double core_macro_f1(const Counts& counts);

}  // namespace moot
