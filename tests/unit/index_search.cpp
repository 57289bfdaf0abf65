#include <catch2/catch.hpp>

#include "index/entry_data.hpp"
#include "index/query.hpp"
#include "index/search.hpp"
#include "index/terms.hpp"
#include "tests/support/make_document.hpp"

using namespace moot;
using namespace moot::test;

namespace {

Entry entry(const std::string& id, std::vector<Passage> passages) {
  Entry made;
  made.id = made.record_id = id;
  made.kind = "report";
  made.council = "Little Marrow Parish Council";
  made.body = "Cabinet";
  made.language = "en";
  made.sha256 = "sha-" + id;
  made.page = 1;
  made.passages = std::move(passages);
  return made;
}

/// Ids of four entries: a, b, c, d.
std::vector<Entry> sample() {
  Entry a = entry(
      "a", {{"title", "", "Replacement of benches", "/title", 1},
            {"summary", "Summary", "The worn benches are dear to residents.", "/summary", 1},
            {"legal", "Legal implications",
             "The public sector equality duty applies to strategies.", "/implications/0/text", 3}});
  a.date = "2019-05-01";
  a.title = "Replacement of benches";
  a.decision_number = "23/00120";
  a.key_decision = "yes";
  a.council_code = "E04000001";
  a.references = {"R-24/7"};
  a.people = {"Jane Smith", "Ann Miller"};
  a.decision_status = "Called in";
  Entry b = entry("b", {{"summary", "", "Equality matters.", "/summary", 1},
                        {"legal", "", "No duty is owed.", "/implications/0/text", 2},
                        {"body", "Ponds", "The duty officer of the caf\xC3\xA9 came.", "", 2}});
  b.date = "2021-12-31";
  b.kind = "decision_notice";
  b.council = "Great Barrow Borough Council";
  b.body = "Planning Committee";
  b.key_decision = "no";
  Entry c = entry("c", {{"recommendations", "Recommendations",
                         "1 That a digital strategy be adopted.\n2 That implementation begin.",
                         "/recommendations", 4},
                        {"body", "", "Residents were consulted on the equality of duty.", "", 5}});
  c.date = "2023-01-15";
  c.council = "Kent County Council";
  c.council_code = "E10000016";
  c.decision_maker = "Cabinet Member for Parks";
  Entry d = entry("d", {{"body", "", "Cofnodion y cyngor am y fainc.", "", 1}});
  d.kind = "minutes";
  d.language = "en+cy";
  d.council.clear();
  return {a, b, c, d};
}

struct Index {
  TempDir dir;
  Index() {
    auto writer = IndexWriter::open(dir.path());
    REQUIRE(writer);
    for (const Entry& each : sample()) REQUIRE(writer->replace(each.sha256, {each}));
    REQUIRE(writer->commit(7));
  }
  SearchResults search(const std::string& query, SearchOptions options = {}) const {
    const auto parsed = parse_query(query);
    REQUIRE(parsed);
    const auto searcher = Searcher::open(dir.path());
    REQUIRE(searcher);
    auto results = searcher->search(*parsed, options);
    REQUIRE(results);
    return std::move(*results);
  }
  /// Ids of the hits in alphabetical order.
  std::string ids(const std::string& query) const {
    std::string out;
    for (const Hit& hit : search(query).hits) out += hit.entry.id;
    std::sort(out.begin(), out.end());
    return out;
  }
};

std::string highlighted(const Snippet& snippet) {
  std::string out;
  for (const TextRange& range : snippet.highlights) {
    out += (out.empty() ? "" : "|") + snippet.text.substr(range.begin, range.end - range.begin);
  }
  return out;
}

}  // namespace

