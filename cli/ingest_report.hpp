#pragma once
/// \file What became of the files of one ingestion, and how that is told.

#include <cstddef>
#include <iosfwd>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "cli/find_files.hpp"
#include "index/catalogue.hpp"

namespace moot {

/// What was done about a file that was tried.
enum class FileFate {
  Read,   ///< by a worker; its row's state says how that went
  Known,  ///< its bytes were read before, under another name
  Moved,  ///< so, and the other name is gone
};

/// What became of one file, for those who count and log.
struct FileEvent {
  const FoundFile& file;
  const FileRow& row;
  FileFate fate = FileFate::Read;
  int pages = 0;
  std::size_t papers = 0;
  double seconds = 0;                            ///< since the file was opened
  std::map<std::string, std::size_t> gaps = {};  ///< what is missing (Note::what), and how often
};

/// Files that have the same problem; the first of them by name.
struct ProblemGroup {
  std::size_t count = 0;
  std::vector<std::string> paths;  ///< as shown
};

/// Counts. Takes no more memory for more files: of each problem a few paths are kept.
struct IngestReport {
  std::size_t read = 0, partial = 0, known = 0, moved = 0, unchanged = 0, skipped = 0, failed = 0;
  std::size_t failed_before = 0;  ///< in an earlier run, and nothing has changed since
  std::size_t skipped_before = 0;
  std::size_t gone = 0;       ///< forgotten by --prune
  std::size_t not_begun = 0;  ///< because the user stopped the run
  std::size_t papers = 0, pages = 0, ocr_pages = 0;
  std::map<std::pair<std::string, std::string>, ProblemGroup> problems;  ///< by message and hint

  /// Files offered and looked at.
  std::size_t files() const {
    return read + partial + known + moved + unchanged + skipped + failed + failed_before +
           skipped_before;
  }
};

/// Counts a file that was tried.
void count_file(IngestReport& report, const FileEvent& event);

/// Counts a file that was passed over, because nothing has changed since `row` was written.
void count_untouched(IngestReport& report, const FileRow& row);

/// What a note of a document says that was not read, in words.
struct Gap {
  const char* note;
  const char* message;
  const char* hint;
};
const std::vector<Gap>& gaps();

/// Notes what is not read of a file that was read in part: notes of its document.
void add_gaps(IngestReport& report, const std::string& shown, const Document& document);

/// Counts a folder or link that was not followed.
void count_problem(IngestReport& report, const PathProblem& problem);

/// Notes a problem that is no file's: facts that cannot be used, say.
void add_problem(IngestReport& report, const Error& problem);

/// Prints each problem once with the paths that have it, sorted.
void print_problems(std::ostream& err, const IngestReport& report);

/// Prints counts of this run, and what the index holds now.
void print_summary(std::ostream& out, const IngestReport& report, double seconds,
                   const std::string& index, const Catalogue::Totals& totals);

/// 0, 2 where nothing at all could be read, or 3.
int exit_code(const IngestReport& report);

/// Pages as people write them: "page 3", "pages 3, 5 to 9". \pre `pages` ascend. Pure.
std::string spoken_pages(const std::vector<int>& pages);

}  // namespace moot
