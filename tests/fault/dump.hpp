#pragma once
/// \file The whole state of an index folder in a form that does not depend on the order or the time
/// of ingestion: two indexes of the same files give the same lines, whatever happened to them.

#include <string>
#include <vector>

#include "pipeline/result.hpp"

/// One line for each row of the catalogue, for each record as readers get it, and for each entry of
/// the search index; sorted. Generations, dates of ingestion and Xapian's document numbers are left
/// out; a table that the catalogue gains later is dumped whole until dump.cpp says otherwise.
/// Also fails where the one does not hold what the other has had (a search index that is behind).
moot::Result<std::vector<std::string>> dump(const std::string& directory);

/// What stands in one dump and not in the other, the first lines of each, cut to be read; empty
/// where they are equal.
std::string difference(const std::vector<std::string>& wanted, const std::vector<std::string>& got);
