#include <catch2/catch.hpp>

#include <filesystem>
#include <iterator>

#include "index/expand.hpp"
#include "tests/support/small_index.hpp"

using namespace moot;
using namespace moot::test;

namespace {

ExpandedQuery expanded(const Index& index, const std::string& query) {
  const Searcher searcher = index.searcher();
  return expand(*parse_query(query), Thesaurus::built_in(), searcher.vocabulary());
}

}  // namespace

TEST_CASE("search: a council's name inside another's is not that council") {
  const TempDir dir;
  auto writer = IndexWriter::open(dir.path());
  const Made entries[] = {
      {"a", "Somerset Council", "E06000066", "2024-01-01", "Benches", "Benches."},
      {"b", "North Somerset Council", "E06000024", "2024-01-01", "Benches", "Benches."},
      {"c", "Somerset Council", "", "2024-01-01", "Benches", "Benches."},
  };
  for (const Made& made : entries) REQUIRE(writer->replace(made.id, {entry_of(made)}));
  REQUIRE(writer->commit(1));
  const auto searcher = Searcher::open(dir.path());
  CHECK(*searcher->count(parse_query("council:somerset")->root) == 2);
  CHECK(*searcher->count(parse_query("benches -council:somerset")->root) == 1);
}

TEST_CASE("search: the order of the hits") {
  const Index index;
  CHECK(index.order("sort:date") == "dcbae");
  CHECK(index.order("sort:oldest") == "abcde");
  CHECK(index.order("sort:council") == "decba");
  CHECK(index.order("benches") == "ab");
}

TEST_CASE("search: standing items come last unless the query speaks of them") {
  const Index index;
  const SearchResults results = index.search("benches");
  REQUIRE(results.hits.size() == 2);
  CHECK(results.standing_last);
  CHECK_FALSE(results.hits[0].standing);
  CHECK(results.hits[1].standing);
  CHECK(results.hits[1].entry.id == "b");
  CHECK(results.hits[0].score < 50);
  CHECK(results.hits[1].score < 50);
  CHECK(index.order("benches standing:yes") == "b");
  CHECK(index.order("benches standing:no") == "a");
  CHECK_FALSE(index.search("apologies").standing_last);
  CHECK_FALSE(index.search("council:kent").standing_last);
}

TEST_CASE("search: facets count all that match, each value exactly") {
  const Index index;
  SearchOptions options;
  options.facets = true;
  options.limit = 1;
  const SearchResults results = index.search("*", options);
  REQUIRE(results.facets.size() == facet_names().size());
  const auto facet = [&](const std::string& name) {
    return *std::find_if(results.facets.begin(), results.facets.end(),
                         [&](const Facet& each) { return each.name == name; });
  };
  using Values = std::vector<FacetValue>;
  CHECK(facet("council").values == Values{{"Great Marrow Parish Council", 2},
                                          {"Kent County Council", 2},
                                          {"Gwynedd Council", 1}});
  CHECK(facet("year").values == Values{{"2023", 2}, {"2021", 1}, {"2019", 1}});
  CHECK(facet("year").without == 1);
  CHECK(facet("type").without == 2);
  CHECK(facet("region").values == Values{{"South East", 2}, {"Wales", 1}});
  CHECK(facet("kind").values == Values{{"report", 5}});
  CHECK(facet("implication").without == 5);
  CHECK(index.search("*").facets.empty());
}

TEST_CASE("search: how many councils have papers in the period") {
  const Index index;
  struct Row {
    const char* query;
    std::size_t councils;
  };
  const Row rows[] = {
      {"benches", 3},
      {"date:2019", 1},
      {"date:2019..2021", 1},
      {"date:2023", 2},
      {"date:2023-02", 1},
      {"date:2022-12-01..2023-01-31", 1},
      {"date:2024..", 0},
      {"date:..2023-01", 2},
      {"benches date:2023 kind:report", 2},
      {"date:2019 date:2023", 3},
  };
  for (const Row& row : rows) {
    INFO(row.query);
    const Reach reach = index.search(row.query).reach;
    CHECK(reach.councils == 3);
    CHECK(reach.in_period == row.councils);
  }
}

TEST_CASE("search: of a query of many words the shares still add up to the score") {
  const Index index;
  std::string query = "benches";
  for (int i = 0; i < 40; ++i) query += " OR word" + std::to_string(i);
  query += " OR parks";
  SearchOptions options;
  options.explain = true;
  const auto results = index.searcher().search(*parse_query(query), options);
  REQUIRE(results);
  REQUIRE_FALSE(results->hits.empty());
  bool others = false;
  for (const Hit& hit : results->hits) {
    double sum = 0;
    for (const Share& share : hit.shares) sum += share.score;
    CHECK(sum == Approx(hit.score).margin(1e-6));
    others = others || (!hit.shares.empty() && hit.shares.back().words == "all other words");
  }
  CHECK(others);
}

