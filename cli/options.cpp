#include "cli/options.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

namespace moot {
namespace {

constexpr const char* kVersion = "moot 0.1.0";

constexpr const char* kExitCodes =
    "Exit codes: 0 done or found, 1 nothing found, 2 failed, 3 done but incomplete.";

constexpr const char* kMainFooter = R"(Examples:
  moot ingest papers/                          read a folder into the index
  moot search digital strategy --kind report   find papers
  moot search 'in:legal "equality duty"'       words in one part of a paper
  moot show 9f86d081884c7d65-p3 --evidence     one record, and where each value stands
  moot extract report.pdf > records.jsonl      records without an index

Exit codes: 0 done or found, 1 nothing found, 2 failed, 3 done but incomplete.
'moot help COMMAND' tells more of a command.)";

// A word such as "-draft" belongs to the query, not to the options. CLI11 would take it for an
// option, so its hyphen travels as a byte that no command line holds.
constexpr char kHyphenOfWord = '\x01';

std::string footer(const char* examples) {
  return std::string(examples) + "\n\n" + kExitCodes;
}

/// The values that CLI11 writes into.
struct Parsed {
  IngestCommand ingest;
  ExtractCommand extract;
  SearchCommand search;
  ShowCommand show;
  InspectCommand inspect;
  RulesCommand rules;
  std::vector<std::string> query;
  bool version = false;
};

void add_index(CLI::App* command, std::string& index) {
  command
      ->add_option("--index", index,
                   "Folder of the index (else $MOOT_INDEX, else your data folder)")
      ->type_name("DIR");
}

void add_rules(CLI::App* command, std::string& rules) {
  command->add_option("--rules", rules, "Folder with more rule packs (*.json)")->type_name("DIR");
}

/// The names that an option takes, in the order to tell them, each with its value.
template <typename T>
using Choices = std::vector<std::pair<std::string, T>>;

/// "text, json or csv"
template <typename T>
std::string told(const Choices<T>& choices) {
  std::string names;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    if (i > 0) names += i + 1 == choices.size() ? " or " : ", ";
    names += choices[i].first;
  }
  return names;
}

/// An option that takes one of a few names. CLI11's own check prints its tables, and takes the
/// numbers behind the names too.
template <typename T>
CLI::Option* add_choice(CLI::App* command, const std::string& names, const std::string& shown,
                        Choices<T> choices, T& value, const std::string& help) {
  const auto take = [choices = std::move(choices), &value, shown](const std::string& typed) {
    const auto found = std::find_if(choices.begin(), choices.end(),
                                    [&](const auto& choice) { return choice.first == typed; });
    if (found == choices.end()) {
      throw CLI::ValidationError(shown + " takes " + told(choices) + ", not '" + typed + "'");
    }
    value = found->second;
  };
  return command->add_option_function<std::string>(names, take, help);
}

void add_colour(CLI::App* command, ColourWhen& colour) {
  add_choice<ColourWhen>(
      command, "--color,--colour", "--color",
      {{"auto", ColourWhen::Auto}, {"always", ColourWhen::Always}, {"never", ColourWhen::Never}},
      colour, "Colours: auto (on a terminal), always, never")
      ->type_name("WHEN");
}

