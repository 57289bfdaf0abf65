#include <catch2/catch.hpp>

#include "index/catalogue.hpp"
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

std::vector<std::string> versions(const Catalogue& catalogue, const std::string& path) {
  std::vector<std::string> out;
  const auto rows = catalogue.versions(path);
  REQUIRE(rows);
  for (const Version& version : *rows) {
    out.push_back(std::to_string(version.number) + " " + version.sha256);
    CHECK(version.since == kNow);
  }
  return out;
}

Catalogue writer(const TempDir& dir) {
  auto opened = Catalogue::open_writer(dir.path());
  REQUIRE(opened);
  return std::move(*opened);
}

std::vector<std::string> changed(const Catalogue& catalogue, std::uint64_t since) {
  const auto changes = catalogue.changes_since(since);
  REQUIRE(changes);
  std::vector<std::string> out;
  for (const auto& change : *changes) {
    out.push_back(change.sha256 + "@" + std::to_string(change.generation));
  }
  return out;
}

}  // namespace

TEST_CASE("Catalogue: a file that changes gets a new version; the old one is kept") {
  const TempDir dir;
  Catalogue catalogue = writer(dir);
  REQUIRE(catalogue.put({ingested("one.pdf", "aa11")}, kNow));
  REQUIRE(catalogue.put({ingested("one.pdf", "cc33", "Ponds")}, kNow));
  CHECK(catalogue.paths_of("aa11")->empty());
  CHECK(catalogue.records_of("aa11")->front().title == "Benches");
  CHECK(catalogue.records_of("aa11")->front().source.path == "one.pdf");
  CHECK(*catalogue.paths_of("cc33") == std::vector<std::string>{"one.pdf"});
  CHECK(versions(catalogue, "one.pdf") == std::vector<std::string>{"1 aa11", "2 cc33"});
  CHECK(changed(catalogue, 0) == std::vector<std::string>{"aa11@2", "cc33@2"});
  CHECK(changed(catalogue, 2).empty());
  CHECK(catalogue.totals()->files == 1);
  CHECK(catalogue.totals()->records == 1);
  CHECK(catalogue.totals()->old_records == 1);
  REQUIRE(catalogue.put({known_file("one.pdf", "aa11")}, kNow));
  CHECK(versions(catalogue, "one.pdf") == std::vector<std::string>{"1 aa11", "2 cc33", "3 aa11"});
  CHECK(changed(catalogue, 2) == std::vector<std::string>{"aa11@3", "cc33@3"});
}

TEST_CASE("Catalogue: a file that fails keeps the records of its last good version") {
  const TempDir dir;
  Catalogue catalogue = writer(dir);
  REQUIRE(catalogue.put({ingested("one.pdf", "aa11")}, kNow));
  REQUIRE(catalogue.put({failed("one.pdf", "cc33")}, kNow));
  CHECK(*catalogue.paths_of("aa11") == std::vector<std::string>{"one.pdf"});
  CHECK(changed(catalogue, 1).empty());
  const FileRow row = **catalogue.file("one.pdf");
  CHECK(row.state == FileState::Failed);
  CHECK(row.sha256 == "cc33");
  CHECK(row.kept == "aa11");
}

TEST_CASE("Catalogue: two paths with the same bytes share their records") {
  const TempDir dir;
  Catalogue catalogue = writer(dir);
  REQUIRE(catalogue.put({ingested("b.pdf", "aa11"), known_file("a.pdf", "aa11")}, kNow));
  CHECK(catalogue.records_of("aa11")->size() == 1);
  CHECK(catalogue.records_of("aa11")->front().source.path == "a.pdf");
  REQUIRE(catalogue.put({FileGone{"a.pdf"}}, kNow));
  REQUIRE(catalogue.records_of("aa11")->size() == 1);
  CHECK(catalogue.records_of("aa11")->front().source.path == "b.pdf");
  CHECK(changed(catalogue, 1) == std::vector<std::string>{"aa11@2"});
}

