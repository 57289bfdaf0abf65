#include "cli/ingest_report.hpp"

#include <fmt/ostream.h>

#include <algorithm>
#include <ostream>

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

std::string counted(std::size_t count, const char* one, const char* many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

/// Of each problem so many paths are told; `moot status` has the rest.
constexpr std::size_t kPathsTold = 20;

/// Kinds of problem that are kept apart. Reasons are few, but a library may word one for each file.
constexpr std::size_t kMostProblems = 500;

void print_group(std::ostream& err, const std::string& message, const std::string& hint,
                 const ProblemGroup& group) {
  if (group.count == 1) {
    return print_error(err, fail(ErrorKind::Io, message, group.paths.front(), hint));
  }
  fmt::print(err, "moot: {} files: {}\n", group.count, printable(message));
  for (const std::string& path : group.paths) fmt::print(err, "  - {}\n", printable(path));
  if (group.count > group.paths.size()) {
    fmt::print(err, "  and {} more: 'moot status' lists them\n", group.count - group.paths.size());
  }
  if (!hint.empty()) fmt::print(err, "  {}\n", printable(hint));
}

}  // namespace

void add_problem(IngestReport& report, const Error& problem) {
  std::pair key{problem.message, problem.hint};
  if (report.problems.size() >= kMostProblems && !report.problems.contains(key)) {
    key = {"this could not be read, for one of many reasons", "'moot status' tells all"};
  }
  ProblemGroup& group = report.problems[key];
  ++group.count;
  auto& paths = group.paths;
  paths.insert(std::upper_bound(paths.begin(), paths.end(), problem.where), problem.where);
  if (paths.size() > kPathsTold) paths.pop_back();
}

const std::vector<Gap>& gaps() {
  static const std::vector<Gap> kGaps = {
      {"no-text-layer", "there is no text on some pages",
       "if they are scans, read them with --ocr auto; if that is what was done, they hold no "
       "words"},
      {"page-not-read", "some pages are damaged and were not read",
       "save the file anew with the program that made it"},
      {"poor-text", "the text of some pages is rubbish",
       "it comes from a bad OCR or a font without a table of letters; read them with --ocr auto"},
      {"ocr-failed", "some pages could not be read by OCR", "scan them anew"},
      {"ocr-not-installed", "there are scans in it and no OCR for them",
       "apt-get install tesseract-ocr-eng"},
      {"truncated", "not all of the file was read", "split it into its papers"}};
  return kGaps;
}

void add_gaps(IngestReport& report, const std::string& shown, const Document& document) {
  for (const Gap& gap : gaps()) {
    if (!has_note(document, gap.note)) continue;
    const std::vector<int> pages = pages_with(document, gap.note);
    const std::string where = pages.empty() ? shown : shown + ", " + spoken_pages(pages);
    add_problem(report, fail(ErrorKind::NoText, gap.message, where, gap.hint));
  }
}

void count_file(IngestReport& report, const FileEvent& event) {
  report.papers += event.papers;
  report.pages += static_cast<std::size_t>(event.pages);
  if (event.fate == FileFate::Known) return void(++report.known);
  if (event.fate == FileFate::Moved) return void(++report.moved);
  const FileRow& row = event.row;
  switch (row.state) {
    case FileState::Ingested:
      return void(++report.read);
    case FileState::Partial:
      return void(++report.partial);
    case FileState::Failed:
      ++report.failed;
      break;
    case FileState::Skipped:
      ++report.skipped;
      break;
  }
  add_problem(report, fail(ErrorKind::Io, row.reason, event.file.shown, row.hint));
}

void count_untouched(IngestReport& report, const FileRow& row) {
  ++(row.state == FileState::Failed    ? report.failed_before
     : row.state == FileState::Skipped ? report.skipped_before
                                       : report.unchanged);
}

void count_problem(IngestReport& report, const PathProblem& problem) {
  ++(problem.failed ? report.failed : report.skipped);
  add_problem(report, problem.error);
}

void print_problems(std::ostream& err, const IngestReport& report) {
  for (const auto& [reason, group] : report.problems) {
    print_group(err, reason.first, reason.second, group);
  }
}

void print_summary(std::ostream& out, const IngestReport& report, double seconds,
                   const std::string& index, const Catalogue::Totals& totals) {
  fmt::print(out, "{} in {:.1f} s: {} read", counted(report.files(), "file", "files"), seconds,
             report.read);
  const std::pair<std::size_t, const char*> rest[] = {
      {report.partial, "read in part"},
      {report.known, "known under another name"},
      {report.moved, "moved"},
      {report.unchanged, "unchanged"},
      {report.skipped + report.skipped_before, "skipped"},
      {report.failed, "failed"},
      {report.failed_before, "failed before"},
      {report.gone, "gone and forgotten"}};
  for (const auto& [count, what] : rest) {
    if (count > 0) fmt::print(out, ", {} {}", count, what);
  }
  fmt::print(out, "\n{}, {}\n", counted(report.papers, "paper", "papers"),
             counted(report.papers, "record", "records"));
  if (report.ocr_pages > 0) {
    fmt::print(out, "OCR looked at {}\n", counted(report.ocr_pages, "page", "pages"));
  }
  if (report.failed_before > 0) {
    out << "What failed before has not changed, so it was not tried again: 'moot status' tells "
           "why, 'moot ingest --retry-failed' tries.\n";
  }
  fmt::print(out, "The index in {} now holds {} of {}.\n", printable(index),
             counted(static_cast<std::size_t>(totals.records), "record", "records"),
             counted(static_cast<std::size_t>(totals.ingested + totals.partial), "file", "files"));
}

int exit_code(const IngestReport& report) {
  const std::size_t good =
      report.read + report.partial + report.known + report.moved + report.unchanged + report.gone;
  if (good == 0) return kFailed;
  const std::size_t lacking = report.partial + report.skipped + report.failed +
                              report.failed_before + report.skipped_before + report.not_begun;
  return lacking > 0 || !report.problems.empty() ? kIncomplete : kDone;
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
