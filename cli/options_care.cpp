#include "cli/options_parts.hpp"

namespace moot {

void add_status(CLI::App& app, StatusCommand& status) {
  CLI::App* command =
      app.add_subcommand("status", "Tell what the index holds, and what could not be read");
  add_choice<bool>(command, "--format", "--format", {{"text", false}, {"json", true}}, status.json,
                   "text, or json (schema moot.status/1)")
      ->type_name("FORMAT");
  command->add_flag("--all", status.all, "All paths, not the first 20 of each group");
  add_index(command, status.index);
  command->footer(
      footer(R"(Files that failed, were skipped or were read in part are grouped by their reason.

Examples:
  moot status
  moot status --all --index /srv/moot
  moot status --format json > status.json)"));
}

void add_coverage(CLI::App& app, CoverageCommand& coverage) {
  CLI::App* command =
      app.add_subcommand("coverage", "Tell which months there are papers of, and the gaps");
  command->add_option("--council", coverage.council, "Of this council; several: any of them")
      ->type_name("NAME")
      ->allow_extra_args(false);
  add_choice<CoverageFormat>(command, "--format", "--format",
                             {{"text", CoverageFormat::Plain},
                              {"json", CoverageFormat::Json},
                              {"csv", CoverageFormat::Csv}},
                             coverage.format, "text, json (schema moot.coverage/1) or csv")
      ->type_name("FORMAT");
  add_index(command, coverage.index);
  command->footer(footer(
      R"(A gap is three months or more on end without a paper, when that is more than three times what is usual
for the council. Papers whose date or council nobody knows are counted: facts beside files can tell.

Examples:
  moot coverage
  moot coverage --council Kent
  moot coverage --format csv > coverage.csv)"));
}

void add_doctor(CLI::App& app, DoctorCommand& doctor) {
  CLI::App* command =
      app.add_subcommand("doctor", "Check an index through and through, and mend it");
  command->add_flag("--repair", doctor.repair, "Mend what is wrong; the papers are not needed");
  add_index(command, doctor.index);
  command->footer(footer(
      R"(Everything that is stored is read, and the search index is compared with it entry by entry. Nothing
may write to the index meanwhile; searching goes on. --repair also brings an index of an older
version of moot up to date. Exit code 0: sound, or mended; 3: something is wrong and can be mended,
or files must be ingested again; 2: it cannot be mended, and why.

Examples:
  moot doctor
  moot doctor --repair --index /srv/moot)"));
}

void add_backup(CLI::App& app, BackupCommand& backup) {
  CLI::App* command = app.add_subcommand("backup", "Copy an index, also while it is written");
  command->add_option("DIR", backup.to, "Folder for the copy: a new one, or an empty one")
      ->required();
  add_index(command, backup.index);
  command->footer(footer(
      R"(The copy is an index like any other: name it with --index. It is of one moment, and whole or not
there at all. To restore it, put it in the place of the index.

Examples:
  moot backup /mnt/backup/moot-2026-03-01
  moot backup copy --index /srv/moot)"));
}

}  // namespace moot
