#pragma once
/// \file Counts of what the hits of a search are: how many of which council, year, kind. Plain
/// values, no Xapian: an entry's facets are packed into one value, and the values of all hits are
/// counted before they are taken apart, for most hits share theirs with others.

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "index/entry.hpp"

namespace moot {

/// One value of a facet, and how many entries have it: exact, never an estimate.
struct FacetValue {
  std::string value;
  std::size_t entries = 0;
  bool operator==(const FacetValue&) const = default;
};

struct Facet {
  std::string name;                ///< one of facet_names()
  std::vector<FacetValue> values;  ///< most entries first, then by value; years latest first
  std::size_t without = 0;         ///< entries that have none
};

/// council, type, region, body, kind, year, implication, key, status: the order of the results.
/// An entry counts once in each, but for implications, of which it may have several.
const std::vector<std::string>& facet_names();

/// What pack_facets() keeps of an entry as bytes; the same on every machine. Pure.
std::string pack_facets(const Entry& entry);

/// Counts packed facets. A council's type and region are the gazetteer's.
class FacetCounter {
 public:
  void add(const std::string& packed) { ++packed_[packed]; }
  std::vector<Facet> result() const;

 private:
  std::unordered_map<std::string, std::size_t> packed_;
};

}  // namespace moot
