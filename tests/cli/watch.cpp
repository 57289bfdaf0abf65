#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>
#include <thread>

#include "program.hpp"
#include "tests/support/feed.hpp"

using Catch::Contains;
using moot::test::Feed;
using moot::test::read_feed;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

const char* kLateReport = R"(Kent County Council

REPORT

To: Cabinet, 3 June 2015

Subject: Lanterns of the <Old> Pier & Quay

Summary:
This report asks Cabinet to take the lanterns of the pier down.
)";

/// The five papers, and a watch of what they say of lanterns.
struct Watched : Sandbox {
  Watched() {
    for (const auto& [name, text] : five_papers()) write("papers/" + name, text);
    environment["MOOT_INDEX"] = path("index").string();
    REQUIRE(moot({"ingest", "papers"}).code == 0);
    REQUIRE(moot({"watch", "add", "harbour", "lanterns"}).code == 0);
  }
  void add_report() const {
    write("papers/late.txt", kLateReport);
    REQUIRE(moot({"ingest", "papers"}).code == 0);
  }
  json news(std::vector<std::string> arguments = {}) const {
    arguments.insert(arguments.begin(), {"watch", "run", "--format", "json"});
    return json::parse(moot(arguments).out);
  }
  std::string state(const std::string& name) const {
    return read_all(path("index/watches/" + name + ".json"));
  }
};

}  // namespace

TEST_CASE("watch: what comes is told once, however old it is, and nothing else") {
  const Watched box;
  const Run quiet = box.moot({"watch", "run"});
  CHECK(quiet.code == 1);
  CHECK(quiet.out.empty());
  CHECK(quiet.err.empty());
  box.add_report();
  const Run run = box.moot({"watch", "run"});
  CHECK(run.code == 0);
  CHECK_THAT(run.out, Catch::StartsWith("harbour: lanterns\n\n  1. Lanterns of the <Old> Pier"));
  CHECK_THAT(run.out, Contains("Kent County Council"));
  CHECK_THAT(run.out, Catch::EndsWith("1 new entry\n"));
  CHECK(box.moot({"watch", "run"}).code == 1);
  // What was told can be told again.
  const Run again = box.moot({"watch", "run", "--days", "7"});
  CHECK(again.code == 1);
  CHECK_THAT(again.out, Contains("told before, on "));
  CHECK_THAT(again.out, Contains("0 new entries, 1 told before"));
}

TEST_CASE(
    "watch: a paper that is corrected into a match is told, one that leaves and returns not") {
  const Watched box;
  REQUIRE(box.moot({"watch", "add", "weirs", "in:title", "sluice"}).code == 0);
  const auto hit = json::parse(box.moot({"search", "weir", "--format", "json"}).out)["hits"][0];
  const std::string id = hit["record_id"];
  REQUIRE(box.moot({"correct", id, "/title", "Repair of the Sluice"}).code == 0);
  CHECK(box.news()["watches"][1]["hits"][0]["title"] == "Repair of the Sluice");
  REQUIRE(box.moot({"correct", id, "/title", "Repair of the Weir"}).code == 0);
  CHECK(box.moot({"watch", "run"}).code == 1);
  REQUIRE(box.moot({"correct", id, "/title", "Repair of the Sluice"}).code == 0);
  CHECK(box.moot({"watch", "run"}).code == 1);
}

TEST_CASE("watch add: filters, --all, words with a hyphen; names once only") {
  const Watched box;
  const Run add = box.moot({"watch", "add", "kent", "lanterns", "-pier", "--council", "Kent",
                            "--from", "2021", "--no-expand", "--all"});
  CHECK(add.code == 0);
  CHECK_THAT(add.out, Contains("kent watches lanterns -pier --council Kent --from 2021 "
                               "--no-expand: 1 entry matches now and will be told by its first"));
  const auto first = box.news({"kent"});
  CHECK(first["watches"][0]["new"] == 1);
  CHECK(first["watches"][0]["options"]["council"][0] == "Kent");
  CHECK(first["watches"][0]["hits"][0]["title"] == "Lanterns on the Harbour Wall");
  CHECK(box.news({"kent"})["watches"][0]["hits"].empty());
  const Run twice = box.moot({"watch", "add", "kent", "weir"});
  CHECK(twice.code == 2);
  CHECK_THAT(twice.err, Contains("there is a watch of this name"));
  CHECK_THAT(box.state("kent"), Contains("-pier"));
  CHECK(box.moot({"watch", "add", "a/b", "weir"}).code == 2);
  CHECK(box.moot({"watch", "add", "empty"}).code == 2);
  CHECK(box.moot({"watch", "add", "bad", "date:someday"}).code == 2);
  CHECK(box.moot({"watch"}).code == 2);
  CHECK_FALSE(fs::exists(box.path("index/watches/bad.json")));
}

