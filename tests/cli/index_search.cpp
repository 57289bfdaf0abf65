#include <unistd.h>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include "program.hpp"

using Catch::Contains;
namespace fs = std::filesystem;

namespace {

/// An index of five papers.
struct Library : Sandbox {
  Library() {
    for (const auto& [name, text] : five_papers()) write("papers/" + name, text);
    environment["MOOT_INDEX"] = path("index").string();
    REQUIRE(moot({"ingest", "papers"}).code == 0);
  }

  nlohmann::json search(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), "search");
    arguments.insert(arguments.end(), {"--format", "json"});
    return nlohmann::json::parse(moot(arguments).out);
  }

  /// File names of the hits.
  std::set<std::string> found(const std::vector<std::string>& arguments) const {
    std::set<std::string> names;
    const nlohmann::json results = search(arguments);
    for (const auto& hit : results["hits"]) {
      names.insert(std::filesystem::path(hit["source"]["path"].get<std::string>()).filename());
    }
    return names;
  }
};

using Names = std::set<std::string>;

}  // namespace

TEST_CASE("search finds words, and its options are filters") {
  const Library library;
  struct Row {
    std::vector<std::string> arguments;
    Names names;
  };
  const Row rows[] = {
      {{"lanterns"}, {"kent_report.txt", "southwark_report.txt"}},
      {{"lanterns", "--council", "Kent County Council"}, {"kent_report.txt"}},
      {{"lanterns", "--council", "Kent", "--council", "Southwark"},
       {"kent_report.txt", "southwark_report.txt"}},
      {{"lanterns", "--body", "planning committee"}, {"southwark_report.txt"}},
      {{"--kind", "minutes"}, {"parish_minutes.txt"}},
      {{"weir", "--kind", "decision_notice"}, {"kent_decision.txt"}},
      {{"weir", "--kind", "report"}, {}},
      {{"--council", "Kent", "--key", "yes"}, {"kent_report.txt"}},
      {{"lanterns", "--from", "2022"}, {"kent_report.txt"}},
      {{"lanterns", "--to", "2021-12-31"}, {"southwark_report.txt"}},
      {{"lanterns", "--in", "recommendations"}, {"kent_report.txt", "southwark_report.txt"}},
      {{"equality", "duty", "--in", "legal"}, {"kent_report.txt"}},
      {{"equality", "duty", "--in", "financial"}, {}},
      {{"lanterns", "-harbour"}, {"southwark_report.txt"}},
      {{"hedgerow", "OR", "pond"}, {"kent_strategy.txt", "parish_minutes.txt"}},
      {{"\"harbour wall\""}, {"kent_report.txt"}},
  };
  for (const Row& row : rows) {
    std::string typed;
    for (const std::string& argument : row.arguments) typed += argument + " ";
    INFO(typed);
    CHECK(library.found(row.arguments) == row.names);
  }
}

TEST_CASE("search prints for each hit all that says what it is, and the total at the end") {
  const Library library;
  const Run run = library.moot({"search", "lanterns", "--council", "Kent"});
  CHECK(run.code == 0);
  for (const char* part : {"Lanterns on the Harbour Wall", "Kent County Council", "Cabinet",
                           "2024-01-17", "Report", "id "}) {
    CHECK_THAT(run.out, Contains(part));
  }
  CHECK_THAT(run.out, Catch::EndsWith("1 of 1 entry\n"));
  CHECK_THAT(library.moot({"search", "weir"}).out, Contains("23/00917"));
}

TEST_CASE("search exits with 1 when nothing is found and 2 when the query is wrong") {
  const Library library;
  const Run none = library.moot({"search", "zeppelin"});
  CHECK(none.code == 1);
  CHECK(none.out == "zeppelin is in no entry\n0 of 0 entries\n");
  const Run wrong = library.moot({"search", "(lanterns"});
  CHECK(wrong.code == 2);
  CHECK_THAT(wrong.err, Contains("column"));
  CHECK(library.moot({"search", "lanterns", "--from", "yesterday"}).code == 2);
  CHECK(library.moot({"search"}).code == 2);
  CHECK(library.moot({"search", "lanterns", "--index", "elsewhere"}).code == 2);
}

TEST_CASE("search colours only when it is told to, or on a terminal") {
  Library library;
  CHECK(library.moot({"search", "lanterns"}).out.find('\x1b') == std::string::npos);
  CHECK_THAT(library.moot({"search", "lanterns", "--color", "always"}).out, Contains("\x1b["));
  library.environment["NO_COLOR"] = "1";
  CHECK(library.moot({"search", "lanterns"}).out.find('\x1b') == std::string::npos);
}

