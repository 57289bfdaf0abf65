#pragma once
/// \file Records as a SQLite database that others can work with: export_tables() as tables, with
/// keys, views, full-text search and a data dictionary.

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "index/export_records.hpp"

namespace moot {

/// Writes the database into the file at `path`, which must be empty or not there. `about` goes into
/// its table of that name. Gives the number of papers. Fails with Io where it cannot be written; a
/// part of the file may be there then, and whoever called takes it away.
Result<std::int64_t> export_sqlite(const ExportRecords& records, const std::string& path,
                                   const std::vector<std::pair<std::string, std::string>>& about);

/// `text` with each byte that is not UTF-8, and each NUL, as U+FFFD. Pure.
std::string readable_text(std::string text);

}  // namespace moot