TEST_CASE("watch: several watches, each newest first; list and remove") {
  const Watched box;
  REQUIRE(box.moot({"watch", "add", "all", "*", "--all"}).code == 0);
  const auto news = box.news();
  REQUIRE(news["watches"].size() == 2);
  CHECK(news["watches"][0]["name"] == "all");
  std::string before = "9";
  std::size_t rank = 0;
  for (const auto& hit : news["watches"][0]["hits"]) {
    const std::string date = hit["date"].is_null() ? "" : hit["date"].get<std::string>();
    CHECK(date <= before);
    CHECK(hit["rank"] == ++rank);
    before = date;
  }
  CHECK(rank == news["watches"][0]["new"]);
  const Run list = box.moot({"watch", "list"});
  CHECK(list.code == 0);
  CHECK_THAT(list.out, Contains("harbour: lanterns\n"));
  const auto listed = json::parse(box.moot({"watch", "list", "--format", "json"}).out);
  CHECK(listed["schema"] == "moot.watches/1");
  CHECK(listed["watches"][0]["told"][0]["entries"] == rank);
  CHECK(box.moot({"watch", "remove", "all"}).code == 0);
  CHECK(box.moot({"watch", "remove", "all"}).code == 1);
  CHECK(box.moot({"watch", "remove", "harbour"}).code == 0);
  CHECK(box.moot({"watch", "list"}).code == 1);
  const Run none = box.moot({"watch", "run"});
  CHECK(none.code == 1);
  CHECK_THAT(none.err, Contains("there are no watches"));
  CHECK(box.moot({"watch", "run", "harbour"}).code == 2);
}

TEST_CASE("watch: a damaged watch costs itself and no other") {
  const Watched box;
  box.write("index/watches/broken.json", box.state("harbour").substr(0, 60));
  box.write("index/watches/foreign.json", "{\"schema\": \"moot.hits/1\"}");
  box.add_report();
  const Run run = box.moot({"watch", "run"});
  CHECK(run.code == 3);
  CHECK_THAT(run.out, Contains("Lanterns of the <Old> Pier"));
  CHECK_THAT(run.err, Contains("watch broken: "));
  CHECK_THAT(run.err, Contains("broken.json: the watch cannot be read"));
  CHECK_THAT(run.err, Contains("foreign.json"));
  CHECK(box.moot({"watch", "list"}).code == 3);
  CHECK(box.moot({"watch", "run", "broken"}).code == 2);
  CHECK(box.moot({"watch", "run", "broken", "harbour"}).code == 3);
  CHECK(box.moot({"watch", "remove", "broken"}).code == 0);
}

TEST_CASE("watch: what could not be written whole is told again") {
  const Watched box;
  box.add_report();
  for (const char* format : {"text", "json", "atom"}) {
    const std::string before = box.state("harbour");
    const Run full = box.moot({"watch", "run", "--format", format, "--output", "/dev/full"});
    CHECK(full.code == 2);
    CHECK_THAT(full.err, Contains("the disk is full"));
    CHECK(box.moot({"watch", "run", "--output", "none/feed.xml"}).code == 2);
    CHECK(box.state("harbour") == before);
  }
  const Run run = box.moot({"watch", "run", "-o", "news.txt"});
  CHECK(run.code == 0);
  CHECK(run.out.empty());
  CHECK_THAT(read_all(box.path("news.txt")), Contains("1 new entry"));
}

TEST_CASE("watch: a feed holds what was told lately, and each entry once") {
  const Watched box;
  REQUIRE(box.moot({"watch", "add", "kent", "council:kent"}).code == 0);
  box.add_report();
  const std::vector<std::string> command = {"watch", "run", "--format", "atom", "-o", "feed.xml"};
  CHECK(box.moot(command).code == 0);
  const Feed feed = read_feed(read_all(box.path("feed.xml")));
  CHECK(feed.faults == std::vector<std::string>{});
  REQUIRE(feed.entries.size() == 1);
  CHECK(moot::test::child(feed.entries[0], "title") == "Lanterns of the <Old> Pier & Quay");
  CHECK(feed.entries[0].count("category") == 2);
  // A reader that calls later finds the same.
  CHECK(box.moot(command).code == 1);
  const Feed later = read_feed(read_all(box.path("feed.xml")));
  CHECK(later.entries == feed.entries);
  CHECK(later.head == feed.head);
  const Run only_new = box.moot({"watch", "run", "--format", "atom", "--days", "0"});
  CHECK(read_feed(only_new.out).entries.empty());
  // Where all fails, the feed stays as it was.
  box.write("index/watches/harbour.json", "");
  CHECK(box.moot({"watch", "run", "harbour", "--format", "atom", "-o", "feed.xml"}).code == 2);
  CHECK(read_feed(read_all(box.path("feed.xml"))).entries == feed.entries);
}

