#pragma once
/// \file The forms that an export is written in, one after the other record, so that memory does
/// not grow with their number. The SQLite database is index/export_sqlite.hpp.

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "index/export_records.hpp"
#include "index/export_tables.hpp"
#include "pipeline/result.hpp"

namespace moot {

/// Takes the next bytes of the output.
using Put = std::function<Result<Done>(std::string_view)>;

/// What was written: 0 rows, and nothing was put at all.
struct Written {
  std::int64_t rows = 0;    ///< of a table, or objects of a profile
  std::int64_t papers = 0;  ///< that were looked at
};

/// Records as `moot show --json` has them, one a line.
Result<Written> write_jsonl(const ExportRecords& records, const Put& put);

/// A table with a header row. What a spreadsheet would take for a formula is kept from it unless
/// `raw`; control characters are U+FFFD.
Result<Written> write_csv(const ExportRecords& records, const ExportTable& table, bool raw,
                          const Put& put);

/// What the tables and columns of CSV mean, as CSV: of all tables, or of one.
std::string dictionary_csv(const ExportTable* table);

/// One page for people, readable without scripts. `about`: one line each, on what it is of.
Result<Written> write_html(const ExportRecords& records, const std::vector<std::string>& about,
                           const Put& put);

/// Objects of OParl 1.1 (System, Body, Organization, Meeting with its AgendaItems, Paper, File),
/// one a line, with ids below `base_url`.
Result<Written> write_oparl(const ExportRecords& records, const std::string& base_url,
                            const Put& put);

/// One JSON object with the arrays organizations, persons, events and motions of Popolo.
Result<Written> write_popolo(const ExportRecords& records, const Put& put);

}  // namespace moot
