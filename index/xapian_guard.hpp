#pragma once
/// \file The one place where Xapian's exceptions become Errors, and what the writer and the reader
/// of the search index share besides terms.hpp.

#include <cstddef>
#include <cstdint>
#include <string>

#include "pipeline/result.hpp"

namespace moot {

/// The exception that is being handled, as an Error; `where` is the folder of the index.
Error xapian_error(const std::string& where);

/// The folder of the only shard there is today.
std::string shard_path(const std::string& directory);

/// The file in it that Xapian writes last when it makes a database: without it there is none.
std::string shard_mark(const std::string& directory);

/// A number that stands in the search index's metadata; 0 where none does.
std::uint64_t metadata_number(const std::string& text);

/// Whether this is the value of kFormatKey that we write.
bool is_our_search_format(const std::string& format);

/// How many mistakes Xapian's own check finds in a shard: in its tables, in how they fit, and where
/// one that writers need is not there. Throws
/// what Xapian throws.
std::size_t mistakes_in_shard(const std::string& shard);

/// The search index in `directory` has this format, which is not ours.
Error other_search_format(const std::string& format, const std::string& directory);

/// Calls `work`, which gives a Result, and turns what it throws into an Error.
template <typename Work>
auto guard(const std::string& where, Work&& work) -> decltype(work()) {
  try {
    return work();
  } catch (...) {
    return xapian_error(where);
  }
}

}  // namespace moot