TEST_CASE("search: which entries a query finds") {
  const Index index;
  struct Row {
    const char* query;
    const char* ids;
  };
  const Row rows[] = {
      {"equality", "abc"},
      {"EQUALITY duties", "abc"},
      {"benches", "a"},
      {"\"equality duty\"", "a"},
      {"\"duty equality\"", ""},
      {"equality NEAR/2 duty", "ac"},
      {"duty NEAR/2 equality", "ac"},
      {"equality NEAR/1 duty", "a"},
      {"benches OR pond", "ab"},
      {"equality -residents", "b"},
      {"-equality", "d"},
      {"residents (digital OR worn)", "ac"},
      {"nowhere", ""},
      {"*", "abcd"},
      {"cafe", "b"},
      {"CAF\xC3\x89", "b"},
      // NEAR and phrases do not cross passages: 'residents.' ends one, 'Legal' starts the next.
      {"residents NEAR/50 legal", ""},
      {"\"residents legal\"", ""},
      // Stems: strategy and strategies are one; so are the words that start with these letters.
      {"strategy", "ac"},
      {"strat*", "ac"},
      {"strategy*", "ac"},
      {"strategie*", "ac"},
      {"implementat*", "c"},
      {"implementation*", "c"},
      {"ben* in:title", "a"},
      // Parts.
      {"equality duty in:legal", "a"},
      {"duty in:legal", "ab"},
      {"equality in:summary", "b"},
      {"duty in:summary in:body", "bc"},
      {"in:recommendations", "c"},
      {"-in:legal", "cd"},
      {"ponds in:body", "b"},
      {"legal in:legal", "a"},
      // Filters.
      {"council:marrow", "a"},
      {"council:kent", "c"},
      {"council:\"kent county council\"", "c"},
      {"council:E10000016", "c"},
      {"type:county", "c"},
      {"type:\"london borough\"", ""},
      {"region:\"south east\"", "c"},
      {"nation:england", "c"},
      {"person:\"jane smith\"", "a"},
      {"person:miller", "a"},
      {"person:\"smith ann\"", ""},
      {"status:\"called in\"", "a"},
      {"number:R247", "a"},
      // A number typed as a word, and what people call a paper by though it is not in its text.
      {"23/00120", "a"},
      {"R-24/7", "a"},
      {"cabinet benches", "a"},
      {"kent digital", "c"},
      {"may 2019", "a"},
      {"benches -report", "a"},
      {"-cabinet", "abcd"},
      {"council:county", "c"},
      {"decision notice barrow", "b"},
      {"\"kent county\"", ""},
      {"duty in:implications", "ab"},
      {"equality in:implications", "a"},
      {"in:implications", "ab"},
      {"fainc in:minutes", "d"},
      {"benches in:minutes", ""},
      {"council:\"little marrow\"", "a"},
      {"council:\"marrow little\"", ""},
      {"council:E04000001", "a"},
      {"council:e04000001", "a"},
      {"council:barrow council:little", "ab"},
      {"standing:no", "abcd"},
      {"body:planning", "b"},
      {"kind:report", "ac"},
      {"kind:report kind:minutes", "acd"},
      {"number:23/00120", "a"},
      {"number:2300120", "a"},
      {"number:23/0012", ""},
      {"key:yes", "a"},
      {"key:no", "b"},
      {"title:benches", "a"},
      {"title:residents", ""},
      {"maker:\"cabinet member\"", "c"},
      {"language:cy", "d"},
      {"language:en", "abcd"},
      {"date:2021", "b"},
      {"date:2021-12-31", "b"},
      {"date:..2021", "ab"},
      {"date:2021-12..", "bc"},
      {"date:2019..2021", "ab"},
      {"date:2019-05-02..2023-01-14", "b"},
      {"date:2019 date:2023", "ac"},
      {"equality date:2020.. kind:report", "c"},
      {"-date:2021", "acd"},
  };
  for (const Row& row : rows) {
    INFO(row.query);
    CHECK(index.ids(row.query) == row.ids);
  }
}

TEST_CASE("search: the example of every field runs") {
  const Index index;
  for (const QueryField& field : query_fields()) {
    INFO(field.example);
    const auto parsed = parse_query(field.example);
    REQUIRE(parsed);
    CHECK(Searcher::open(index.dir.path())->search(*parsed, {}));
  }
}

TEST_CASE("search: totals are exact, hits start at the offset, ranks go on") {
  const Index index;
  SearchOptions options;
  options.limit = 1;
  auto results = index.search("council:marrow OR council:barrow OR council:kent", options);
  CHECK(results.total == 3);
  CHECK(results.entries == 4);
  CHECK(results.generation == 7);
  REQUIRE(results.hits.size() == 1);
  CHECK(results.hits[0].entry.id == "a");  // of equal score, so in order of id
  CHECK(results.hits[0].score == 0);
  options.offset = 1;
  options.limit = std::size_t{1} << 40;
  results = index.search("council:marrow OR council:barrow OR council:kent", options);
  CHECK(results.total == 3);
  REQUIRE(results.hits.size() == 2);
  CHECK(results.hits[0].entry.id == "b");
  CHECK(results.hits[0].rank == 2);
  CHECK(results.hits[1].entry.id == "c");
  options.offset = std::size_t{1} << 40;
  results = index.search("council:marrow", options);
  CHECK(results.hits.empty());
  CHECK(results.total == 1);
}

