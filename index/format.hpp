#pragma once
/// \file The formats of an index folder, and what is said of another one: the only place for both.
/// A change of a table, of a term or of what is packed into bytes raises a number here.

#include <cstdint>
#include <string>

#include "pipeline/result.hpp"

namespace moot {

/// Of the catalogue (PRAGMA user_version). 1: no versions, facts, corrections or OCR; upgrade.hpp
/// brings it to 2.
inline constexpr std::int64_t kCatalogueFormat = 2;

/// Of the search index (metadata kFormatKey of terms.hpp). Another one is made anew from the
/// catalogue. 1: no facets, people, types of authority or standing items; entries without
/// references, notice and due dates, and route. 2: facets as texts.
inline constexpr std::int64_t kSearchFormat = 4;

/// The folder inside an index that holds its watches, one file each.
inline constexpr const char* kWatchesFolder = "watches";

/// `what` ("the catalogue") in the index folder has format `have`, and this program's is `ours`.
inline Error other_format(const std::string& what, std::int64_t have, std::int64_t ours,
                          const std::string& directory) {
  return fail(ErrorKind::Index,
              what + " has format " + std::to_string(have) + ", this moot reads format " +
                  std::to_string(ours),
              directory,
              have < ours ? "bring it up to date with `moot doctor --repair`"
                          : "use the version of moot that wrote it, or a later one");
}

}  // namespace moot
