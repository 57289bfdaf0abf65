#include "cli/ingest_report.hpp"

#include <fmt/ostream.h>

#include <algorithm>
#include <map>
#include <ostream>
#include <tuple>

#include "cli/options.hpp"
#include "cli/output.hpp"

namespace moot {
namespace {

/// Pages with this note, ascending; 0 is the whole file and left out.
std::vector<int> pages_with(const Document& document, std::string_view what) {
  std::vector<int> pages;
  for (const Note& note : document.notes) {
    if (note.what == what && note.page > 0) pages.push_back(note.page);
  }
  std::sort(pages.begin(), pages.end());
  pages.erase(std::unique(pages.begin(), pages.end()), pages.end());
  return pages;
}

bool has_note(const Document& document, std::string_view what) {
  return std::any_of(document.notes.begin(), document.notes.end(),
                     [&](const Note& note) { return note.what == what; });
}

void add_gaps(IngestReport& report, const std::string& shown, const Document& document) {
  struct Gap {
    const char* note;
    const char* message;
    const char* hint;
  };
  static constexpr Gap kGaps[] = {
      {"no-text-layer", "there is no text on some pages",
       "if they are scans, run the file through OCR (ocrmypdf, say) and ingest it again"},
      {"page-not-read", "some pages are damaged and were not read",
       "save the file anew with the program that made it"},
      {"truncated", "not all of the file was read", "split it into its papers"}};
  for (const Gap& gap : kGaps) {
    if (!has_note(document, gap.note)) continue;
    const std::vector<int> pages = pages_with(document, gap.note);
    const std::string where = pages.empty() ? shown : shown + ", " + spoken_pages(pages);
    report.problems.push_back(fail(ErrorKind::NoText, gap.message, where, gap.hint));
  }
}

std::string counted(std::size_t count, const char* one, const char* many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

}  // namespace

void count_file(IngestReport& report, const FoundFile& file, FileResult& result) {
  FileRow& row = result.file;
  if (row.state == FileState::Skipped && file.named) row.state = FileState::Failed;
  report.papers += result.records.size();
  switch (row.state) {
    case FileState::Ingested:
      ++report.read;
      return;
    case FileState::Partial:
      ++report.partial;
      if (result.document) add_gaps(report, file.shown, *result.document);
      return;
    case FileState::Failed:
      ++report.failed;
      break;
    case FileState::Skipped:
      ++report.skipped;
      break;
  }
  report.problems.push_back(fail(ErrorKind::Io, row.reason, file.shown, row.hint));
}

void count_problem(IngestReport& report, const PathProblem& problem) {
  ++(problem.failed ? report.failed : report.skipped);
  report.problems.push_back(problem.error);
}

void print_problems(std::ostream& err, const IngestReport& report) {
  std::map<std::pair<std::string, std::string>, std::vector<std::string>> groups;
  for (const Error& problem : report.problems) {
    groups[{problem.message, problem.hint}].push_back(problem.where);
  }
  for (auto& [reason, paths] : groups) {
    const auto& [message, hint] = reason;
    if (paths.size() == 1) {
      print_error(err, fail(ErrorKind::Io, message, paths.front(), hint));
      continue;
    }
    std::sort(paths.begin(), paths.end());
    fmt::print(err, "moot: {} files: {}\n", paths.size(), printable(message));
    for (const std::string& path : paths) fmt::print(err, "  - {}\n", printable(path));
    if (!hint.empty()) fmt::print(err, "  {}\n", printable(hint));
  }
}

void print_summary(std::ostream& out, const IngestReport& report, double seconds,
                   const std::string& index, const Catalogue::Totals& totals) {
  fmt::print(out, "{} in {:.1f} s: {} read", counted(report.files(), "file", "files"), seconds,
             report.read);
  const std::pair<std::size_t, const char*> rest[] = {{report.partial, "read in part"},
                                                      {report.unchanged, "unchanged"},
                                                      {report.skipped, "skipped"},
                                                      {report.failed, "failed"}};
  for (const auto& [count, what] : rest) {
    if (count > 0) fmt::print(out, ", {} {}", count, what);
  }
  fmt::print(out, "\n{}, {}\n", counted(report.papers, "paper", "papers"),
             counted(report.papers, "record", "records"));
  fmt::print(out, "The index in {} now holds {} of {}.\n", printable(index),
             counted(static_cast<std::size_t>(totals.records), "record", "records"),
             counted(static_cast<std::size_t>(totals.ingested + totals.partial), "file", "files"));
}

int exit_code(const IngestReport& report) {
  if (report.read + report.partial + report.unchanged == 0) return kFailed;
  return report.partial + report.skipped + report.failed > 0 ? kIncomplete : kDone;
}

std::string spoken_pages(const std::vector<int>& pages) {
  std::string text = pages.size() == 1 ? "page " : "pages ";
  for (std::size_t i = 0; i < pages.size();) {
    std::size_t last = i;
    while (last + 1 < pages.size() && pages[last + 1] == pages[last] + 1) ++last;
    if (i > 0) text += ", ";
    text += std::to_string(pages[i]);
    if (last > i) text += (last == i + 1 ? ", " : " to ") + std::to_string(pages[last]);
    i = last + 1;
  }
  return text;
}

}  // namespace moot
