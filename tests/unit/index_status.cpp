#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <random>

#include "index/catalogue.hpp"
#include "index/sqlite.hpp"
#include "index/status.hpp"
#include "tests/support/make_document.hpp"
#include "tests/support/make_update.hpp"

using namespace moot;
using namespace moot::test;

namespace {

/// Letters that cannot be compressed much.
std::string noise(std::size_t size) {
  std::mt19937 random;
  std::string letters(size, ' ');
  for (char& letter : letters) letter = static_cast<char>('a' + random() % 26);
  return letters;
}

/// Overwrites the page of the catalogue's file on which these bytes stand.
void spoil_page_of(const std::string& path, const std::string& bytes) {
  std::ifstream in(path, std::ios::binary);
  std::string file{std::istreambuf_iterator<char>(in), {}};
  const std::size_t at = file.find(bytes);
  REQUIRE(at != std::string::npos);
  constexpr std::size_t kPage = 4096;
  file.replace(at / kPage * kPage, kPage, kPage, '\xff');
  std::ofstream(path, std::ios::binary) << file;
}

}  // namespace

TEST_CASE("status: what was read of files is added up without reading their documents") {
  const TempDir dir;
  Document doc = make_document("Benches.\n\fPonds.\n", "11aa");
  doc.title = noise(100'000);
  FileResult file = read_file("one.pdf", doc, {make_record(doc, "11aa-p1")});
  file.content->completeness.pages = 2;
  file.content->completeness.letters = 14;
  REQUIRE(Catalogue::open_writer(dir.path())->put({file}, kNow));
  spoil_page_of(dir.path() + "/catalogue.sqlite", file.content->document.substr(20'000, 40));
  const auto catalogue = Catalogue::open_reader(dir.path());
  REQUIRE(catalogue);
  REQUIRE_FALSE(catalogue->raw_document("11aa"));
  IndexStatus status;
  const auto done = read_status(*catalogue, dir.path(),
                                {[&](const IndexStatus& is) { status = is; }, [](const Lack&) {}});
  REQUIRE(done);
  CHECK(status.read.pages == 2);
  CHECK(status.read.letters == 14);
  const auto content = catalogue->content("11aa");
  REQUIRE((content && *content));
  CHECK((*content)->completeness.pages == 2);
}