TEST_CASE("search: a hit says what it is, where it matched best, and shows the words") {
  const Index index;
  const auto results = index.search("equality duty");
  REQUIRE(results.total == 3);
  const auto found = std::find_if(results.hits.begin(), results.hits.end(),
                                  [](const Hit& each) { return each.entry.id == "a"; });
  REQUIRE(found != results.hits.end());
  const Hit& hit = *found;
  CHECK(hit.entry.council == "Little Marrow Parish Council");
  CHECK(hit.entry.date == "2019-05-01");
  CHECK(hit.entry.decision_number == "23/00120");
  CHECK(hit.entry.sha256 == "sha-a");
  CHECK(hit.entry.passages.size() == 3);
  CHECK(hit.entry.passages[2].text.empty());
  CHECK(hit.field == "legal");
  CHECK(hit.heading == "Legal implications");
  CHECK(hit.pointer == "/implications/0/text");
  CHECK(hit.page == 3);
  CHECK(hit.score > 0);
  CHECK(hit.snippet.text == "The public sector equality duty applies to strategies.");
  CHECK(highlighted(hit.snippet) == "equality|duty");
}

TEST_CASE("search: what is highlighted") {
  const Index index;
  struct Row {
    const char* query;
    const char* field;
    const char* words;
  };
  const Row rows[] = {
      {"benches", "summary", "benches"},  // the title matches too, but is shown anyhow
      {"benches in:title", "title", "benches"},
      {"replacement", "title", "Replacement"},
      {"strategy council:little", "legal", "strategies"},
      {"strategie* digital", "recommendations", "digital|strategy"},
      {"\"digital strategies\"", "recommendations", "digital|strategy"},
      {"equality NEAR/2 duty council:kent", "body", "equality|duty"},
      {"cafe", "body", "caf\xC3\xA9"},
      {"recommendations", "recommendations", ""},  // it stands in the heading alone
      {"kind:minutes", "body", ""},
      {"in:legal key:yes", "legal", ""},
      {"-equality", "body", ""},
  };
  for (const Row& row : rows) {
    INFO(row.query);
    const auto results = index.search(row.query);
    REQUIRE(!results.hits.empty());
    CHECK(results.hits[0].field == row.field);
    CHECK(highlighted(results.hits[0].snippet) == row.words);
  }
}

TEST_CASE("search: a word in the title counts for more") {
  const TempDir dir;
  auto writer = IndexWriter::open(dir.path());
  REQUIRE(writer);
  const Entry plain =
      entry("a", {{"title", "", "Ponds", "", 1}, {"body", "", "The benches.", "", 1}});
  const Entry titled =
      entry("b", {{"title", "", "Benches", "", 1}, {"body", "", "The ponds.", "", 1}});
  REQUIRE(writer->replace("x", {plain, titled}));
  REQUIRE(writer->commit(1));
  const auto results = Searcher::open(dir.path())->search(*parse_query("benches"), {});
  REQUIRE((results && results->hits.size() == 2));
  CHECK(results->hits[0].entry.id == "b");
}

TEST_CASE("IndexWriter: a file's entries are replaced as a whole, and removed") {
  Index index;
  {
    auto writer = IndexWriter::open(index.dir.path());
    REQUIRE(writer);
    CHECK(writer->generation() == 7);
    Entry one = entry("a", {{"body", "", "Swings.", "", 1}});
    Entry two = entry("a/2", {{"body", "", "Slides.", "", 1}});
    one.sha256 = two.sha256 = "sha-a";
    REQUIRE(writer->replace("sha-a", {one, two}));
    REQUIRE(writer->replace("sha-b", {}));
    REQUIRE(writer->commit(8));
  }
  CHECK(index.ids("benches") == "");
  CHECK(index.search("swings OR slides").total == 2);
  CHECK(index.search("*").total == 4);
  CHECK(index.search("*").generation == 8);
}

TEST_CASE("IndexWriter: a second one is refused") {
  const TempDir dir;
  const auto first = IndexWriter::open(dir.path());
  REQUIRE(first);
  const auto second = IndexWriter::open(dir.path());
  REQUIRE(!second);
  CHECK(second.error().kind == ErrorKind::Index);
}

TEST_CASE("Searcher: it sees what a writer commits, and copes with many commits") {
  const TempDir dir;
  auto writer = IndexWriter::open(dir.path());
  REQUIRE(writer);
  REQUIRE(writer->commit(1));
  const auto searcher = Searcher::open(dir.path());
  REQUIRE(searcher);
  for (int i = 0; i < 20; ++i) {
    const std::string id = "e" + std::to_string(i);
    REQUIRE(writer->replace(id, {entry(id, {{"body", "", "The benches.", "", 1}})}));
    REQUIRE(writer->commit(static_cast<std::uint64_t>(i) + 2));
    const auto results = searcher->search(*parse_query("bench"), {});
    REQUIRE(results);
    CHECK(results->total == static_cast<std::size_t>(i) + 1);
  }
}

