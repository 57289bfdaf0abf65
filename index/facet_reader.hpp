#pragma once
/// \file The facets of entries as one database has them. Internal to search.cpp and
/// search_once.cpp; fails only as Xapian does, by exception.

#include <cstdint>
#include <string>
#include <vector>

#include "index/facets.hpp"

namespace Xapian {
class Database;
class Document;
}  // namespace Xapian

namespace moot {

/// Reads them from the database; of an index that is asked again, from a copy in memory, which is
/// made then: Xapian looks each value up in a table on the disk. For one thread.
class FacetReader {
 public:
  /// `database` must outlive this and stay where it is.
  explicit FacetReader(const Xapian::Database& database);

  /// To be called before the facets of a search are counted: what was committed since is seen.
  void begin();

  void count(const Xapian::Document& document, FacetCounter& counter) const;

  /// What the facets' numbers stand for.
  FacetTexts& texts() { return texts_; }

 private:
  void copy();

  const Xapian::Database& database_;
  FacetTexts texts_;
  std::string uuid_;  ///< of the database that the texts are of: made anew, it has other numbers
  std::uint64_t revision_ = 0;         ///< of the last search
  std::string copied_;                 ///< the packed facets of all entries; empty: no copy
  std::vector<std::uint32_t> begins_;  ///< of each document's in it, and its end
};

}  // namespace moot
