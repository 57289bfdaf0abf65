#pragma once
/// \file What making records anew changed, and how that is told.

#include <cstddef>
#include <iosfwd>
#include <map>
#include <string>
#include <vector>

#include "cli/ingest_report.hpp"
#include "extractors/record_diff.hpp"

namespace moot {

/// A value that is another now.
struct ValueChange {
  std::string id;  ///< of the record that has it, or had it
  Difference difference;
};

/// Counts. Takes no more memory for more files: of the changed values a few are kept.
struct RenewReport {
  std::size_t renewed = 0, passed_over = 0, failed = 0;    ///< files
  std::size_t fresh = 0, gone = 0, changed = 0, same = 0;  ///< records
  std::map<std::string, FieldChanges> fields;              ///< of records that changed
  std::size_t show = 0;                                    ///< most values to keep
  std::vector<ValueChange> values;                         ///< in order of file
  IngestReport problems;                                   ///< its problems only
};

/// Counts what became of one file's records, which are as users see them.
void count_renewed(RenewReport& report, const std::vector<Record>& before,
                   const std::vector<Record>& after);

/// Prints the changed values that were kept, then counts of this run.
void print_summary(std::ostream& out, const RenewReport& report, double seconds, int width);

/// 0, 2 where nothing at all could be made anew, or 3.
int exit_code(const RenewReport& report);

}  // namespace moot
