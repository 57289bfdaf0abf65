#include "cli/options_parts.hpp"

namespace moot {

void add_trace(CLI::App& app, TraceCommand& trace) {
  CLI::App* command =
      app.add_subcommand("trace", "Tell the life of a decision, from forward plan to minutes");
  command
      ->add_option("NUMBER|ID", trace.target,
                   "A decision's number, or the id of a paper or item as search prints it")
      ->required();
  command->add_option("--council", trace.council, "The number as this council gave it")
      ->type_name("NAME");
  add_choice<bool>(command, "--format", "--format", {{"text", false}, {"json", true}}, trace.json,
                   "text or json (schema moot.trace/1)")
      ->type_name("FORMAT");
  add_index(command, trace.index);
  add_colour(command, trace.colour);
  command->footer(footer(
      R"(Papers are matched by council, number, title, body and date, and wording; each step says why it is
one, and what fits only partly is listed at the end. A number that two councils have is two lives.
Without a number, begin with the id of one of the papers.

Examples:
  moot trace 25/00087
  moot trace 25-00021 --council Wealdshire
  moot trace 9f86d081884c7d65-p3/7 --format json)"));
}

}  // namespace moot
