#include <catch2/catch.hpp>

#include "index/diagnose.hpp"
#include "index/nearest.hpp"
#include "index/respell.hpp"
#include "tests/support/small_index.hpp"

using namespace moot;
using namespace moot::test;

TEST_CASE("nearest_query: words give way, filters do not") {
  const Index index;
  struct Row {
    const char* query;
    const char* nearest;
  };
  const Row rows[] = {
      {"benches zeppelin council:kent",
       "(and (or (word benches) (word zeppelin)) (filter council kent))"},
      {"bencehs", "(word benches)"},
      {"\"parks benches\" -ponds", "(and (or (word parks) (word benches)) (not (word ponds)))"},
      {"council:nowhere", ""},
      {"zeppelin", ""},
      {"benches OR zeppelin", ""},
  };
  for (const Row& row : rows) {
    INFO(row.query);
    const Searcher searcher = index.searcher();
    Respeller respeller(searcher);
    const auto nearest = nearest_query(respeller, *parse_query(row.query));
    REQUIRE(nearest);
    CHECK((*nearest ? to_string((*nearest)->root) : "") == row.nearest);
  }
}

TEST_CASE("diagnose: a long query is not asked again for each of its words") {
  const Index index;
  std::string query;
  for (int i = 0; i < 120; ++i) query += "bencehs ";
  const Searcher searcher = index.searcher();
  Respeller respeller(searcher);
  const auto clues = diagnose(searcher, respeller, *parse_query(query));
  REQUIRE(clues);
  REQUIRE(clues->size() == 120);
  CHECK_FALSE((*clues)[119].spelled.empty());
  CHECK((*clues)[0].without == 0);
}

TEST_CASE("Respeller: a word that no paper has, once each, and for four words at most") {
  const Index index;
  const Searcher searcher = index.searcher();
  Respeller respeller(searcher);
  const auto first = [&](const std::string& word) {
    const auto near = respeller.respell(word);
    REQUIRE(near);
    return near->empty() ? std::string() : near->front();
  };
  CHECK(first("benches").empty());
  for (const char* word : {"bencehs", "bencehs", "bencehs", "bencehs", "bencehs", "benchse"}) {
    CHECK(first(word) == "benches");
  }
  for (const char* word : {"zzzzzzzz", "yyyyyyyy"}) CHECK(first(word).empty());
  CHECK(first("banches").empty());
}

TEST_CASE("diagnose: which part of a query empties it, and what would help") {
  const Index index;
  const auto clues = [&](const std::string& query) {
    const Searcher searcher = index.searcher();
    Respeller respeller(searcher);
    const auto found = diagnose(searcher, respeller, *parse_query(query));
    REQUIRE(found);
    return *found;
  };
  const auto misspelt = clues("bencehs council:kent");
  REQUIRE(misspelt.size() == 1);
  CHECK(misspelt[0].part == "bencehs");
  CHECK(misspelt[0].alone == 0);
  CHECK(misspelt[0].without == 2);
  CHECK(misspelt[0].spelled == std::vector<std::string>{"benches"});
  const auto apart = clues("benches ponds");
  REQUIRE(apart.size() == 2);
  CHECK(apart[0].part == "benches");
  CHECK(apart[0].without == 1);
  const auto phrase = clues("\"parks benches\"");
  REQUIRE(phrase.size() == 1);
  CHECK(phrase[0].apart == 1);
}

TEST_CASE("spelled_like: words that papers print, by what was typed and not by stems alone") {
  const Index index;
  {
    auto writer = IndexWriter::open(index.dir.path());
    REQUIRE(writer);
    Entry entry = entry_of({"s", "", "", "", "", ""});
    entry.passages = {
        {"body", "Recommendations", "Allotments alone are a resolution.", "", 1},
        {"body", "", "The library and consultation1 on parking; consultations.", "", 1}};
    REQUIRE(writer->replace(entry.sha256, {entry}));
    REQUIRE(writer->commit(2));
  }
  const Searcher searcher = index.searcher();
  const std::pair<const char*, const char*> rows[] = {{"recomendations", "recommendations"},
                                                      {"alotments", "allotments"},
                                                      {"libary", "library"},
                                                      {"resolutoin", "resolution"},
                                                      {"parkng", "parking"},
                                                      {"consultatons", "consultations"},
                                                      {"bencehs", "benches"},
                                                      {"zeppelin", ""}};
  for (const auto& [typed, meant] : rows) {
    INFO(typed);
    const auto near = searcher.spelled_like(typed, 3);
    REQUIRE(near);
    CHECK((near->empty() ? "" : near->front()) == meant);
  }
}
