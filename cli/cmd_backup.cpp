#include <fmt/ostream.h>

#include <ostream>

#include "cli/commands.hpp"
#include "index/backup.hpp"

namespace moot {

int run_backup(const BackupCommand& command, const std::string& index, const Console& console) {
  const Result<Catalogue::Totals> copied = back_up(index, command.to);
  if (!copied) return report_failure(console, copied.error());
  fmt::print(console.out, "The copy in {} holds {} records of {} files, as of one moment.\n",
             printable(command.to), copied->records, copied->ingested + copied->partial);
  return kDone;
}

}  // namespace moot
