#include <catch2/catch.hpp>

#include <algorithm>
#include <sstream>

#include "program.hpp"

using Catch::Contains;

TEST_CASE("moot --help names each command, gives examples and the exit codes") {
  const Sandbox box;
  const Run run = box.moot({"--help"});
  CHECK(run.code == 0);
  CHECK(run.err.empty());
  for (const char* part :
       {"ingest",   "extract",  "search",      "show",    "cite",      "export",
        "correct",  "suppress", "corrections", "history", "reextract", "inspect",
        "check",    "explain",  "rules",       "score",   "trace",     "status",
        "coverage", "doctor",   "backup",      "watch",   "Examples:", "Exit codes: 0"}) {
    CHECK_THAT(run.out, Contains(part));
  }
}

TEST_CASE("moot help COMMAND and moot COMMAND --help are the same, with examples") {
  const Sandbox box;
  for (const char* command :
       {"ingest",   "extract",  "search",      "show",    "cite",      "export",
        "correct",  "suppress", "corrections", "history", "reextract", "inspect",
        "check",    "explain",  "rules",       "score",   "trace",     "status",
        "coverage", "doctor",   "backup",      "watch"}) {
    const Run help = box.moot({"help", command});
    const Run flag = box.moot({command, "--help"});
    CHECK(help.code == 0);
    CHECK(flag.code == 0);
    CHECK(help.out == flag.out);
    CHECK_THAT(help.out, Contains(std::string("moot ") + command));
    CHECK_THAT(help.out, Contains("Examples:"));
    CHECK_THAT(help.out, Contains("Exit codes: 0"));
  }
}

TEST_CASE("the examples of help that ask an index run") {
  Sandbox box;
  for (const auto& [name, text] : five_papers()) box.write("papers/" + name, text);
  box.environment["MOOT_INDEX"] = box.path("index").string();
  REQUIRE(box.moot({"ingest", "papers"}).code == 0);
  std::size_t examples = 0;
  for (const std::vector<std::string>& help : {std::vector<std::string>{"--help"},
                                               {"help", "search"},
                                               {"help", "suggest"},
                                               {"help", "export"}}) {
    std::istringstream lines(box.moot(help).out);
    for (std::string line; std::getline(lines, line);) {
      const bool asks = line.starts_with("  moot search ") || line.starts_with("  moot suggest ") ||
                        line.starts_with("  moot export ");
      if (!asks) continue;
      line.resize(std::min(line.find(" && "), line.size()));  // then other programs go on
      INFO(line);
      CHECK(box.other({"sh", "-c", line.replace(2, 4, MOOT_PROGRAM)}) <= 1);
      ++examples;
    }
  }
  CHECK(examples >= 12);
}

TEST_CASE("moot --version prints one line") {
  const Sandbox box;
  const Run run = box.moot({"--version"});
  CHECK(run.code == 0);
  CHECK_THAT(run.out, Catch::Matches("moot [0-9]+\\.[0-9]+\\.[0-9]+\n"));
}

TEST_CASE("bad usage exits with 2 and says which help to read") {
  const Sandbox box;
  struct Row {
    std::vector<std::string> arguments;
    const char* help;
  };
  const Row rows[] = {{{}, "moot --help"},
                      {{"fly"}, "moot --help"},
                      {{"ingest"}, "moot help ingest"},
                      {{"extract"}, "moot help extract"},
                      {{"search", "x", "--format", "xml"}, "moot help search"},
                      {{"show"}, "moot help show"},
                      {{"trace"}, "moot help trace"},
                      {{"inspect", "soup", "x"}, "moot help inspect"},
                      {{"check"}, "moot help check"},
                      {{"explain"}, "moot help explain"},
                      {{"rules"}, "moot help rules"},
                      {{"score", "papers"}, "moot help score"},
                      {{"status", "--format", "csv"}, "moot help status"},
                      {{"doctor", "now"}, "moot help doctor"},
                      {{"backup"}, "moot help backup"},
                      {{"watch", "run", "--days", "91"}, "moot help watch"},
                      {{"ingest", "x", "--jobs", "0"}, "moot help ingest"}};
  for (const Row& row : rows) {
    const Run run = box.moot(row.arguments);
    CHECK(run.code == 2);
    CHECK(run.out.empty());
    CHECK_THAT(run.err, Catch::StartsWith("moot: "));
    CHECK_THAT(run.err, Contains(row.help));
  }
}
