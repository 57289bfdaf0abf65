#pragma once
/// \file A record of the index by the id that a person typed.

#include <string>

#include "extractors/record.hpp"
#include "index/catalogue.hpp"
#include "pipeline/result.hpp"

namespace moot {

/// The record in the index at folder `index` whose id begins with `id`, in letters of any size; of
/// an entry's id ("9f86-p3/7") its record. Fails with Usage where none or several do, else as
/// Catalogue does.
Result<Record> find_record(const std::string& index, const std::string& id);

/// The same in a catalogue that is open.
Result<Record> find_record(const Catalogue& catalogue, const std::string& id);

}  // namespace moot