void add_ingest(CLI::App& app, IngestCommand& ingest) {
  CLI::App* command = app.add_subcommand("ingest", "Read files and folders into an index");
  command->add_option("PATH", ingest.paths, "Files and folders; PDF, HTML, Markdown and plain text")
      ->required();
  add_index(command, ingest.index);
  add_rules(command, ingest.rules);
  command->add_option("--jobs,-j", ingest.jobs, "Worker processes (else one for each processor)")
      ->type_name("N")
      ->check(CLI::Range(1, 1024).description(""));
  command->add_flag("--quiet,-q", ingest.quiet, "Print only what could not be read");
  command->footer(footer(R"(Files that have not changed since the last time are passed over; with --rules all are read again.

Examples:
  moot ingest papers/ agenda.pdf
  moot ingest --index /srv/moot --jobs 4 archive/)"));
}

void add_extract(CLI::App& app, ExtractCommand& extract) {
  CLI::App* command = app.add_subcommand("extract", "Print the records of files as JSON Lines");
  command->add_option("FILE", extract.files, "Files; '-' is standard input")->required();
  command->add_flag("--pretty", extract.pretty, "Text for people instead of JSON");
  add_rules(command, extract.rules);
  add_colour(command, extract.colour);
  command->footer(footer(R"(Examples:
  moot extract report.pdf | jq .title
  moot extract --pretty minutes.html
  curl -s https://example.org/report.pdf | moot extract -)"));
}

void add_search_filters(CLI::App* command, SearchCommand& search) {
  command->add_option("--council", search.council, "Papers of this council; several: any of them")
      ->type_name("NAME")
      ->allow_extra_args(false);
  command->add_option("--body", search.body, "Papers of this committee, cabinet or council")
      ->type_name("NAME")
      ->allow_extra_args(false);
  command->add_option("--kind", search.kind, "report, minutes, decision_notice, ...")
      ->type_name("KIND")
      ->allow_extra_args(false);
  command->add_option("--from", search.from, "From this day, month or year on: 2021, 2021-04-01")
      ->type_name("DATE");
  command->add_option("--to", search.to, "Up to and with this day, month or year")
      ->type_name("DATE");
  add_choice<std::string>(command, "--key", "--key", {{"yes", "yes"}, {"no", "no"}}, search.key,
                          "Key decisions only, or none of them")
      ->type_name("yes|no");
  command->add_option("--in", search.in, "Words only in this part: recommendations, legal, ...")
      ->type_name("FIELD");
}

void add_search(CLI::App& app, Parsed& parsed) {
  SearchCommand& search = parsed.search;
  CLI::App* command = app.add_subcommand("search", "Find papers in the index");
  command->add_option("QUERY", parsed.query, "Words, \"phrases\", OR, -word, word*, field:value");
  add_search_filters(command, search);
  command->add_option("--limit,-n", search.limit, "Most hits to print (10)")
      ->type_name("N")
      ->check(CLI::Range(1, 100000).description(""));
  command->add_option("--offset", search.offset, "Hits to pass over first (0)")
      ->type_name("N")
      ->check(CLI::Range(0, 100000000).description(""));
  add_choice<HitFormat>(
      command, "--format", "--format",
      {{"text", HitFormat::Plain}, {"json", HitFormat::Json}, {"csv", HitFormat::Csv}},
      search.format, "text, json (schema moot.hits/1) or csv")
      ->type_name("FORMAT");
  add_index(command, search.index);
  add_colour(command, search.colour);
  command->footer(footer(R"(The options add filters to the query: --kind report is kind:report.

Examples:
  moot search digital strategy --from 2021 --to 2024
  moot search '"public sector equality duty" in:legal' --council Kent
  moot search 'budget -draft' --key yes --format csv
  moot search --kind decision_notice --council Kent)"));
}

void add_show(CLI::App& app, ShowCommand& show) {
  CLI::App* command = app.add_subcommand("show", "Print one record");
  command->add_option("ID", show.id, "As search prints it; its first letters are enough")
      ->required();
  command->add_flag("--json", show.json, "As JSON (schema moot.record/1)");
  command->add_flag("--evidence", show.evidence, "Page, box, rule and confidence of each value");
  add_index(command, show.index);
  add_colour(command, show.colour);
  command->footer(footer(R"(Examples:
  moot show 9f86d081884c7d65-p3
  moot show 9f86 --evidence)"));
}

void add_inspect(CLI::App& app, InspectCommand& inspect) {
  CLI::App* command = app.add_subcommand("inspect", "Print a stage on the way from file to index");
  Choices<std::string> stages;
  for (const std::string& stage : inspect_stages()) stages.emplace_back(stage, stage);
  add_choice(command, "STAGE", "STAGE", stages, inspect.stage,
             "pages, lines, papers, sections, record or entries")
      ->required();
  command->add_option("FILE", inspect.file, "A file; '-' is standard input")->required();
  add_rules(command, inspect.rules);
  command->footer(footer(R"(One thing a line, for eyes and for diff.

Examples:
  moot inspect lines report.pdf | less
  moot inspect sections page.html)"));
}

void add_rules_command(CLI::App& app, RulesCommand& rules) {
  CLI::App* command = app.add_subcommand("rules", "List, test and explain the rules");
  command->require_subcommand(1);
  CLI::App* list = command->add_subcommand("list", "What rules there are");
  CLI::App* test = command->add_subcommand("test", "Run every rule's own examples");
  CLI::App* explain =
      command->add_subcommand("explain", "Which rules fired on a file, and why one value won");
  explain->add_option("FILE", rules.file, "A file; '-' is standard input")->required();
  for (CLI::App* action : {list, explain}) {
    action->add_option("--field", rules.field, "Only rules for this field")->type_name("FIELD");
  }
  for (CLI::App* action : {list, test, explain}) {
    add_rules(action, rules.rules);
    action->footer(kExitCodes);
  }
  command->footer(footer(R"(Examples:
  moot rules list --field title
  moot rules test --rules my-rules/
  moot rules explain report.pdf --field meeting_date)"));
}

void set_up(CLI::App& app, Parsed& parsed) {
  app.description("moot reads councils' papers, makes records of them, and finds them again.");
  app.set_help_flag("--help,-h", "Print this help");
  app.add_flag("--version", parsed.version, "Print the version");
  add_ingest(app, parsed.ingest);
  add_extract(app, parsed.extract);
  add_search(app, parsed);
  add_show(app, parsed.show);
  add_inspect(app, parsed.inspect);
  add_rules_command(app, parsed.rules);
  app.add_subcommand("help", "Print the help of a command");
  app.footer(kMainFooter);  // last, because commands inherit it
}

std::vector<std::string> guard_query_words(std::vector<std::string> arguments) {
  if (arguments.empty() || arguments.front() != "search") return arguments;
  for (std::string& argument : arguments) {
    const bool limit = argument.substr(0, 2) == "-n" &&
                       argument.find_first_not_of("0123456789", 2) == std::string::npos;
    const bool option = argument.size() < 2 || argument[0] != '-' || argument[1] == '-' ||
                        argument == "-h" || limit;
    if (!option) argument[0] = kHyphenOfWord;
  }
  return arguments;
}

std::string restored(std::string text) {
  std::replace(text.begin(), text.end(), kHyphenOfWord, '-');
  return text;
}

std::string joined_query(const std::vector<std::string>& words) {
  std::string query;
  for (const std::string& word : words) {
    if (!query.empty()) query += ' ';
    query += word;
  }
  return restored(query);
}

/// The command that the arguments reached, deepest first.
const CLI::App* reached(const CLI::App& app) {
  const auto chosen = app.get_subcommands();
  return chosen.empty() ? &app : reached(*chosen.front());
}

Error usage(const CLI::App& app, std::string message) {
  const CLI::App* command = reached(app);
  std::string help = "moot --help";
  if (command != &app) help = "moot help " + app.get_subcommands().front()->get_name();
  message = restored(std::move(message));
  while (!message.empty() && (message.back() == '.' || message.back() == '\n')) message.pop_back();
  return fail(ErrorKind::Usage, std::move(message), {}, "see '" + help + "'");
}

/// "help search" reads as "search --help": CLI11 would take "search" for a second command.
Result<std::vector<std::string>> without_help_command(const CLI::App& app,
                                                      std::vector<std::string> arguments) {
  if (arguments.empty() || arguments.front() != "help") return arguments;
  arguments.erase(arguments.begin());
  if (!arguments.empty()) {
    const auto commands = app.get_subcommands([](const CLI::App*) { return true; });
    const bool known = std::any_of(commands.begin(), commands.end(), [&](const CLI::App* command) {
      return command->get_name() == arguments.front();
    });
    if (!known) {
      return fail(ErrorKind::Usage, "there is no command '" + arguments.front() + "'", {},
                  "see 'moot --help'");
    }
  }
  arguments.emplace_back("--help");
  return arguments;
}

Result<Command> chosen_command(CLI::App& app, Parsed& parsed) {
  if (parsed.version) return Command(PrintCommand{std::string(kVersion) + "\n"});
  const auto chosen = app.get_subcommands();
  if (chosen.empty()) return usage(app, "say what to do: ingest, extract, search, show, ...");
  const std::string name = chosen.front()->get_name();
  if (name == "ingest") return Command(std::move(parsed.ingest));
  if (name == "extract") return Command(std::move(parsed.extract));
  if (name == "show") return Command(std::move(parsed.show));
  if (name == "inspect") return Command(std::move(parsed.inspect));
  if (name == "rules") {
    const std::string action = chosen.front()->get_subcommands().front()->get_name();
    parsed.rules.action = action == "list"   ? RulesCommand::Action::List
                          : action == "test" ? RulesCommand::Action::Test
                                             : RulesCommand::Action::Explain;
    return Command(std::move(parsed.rules));
  }
  parsed.search.query = joined_query(parsed.query);
  return Command(std::move(parsed.search));
}

}  // namespace

const std::vector<std::string>& inspect_stages() {
  static const std::vector<std::string> kStages = {"pages",    "lines",  "papers",
                                                   "sections", "record", "entries"};
  return kStages;
}

Result<Command> parse_command_line(const std::vector<std::string>& arguments) {
  CLI::App app("", "moot");
  Parsed parsed;
  set_up(app, parsed);
  const auto words = without_help_command(app, arguments);
  if (!words) return words.error();
  std::vector<std::string> backwards = guard_query_words(*words);
  std::reverse(backwards.begin(), backwards.end());  // as CLI11 wants them
  try {
    app.parse(std::move(backwards));
    return chosen_command(app, parsed);
  } catch (const CLI::CallForHelp&) {
    return Command(PrintCommand{reached(app)->help()});
  } catch (const CLI::Error& error) {
    return usage(app, error.what());
  }
}

}  // namespace moot