TEST_CASE("Searcher: no index, and words with * that stand for too much, are Errors") {
  const TempDir dir;
  const auto none = Searcher::open(dir.path());
  REQUIRE(!none);
  CHECK(none.error().kind == ErrorKind::Index);
  auto writer = IndexWriter::open(dir.path());
  std::string words;
  for (int i = 0; i < 6000; ++i) words += "ab" + std::to_string(i) + " ";
  REQUIRE(writer->replace("x", {entry("x", {{"body", "", words, "", 1}})}));
  REQUIRE(writer->commit(1));
  const auto results = Searcher::open(dir.path())->search(*parse_query("ab*"), {});
  REQUIRE(!results);
  CHECK(results.error().kind == ErrorKind::BadQuery);
}

TEST_CASE("passages: the next starts at a multiple of 1,000, out of NEAR's reach") {
  CHECK(next_start(0) == 1000);
  CHECK(next_start(899) == 1000);
  CHECK(next_start(900) == 2000);
  CHECK(next_start(999) == 2000);
  CHECK(next_start(1000) == 2000);
  const std::vector<PassageStart> table = {{0, 0, 0}, {8, 1000, 1102}, {30, 5000, 5000}};
  CHECK(unpack_passages(pack_passages(table)) == table);
  CHECK(unpack_passages("\x80").empty());
}

TEST_CASE("parse_data: an entry comes back without its texts, which are read one by one") {
  Entry made = sample()[2];
  made.people.clear();
  made.values = {{"body", "", "Cabinet", "/body", 3}, {"contacts", "", "Jo Doe", "/contacts/0", 0}};
  const std::string data = to_data(made);
  CHECK(parse_whole_data(data) == made);
  Entry bare = made;
  bare.values.clear();
  for (Passage& passage : bare.passages) passage.text.clear();
  CHECK(parse_data(data) == bare);
  CHECK(passage_text(data, 0) == made.passages[0].text);
  CHECK(passage_text(data, 1) == made.passages[1].text);
  CHECK(passage_text(data, 2).empty());
  for (const std::string& damaged : {std::string("{broken"), data.substr(0, 40), data.substr(1)}) {
    CHECK(parse_data(damaged) == Entry{});
    CHECK(parse_whole_data(damaged) == Entry{});
    CHECK(passage_text(damaged, 0).empty());
  }
  CHECK(passage_text(data.substr(0, data.size() - 1), 0).empty());
}

TEST_CASE("search: what may yet be called in was not called in") {
  const Index index;
  Entry open = sample()[1];
  open.decision_status = "Approved (subject to call-in)";
  {
    auto writer = IndexWriter::open(index.dir.path());
    REQUIRE(writer);
    REQUIRE(writer->replace(open.sha256, {open}));
    REQUIRE(writer->commit(8));
  }
  CHECK(index.ids("status:\"called in\"") == "a");
  CHECK(index.ids("status:call-in") == "b");
  CHECK(index.ids("status:approved") == "b");
}

TEST_CASE("Searcher gives the ids of a file's entries") {
  const Index index;
  const auto searcher = Searcher::open(index.dir.path());
  REQUIRE(searcher);
  CHECK(*searcher->ids_of("sha-b") == std::vector<std::string>{"b"});
  CHECK(searcher->ids_of("sha-none")->empty());
}

TEST_CASE("Searcher gives the ids of all that match, in order, and of what state of the index") {
  const Index index;
  const auto searcher = Searcher::open(index.dir.path());
  REQUIRE(searcher);
  const auto ids = [&](const std::string& query) {
    const auto parsed = parse_query(query);
    REQUIRE(parsed);
    const auto matches = searcher->matching(parsed->root);
    REQUIRE(matches);
    CHECK(matches->generation == 7);
    return matches->ids;
  };
  CHECK(ids("*") == std::vector<std::string>{"a", "b", "c", "d"});
  CHECK(ids("equality sort:oldest") == std::vector<std::string>{"a", "b", "c"});
  CHECK(ids("nosuchword").empty());
}

TEST_CASE("facets: texts keep their numbers when a writer goes on later") {
  const Index index;
  Entry more = sample()[0];
  more.id = more.record_id = "e";
  more.sha256 = "sha-e";
  more.body = "Scrutiny Panel";
  {
    auto writer = IndexWriter::open(index.dir.path());
    REQUIRE(writer);
    REQUIRE(writer->replace(more.sha256, {more}));
    REQUIRE(writer->commit(8));
  }
  SearchOptions options;
  options.facets = true;
  const std::vector<Facet> facets = index.search("*", options).facets;
  const auto body = std::find_if(facets.begin(), facets.end(),
                                 [](const Facet& facet) { return facet.name == "body"; });
  REQUIRE(body != facets.end());
  CHECK(body->values ==
        std::vector<FacetValue>{{"Cabinet", 3}, {"Planning Committee", 1}, {"Scrutiny Panel", 1}});
}
