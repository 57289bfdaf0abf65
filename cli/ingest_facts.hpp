#pragma once
/// \file Facts about files, from FILE.json and from a table, into the store.

#include <string>

#include "cli/find_files.hpp"
#include "cli/ingest_report.hpp"
#include "cli/ingest_store.hpp"

namespace moot {

/// Keeps the facts that stand beside files up to date, file by file.
class FactsBeside {
 public:
  FactsBeside(IngestStore& store, IngestReport& report);

  /// Puts the facts beside a file where they are new or have changed, and takes away those that no
  /// longer stand there. Facts that cannot be used are a problem of the report. False where the
  /// store failed.
  bool note(const FoundFile& file);

 private:
  IngestStore& store_;
  IngestReport& report_;
  bool any_known_ = true;  ///< the catalogue has such facts: else most files need no look at it
};

/// Puts the rows of a table that say something new. Paths in it are meant from the folder that the
/// table stands in. A row with a mistake is a problem of the report. Fails where the table cannot
/// be read at all.
Result<Done> put_facts_table(const std::string& table, IngestStore& store, IngestReport& report);

}  // namespace moot