TEST_CASE("search: with explain the shares of a score add up to it") {
  const Index index;
  SearchOptions options;
  options.explain = true;
  const SearchResults results = index.search("worn benches council:kent", options);
  REQUIRE(results.hits.size() == 1);
  const Hit& hit = results.hits[0];
  REQUIRE(hit.shares.size() == 2);
  CHECK(hit.shares[0].words == "worn");
  CHECK(hit.shares[0].entries == 1);
  CHECK(hit.shares[1].entries == 2);
  CHECK(hit.shares[0].score + hit.shares[1].score == Approx(hit.score));
}

TEST_CASE("expand: abbreviations and phrases, of what papers have") {
  const Index index;
  const ExpandedQuery short_form = expanded(index, "PSED lamps");
  REQUIRE(short_form.expansions.size() == 1);
  CHECK(short_form.expansions[0].typed == "PSED");
  CHECK(short_form.expansions[0].added ==
        std::vector<std::string>{"\"public sector equality duty\""});
  CHECK(to_string(short_form.query.root) ==
        "(and (any (word PSED) (phrase public sector equality duty)) (word lamps))");
  CHECK(index.searcher().search(short_form.query, {})->total == 1);
  CHECK(expanded(index, "public sector equality duty").expansions.empty());  // no paper has PSED
  CHECK(expanded(index, "-PSED").expansions.empty());
  CHECK(expanded(index, "HRA").expansions.empty());
}

TEST_CASE("expand: what is added stands in the same part of the paper") {
  const Index index;
  Vocabulary all{[](const QueryNode&) { return true; }, [](const std::string&) { return false; }};
  const ExpandedQuery made = expand(*parse_query("PSED in:body"), Thesaurus::built_in(), all);
  CHECK(to_string(made.query.root) ==
        "(any (word PSED @body) (phrase public sector equality duty @body))");
  CHECK(made.expansions[0].added[0] == "\"public sector equality duty\"");
}

TEST_CASE("expand: mutations of Welsh words, not of English ones") {
  const Index index;
  const ExpandedQuery welsh = expanded(index, "cyngor");
  REQUIRE(welsh.expansions.size() == 1);
  CHECK(welsh.expansions[0].why == Expansion::Why::Welsh);
  CHECK(welsh.expansions[0].added == std::vector<std::string>{"gyngor"});
  CHECK(expanded(index, "nghyngor").expansions[0].added ==
        std::vector<std::string>{"cyngor", "gyngor"});
  CHECK(expanded(index, "ponds").expansions.empty());
}

TEST_CASE("expand: papers in both languages make no English word a Welsh one") {
  const Index index;
  {
    auto writer = IndexWriter::open(index.dir.path());
    REQUIRE(writer);
    for (const char* id : {"p", "q", "r", "s"}) {
      Entry entry = entry_of({id, "", "", "", "", "The bath is here. Y fath beth, a'r gegin."});
      entry.language = "en+cy";
      if (*id == 's') {
        entry.language = "en";
        entry.passages[0].text = "A bath.";
      }
      REQUIRE(writer->replace(entry.sha256, {entry}));
    }
    REQUIRE(writer->commit(2));
  }
  CHECK(expanded(index, "bath").expansions.empty());
  CHECK(expanded(index, "cegin").expansions[0].added == std::vector<std::string>{"gegin"});
}

TEST_CASE("expand: a council's filter takes in those before and after it") {
  Vocabulary all{[](const QueryNode&) { return true; }, [](const std::string&) { return false; }};
  const ExpandedQuery made = expand(*parse_query("council:Allerdale"), Thesaurus::built_in(), all);
  REQUIRE(made.expansions.size() == 1);
  CHECK(made.expansions[0].why == Expansion::Why::Council);
  CHECK(made.expansions[0].added == std::vector<std::string>{"council:\"Cumberland Council\""});
  CHECK(to_string(made.query.root) ==
        "(or (filter council Allerdale) (filter council Cumberland Council))");
}

TEST_CASE("search: among given entries alone, and all that matches in the order of dates") {
  const Index index;
  const auto searcher = Searcher::open(index.dir.path());
  REQUIRE(searcher);
  const auto query = parse_query("benches OR lamps OR ponds sort:date");
  REQUIRE(query);
  using Ids = std::vector<std::string>;
  const auto found = searcher->matching(query->root, Sort::Newest);
  REQUIRE(found);
  CHECK(found->ids == Ids{"d", "b", "a", "e"});
  CHECK(searcher->matching(query->root)->ids == Ids{"a", "b", "d", "e"});
  SearchOptions options;
  options.only = {"a", "b", "c", "no-such-id"};
  const auto results = searcher->search(*query, options);
  REQUIRE(results);
  CHECK(results->total == 2);
  REQUIRE(results->hits.size() == 2);
  CHECK(results->hits[0].entry.id == "b");
  CHECK(results->hits[1].snippet.text == "Worn benches in parks.");
}

