#include <catch2/catch.hpp>

#include "cli/environment.hpp"
#include "cli/options.hpp"

using namespace moot;

namespace {

template <typename T>
T parsed(const std::vector<std::string>& arguments) {
  const Result<Command> command = parse_command_line(arguments);
  INFO((command ? std::string() : command.error().message));
  REQUIRE(command);
  REQUIRE(std::holds_alternative<T>(*command));
  return std::get<T>(*command);
}

}  // namespace

TEST_CASE("parse_command_line: each command has its own struct") {
  const auto ingest = parsed<IngestCommand>({"ingest", "a", "b/", "--jobs", "3", "-q"});
  CHECK(ingest.paths == std::vector<std::string>{"a", "b/"});
  CHECK(ingest.jobs == 3);
  CHECK(ingest.quiet);
  CHECK(ingest.memory_mb == 1024);
  CHECK(ingest.timeout_seconds == 60);
  const auto bounded = parsed<IngestCommand>({"ingest", "a", "--memory", "300", "--timeout", "5"});
  CHECK(bounded.memory_mb == 300);
  CHECK(bounded.timeout_seconds == 5);
  const auto extract = parsed<ExtractCommand>({"extract", "-", "--pretty", "--color", "always"});
  CHECK(extract.files == std::vector<std::string>{"-"});
  CHECK(extract.pretty);
  CHECK(extract.colour == ColourWhen::Always);
  const auto show = parsed<ShowCommand>({"show", "9f86", "--evidence", "--index", "x"});
  CHECK(show.id == "9f86");
  CHECK(show.evidence);
  CHECK_FALSE(show.json);
  CHECK(show.index == "x");
  const auto correct = parsed<CorrectCommand>({"correct", "9f86", "/title", "Benches"});
  CHECK(correct.id == "9f86");
  CHECK(correct.pointer == "/title");
  CHECK(correct.value == "Benches");
  CHECK(parsed<CorrectCommand>({"correct", "--undo", "3"}).undo == 3);
  CHECK(parsed<CorrectCommand>({"correct", "9f86", "/title", ""}).value.empty());
  CHECK(parsed<CorrectCommand>({"correct", "9f86", "/title", "--", "-5"}).value == "-5");
  CHECK(parsed<SuppressCommand>({"suppress", "9f86", "/title"}).pointer == "/title");
  CHECK(parsed<SuppressCommand>({"suppress", "9f86", "--words", "a b"}).words == "a b");
  CHECK(parsed<CorrectionsCommand>({"corrections", "--format", "json"}).json);
  CHECK(parsed<HistoryCommand>({"history", "a.pdf"}).target == "a.pdf");
  const auto reextract = parsed<ReextractCommand>({"reextract", "--all", "--show", "9"});
  CHECK(reextract.all);
  CHECK(reextract.show == 9);
  CHECK_FALSE(reextract.again);
  const auto inspect = parsed<InspectCommand>({"inspect", "lines", "f.pdf"});
  CHECK(inspect.stage == "lines");
  CHECK(inspect.file == "f.pdf");
  CHECK(inspect.ocr.mode == OcrMode::Auto);
  CHECK(inspect.ocr.languages == "eng");
  const auto scans =
      parsed<IngestCommand>({"ingest", "d", "--ocr", "off", "--ocr-language", "cym"});
  CHECK(scans.ocr.mode == OcrMode::Off);
  CHECK(scans.ocr.languages == "cym");
  const auto check = parsed<CheckCommand>({"check", "9f86", "--json", "--index", "x"});
  CHECK(check.target == "9f86");
  CHECK(check.json);
  CHECK(check.index == "x");
  const auto explain = parsed<ExplainCommand>({"explain", "f.pdf", "/title", "--paper", "2"});
  CHECK(explain.file == "f.pdf");
  CHECK(explain.pointer == "/title");
  CHECK(explain.paper == "2");
  const auto rules = parsed<RulesCommand>({"rules", "list", "--field", "title"});
  CHECK(rules.action == RulesCommand::Action::List);
  CHECK(rules.field == "title");
  const auto score =
      parsed<ScoreCommand>({"score", "--gold", "g", "p", "--gold", "h", "q", "--errors", "9"});
  CHECK(score.gold == std::vector<std::string>{"g", "h"});
  CHECK(score.paths == std::vector<std::string>{"p", "q"});
  CHECK(score.errors == 9);
  CHECK_FALSE(score.json);
  CHECK(parsed<ScoreCommand>({"score", "--gold", "g", "--without", "a.b,c.d", "p"}).without ==
        std::vector<std::string>{"a.b", "c.d"});
  const auto measured =
      parsed<RulesCommand>({"rules", "score", "--gold", "g", "p", "--write", "f.json"});
  CHECK(measured.action == RulesCommand::Action::Score);
  CHECK(measured.gold == std::vector<std::string>{"g"});
  CHECK(measured.paths == std::vector<std::string>{"p"});
  CHECK(measured.write == "f.json");
}