TEST_CASE("Catalogue: a file that is gone is forgotten with all its versions") {
  const TempDir dir;
  Catalogue catalogue = writer(dir);
  REQUIRE(catalogue.put({ingested("one.pdf", "aa11"), ingested("two.pdf", "bb22")}, kNow));
  REQUIRE(catalogue.put({ingested("one.pdf", "cc33")}, kNow));
  REQUIRE(catalogue.put({known_file("two.pdf", "aa11")}, kNow));
  REQUIRE(catalogue.put({FileGone{"one.pdf"}}, kNow));
  CHECK(!*catalogue.file("one.pdf"));
  CHECK(!*catalogue.document("cc33"));
  CHECK(catalogue.records_of("cc33")->empty());
  CHECK(*catalogue.document("aa11"));  // the other path has it
  CHECK(*catalogue.document("bb22"));  // and had this
  CHECK(changed(catalogue, 3) == std::vector<std::string>{"cc33@4"});
}

TEST_CASE("Catalogue: a file that was moved takes its history along") {
  const TempDir dir;
  Catalogue catalogue = writer(dir);
  REQUIRE(catalogue.put({ingested("one.pdf", "aa11")}, kNow));
  REQUIRE(catalogue.put({ingested("one.pdf", "cc33")}, kNow));
  FileResult moved = known_file("two.pdf", "cc33");
  moved.moved_from = "one.pdf";
  REQUIRE(catalogue.put({moved}, kNow));
  CHECK(!*catalogue.file("one.pdf"));
  CHECK(versions(catalogue, "two.pdf") == std::vector<std::string>{"1 aa11", "2 cc33"});
  CHECK(catalogue.records_of("cc33")->front().source.path == "two.pdf");
  CHECK(changed(catalogue, 2) == std::vector<std::string>{"cc33@3"});
}

TEST_CASE("Catalogue: records made anew keep the stored Document") {
  const TempDir dir;
  Catalogue catalogue = writer(dir);
  REQUIRE(catalogue.put({ingested("one.pdf", "aa11")}, kNow));
  Renewed renewed{"aa11", ingested("one.pdf", "aa11", "Ponds").content->records, {}, 5, "others"};
  REQUIRE(catalogue.put({renewed}, kNow));
  CHECK(catalogue.records_of("aa11")->front().title == "Ponds");
  CHECK_THAT((*catalogue.document("aa11"))->text, Catch::StartsWith("Benches"));
  CHECK((*catalogue.content("aa11"))->rules == "others");
  CHECK((*catalogue.content("aa11"))->completeness.indexed == 5);
  CHECK(changed(catalogue, 1) == std::vector<std::string>{"aa11@2"});
}

TEST_CASE("Catalogue: rows are gone through in order of path") {
  const TempDir dir;
  Catalogue catalogue = writer(dir);
  REQUIRE(catalogue.put({ingested("c", "cc33"), failed("b", ""), ingested("a", "aa11")}, kNow));
  const auto all = [&](Catalogue::Rows rows) {
    std::string paths, after;
    while (true) {
      const auto row = catalogue.next_file(rows, after);
      REQUIRE(row);
      if (!*row) return paths;
      after = (*row)->path;
      paths += after;
    }
  };
  CHECK(all(Catalogue::Rows::All) == "abc");
  CHECK(all(Catalogue::Rows::NotIngested) == "b");
  CHECK(*catalogue.next_content("") == "aa11");
  CHECK(*catalogue.next_content("aa11") == "cc33");
  CHECK(!*catalogue.next_content("cc33"));
}

TEST_CASE("Catalogue: an id whose paper now begins on another page finds the paper with its page") {
  const TempDir dir;
  Catalogue catalogue = writer(dir);
  FileResult file = ingested("one.pdf", "aa11");
  file.content->records[0].source.pages = {2, 5};
  file.content->records[0].id = "aa11-p2";
  REQUIRE(catalogue.put({file}, kNow));
  CHECK((*catalogue.record("aa11-p4"))->id == "aa11-p2");
  CHECK(!*catalogue.record("aa11-p6"));
  CHECK(!*catalogue.record("aa11-px"));
}

