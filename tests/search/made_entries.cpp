#include "tests/bench/made_entries.hpp"

#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "index/query.hpp"
#include "index/words.hpp"
#include "tests/bench/search_queries.hpp"

using namespace moot;

namespace {

const MadeWords& words() {
  static const MadeWords kWords(corpus_words(MOOT_SOURCE_DIR "/corpus"), 20'000);
  return kWords;
}

std::vector<Entry> made(std::uint64_t seed, std::size_t files) {
  MadeEntries maker(words(), seed);
  std::vector<Entry> entries;
  for (std::size_t i = 0; i < files; ++i) {
    for (Entry& entry : maker.next_file()) entries.push_back(std::move(entry));
  }
  return entries;
}

}  // namespace

TEST_CASE("made entries: the same seed gives the same, another seed others") {
  CHECK(made(1, 20) == made(1, 20));
  CHECK_FALSE(made(1, 20) == made(2, 20));
}

TEST_CASE("made entries: ten passages each, of many councils, over twenty years") {
  const auto entries = made(1, 600);
  std::size_t passages = 0;
  std::set<std::string> ids, councils, years, fields;
  std::map<std::string, std::size_t> kinds;
  for (const Entry& entry : entries) {
    passages += entry.passages.size();
    ids.insert(entry.id);
    councils.insert(entry.council);
    years.insert(entry.date.substr(0, 4));
    ++kinds[entry.kind];
    for (const Passage& passage : entry.passages) fields.insert(passage.field);
  }
  CHECK(ids.size() == entries.size());
  CHECK(councils.size() > 150);
  CHECK(years.size() == 20);
  CHECK(*years.begin() == "2005");
  CHECK(kinds.size() == 3);
  for (const auto& [kind, count] : kinds) CHECK(count > entries.size() / 10);
  for (const char* field : {"title", "legal", "recommendations", "resolutions", "body"}) {
    CHECK(fields.count(field) == 1);
  }
  const double mean = static_cast<double>(passages) / static_cast<double>(entries.size());
  CHECK(mean > 9);
  CHECK(mean < 11);
}

TEST_CASE(
    "made words: the commonest are those of papers, and each is as common as Zipf's law says") {
  CHECK(words().at(0) == "the");
  CHECK(words().size() == 20'000);
  std::set<std::string> all;
  for (std::size_t rank = 0; rank < words().size(); ++rank) all.insert(words().at(rank));
  CHECK(all.size() == words().size());
  Chance chance(1);
  std::map<std::string, double> counts;
  for (std::size_t i = 0; i < 400'000; ++i) ++counts[words().draw(chance)];
  const auto times = [&](std::size_t rank) { return counts[words().at(rank)]; };
  CHECK(times(0) / times(9) == Approx(3.65).epsilon(0.05));   // (12.7 / 3.7)^1.05
  CHECK(times(9) / times(99) == Approx(8.98).epsilon(0.15));  // (102.7 / 12.7)^1.05
}

TEST_CASE("mixed queries: all are understood") {
  const MadeWords many(corpus_words(MOOT_SOURCE_DIR "/corpus"), 100'000);
  for (const MixedQuery& query : kMixedQueries) {
    const std::string text = with_words(query.text, many);
    INFO(text);
    CHECK(text.find('{') == std::string::npos);
    CHECK(parse_query(text));
    CHECK(std::count(kQueryKinds.begin(), kQueryKinds.end(), std::string(query.kind)) == 1);
  }
}