TEST_CASE("watch: --watches keeps watches outside an index that cannot be written") {
  const Watched box;
  REQUIRE(box.moot({"watch", "add", "weirs", "weir", "--watches", "mine/deep", "--all"}).code == 0);
  CHECK(fs::exists(box.path("mine/deep/weirs.json")));
  CHECK_FALSE(fs::exists(box.path("index/watches/weirs.json")));
  CHECK(box.moot({"watch", "run", "--watches", "mine/deep"}).code == 0);
  CHECK(box.moot({"watch", "run", "--watches", "mine/deep"}).code == 1);
  CHECK(box.moot({"watch", "list", "--watches", "mine/deep"}).code == 0);
  fs::remove_all(box.path("index/watches"));
  box.write("index/watches", "a file where the folder should be");
  const Run refused = box.moot({"watch", "add", "weirs", "weir"});
  CHECK(refused.code == 2);
  CHECK_THAT(refused.err, Contains("--watches DIR"));
}

TEST_CASE("watch: a folder among the watches costs nobody, and files of others stay") {
  const Watched box;
  box.add_report();
  fs::create_directories(box.path("index/watches/folder.json"));
  box.write("index/watches/harbour.json.part-999999999", "left by a run that was killed");
  box.write("index/watches/big report.json.part-1", "the user's");
  CHECK(box.moot({"watch", "list"}).code == 0);
  CHECK(box.moot({"watch", "run"}).code == 0);
  CHECK_FALSE(fs::exists(box.path("index/watches/harbour.json.part-999999999")));
  CHECK(fs::exists(box.path("index/watches/big report.json.part-1")));
}

TEST_CASE("watch: two runs at once tell an entry once") {
  const Watched box;
  box.add_report();
  const int lock = open(box.path("index/watches/lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  REQUIRE(flock(lock, LOCK_EX) == 0);
  Run late;
  std::thread second([&] { late = box.moot({"watch", "run"}); });
  std::this_thread::sleep_for(std::chrono::milliseconds(300));
  CHECK_THAT(box.state("harbour"), Contains("\"told\": []"));
  close(lock);
  second.join();
  CHECK(late.code == 0);
  CHECK(box.moot({"watch", "run"}).code == 1);
}

TEST_CASE(
    "watch: a backup has the watches and the thesaurus, and a doctor has nothing against them") {
  Watched box;
  box.write("index/thesaurus.json", R"({"same": [["lamps", "lanterns"]]})");
  REQUIRE(box.moot({"backup", "copy"}).code == 0);
  CHECK(read_all(box.path("copy/watches/harbour.json")) == box.state("harbour"));
  CHECK_FALSE(fs::exists(box.path("copy/watches/lock")));
  CHECK(box.moot({"search", "lamps", "--index", "copy"}).code == 0);
  CHECK(box.moot({"doctor", "--index", "copy"}).code == 0);
  CHECK(box.moot({"doctor"}).code == 0);
  REQUIRE(box.moot({"doctor", "--repair"}).code == 0);
  CHECK(box.moot({"watch", "run"}).code == 1);
}

TEST_CASE("watch: the examples of its help run") {
  const Watched box;
  REQUIRE(box.moot({"watch", "remove", "harbour"}).code == 0);
  std::size_t examples = 0;
  for (const std::vector<std::string>& help : {std::vector<std::string>{"help", "watch"},
                                               {"watch", "add", "--help"},
                                               {"watch", "run", "--help"}}) {
    std::istringstream lines(box.moot(help).out);
    for (std::string line; std::getline(lines, line);) {
      if (!line.starts_with("  moot ")) continue;
      for (std::size_t at = 0; (at = line.find(" moot ", at)) != std::string::npos; ++at) {
        line.replace(at + 1, 4, MOOT_PROGRAM);
      }
      INFO(line);
      // Names are taken once only.
      box.moot({"watch", "remove", "duty"});
      if (line.find("watch add harbour") != std::string::npos)
        box.moot({"watch", "remove", "harbour"});
      CHECK(box.other({"sh", "-c", line}) <= 1);
      ++examples;
    }
  }
  CHECK(examples == 9);
}
