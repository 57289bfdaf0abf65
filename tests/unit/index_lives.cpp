#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <sstream>

#include "index/catalogue.hpp"
#include "tests/support/make_document.hpp"
#include "tests/support/make_update.hpp"

using namespace moot;
using namespace moot::test;

namespace {

/// Bytes with a name of one word.
std::string sha_of(const std::string& word) {
  return word + std::string(20 - word.size(), '0');
}

std::string id_of(const std::string& word) {
  return sha_of(word).substr(0, 16) + "-p1";
}

FileResult paper(const std::string& path, const std::string& word) {
  const Document doc = make_document("Benches\nAda Quill will tell more.\n", sha_of(word));
  Record record = make_record(doc, id_of(word));
  record.title = "Benches";
  return read_file(path, doc, {record});
}

/// "p:a" puts bytes a at path p, "p>q" moves what is at p to q.
FileResult step_of(const std::string& step, const std::string& before) {
  if (step[1] == ':') return paper(step.substr(0, 1), step.substr(2));
  FileResult moved = known_file(step.substr(2), sha_of(before));
  moved.moved_from = step.substr(0, 1);
  return moved;
}

/// A catalogue to which these things happened, each at its time.
Catalogue after(const TempDir& dir, const std::string& history) {
  auto catalogue = Catalogue::open_writer(dir.path());
  REQUIRE(catalogue);
  std::istringstream steps(history);
  int day = 10;
  for (std::string step, before; steps >> step; before = step.substr(2)) {
    const std::string now = "2026-03-" + std::to_string(++day) + "T09:30:00Z";
    REQUIRE(catalogue->put({step_of(step, before)}, now));
  }
  return std::move(*catalogue);
}

void say(Catalogue& catalogue, const std::string& word, const Result<Correction>& correction) {
  REQUIRE(correction);
  REQUIRE(catalogue.put({CorrectionMade{id_of(word), *correction}}, kNow));
}

/// First letters of what changed, in order.
std::string changed_since(const Catalogue& catalogue, std::uint64_t generation) {
  const auto changes = catalogue.changes_since(generation);
  REQUIRE(changes);
  std::string changed;
  for (const auto& change : *changes) changed += change.sha256.front();
  std::sort(changed.begin(), changed.end());
  return changed;
}

double seconds_since(std::chrono::steady_clock::time_point begun) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
}

}  // namespace