TEST_CASE("Catalogue: pages that OCR read are kept by what read them") {
  const TempDir dir;
  Catalogue catalogue = writer(dir);
  REQUIRE(catalogue.put({OcrRead{"aa11", 2, "eng", "two"}, OcrRead{"aa11", 3, "eng", "three"},
                         OcrRead{"aa11", 2, "cym", "dau"}},
                        kNow));
  CHECK(*catalogue.ocr_pages("aa11", "eng") ==
        std::map<int, std::string>{{2, "two"}, {3, "three"}});
  CHECK(catalogue.ocr_pages("aa11", "deu")->empty());
  REQUIRE(catalogue.put({ingested("one.pdf", "aa11"), FileGone{"one.pdf"}}, kNow));
  CHECK(catalogue.ocr_pages("aa11", "eng")->empty());
}

TEST_CASE("Catalogue: what users say is laid over records, and survives new ones") {
  const TempDir dir;
  Catalogue catalogue = writer(dir);
  const std::string sha = "0123456789abcdef0123";
  const std::string id = "0123456789abcdef-p1";
  const auto file_titled = [&](const std::string& title) {
    const Document doc = make_document("Benches\nAda Quill will tell more.\n", sha);
    Record record = make_record(doc, id);
    record.title = title;
    record.contacts = {{"Ada Quill", "Clerk", {}, {}}};
    add_evidence(record, doc, "/contacts/0", "Ada Quill");
    add_evidence(record, doc, "/contacts/0/name", "Ada Quill");
    return read_file("one.pdf", doc, {record});
  };
  REQUIRE(catalogue.put({file_titled("Bench")}, kNow));
  const FactsGiven facts{"one.pdf", FactsOrigin::Beside, R"({"body": "Parks Board"})", 1, 1};
  const FactsGiven table{"one.pdf", FactsOrigin::Table,
                         R"({"body": "Ponds Board", "url": "https://marrow.example/"})", 0, 0};
  REQUIRE(catalogue.put({facts, table}, kNow));
  const auto record = [&] { return **catalogue.record(id); };
  CHECK(record().body == "Parks Board");
  CHECK(record().source.url == "https://marrow.example/");
  CHECK(changed(catalogue, 1) == std::vector<std::string>{sha + "@2"});

  const auto correction = make_correction(record(), "/title", "Benches");
  const auto suppression = make_suppression(record(), "/contacts/0");
  REQUIRE((correction && suppression));
  REQUIRE(catalogue.put({CorrectionMade{id, *correction}, CorrectionMade{id, *suppression}}, kNow));
  CHECK(changed(catalogue, 2) == std::vector<std::string>{sha + "@3"});
  REQUIRE(catalogue.put({file_titled("Bnches")}, kNow));
  CHECK(record().title == "Benches");
  CHECK(record().contacts.empty());
  CHECK_THAT((*catalogue.document(sha))->text, !Catch::Contains("Quill"));
  CHECK_THAT((*catalogue.raw_document(sha))->text, Catch::Contains("Quill"));
  CHECK(catalogue.raw_records_of(sha)->front().title == "Bnches");

  const auto rows = *catalogue.corrections();
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].correction.when == kNow);
  CHECK(rows[0].holds);
  CHECK(rows[1].correction.suppressed);
  REQUIRE(catalogue.put({CorrectionUndone{rows[1].number}}, kNow));
  CHECK(record().contacts.size() == 1);
  CHECK(changed(catalogue, 4) == std::vector<std::string>{sha + "@5"});
}