TEST_CASE("search colours on a terminal, but not with NO_COLOR") {
  Library library;
  const std::string command = std::string(MOOT_PROGRAM) + " search lanterns";
  const auto on_terminal = [&](const std::string& front) {
    return library.other({"script", "-qec", front + command, "seen"});
  };
  if (on_terminal("MOOT_INDEX=index ") != 0) {
    WARN("skipped: script(1) is not installed");
    return;
  }
  CHECK_THAT(read_all(library.path("seen")), Contains("\x1b[1;33m"));
  CHECK(on_terminal("NO_COLOR=1 ") == 0);
  CHECK_THAT(read_all(library.path("seen")), !Contains("\x1b[1;33m"));
}

TEST_CASE("search gives pages of hits with --limit and --offset") {
  const Library library;
  const auto all = library.search({"lanterns"});
  REQUIRE(all["hits"].size() == 2);
  CHECK(all["total"] == 2);
  CHECK(all["schema"] == "moot.hits/1");
  const auto second = library.search({"lanterns", "--limit", "1", "--offset", "1"});
  REQUIRE(second["hits"].size() == 1);
  CHECK(second["total"] == 2);
  CHECK(second["hits"][0]["id"] == all["hits"][1]["id"]);
  CHECK(second["hits"][0]["rank"] == 2);
}

TEST_CASE("search as CSV quotes what must be quoted") {
  Library library;
  library.write("more/comma.txt",
                "Little Marrow Parish Council\n\nSubject: Ponds, \"ducks\" and reeds\n\n"
                "The ducks are well, thank you.\n");
  REQUIRE(library.moot({"ingest", "more"}).code == 0);
  const Run run = library.moot({"search", "ducks", "--format", "csv"});
  CHECK(run.code == 0);
  CHECK_THAT(run.out, Catch::StartsWith("rank,id,kind,"));
  CHECK_THAT(run.out, Contains("\"The ducks are well, thank you.") ||
                          Contains("\"Ponds, \"\"ducks\"\" and reeds\""));
  CHECK_THAT(run.out, Catch::EndsWith("\r\n"));
}

TEST_CASE("show prints a record for people and as JSON, by the start of its id") {
  const Library library;
  const std::string id = library.search({"lanterns", "--council", "Kent"})["hits"][0]["id"];
  const Run text = library.moot({"show", id.substr(0, 8)});
  CHECK(text.code == 0);
  CHECK_THAT(text.out, Contains("Lanterns on the Harbour Wall"));
  CHECK_THAT(text.out, Contains("Cabinet is asked to agree the purchase of forty lanterns."));
  CHECK_THAT(text.out, !Contains("stated"));
  const Run evidence = library.moot({"show", id, "--evidence"});
  CHECK_THAT(evidence.out, Contains("rule title."));
  CHECK_THAT(evidence.out, Contains("stated"));
  const Run json = library.moot({"show", id, "--json"});
  CHECK(nlohmann::json::parse(json.out)["title"] == "Lanterns on the Harbour Wall");
  const Run none = library.moot({"show", "no-such-id"});
  CHECK(none.code == 1);
  CHECK_THAT(none.err, Contains("no-such-id"));
  CHECK_THAT(none.err, Contains("there is no record with this id"));
  std::string capitals = id;
  for (char& c : capitals) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  CHECK(library.moot({"show", capitals}).out == library.moot({"show", id}).out);
  CHECK(library.moot({"show", id, "--index", "elsewhere"}).code == 2);
}

TEST_CASE("an index folder that may not be entered is told apart from one without an index") {
  if (geteuid() == 0) {
    WARN("skipped: root may enter everything");
    return;
  }
  const Library library;
  fs::permissions(library.path("index"), fs::perms::none);
  const Run search = library.moot({"search", "lanterns"});
  const Run show = library.moot({"show", "a"});
  fs::permissions(library.path("index"), fs::perms::owner_all);
  for (const Run& run : {search, show}) {
    CHECK(run.code == 2);
    CHECK_THAT(run.err, Contains("may not enter"));
  }
}

TEST_CASE("show of an item of minutes shows the item") {
  const Library library;
  const auto hits = library.search({"pond", "--kind", "minutes"})["hits"];
  REQUIRE(hits.size() == 1);
  const Run item = library.moot({"show", hits[0]["id"].get<std::string>()});
  CHECK(item.code == 0);
  CHECK_THAT(item.out, Contains("That the pond be cleared of weed."));
}

TEST_CASE("output that nobody reads any more ends the program quietly") {
  const Library library;
  const std::string moot = MOOT_PROGRAM;
  const std::string command = "for stage in lines sections; do " + moot +
                              " inspect $stage long.txt 2>>errors | true; done; test ! -s errors";
  library.write("long.txt", std::string(300'000, 'a') + "\n\n" + std::string(300'000, 'b'));
  CHECK(library.other({"sh", "-c", command}) == 0);
}
