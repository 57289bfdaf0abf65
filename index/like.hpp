#pragma once
/// \file Entries that have most of the words which tell one entry from others. Internal to
/// search.cpp.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "index/query.hpp"
#include "index/terms.hpp"

namespace Xapian {
class Database;
class Document;
}  // namespace Xapian

namespace moot {

/// The document of the entry with this id.
std::optional<Xapian::Document> find_entry(const Xapian::Database& database, const std::string& id);

/// Ids and scores (BM25) of the `most` entries most like the one with this id among those that
/// `filter` lets through, best first; without itself. Fails only as Xapian does, by exception.
std::vector<std::pair<std::string, double>> entries_like(const Xapian::Database& database,
                                                         Stemmer& stemmer, const std::string& id,
                                                         const QueryNode& filter, std::size_t most);

}  // namespace moot
