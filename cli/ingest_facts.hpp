#pragma once
/// \file Facts about files, from FILE.json and from a table, into the store.

#include <string>

#include "cli/find_files.hpp"
#include "cli/ingest_report.hpp"
#include "cli/ingest_store.hpp"

namespace moot {

/// Puts the facts that stand beside a file where they are new or have changed, and takes away those
/// that no longer stand there. Facts that cannot be used are a problem of the report. False where
/// the store failed.
bool note_facts_beside(const FoundFile& file, IngestStore& store, IngestReport& report);

/// Puts the rows of a table that say something new. Paths in it are meant from the folder that the
/// table stands in. A row with a mistake is a problem of the report. Fails where the table cannot
/// be read at all.
Result<Done> put_facts_table(const std::string& table, IngestStore& store, IngestReport& report);

}  // namespace moot
