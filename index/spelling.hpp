#pragma once
/// \file Words of the index that are spelled nearly like another. Looked for among the index's own
/// terms, so nothing has to be stored for it, and nothing that papers do not say is suggested.

#include <string>
#include <vector>

#include "index/terms.hpp"

namespace Xapian {
class Database;
}

namespace moot {

/// Changes that turn one text into the other: a letter put in, taken out or replaced, or two
/// neighbours swapped. Counts bytes. Pure.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The words nearest to `word`, the likeliest first: fewest changes, then in most entries. In small
/// letters, as a paper prints them. None for words of three letters or fewer, for which nearly
/// everything is near. Fails only as Xapian does, by exception: call it inside guard().
std::vector<std::string> similar_words(const Xapian::Database& database, Stemmer& stemmer,
                                       const std::string& word, std::size_t most);

}  // namespace moot