TEST_CASE("search: a rare synonym does not outrank the word that was typed") {
  const Index index;
  {
    auto writer = IndexWriter::open(index.dir.path());
    REQUIRE(writer);
    for (const char* id : {"w", "x", "y", "z"}) {
      const bool rare = *id == 'z';
      Entry entry = entry_of({id, "", "", "", "", rare ? "The kitty is bare." : "The budget is."});
      REQUIRE(writer->replace(entry.sha256, {entry}));
    }
    REQUIRE(writer->commit(2));
  }
  QueryNode any;
  any.kind = QueryNode::Kind::Any;
  any.children = {parse_query("budget")->root, parse_query("kitty")->root};
  const auto results = index.searcher().search({"budget", any, Sort::Relevance}, {});
  REQUIRE(results);
  REQUIRE(results->hits.size() == 4);
  CHECK(results->hits.back().entry.id == "z");
}

TEST_CASE("search: pages follow one another, also where hits weigh the same") {
  const Index index;
  {
    auto writer = IndexWriter::open(index.dir.path());
    REQUIRE(writer);
    // Not in the order of their ids, and in twos and threes of the same words.
    for (const char* id : {"z", "k", "y", "l", "x", "m", "w", "n"}) {
      const bool more = *id == 'k' || *id == 'w' || *id == 'n';
      Entry entry = entry_of({id, "", "", "", "", more ? "Kiosk, kiosk." : "A kiosk here."});
      REQUIRE(writer->replace(entry.sha256, {entry}));
    }
    REQUIRE(writer->commit(2));
  }
  for (const char* query : {"kiosk", "kiosk OR benches", "*", "kiosk sort:oldest"}) {
    INFO(query);
    SearchOptions options;
    options.limit = 100;
    const SearchResults all = index.search(query, options);
    for (std::size_t limit : {1, 2, 3, 5}) {
      std::string ids, paged;
      for (const Hit& hit : all.hits) ids += hit.entry.id;
      options.facets = true;
      for (std::size_t at = 0; at < all.total; at += limit) {
        options.limit = limit;
        options.offset = at;
        const SearchResults page = index.search(query, options);
        CHECK(page.facets[4].values == std::vector<FacetValue>{{"report", all.total}});
        for (const Hit& hit : page.hits) {
          paged += hit.entry.id;
          CHECK(hit.rank == paged.size());
        }
      }
      CHECK(paged == ids);
    }
  }
  CHECK(index.order("kiosk") == "knwlmxyz");
}

TEST_CASE("search: facets are those of an index that was made anew meanwhile") {
  const Index index;
  const Searcher searcher = index.searcher();
  SearchOptions options;
  options.facets = true;
  const auto council = [&](const char* query) {
    const auto results = searcher.search(*parse_query(query), options);
    REQUIRE(results);
    return results->facets[0].values.at(0).value;
  };
  CHECK(council("benches") == "Kent County Council");
  const TempDir other;
  {
    auto writer = IndexWriter::open(other.path());
    for (auto made = std::rbegin(kEntries); made != std::rend(kEntries); ++made) {
      REQUIRE(writer->replace(entry_of(*made).sha256, {entry_of(*made)}));
      REQUIRE(writer->commit(2));
    }
  }
  std::filesystem::rename(index.dir.path() + "/xapian", index.dir.path() + "/old");
  std::filesystem::rename(other.path() + "/xapian", index.dir.path() + "/xapian");
  CHECK(council("ponds") == "Great Marrow Parish Council");
}

TEST_CASE("search: facets are the same when they are asked for again, and see what is new") {
  const Index index;
  const Searcher searcher = index.searcher();
  SearchOptions options;
  options.facets = true;
  const auto facets = [&] {
    auto results = searcher.search(*parse_query("lamps OR benches"), options);
    REQUIRE(results);
    return results->facets;
  };
  const std::vector<Facet> first = facets();
  for (int again = 0; again < 2; ++again) {
    const std::vector<Facet> now = facets();
    for (std::size_t i = 0; i < first.size(); ++i) {
      CHECK(now[i].values == first[i].values);
      CHECK(now[i].without == first[i].without);
    }
  }
  {
    auto writer = IndexWriter::open(index.dir.path());
    REQUIRE(writer);
    REQUIRE(writer->replace("sha-a", {}));
    const Entry entry = entry_of({"f", "Gwynedd Council", "W06000002", "", "", "New lamps."});
    REQUIRE(writer->replace(entry.sha256, {entry}));
    REQUIRE(writer->commit(2));
  }
  for (int again = 0; again < 3; ++again) {
    CHECK(facets()[0].values == std::vector<FacetValue>{{"Great Marrow Parish Council", 1},
                                                        {"Gwynedd Council", 1},
                                                        {"Kent County Council", 1}});
  }
}
