#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "cli/clock.hpp"
#include "cli/watch.hpp"
#include "cli/watch_folder.hpp"
#include "tests/support/make_document.hpp"

using namespace moot;
using moot::test::TempDir;
using Ids = std::vector<std::string>;
namespace fs = std::filesystem;

namespace {

Watch sample() {
  Watch watch;
  watch.name = "harbour";
  watch.search.query = "lanterns \"harbour wall\" -\xC3\xA9t\xC3\xA9";
  watch.search.council = {"Kent County Council", "medway"};
  watch.search.kind = {"report"};
  watch.search.from = "2021";
  watch.search.in = "legal";
  watch.search.no_expand = true;
  watch.added = "2026-03-01T09:30:00Z";
  watch.known = {"a", "b", "c"};
  watch.told = {{"2026-03-02T09:30:00Z", {"b"}}, {"2026-03-05T09:30:00Z", {"c"}}};
  return watch;
}

std::string spoken(const std::vector<Pick>& picked) {
  std::string text;
  for (const Pick& pick : picked) {
    text += pick.id + (pick.is_new ? "! " : " ") + pick.told.substr(8, 2) + ";";
  }
  return text;
}

}  // namespace

TEST_CASE("watch: what is new is told, and what was told since a day again") {
  const Watch watch = sample();
  const Ids matching = {"d", "c", "a", "0", "b"};
  const std::string now = "2026-03-09T00:00:00Z";
  CHECK(spoken(picks(watch, matching, now, "")) == "d! 09;0! 09;");
  CHECK(spoken(picks(watch, matching, now, "2026-03-04T00:00:00Z")) == "d! 09;c 05;0! 09;");
  CHECK(spoken(picks(watch, matching, now, "2026-02-01T00:00:00Z")) == "d! 09;c 05;0! 09;b 02;");
  CHECK(picks(watch, {}, now, "2026-02-01T00:00:00Z").empty());
}

TEST_CASE("watch: what was told is known for ever, and told again for some time") {
  Watch watch = sample();
  note_told(watch, {"d", "0"}, "2026-03-09T00:00:00Z", "2026-03-04T00:00:00Z");
  CHECK(watch.known == Ids{"0", "a", "b", "c", "d"});
  REQUIRE(watch.told.size() == 2);
  CHECK(watch.told[0].ids == Ids{"c"});
  CHECK(watch.told[1] == Telling{"2026-03-09T00:00:00Z", {"d", "0"}});
  CHECK(picks(watch, {"d", "b"}, "", "").empty());
}

TEST_CASE("watch: a file gives back what was written") {
  const Watch watch = sample();
  const auto read = parse_watch(watch_to_json(watch), "harbour", "harbour.json");
  REQUIRE(read);
  CHECK(watch_to_json(*read) == watch_to_json(watch));
  CHECK(read->search.query == watch.search.query);
  CHECK(read->search.council == watch.search.council);
  CHECK(read->known == watch.known);
  CHECK(read->told == watch.told);
  CHECK(spoken_query(read->search) ==
        "lanterns \"harbour wall\" -\xC3\xA9t\xC3\xA9 --council \"Kent County Council\" "
        "--council medway --kind report --from 2021 --in legal --no-expand");
}

TEST_CASE("watch: a file that is damaged, foreign or of a later version is told") {
  const std::string good = watch_to_json(sample());
  const auto changed = [&](const std::string& from, const std::string& to) {
    std::string text = good;
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
  };
  struct Row {
    std::string text;
    const char* message;
  };
  const Row rows[] = {{"", "damaged"},
                      {good.substr(0, good.size() / 2), "damaged"},
                      {std::string(100'000, '['), "damaged"},
                      {"[1, 2]", "holds no watch"},
                      {R"({"schema": "moot.record/1"})", "holds no watch"},
                      {R"({"schema": 7})", "holds no watch"},
                      {R"({"schema": "moot.watch/1"})", "\"query\" is not"},
                      {changed("watch/1", "watch/2"), "later version"},
                      {changed("\"a\"", "7"), "\"known\" is not"},
                      {changed("2026-03-02T09", "yesterday at 9"), "\"told\" is not"},
                      {changed("2026-03-01T", "2026-03-01 "), "\"added\" is not"},
                      {changed("\"2021\"", "2021"), "\"from\" is not"},
                      {changed("lanterns", "\xFF"), "damaged"}};
  for (const Row& row : rows) {
    INFO(row.text.substr(0, 200));
    const auto read = parse_watch(row.text, "harbour", "w/harbour.json");
    REQUIRE_FALSE(read);
    CHECK(read.error().where == "w/harbour.json");
    CHECK_THAT(read.error().message, Catch::Contains(row.message));
    CHECK_FALSE(read.error().hint.empty());
  }
}

TEST_CASE("watch: names are safe as names of files") {
  for (const char* good : {"a", "Harbour_2-b", "9"}) CHECK(is_watch_name(good));
  for (const char* bad : {"", "-a", "a/b", "..", "a.b", "a b", "caf\xC3\xA9", "a\n"}) {
    CHECK_FALSE(is_watch_name(bad));
  }
  CHECK_FALSE(is_watch_name(std::string(65, 'a')));
}

TEST_CASE("watch: a folder of watches") {
  const TempDir dir;
  const std::string folder = dir.path() + "/deep/watches";
  CHECK(watch_names(folder)->empty());
  {
    const auto lock = lock_watches(folder);
    REQUIRE(lock);
    REQUIRE(save_watch(folder, sample()));
    Watch other = sample();
    other.name = "another";
    REQUIRE(save_watch(folder, other));
  }
  std::ofstream(folder + "/harbour.json.part-77") << "half";
  std::ofstream(folder + "/notes.txt") << "mine";
  std::ofstream(folder + "/not a watch.json") << "{}";
  CHECK(*watch_names(folder) == Ids{"another", "harbour"});
  CHECK(load_watch(folder, "harbour")->known == sample().known);
  CHECK_THAT(load_watch(folder, "none").error().message, Catch::Contains("no watch of this name"));
  REQUIRE(lock_watches(folder));
  CHECK_FALSE(fs::exists(folder + "/harbour.json.part-77"));
  CHECK(fs::exists(folder + "/notes.txt"));
  REQUIRE(remove_watch(folder, "harbour"));
  CHECK_FALSE(has_watch(folder, "harbour"));
  std::ofstream(dir.path() + "/file") << "words";
  const auto refused = lock_watches(dir.path() + "/file");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::Io);
  CHECK_THAT(refused.error().hint, Catch::Contains("--watches"));
}

TEST_CASE("clock: days ago") {
  const std::string now = utc_now();
  CHECK(utc_days_ago(0) >= now);
  const std::string before = utc_days_ago(1);
  CHECK(before < now);
}
