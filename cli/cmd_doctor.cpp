#include <fmt/ostream.h>

#include <ostream>

#include "cli/clock.hpp"
#include "cli/commands.hpp"
#include "index/doctor.hpp"

namespace moot {
namespace {

void print_findings(std::ostream& out, const Diagnosis& diagnosis) {
  for (const Finding& finding : diagnosis.findings) {
    fmt::print(out, "Wrong: {}", finding.what);
    if (finding.count > 1) fmt::print(out, " ({} times)", finding.count);
    out << '\n';
    for (const std::string& where : finding.where) fmt::print(out, "  - {}\n", printable(where));
    if (finding.count > finding.where.size() && !finding.where.empty()) {
      fmt::print(out, "  and {} more\n", finding.count - finding.where.size());
    }
    fmt::print(out, "  mending: {}\n", finding.remedy);
  }
  for (const std::string& remark : diagnosis.remarks) {
    fmt::print(out, "Note: {}\n", printable(remark));
  }
}

void print_sound(std::ostream& out, const Diagnosis& diagnosis, const std::string& index) {
  fmt::print(out,
             "The index in {} is sound: {} files, {} documents, {} records and {} entries of the "
             "search index were looked at.\n",
             printable(index), diagnosis.files, diagnosis.documents, diagnosis.records,
             diagnosis.entries);
}

int examine(const std::string& index, const Console& console) {
  const Result<Diagnosis> diagnosis = examine_index(index);
  if (!diagnosis) return report_failure(console, diagnosis.error());
  print_findings(console.out, *diagnosis);
  if (diagnosis->findings.empty()) {
    print_sound(console.out, *diagnosis, index);
    return kDone;
  }
  console.out << "Mend it with 'moot doctor --repair'.\n";
  return kIncomplete;
}

int repair(const std::string& index, const Console& console) {
  const Result<Repair> repair = repair_index(index, utc_now());
  if (!repair) return report_failure(console, repair.error());
  print_findings(console.out, repair->before);
  if (!repair->after.findings.empty()) {
    console.out << "After mending there is still:\n";
    print_findings(console.out, repair->after);
    return report_failure(
        console, fail(ErrorKind::Index, "the index could not be mended", index,
                      "put the last copy that `moot backup` made in its place; without one, move "
                      "the folder away and ingest the files again"));
  }
  if (!repair->before.findings.empty()) console.out << "It was mended.\n";
  print_sound(console.out, repair->after, index);
  if (repair->files_to_read == 0) return kDone;
  fmt::print(console.out,
             "Of {} file{} what was stored had to be dropped: read {} again with 'moot ingest "
             "--retry-failed'.\n",
             repair->files_to_read, repair->files_to_read == 1 ? "" : "s",
             repair->files_to_read == 1 ? "it" : "them");
  return kIncomplete;
}

}  // namespace

int run_doctor(const DoctorCommand& command, const std::string& index, const Console& console) {
  return command.repair ? repair(index, console) : examine(index, console);
}

}  // namespace moot
