#pragma once
/// \file A copy of an index folder, while a writer may be at work.

#include <string>

#include "index/catalogue.hpp"
#include "pipeline/result.hpp"

namespace moot {

/// Copies the index in `directory` to the folder `to`, which must be empty or not there, and gives
/// what the copy holds. The copy is of one moment and appears whole or not at all: it is made in
/// `to`.part and then gets its name. Fails with Io where `to` holds something or cannot be written,
/// else as Catalogue::open_reader() does.
Result<Catalogue::Totals> back_up(const std::string& directory, const std::string& to);

}  // namespace moot