TEST_CASE("Catalogue: what is said of a version holds in one file's life and in no other's") {
  struct Row {
    const char* what;
    const char* history;
    const char* said;       ///< bytes of which something is said
    const char* hidden;     ///< bytes in which a suppression holds
    const char* corrected;  ///< bytes in which a correction holds
  };
  const Row rows[] = {
      {"a moved file goes on", "p:a p:b p>q q:c", "a", "abc", "abc"},
      {"a moved file has been before", "p:a p:b p>q q:c", "c", "abc", "c"},
      {"changed back", "p:a p:b p:a", "a", "ab", "ab"},
      {"changed and back again", "p:a p:b p:a", "b", "ab", "ab"},
      {"copies share what is said", "p:a q:a q:b p:c", "a", "abc", "abc"},
      {"copies go apart", "p:a q:a q:b p:c", "b", "ab", "b"},
      {"a copy has the life before it", "p:a p:b q:b q:c p:d", "a", "abcd", "abcd"},
      {"what became of a copy", "p:a p:b q:b q:c p:d", "c", "abc", "c"},
      {"what became of the original", "p:a p:b q:b q:c p:d", "d", "abd", "d"},
      {"copies of copies", "p:a p:b q:b q:c r:c r:d", "a", "abcd", "abcd"},
      {"copies of copies, back", "p:a p:b q:b q:c r:c r:d", "d", "abcd", "d"},
      {"a copy of what came again", "p:a p:b p:c p:b q:b q:d", "c", "abcd", "bcd"},
      {"a second copy takes nothing from the first", "p:a p:b q:b q:c r:b r:d", "a", "abc", "abc"},
      {"a second copy is a file of its own", "p:a p:b q:b q:c r:b r:d", "d", "bd", "d"},
      {"papers to follow", "p:f q:f r:f p:a q:b r:c", "a", "af", "a"},
      {"two papers to follow", "p:f q:f p:a q:b", "a", "af", "a"},
      {"said of the words 'to follow'", "p:f q:f r:f p:a q:b r:c", "f", "abcf", "abcf"},
      {"papers taken back", "p:a q:b p:f q:f r:f r:c", "a", "af", "af"},
      {"a paper after one was taken back", "p:a q:b p:f q:f r:f r:c", "c", "cf", "c"},
      {"put out too early", "q:f p:a p:f p:b q:c", "a", "abf", "abf"},
      {"shown for a while in place of papers", "p:a p:f p:b q:f q:c", "a", "abf", "abf"},
      {"one file's name for two", "p:a q:b p:b", "a", "ab", "ab"},
  };
  for (const Row& row : rows) {
    INFO(row.what << ": " << row.history << ", said of " << row.said);
    const TempDir dir;
    Catalogue catalogue = after(dir, row.history);
    say(catalogue, row.said, make_suppression("Ada Quill"));
    say(catalogue, row.said,
        make_correction(**catalogue.record(id_of(row.said)), "/title", "Seats"));
    std::string hidden, corrected;
    for (const char* word : {"a", "b", "c", "d", "f"}) {
      const auto doc = catalogue.document(sha_of(word));
      REQUIRE(doc);
      if (!*doc) continue;
      if ((*doc)->text.find("Quill") == std::string::npos) hidden += word;
      if ((**catalogue.record(id_of(word))).title == "Seats") corrected += word;
    }
    CHECK(hidden == row.hidden);
    CHECK(corrected == row.corrected);
  }
}

TEST_CASE("Catalogue: what is said of a paper changes what the search index has of its own life") {
  const TempDir dir;
  Catalogue catalogue = after(dir, "p:f q:f r:f p:a q:b r:c p:d");
  const std::uint64_t before = *catalogue.generation();
  say(catalogue, "a", make_suppression("Ada Quill"));
  CHECK(changed_since(catalogue, before) == "adf");
}

TEST_CASE("Catalogue: a version that is known already brings along what was said of it") {
  const TempDir dir;
  Catalogue catalogue = after(dir, "r:c p:a p:b q:a");
  say(catalogue, "c", make_suppression("Ada Quill"));
  const std::uint64_t before = *catalogue.generation();
  REQUIRE(catalogue.put({known_file("p", sha_of("c"))}, kNow));
  // q stands for the first version of p, and the search index must hide the words there too.
  CHECK_THAT((*catalogue.document(sha_of("a")))->text, !Catch::Contains("Quill"));
  CHECK(changed_since(catalogue, before) == "abc");
}

TEST_CASE("Catalogue: thousands of papers that were to follow cost no more than others") {
  const TempDir dir;
  auto catalogue = Catalogue::open_writer(dir.path());
  REQUIRE(catalogue);
  constexpr int kPapers = 1500;
  std::vector<Update> first, second;
  for (int i = 1000; i < 1000 + kPapers; ++i) {
    first.emplace_back(paper(std::to_string(i), "f"));
    second.emplace_back(paper(std::to_string(i), std::to_string(i)));
  }
  REQUIRE(catalogue->put(first, kNow));
  REQUIRE(catalogue->put(second, kNow));
  say(*catalogue, "1000", make_suppression("Ada Quill"));
  const auto begun = std::chrono::steady_clock::now();
  for (int i = 1000; i < 1000 + kPapers; ++i) {
    REQUIRE(catalogue->records_of(sha_of(std::to_string(i))));
  }
  // Where each looked at all others this was a minute and more; now it is a fraction of a second.
  CHECK(seconds_since(begun) < 10);
}
