#include "cli/options_parts.hpp"
#include "cli/watch.hpp"

namespace moot {
namespace {

/// Where the watches are, for all actions.
void add_places(CLI::App* action, WatchCommand& watch) {
  action
      ->add_option("--watches", watch.watches,
                   "Folder of the watches (else 'watches' in the index), where the index may not "
                   "be written")
      ->type_name("DIR");
  add_index(action, watch.index);
}

void check_name(CLI::Option* option) {
  option->check([](const std::string& name) {
    return is_watch_name(name) ? std::string()
                               : "a name has letters, digits, - and _; '" + name + "' has others";
  });
}

void add_adding(CLI::App* command, WatchCommand& watch, std::vector<std::string>& query) {
  CLI::App* add = command->add_subcommand("add", "Keep a query under a name");
  check_name(add->add_option("NAME", watch.name, "Letters, digits, - and _")->required());
  add->add_option("QUERY", query, "As for 'moot search'");
  add_search_filters(add, watch.search);
  add->add_flag("--no-expand", watch.search.no_expand, "Your words alone, as for 'moot search'");
  add->add_flag("--all", watch.all, "Let the first run tell all that matches now, too");
  add_places(add, watch);
  add->footer(footer(R"(Examples:
  moot watch add harbour lanterns OR '"harbour wall"' --council Kent
  moot watch add duty '"equality duty" in:legal' --kind report --all)"));
}

void add_running(CLI::App* command, WatchCommand& watch) {
  CLI::App* run = command->add_subcommand("run", "Tell what is new, and note it as told");
  check_name(run->add_option("NAME", watch.names, "Watches; without any, all of them"));
  add_choice<NewsFormat>(
      run, "--format", "--format",
      {{"text", NewsFormat::Plain}, {"json", NewsFormat::Json}, {"atom", NewsFormat::Atom}},
      watch.format, "text, json (schema moot.news/1) or atom (a feed)")
      ->type_name("FORMAT");
  run->add_option("--days", watch.days,
                  "What was told in the last N days too (0; for atom 30; at most 90)")
      ->type_name("N")
      ->check(CLI::Range(0, kDaysKept).description(""));
  run->add_option("--output,-o", watch.output, "File; else standard output")->type_name("FILE");
  add_places(run, watch);
  add_colour(run, watch.colour);
  run->footer(footer(R"(Examples:
  moot watch run
  moot watch run harbour --days 7 --format json
  moot watch run --format atom --output feed.xml)"));
}

}  // namespace

void add_watch(CLI::App& app, WatchCommand& watch, std::vector<std::string>& query) {
  CLI::App* command = app.add_subcommand("watch", "Keep queries, and tell what is new of them");
  command->require_subcommand(1);
  add_adding(command, watch, query);
  CLI::App* list = command->add_subcommand("list", "The watches, and what they told last");
  add_choice<bool>(list, "--format", "--format", {{"text", false}, {"json", true}}, watch.json,
                   "text or json (schema moot.watches/1)")
      ->type_name("FORMAT");
  CLI::App* remove = command->add_subcommand("remove", "Take a watch away");
  check_name(remove->add_option("NAME", watch.name, "Of the watch")->required());
  for (CLI::App* action : {list, remove}) {
    add_places(action, watch);
    action->footer(kExitCodes);
  }
  add_running(command, watch);
  command->footer(footer(
      R"(A watch tells each entry once: when it first matches, whether its paper is new, was read late, or
was mended or corrected since. What is told counts as known when it has gone out whole, and not before.
'moot help watch' is this; 'moot watch run --help' tells the options of an action.

Examples:
  moot watch add harbour lanterns --council Kent
  moot ingest papers/ && moot watch run
  moot watch run --format atom --output feed.xml
  moot watch list)"));
}

}  // namespace moot
