#include <catch2/catch.hpp>
#include <cstdlib>
#include <map>

#include "cli/supervisor.hpp"
#include "cli/wire.hpp"
#include "cli/worker.hpp"

using namespace moot;

namespace {

std::map<std::size_t, std::optional<std::string>> answers(
    const Job& job, std::size_t workers, const std::vector<std::string>& requests) {
  Result<Nursery> nursery = Nursery::start(job);
  REQUIRE(nursery);
  std::map<std::size_t, std::optional<std::string>> got;
  const auto done =
      run_requests(*nursery, workers, requests, [&](std::size_t i, std::optional<std::string> a) {
        CHECK(got.count(i) == 0);
        got[i] = std::move(a);
        return true;
      });
  CHECK(done);
  return got;
}

std::string shout(const std::string& request) {
  if (request == "crash") std::abort();
  if (request == "leave") std::exit(0);
  if (request == "throw") throw std::bad_alloc();
  if (request == "long") return std::string(5'000'000, 'x');
  return request + "!";
}

FileResult sample_result() {
  FileResult result;
  result.file.path = "/papers/a.txt";
  result.file.sha256 = "00ff";
  result.file.size = 12;
  result.file.modified_ns = -5;
  result.file.state = FileState::Partial;
  Document document;
  document.text = "Benches\nare old";
  document.media_type = "application/pdf";
  document.sha256 = "00ff";
  Line line;
  line.range = {0, 7};
  line.page = 2;
  line.box = {72.5, 1, 2, 3};
  line.style = {12, true, 1};
  line.role = LineRole::RunningHead;
  line.starts_paragraph = true;
  line.cell = {1, 2, 3};
  document.lines = {line, {}};
  document.lines[1].range = {8, 15};
  document.pages = {{595, 842}};
  document.bookmarks = {{"First", 2, 1}};
  document.notes = {{"no-text-layer", 1}};
  Record record;
  record.id = "00ff-p2";
  record.kind = "report";
  record.title = "Benches";
  record.range = {0, 15};
  record.sections = {{"Benches", {8, 15}}};
  result.document = document;
  result.records = {record};
  return result;
}

}  // namespace

TEST_CASE("run_requests: every request is answered once, whatever the number of workers") {
  for (const std::size_t workers : {1U, 2U, 7U}) {
    std::vector<std::string> requests;
    for (int i = 0; i < 50; ++i) requests.push_back(std::to_string(i));
    const auto got = answers(shout, workers, requests);
    REQUIRE(got.size() == 50);
    CHECK(got.at(49) == "49!");
  }
}

TEST_CASE("run_requests: a worker that dies costs its request only") {
  const auto got = answers(shout, 2, {"a", "crash", "b", "leave", "throw", "c", "crash", "d"});
  REQUIRE(got.size() == 8);
  for (const std::size_t lost : {1U, 3U, 4U, 6U}) CHECK_FALSE(got.at(lost).has_value());
  CHECK(got.at(0) == "a!");
  CHECK(got.at(7) == "d!");
}

TEST_CASE("run_requests: answers may be larger than a socket holds") {
  const auto got = answers(shout, 2, {"long", "a", "long"});
  CHECK(got.at(0)->size() == 5'000'000);
  CHECK(got.at(2)->size() == 5'000'000);
}

TEST_CASE("run_requests: stops when it is told to") {
  Result<Nursery> nursery = Nursery::start(shout);
  REQUIRE(nursery);
  int taken = 0;
  const std::vector<std::string> requests(100, "a");
  const auto done =
      run_requests(*nursery, 2, requests,
                   [&](std::size_t, const std::optional<std::string>&) { return ++taken < 3; });
  CHECK(done);
  CHECK(taken == 3);
}

TEST_CASE("wire: a result comes out as it went in") {
  const FileResult sent = sample_result();
  const auto got = unpack(pack(sent));
  REQUIRE(got);
  CHECK(got->file.path == sent.file.path);
  CHECK(got->file.modified_ns == -5);
  CHECK(got->file.state == FileState::Partial);
  REQUIRE(got->document);
  CHECK(got->document->text == sent.document->text);
  REQUIRE(got->document->lines.size() == 2);
  const Line& line = got->document->lines[0];
  CHECK(line.box == sent.document->lines[0].box);
  CHECK(line.style == sent.document->lines[0].style);
  CHECK(line.role == LineRole::RunningHead);
  CHECK(line.starts_paragraph);
  CHECK(line.cell == Cell{1, 2, 3});
  CHECK(got->document->bookmarks.at(0).title == "First");
  CHECK(got->document->notes == sent.document->notes);
  REQUIRE(got->records.size() == 1);
  CHECK(got->records[0].title == "Benches");
  CHECK(got->records[0].range == TextRange{0, 15});
  CHECK(got->records[0].sections.at(0).range == TextRange{8, 15});
}

TEST_CASE("wire: bytes that are cut short or changed give nothing, never a crash") {
  const std::string bytes = pack(sample_result());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CHECK_FALSE(unpack(std::string_view(bytes).substr(0, size)));
  }
  CHECK_FALSE(unpack(bytes + "x"));
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    std::string changed = bytes;
    changed[at] = '\x7F';
    const auto got = unpack(changed);
    if (!got || !got->document) continue;
    for (const Line& line : got->document->lines) {
      CHECK(line.range.end <= got->document->text.size());
    }
  }
}
