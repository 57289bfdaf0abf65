#pragma once
/// \file What commands that ask the search index share: what the thesaurus adds to a query, and a
/// word where the index is behind.

#include <cstddef>
#include <cstdint>
#include <string>

#include "cli/output.hpp"
#include "index/expand.hpp"
#include "index/search.hpp"

namespace moot {

/// The query with what the index's thesaurus adds; as it is where `no_expand`. Fails as
/// Thesaurus::of_index() does.
Result<ExpandedQuery> expanded(const Query& query, bool no_expand, const Searcher& searcher,
                               const std::string& index);

/// How many files the catalogue has that the search index of this generation lacks; 0 where the
/// catalogue cannot be read.
std::size_t files_behind(const std::string& index, std::uint64_t generation);

/// Says so where there are any.
void warn_if_behind(const std::string& index, std::size_t files, const Console& console);

}  // namespace moot
