#include "cli/options_parts.hpp"

namespace moot {

void add_reextract(CLI::App& app, ReextractCommand& reextract) {
  CLI::App* command = app.add_subcommand(
      "reextract", "Make the records of the index anew, without reading the files again");
  add_rules(command, reextract.rules);
  command->add_option("--jobs,-j", reextract.jobs, "Worker processes (else one for each processor)")
      ->type_name("N")
      ->check(CLI::Range(1, 1024).description(""));
  command->add_option("--memory", reextract.memory_mb, "Most memory of a worker, in MB (1024)")
      ->type_name("MB")
      ->check(CLI::Range(256, 1 << 20).description(""));
  command
      ->add_option("--timeout", reextract.timeout_seconds,
                   "Most processor time of a file, in seconds (60); by the clock, four times that")
      ->type_name("SECONDS")
      ->check(CLI::Range(1, 86400).description(""));
  command->add_flag("--all", reextract.all, "Also old versions of files");
  command->add_flag("--again", reextract.again, "Also records that these rules made");
  command->add_option("--show", reextract.show, "Print up to N values that changed")
      ->type_name("N")
      ->check(CLI::Range(0, 100000000).description(""));
  command->add_option("--log", reextract.log, "Append a line of JSON for each file")
      ->type_name("FILE");
  command->add_flag("--quiet,-q", reextract.quiet, "Print only what went wrong");
  add_index(command, reextract.index);
  command->footer(footer(
      R"(Files whose records the same rules made are passed over; after a new version of moot say --again.
Corrections and suppressions hold for the new records too.

Ctrl-C finishes the files in hand; the same command goes on later. A second Ctrl-C stops at once.

Examples:
  moot reextract --rules my-rules/ --show 20
  moot reextract --again
  moot reextract --all --log reextract.jsonl)"));
}

}  // namespace moot