TEST_CASE("Catalogue: what was said of one version of a file holds in others") {
  const TempDir dir;
  Catalogue catalogue = writer(dir);
  const std::string first = "1111111111111111aa", second = "2222222222222222bb";
  const auto version = [](const std::string& sha, const std::string& reasons) {
    const Document doc = make_document("Benches\nAda Quill will tell more.\n", sha);
    Record record = make_record(doc, sha.substr(0, 16) + "-p1");
    record.title = "Benches";
    record.reasons = reasons;
    record.summary = "Ask Ada Quill.";
    record.wards = {"North", "South"};
    Record other = make_record(doc, sha.substr(0, 16) + "-p2");
    other.title = "Ponds";
    return read_file("one.pdf", doc, {other, record});
  };
  REQUIRE(catalogue.put({version(first, "They rot.")}, kNow));
  const std::string id = "1111111111111111-p1", next = "2222222222222222-p1";
  const auto say = [&](const Result<Correction>& correction) {
    REQUIRE(correction);
    REQUIRE(catalogue.put({CorrectionMade{id, *correction}}, kNow));
  };
  say(make_correction(**catalogue.record(id), "/title", "Seats"));
  say(make_correction(**catalogue.record(id), "/reasons", "They have rotted."));
  say(make_correction(**catalogue.record(id), "/wards/1", "South Marrow"));
  REQUIRE(catalogue.put({version(second, "They are gone.")}, kNow));
  const auto record = [&] { return **catalogue.record(next); };
  CHECK(record().title == "Seats");
  CHECK(record().reasons == "They are gone.");
  CHECK(record().wards == std::vector<std::string>{"North", "South Marrow"});
  CHECK((**catalogue.record("2222222222222222-p2")).title == "Ponds");

  // Of the present version: suppressed in the earlier one too, corrected there not.
  const auto words = make_suppression("Ada Quill");
  const auto later = make_correction(record(), "/wards/0", "North Marrow");
  REQUIRE((words && later));
  REQUIRE(catalogue.put({CorrectionMade{next, *words}, CorrectionMade{next, *later}}, kNow));
  CHECK(changed(catalogue, 5) == std::vector<std::string>{first + "@6", second + "@6"});
  for (const std::string& sha : {first, second}) {
    CHECK_THAT((*catalogue.document(sha))->text, !Catch::Contains("Quill"));
    CHECK_THAT(*catalogue.records_of(sha)->back().summary, !Catch::Contains("Quill"));
  }
  CHECK((**catalogue.record(id)).wards[0] == "North");
  CHECK(record().wards[0] == "North Marrow");
  const auto rows = catalogue.corrections();
  REQUIRE(rows);
  for (const CorrectionRow& row : *rows) CHECK(row.holds);
}

TEST_CASE("Catalogue: values of corrections do not tell what others suppress") {
  const TempDir dir;
  Catalogue catalogue = writer(dir);
  const std::string sha = "0123456789abcdef0123", id = "0123456789abcdef-p1";
  const Document doc = document_of(sha);
  REQUIRE(catalogue.put({read_file("one.pdf", doc, {make_record(doc, id)})}, kNow));
  const auto title = make_correction(**catalogue.record(id), "/title", "Bench of Ada\nQuill");
  const auto words = make_suppression("Ada Quill");
  REQUIRE((title && words));
  REQUIRE(catalogue.put({CorrectionMade{id, *title}, CorrectionMade{id, *words}}, kNow));
  CHECK(*catalogue.last_correction() == 2);
  CHECK_THAT((*catalogue.corrections())[0].correction.value, !Catch::Contains("Quill"));
  // Also when the file is gone and its corrections are left.
  REQUIRE(catalogue.put({FileGone{"one.pdf"}}, kNow));
  const auto rows = *catalogue.corrections();
  REQUIRE(rows.size() == 2);
  CHECK_FALSE(rows[0].holds);
  CHECK_THAT(rows[0].correction.value, !Catch::Contains("Quill") && Catch::Contains("Bench of"));
}
