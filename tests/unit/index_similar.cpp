#include <catch2/catch.hpp>

#include "index/shared_text.hpp"
#include "index/similar.hpp"
#include "tests/support/make_document.hpp"

using namespace moot;
using namespace moot::test;

namespace {

const std::string kCopied =
    "Every lantern on the harbour wall is to be cleaned, mended and lit before the first of "
    "November in each year.";

Entry paper(const std::string& id, const std::string& council, const std::string& text) {
  Entry entry;
  entry.id = entry.record_id = id;
  entry.kind = "report";
  entry.council = council;
  entry.sha256 = "sha-" + id;
  entry.passages = {{"title", "", "Paper " + id, "/title", 1}, {"body", "", text, "/summary", 2}};
  return entry;
}

struct Index {
  TempDir dir;
  Index() {
    auto writer = IndexWriter::open(dir.path());
    REQUIRE(writer);
    const Entry entries[] = {
        paper("a", "Great Marrow", "Lanterns and lamps of the harbour. " + kCopied),
        paper("b", "Little Barrow", "The lanterns of the harbour shine; its lamps are dear."),
        paper("c", "Upper Farrow", "Swings, slides and ponds. " + kCopied + " So it was agreed."),
        paper("d", "Great Marrow", "Lanterns and lamps of the harbour once more."),
        paper("e", "Upper Farrow", "Ponds and reeds, swings and slides."),
        paper("f", "Little Barrow", "Council tax and rents."),
    };
    for (const Entry& entry : entries) REQUIRE(writer->replace(entry.sha256, {entry}));
    REQUIRE(writer->commit(1));
  }
  std::vector<SimilarPaper> similar(const std::string& id, SimilarOptions options = {}) const {
    const auto searcher = Searcher::open(dir.path());
    REQUIRE(searcher);
    auto found = similar_papers(*searcher, id, options);
    REQUIRE(found);
    REQUIRE(*found);
    return std::move(**found);
  }
};

std::string ids(const std::vector<SimilarPaper>& papers) {
  std::string out;
  for (const SimilarPaper& paper : papers) out += paper.entry.id;
  return out;
}

}  // namespace

TEST_CASE("KnownRuns: words that stand one after another in both texts") {
  const auto shared_runs = [](std::string_view here, std::string_view there) {
    return KnownRuns({here}).in(there);
  };
  const std::string here = "We begin. " + kCopied + " We end.";
  const std::string there =
      "Others: EVERY LANTERN on the harbour wall is to be cleaned - mended "
      "and lit before the first of November in EACH year; else not.";
  const auto runs = shared_runs(here, there);
  REQUIRE(runs.size() == 1);
  CHECK(runs[0].words == 21);
  CHECK(here.substr(runs[0].here.begin, runs[0].here.end - runs[0].here.begin) ==
        kCopied.substr(0, kCopied.size() - 1));
  CHECK(there.substr(runs[0].there.begin, 13) == "EVERY LANTERN");
  CHECK(shared_runs("one two three", "one two three").empty());
  CHECK(shared_runs("", here).empty());
  std::string longer;
  for (int i = 0; i < 20; ++i) longer += "word" + std::to_string(i) + " ";
  CHECK(shared_runs(longer, longer + longer).size() == 2);
}

TEST_CASE("KnownRuns: runs end where a passage ends, and each is told once") {
  const KnownRuns known({"It begins.", kCopied, kCopied + " More."});
  const auto runs = known.in("It begins. " + kCopied + " More.");
  REQUIRE(runs.size() == 1);
  CHECK(runs[0].passage == 1);
  CHECK(runs[0].words == 21);
}

TEST_CASE("similar_papers: of other councils, by their words, then by what they copied") {
  const Index index;
  const auto papers = index.similar("a");
  CHECK(ids(papers).find('b') != std::string::npos);
  const auto copied = std::find_if(papers.begin(), papers.end(),
                                   [](const SimilarPaper& each) { return each.entry.id == "c"; });
  REQUIRE(copied != papers.end());
  REQUIRE(copied->shared.size() == 1);
  CHECK(copied->shared[0].words == 21);
  CHECK(copied->shared[0].page_there == 2);
  CHECK(copied->shared[0].pointer_here == "/summary");
  CHECK(copied->entry.passages[1].text.empty());
  CHECK(ids(papers).find('d') == std::string::npos);
  CHECK(ids(papers).find('a') == std::string::npos);
  CHECK(ids(papers).find('f') == std::string::npos);
}

TEST_CASE("similar_papers: of the same council too where that is asked for, and at most so many") {
  const Index index;
  SimilarOptions options;
  options.same_council = true;
  CHECK(ids(index.similar("a", options)).find('d') != std::string::npos);
  options.limit = 1;
  const auto papers = index.similar("a", options);
  REQUIRE(!papers.empty());
  CHECK(papers[0].score > 0);
  // What was copied is found beyond the likest.
  CHECK(ids(papers).find('c') != std::string::npos);
}

TEST_CASE("similar_papers: an id that is not there") {
  const Index index;
  const auto searcher = Searcher::open(index.dir.path());
  const auto none = similar_papers(*searcher, "zz", {});
  REQUIRE(none);
  CHECK_FALSE(*none);
}
