#pragma once
/// \file Whether an index folder is sound, through and through, and mending it.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/result.hpp"

namespace moot {

/// Something that is wrong, and where.
struct Finding {
  std::string what;                ///< a sentence, no full stop at its end
  std::string remedy;              ///< what mending does about it
  std::size_t count = 0;           ///< places
  std::vector<std::string> where;  ///< the first of them: paths, ids; may be empty
};

struct Diagnosis {
  std::vector<Finding> findings;     ///< what can be mended; none: sound
  std::vector<std::string> remarks;  ///< what does no harm
  std::int64_t files = 0, documents = 0, records = 0, entries = 0;  ///< that were looked at
};

/// Reads all that is stored and compares the search index with it, entry by entry. Keeps writers
/// out meanwhile, where the folder can be written. Fails with Index or Io where the index cannot be
/// read or mended at all (the hint says what to do), belongs to a later version of moot, or is
/// being written.
Result<Diagnosis> examine_index(const std::string& directory);

struct Repair {
  Diagnosis before;  ///< all that was found, also what came to light while mending; no counts
  Diagnosis after;
  std::int64_t files_to_read = 0;  ///< whose content was dropped, now or before, and not read since
};

/// Mends what examine_index() finds: brings an older format up to date, drops what is damaged and
/// marks its files to be read again, makes the search index anew from the catalogue. Stopping
/// half-way does no harm. `now` is the time as the catalogue shows it. Fails as examine_index().
Result<Repair> repair_index(const std::string& directory, const std::string& now);

}  // namespace moot
