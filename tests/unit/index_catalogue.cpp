#include <sys/wait.h>
#include <unistd.h>

#include <zstd.h>

#include <catch2/catch.hpp>
#include <fstream>

#include "extractors/record_json.hpp"
#include "index/catalogue.hpp"
#include "index/document_blob.hpp"
#include "tests/support/make_document.hpp"
#include "tests/support/make_update.hpp"

using namespace moot;
using namespace moot::test;

namespace {

Document document_of(const std::string& sha256, const std::string& title = "Benches") {
  return make_document(title + "\nSome text.\n", sha256);
}

FileResult ingested(const std::string& path, const std::string& sha256,
                    const std::string& title = "Benches") {
  const Document doc = document_of(sha256, title);
  Record record = make_record(doc, sha256 + "-p1");
  record.title = title;
  record.source.path = path;
  record.sections = {{"A heading", {3, 9}}, {"", {9, 12}}};
  return read_file(path, doc, {record});
}

FileResult failed(const std::string& path, const std::string& sha256) {
  return failed_file(path, sha256);
}

Catalogue writer(const TempDir& dir) {
  auto opened = Catalogue::open_writer(dir.path());
  REQUIRE(opened);
  return std::move(*opened);
}

bool same(const Document& a, const Document& b) {
  const auto lines = [](const Line& x, const Line& y) {
    return x.range == y.range && x.page == y.page && x.box == y.box && x.style == y.style &&
           x.role == y.role && x.starts_paragraph == y.starts_paragraph && x.cell == y.cell &&
           x.certainty == y.certainty;
  };
  return a.text == b.text && a.title == b.title && a.sha256 == b.sha256 &&
         a.media_type == b.media_type && a.notes == b.notes && a.pages.size() == b.pages.size() &&
         a.bookmarks.size() == b.bookmarks.size() &&
         std::equal(a.lines.begin(), a.lines.end(), b.lines.begin(), b.lines.end(), lines);
}

Document rich_document() {
  Document doc = make_document("~Head\nOne line.\n\fTwo \xE2\x82\xAC.\n", "ab12");
  doc.lines[1].cell = {1, 2, 3};
  doc.lines[1].style = {9.1, true, 2};
  doc.lines[2].starts_paragraph = true;
  doc.lines[2].role = LineRole::PageNumber;
  doc.lines[2].box = {0.1, -3.25, 1e9, 841.89};
  doc.bookmarks = {{"Front", 1, 0}, {"Back", 2, 1}};
  doc.notes = {{"ocr-used", 2}};
  doc.title = "A title";
  doc.lines[0].certainty = 0.8125;
  return doc;
}

}  // namespace

TEST_CASE("pack_document: a Document comes back to the last bit") {
  const Document doc = rich_document();
  const auto bytes = pack_document(doc);
  REQUIRE(bytes);
  const auto back = unpack_document(*bytes);
  REQUIRE(back);
  CHECK(same(*back, doc));
  CHECK(back->bookmarks[1].title == "Back");
  CHECK(back->bookmarks[1].level == 1);
  CHECK(back->pages[1].height == doc.pages[1].height);
  CHECK(unpack_document(*pack_document(Document{})));
}

TEST_CASE("unpack_document: what was stored before there was OCR is read, its words are sure") {
  Document doc = make_document("Benches\nSome text.\n", "00ff");
  doc.pages.clear();
  doc.lines[0].certainty = 0.5;
  const std::string packed = *pack_document(doc);
  std::string plain(ZSTD_getFrameContentSize(packed.data(), packed.size()), '\0');
  REQUIRE(ZSTD_decompress(plain.data(), plain.size(), packed.data(), packed.size()) ==
          plain.size());
  REQUIRE(plain[0] == 2);
  plain[0] = 1;
  // The last column of the lines stands before three empty lists.
  plain.erase(plain.size() - 3 - 8 * doc.lines.size(), 8 * doc.lines.size());
  std::string old(ZSTD_compressBound(plain.size()), '\0');
  old.resize(ZSTD_compress(old.data(), old.size(), plain.data(), plain.size(), 3));
  const auto back = unpack_document(old);
  REQUIRE(back);
  CHECK(back->lines[0].certainty == 1);
  doc.lines[0].certainty = 1;
  CHECK(same(*back, doc));
}