TEST_CASE("parse_command_line: the words of a query are joined, and may begin with a hyphen") {
  const auto search = parsed<SearchCommand>({"search", "digital", "-draft", "plan", "--limit", "5",
                                             "--kind", "report", "--kind", "minutes"});
  CHECK(search.query == "digital -draft plan");
  CHECK(search.limit == 5);
  CHECK(search.kind == std::vector<std::string>{"report", "minutes"});
}

TEST_CASE("parse_command_line: a search may have filters only") {
  const auto search = parsed<SearchCommand>({"search", "--council", "Kent", "--format", "csv"});
  CHECK(search.query.empty());
  CHECK(search.council == std::vector<std::string>{"Kent"});
  CHECK(search.format == HitFormat::Csv);
}

TEST_CASE("parse_command_line: an option's value is not taken for the query") {
  const auto search = parsed<SearchCommand>({"search", "--council", "Kent", "budget"});
  CHECK(search.council == std::vector<std::string>{"Kent"});
  CHECK(search.query == "budget");
}

TEST_CASE("parse_command_line: mistakes are told with the help to read") {
  struct Row {
    std::vector<std::string> arguments;
    const char* message;  ///< part of it
    const char* hint;     ///< part of it
  };
  const Row rows[] = {
      {{}, "say what to do", "moot --help"},
      {{"ingest"}, "PATH", "moot help ingest"},
      {{"search", "x", "--limit", "many"}, "--limit", "moot help search"},
      {{"search", "x", "--limit", "-5"}, "-5", "moot help search"},
      {{"search", "x", "--format", "xml"},
       "--format takes text, json or csv, not 'xml'",
       "moot help search"},
      {{"search", "x", "--format", "2"}, "not '2'", "moot help search"},
      {{"search", "x", "--color", "0"},
       "--color takes auto, always or never, not '0'",
       "moot help search"},
      {{"ingest", "x", "--ocr-language", "eng,cym"}, "'eng,cym' names no languages", "help ingest"},
      {{"search", "x", "--key", "maybe"}, "--key takes yes or no, not 'maybe'", "moot help search"},
      {{"show", "a", "--nonsense"}, "--nonsense", "moot help show"},
      {{"inspect", "soup", "f"}, "record or entries, not 'soup'", "moot help inspect"},
      {{"help", "fly"}, "fly", "moot --help"},
      {{"rules"}, "subcommand", "moot help rules"},
  };
  for (const Row& row : rows) {
    const Result<Command> command = parse_command_line(row.arguments);
    INFO(row.message);
    REQUIRE_FALSE(command);
    CHECK(command.error().kind == ErrorKind::Usage);
    CHECK_THAT(command.error().message, Catch::Contains(row.message));
    CHECK_THAT(command.error().hint, Catch::Contains(row.hint));
  }
}

TEST_CASE("parse_command_line: help and version are texts to print") {
  CHECK_THAT(parsed<PrintCommand>({"--help"}).text, Catch::Contains("Exit codes"));
  CHECK_THAT(parsed<PrintCommand>({"search", "--help"}).text, Catch::Contains("--council"));
  CHECK_THAT(parsed<PrintCommand>({"help", "search"}).text, Catch::Contains("--council"));
  CHECK_THAT(parsed<PrintCommand>({"help"}).text, Catch::Contains("ingest"));
  CHECK_THAT(parsed<PrintCommand>({"--version"}).text, Catch::StartsWith("moot 0"));
}

TEST_CASE("index_folder: the option, then MOOT_INDEX, then the data folder") {
  Environment environment;
  environment.home = "/home/ada";
  CHECK(index_folder("", environment) == "/home/ada/.local/share/moot/index");
  environment.xdg_data_home = "/data";
  CHECK(index_folder("", environment) == "/data/moot/index");
  environment.moot_index = "/srv/moot";
  CHECK(index_folder("", environment) == "/srv/moot");
  CHECK(index_folder("here", environment) == "here");
}
