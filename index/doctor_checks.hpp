#pragma once
/// \file What the doctor looks at, in parts. Internal to doctor*.cpp.

#include <functional>
#include <string>
#include <string_view>

#include "index/catalogue.hpp"
#include "index/doctor.hpp"
#include "index/sqlite.hpp"

namespace moot {

/// Counts a place where `what` is wrong; of each thing the first few places are kept.
void note_finding(Diagnosis& diagnosis, std::string_view what, std::string_view remedy,
                  const std::string& where = {});

/// SQLite's own check of the file. Fails where SQLite cannot read it.
Result<Done> check_structure(const Connection& connection, Diagnosis& diagnosis);

/// Whether the tables agree with each other.
Result<Done> check_tables(const Connection& connection, Diagnosis& diagnosis);

/// Makes them agree, in one transaction. `damaged` are the SHA-256 of content to drop first. True
/// where something was changed.
Result<bool> mend_tables(const Connection& connection, const std::vector<std::string>& damaged);

/// Reads each stored document and its records; calls `damaged` with the SHA-256 of those that
/// cannot be read.
Result<Done> check_content(const Catalogue& catalogue, Diagnosis& diagnosis,
                           const std::function<void(const std::string&)>& damaged);

/// Compares the search index with the catalogue. Whatever is wrong with it is a finding.
Result<Done> check_search(const Catalogue& catalogue, const std::string& directory,
                          Diagnosis& diagnosis);

/// Makes the search index anew beside the present one and puts it in its place.
Result<Done> rebuild_search(const Catalogue& catalogue, const std::string& directory);

/// The folder in `directory` that rebuild_search() works in.
std::string rebuild_path(const std::string& directory);

}  // namespace moot