TEST_CASE("unpack_document: damaged bytes are an Error, never a crash") {
  const std::string bytes = *pack_document(rich_document());
  CHECK(!unpack_document(""));
  CHECK(!unpack_document("not zstd at all"));
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CHECK(!unpack_document(bytes.substr(0, size)));
  }
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    std::string bad = bytes;
    bad[at] = static_cast<char>(bad[at] ^ 0x11);
    static_cast<void>(unpack_document(bad).has_value());
  }
}

TEST_CASE("Catalogue: what is put is found again") {
  const TempDir dir;
  Catalogue catalogue = writer(dir);
  CHECK(*catalogue.generation() == 0);
  const FileResult file = ingested("b/one.pdf", "aa11");
  const auto generation = catalogue.put({file, failed("b/two.pdf", "")}, kNow);
  REQUIRE(generation);
  CHECK(*generation == 1);
  CHECK(*catalogue.generation() == 1);

  const auto row = catalogue.file("b/one.pdf");
  REQUIRE((row && *row));
  CHECK((*row)->modified_ns == 1700000000123456789);
  CHECK((*row)->size == 42);
  CHECK((*row)->state == FileState::Ingested);
  const auto other = catalogue.file("b/two.pdf");
  CHECK((*other)->state == FileState::Failed);
  CHECK((*other)->reason == "the file is encrypted");
  CHECK((*other)->hint == "ask for a copy");
  CHECK(!*catalogue.file("b/three.pdf"));

  const auto records = catalogue.records_of("aa11");
  REQUIRE((records && records->size() == 1));
  CHECK(to_json(records->front()) == to_json(file.content->records[0]));
  CHECK(records->front().range == file.content->records[0].range);
  REQUIRE(records->front().sections.size() == 2);
  CHECK(records->front().sections[0].heading == "A heading");
  CHECK(records->front().sections[1].range == TextRange{9, 12});
  CHECK(same(**catalogue.document("aa11"), document_of("aa11")));
  CHECK(!*catalogue.document("nothing"));

  const auto totals = *catalogue.totals();
  CHECK(totals.files == 2);
  CHECK(totals.ingested == 1);
  CHECK(totals.failed == 1);
  CHECK(totals.records == 1);
}

TEST_CASE("Catalogue: a record is found by its id or the start of it, if only one starts so") {
  const TempDir dir;
  Catalogue catalogue = writer(dir);
  FileResult file = ingested("one.pdf", "aa11");
  file.content->records.push_back(file.content->records[0]);
  file.content->records[1].id = "aa11-p1b";
  REQUIRE(catalogue.put({file, ingested("two.pdf", "bb22")}, kNow));
  CHECK((*catalogue.record("aa11-p1"))->id == "aa11-p1");
  CHECK((*catalogue.record("aa11-p1b"))->id == "aa11-p1b");
  CHECK((*catalogue.record("bb"))->id == "bb22-p1");
  CHECK(!*catalogue.record("aa11"));
  CHECK(*catalogue.ids_from("aa11") == std::vector<std::string>{"aa11-p1", "aa11-p1b"});
  CHECK(catalogue.ids_from("aa12")->empty());
  CHECK(!*catalogue.record("aa11-p2c"));
  CHECK(!*catalogue.record("%"));
  CHECK(!*catalogue.record(""));
}

TEST_CASE("Catalogue: text that is hostile to SQL comes back as it was") {
  const TempDir dir;
  Catalogue catalogue = writer(dir);
  const std::string path = "o'hara\"; DROP TABLE files; -- \xFF.pdf";
  REQUIRE(catalogue.put({ingested(path, "aa11")}, kNow));
  CHECK((*catalogue.file(path))->path == path);
}

