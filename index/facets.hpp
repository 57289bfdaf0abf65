#pragma once
/// \file Counts of what the hits of a search are: how many of which council, year, kind. Plain
/// values, no Xapian: an entry's facets are packed into one value. All hits are counted by numbers,
/// and only what they have is turned into texts.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
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

/// The number of a text in an index's dictionary, for packing; and the text of a number, "" where
/// there is none.
using NumberOf = std::function<std::uint64_t(const std::string&)>;
using TextOf = std::function<std::string(std::uint64_t)>;

/// What is counted of an entry as a few bytes, its texts by their numbers: the fewer bytes, the
/// more entries stand in a block that has to be read. "" is not looked up.
std::string pack_facets(const Entry& entry, const NumberOf& number_of);

/// Counts packed facets. A council's type and region are the gazetteer's.
class FacetCounter {
 public:
  FacetCounter();
  void add(std::string_view packed);
  std::vector<Facet> result(const TextOf& text_of) const;

 private:
  using Numbers = std::unordered_map<std::uint64_t, std::size_t>;
  std::vector<Numbers> counts_;            ///< by number of each packed text, and by year
  std::vector<std::size_t> implications_;  ///< by kind, and those without
};

}  // namespace moot
