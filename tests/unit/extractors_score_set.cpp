#include "extractors/score_set.hpp"

#include <catch2/catch.hpp>

using namespace moot;

namespace {

Gold gold_of(const std::string& document, const std::string& council,
             const std::string& more = {}) {
  const std::string name = council.empty() ? "" : ", \"council\": {\"name\": \"" + council + "\"}";
  const auto gold =
      parse_gold("{\"document\": \"" + document + "\"" + name + more + "}", document + ".json");
  REQUIRE(gold);
  return *gold;
}

Record record_of(const std::string& path, std::pair<int, int> pages = {1, 1}) {
  Record record;
  record.source.path = path;
  record.source.pages = pages;
  return record;
}

std::vector<std::string> councils_of(const SetScore& set) {
  std::vector<std::string> councils;
  for (const PaperScore& paper : set.papers) councils.push_back(paper.council);
  return councils;
}

}  // namespace

TEST_CASE("score_set takes the record that shares most pages with the gold") {
  std::vector<Record> records = {record_of("/p/pack.pdf", {1, 3}), record_of("/p/pack.pdf", {4, 9}),
                                 record_of("/p/other.pdf", {1, 9})};
  records[0].title = "First";
  records[1].title = "Second";
  const std::vector<Gold> golds = {
      gold_of("pack.pdf", "", R"(, "pages": [3, 9], "title": "Second")"),
      gold_of("pack.pdf", "", R"(, "pages": [1, 2], "title": "First")"),
      gold_of("pack.pdf", "", R"(, "pages": [20, 21], "title": "Third")")};
  const SetScore set = score_set(golds, records);
  CHECK(set.papers[0].soft.counts.at("title") == Count{1, 0, 0});
  CHECK(set.papers[1].soft.counts.at("title") == Count{1, 0, 0});
  CHECK_FALSE(set.papers[2].found);
  CHECK(set.papers[2].soft.counts.at("title") == Count{0, 0, 1});
  CHECK(set.boundaries == Count{0, 2, 3});  // no page range is quite right
}

TEST_CASE("a file without pages in its gold has one paper") {
  const std::vector<Gold> golds = {gold_of("a.pdf", "")};
  const auto boundaries = [&](std::size_t papers) {
    return score_set(golds, std::vector<Record>(papers, record_of("/p/a.pdf"))).boundaries;
  };
  CHECK(boundaries(1) == Count{1, 0, 0});
  CHECK(boundaries(3) == Count{0, 2, 1});
  CHECK(boundaries(0) == Count{0, 0, 1});
}

TEST_CASE("a paper belongs to the council of its gold, else to its folder") {
  const std::vector<Gold> golds = {gold_of("marrow/a.txt", "Marrow Parish Council"),
                                   gold_of("marrow/b.txt", ""),
                                   gold_of("marrow/c.txt", "Cyngor Cymuned Marrow"),
                                   gold_of("marrow/d.txt", ""),
                                   gold_of("marrow/e.txt", "Marrow Parish Council"),
                                   gold_of("others/f.txt", "Pond Council"),
                                   gold_of("others/g.txt", ""),
                                   gold_of("h.txt", "")};
  CHECK(councils_of(score_set(golds, {})) ==
        std::vector<std::string>{"Marrow Parish Council", "Marrow Parish Council",
                                 "Marrow Parish Council", "Marrow Parish Council",
                                 "Marrow Parish Council", "Pond Council", "others",
                                 "(not stated)"});
}

TEST_CASE("the folder is that of the file which was read") {
  const std::vector<Gold> golds = {gold_of("a.txt", ""), gold_of("b.txt", "Nether Pond Council")};
  const SetScore set =
      score_set(golds, {record_of("/p/nether-pond/a.txt"), record_of("/p/nether-pond/b.txt")});
  CHECK(councils_of(set) == std::vector<std::string>{"Nether Pond Council", "Nether Pond Council"});
}

TEST_CASE("totals count papers that are wholly right, with and without a record") {
  std::vector<Record> records = {record_of("/p/a.txt"), record_of("/p/b.txt")};
  records[0].title = records[1].title = "one two three four five six seven eight nine ten";
  const std::string more =
      R"(, "kind": "", "title": "one two three four five six seven eight nine)";
  const std::vector<Gold> golds = {gold_of("a.txt", "", more + " ten\""),
                                   gold_of("b.txt", "", more + " eleven\""),
                                   gold_of("c.txt", "", R"(, "title": null)")};
  const SetScore set = score_set(golds, records);
  const Totals sum = totals(set);
  CHECK(sum.papers == 3);
  CHECK(sum.without_record == 1);
  CHECK(sum.wholly_right == 2);
  CHECK(sum.wholly_right_strict == 1);
  CHECK(sum.soft.at("title") == Count{2, 0, 0});
  CHECK(sum.strict.at("title") == Count{1, 1, 1});
  CHECK(sum.soft.at("pack.boundaries") == Count{2, 0, 1});
  CHECK(totals_by(set, &PaperScore::kind).at("(not stated)").papers == 3);
}