TEST_CASE("Catalogue: the second writer is told who the first is; a reader is let in") {
  const TempDir dir;
  {
    Catalogue first = writer(dir);
    REQUIRE(first.put({ingested("one.pdf", "aa11")}, kNow));
    const auto second = Catalogue::open_writer(dir.path());
    REQUIRE(!second);
    CHECK(second.error().kind == ErrorKind::Index);
    CHECK_THAT(second.error().message, Catch::Contains("process " + std::to_string(getpid())));
    auto reader = Catalogue::open_reader(dir.path());
    REQUIRE(reader);
    REQUIRE(first.put({ingested("two.pdf", "bb22")}, kNow));
    CHECK(*reader->generation() == 2);
  }
  CHECK(Catalogue::open_writer(dir.path()));
}

TEST_CASE("Catalogue: a reader finds no index where there is none") {
  const TempDir dir;
  const auto reader = Catalogue::open_reader(dir.path());
  REQUIRE(!reader);
  CHECK(reader.error().kind == ErrorKind::Index);
  CHECK_THAT(reader.error().hint, Catch::Contains("moot ingest"));
}

TEST_CASE("Catalogue: another format or another kind of file is an Index error") {
  const TempDir dir;
  { writer(dir); }
  {
    // user_version stands at byte 60 of the file.
    std::fstream file(dir.path() + "/catalogue.sqlite",
                      std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(60);
    file.write("\0\0\0\x63", 4);
  }
  for (const bool write : {true, false}) {
    const auto opened =
        write ? Catalogue::open_writer(dir.path()) : Catalogue::open_reader(dir.path());
    REQUIRE(!opened);
    CHECK(opened.error().kind == ErrorKind::Index);
    CHECK_THAT(opened.error().message, Catch::Contains("format 99"));
  }
  std::ofstream(dir.path() + "/catalogue.sqlite") << std::string(5000, 'x');
  const auto opened = Catalogue::open_reader(dir.path());
  REQUIRE(!opened);
  CHECK(opened.error().kind == ErrorKind::Index);
}

namespace {

/// Runs `check` where nothing in the folder can be written: as another user when we are root, whom
/// permissions do not bind. Gives the exit code of the process it ran in.
template <typename Check>
int without_writing(const TempDir& dir, Check check) {
  namespace fs = std::filesystem;
  for (const auto& file : fs::recursive_directory_iterator(dir.path())) {
    fs::permissions(file.path(), fs::is_directory(file.path()) ? fs::perms(0555) : fs::perms(0444));
  }
  fs::permissions(dir.path(), fs::perms(0555));
  const pid_t child = fork();
  if (child == 0) {
    constexpr uid_t kNobody = 65534;
    if (getuid() == 0 && setuid(kNobody) != 0) _exit(99);
    _exit(check() ? 0 : 1);
  }
  int status = 0;
  waitpid(child, &status, 0);
  fs::permissions(dir.path(), fs::perms(0755));
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

TEST_CASE("Catalogue: a folder that cannot be written can be read") {
  const TempDir dir;
  {
    Catalogue catalogue = writer(dir);
    REQUIRE(catalogue.put({ingested("one.pdf", "aa11")}, kNow));
  }
  const int code = without_writing(dir, [&] {
    const bool barred = !std::ofstream(dir.path() + "/probe");
    const auto reader = Catalogue::open_reader(dir.path());
    return barred && reader && reader->records_of("aa11") &&
           reader->records_of("aa11")->size() == 1;
  });
  if (code == 99) {
    WARN("skipped: this system does not let root become another user");
    return;
  }
  CHECK(code == 0);
}

TEST_CASE("Catalogue: a folder without write permission refuses a writer with Io") {
  const TempDir dir;
  const int code = without_writing(dir, [&] {
    const auto opened = Catalogue::open_writer(dir.path() + "/deeper");
    return !opened && opened.error().kind == ErrorKind::Io;
  });
  if (code == 99) {
    WARN("skipped: this system does not let root become another user");
    return;
  }
  CHECK(code == 0);
}
