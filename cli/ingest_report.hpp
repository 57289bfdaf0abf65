#pragma once
/// \file What became of the files of one ingestion, and how that is told.

#include <cstddef>
#include <iosfwd>
#include <string>
#include <vector>

#include "cli/find_files.hpp"
#include "index/catalogue.hpp"

namespace moot {

struct IngestReport {
  std::size_t read = 0, partial = 0, unchanged = 0, skipped = 0, failed = 0;
  std::size_t papers = 0;
  std::vector<Error> problems;  ///< of failed, skipped and partial files; `where` as shown

  /// Files offered.
  std::size_t files() const { return read + partial + unchanged + skipped + failed; }
};

/// Counts a file's result. A kind that is not read counts as failed where the user named the file
/// itself; `result` is changed to say so.
void count_file(IngestReport& report, const FoundFile& file, FileResult& result);

/// Counts a folder or link that was not followed.
void count_problem(IngestReport& report, const PathProblem& problem);

/// Prints each problem once with all paths that have it, sorted.
void print_problems(std::ostream& err, const IngestReport& report);

/// Prints counts of this run, and what the index holds now.
void print_summary(std::ostream& out, const IngestReport& report, double seconds,
                   const std::string& index, const Catalogue::Totals& totals);

/// 0, 2 where nothing at all could be read, or 3.
int exit_code(const IngestReport& report);

/// Pages as people write them: "page 3", "pages 3, 5 to 9". \pre `pages` ascend. Pure.
std::string spoken_pages(const std::vector<int>& pages);

}  // namespace moot
