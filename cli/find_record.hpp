#pragma once
/// \file A record of the index by the id that a person typed.

#include <string>

#include "extractors/record.hpp"
#include "index/catalogue.hpp"
#include "index/search.hpp"
#include "pipeline/result.hpp"

namespace moot {

/// The record in the index at folder `index` whose id begins with `id`, in letters of any size; of
/// an entry's id ("9f86-p3/7") its record. Fails with Usage where none or several do, else as
/// Catalogue does.
Result<Record> find_record(const std::string& index, const std::string& id);

/// The same in a catalogue that is open.
Result<Record> find_record(const Catalogue& catalogue, const std::string& id);

/// The id of the entry that was typed as the start of a record's id, with an item behind it or not,
/// in letters of any size. Fails with Usage where search has no such entry, else as find_record().
Result<std::string> find_entry(const Searcher& searcher, const std::string& index,
                               const std::string& id);

/// Whether it can only be an id: "9f86d081884c7d65-p3", also with an item behind it. Pure.
bool is_entry_id(const std::string& typed);

/// Ids are written in small letters; people copy them in capitals too. ASCII letters alone change.
std::string in_small_letters(std::string id);

}  // namespace moot
