#include "cli/renew_report.hpp"

#include <fmt/ostream.h>

#include <ostream>

#include "cli/options.hpp"
#include "cli/output.hpp"

namespace moot {
namespace {

void keep_values(RenewReport& report, const PaperChange& change, const Record& after) {
  for (const Difference& difference : change.differences) {
    if (report.values.size() >= report.show) return;
    report.values.push_back({after.id, difference});
  }
}

void print_value(std::ostream& out, const char* sign, const Text& value, int width) {
  if (!value) return;
  fmt::print(out, "  {} {}\n", sign, wrapped(printable(*value, true), width, 4));
}

void print_values(std::ostream& out, const RenewReport& report, int width) {
  for (const ValueChange& value : report.values) {
    fmt::print(out, "{} {}\n", value.id, value.difference.pointer);
    print_value(out, "-", value.difference.before, width);
    print_value(out, "+", value.difference.after, width);
  }
  if (!report.values.empty()) out << '\n';
}

void print_fields(std::ostream& out, const RenewReport& report) {
  if (report.fields.empty()) return;
  fmt::print(out, "  {:<24}{:>9}{:>9}{:>9}\n", "values of", "changed", "found", "lost");
  for (const auto& [field, counts] : report.fields) {
    fmt::print(out, "  {:<24}{:>9}{:>9}{:>9}\n", field, counts.changed, counts.found, counts.lost);
  }
}

}  // namespace

void count_renewed(RenewReport& report, const std::vector<Record>& before,
                   const std::vector<Record>& after) {
  const RecordsDiff diff = compare_records(before, after);
  ++report.renewed;
  report.fresh += diff.fresh.size();
  report.gone += diff.gone.size();
  report.changed += diff.changed.size();
  report.same += diff.unchanged;
  for (const auto& [field, counts] : changes_by_field(diff)) {
    FieldChanges& sum = report.fields[field];
    sum.changed += counts.changed;
    sum.found += counts.found;
    sum.lost += counts.lost;
  }
  for (const PaperChange& change : diff.changed) {
    if (change.after) keep_values(report, change, after[*change.after]);
  }
}

void print_summary(std::ostream& out, const RenewReport& report, double seconds, int width) {
  print_values(out, report, width);
  const std::size_t files = report.renewed + report.passed_over + report.failed;
  fmt::print(out, "{} {} in {:.1f} s: {} made anew", files, files == 1 ? "file" : "files", seconds,
             report.renewed);
  if (report.passed_over > 0) {
    fmt::print(out, ", {} made by these rules already", report.passed_over);
  }
  if (report.failed > 0) fmt::print(out, ", {} failed", report.failed);
  out << '\n';
  if (report.renewed == 0) return;
  fmt::print(out, "Records: {} changed, {} new, {} gone, {} the same\n", report.changed,
             report.fresh, report.gone, report.same);
  print_fields(out, report);
}

int exit_code(const RenewReport& report) {
  if (report.failed == 0) return kDone;
  return report.renewed + report.passed_over > 0 ? kIncomplete : kFailed;
}

}  // namespace moot
