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
#include <utility>
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

/// What the numbers of one dictionary stand for. Each is asked for once: reading a text and finding
/// a council in the gazetteer take longer than counting it in thousands of entries.
class FacetTexts {
 public:
  /// A value as it is shown, and as it is told from others: by words alone.
  struct Form {
    std::string text, key;
  };
  struct Known {
    Form name;
    Form type, region;  ///< the gazetteer's, of a council; else empty
  };
  explicit FacetTexts(TextOf text_of) : text_of_(std::move(text_of)) {}
  /// Of number 0: empty forms. Stays where it is as long as this lives.
  const Known& of(std::uint64_t number);
  void forget() { known_.clear(); }

 private:
  TextOf text_of_;
  std::unordered_map<std::uint64_t, Known> known_;
};

/// Counts packed facets.
class FacetCounter {
 public:
  FacetCounter();
  void add(std::string_view packed);
  std::vector<Facet> result(FacetTexts& texts) const;

 private:
  using Numbers = std::vector<std::size_t>;  ///< entries, by number
  std::vector<Numbers> counts_;              ///< of each packed text, and of the year
  std::vector<std::size_t> implications_;    ///< by kind, and those without
};

}  // namespace moot
