#include <catch2/catch.hpp>
#include <numeric>

#include "cli/wire.hpp"
#include "extractors/record_json.hpp"
#include "index/document_blob.hpp"
#include "pipeline/ocr.hpp"
#include "pipeline/page.hpp"
#include "tests/support/make_document.hpp"

using namespace moot;
using namespace moot::test;

namespace {

const std::string kSha = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
const Asked kAsked{"/papers/a.pdf", kSha};

Record sample_record(const Document& doc) {
  Record record = make_record(doc, kSha.substr(0, 16) + "-p1");
  record.source.path = kAsked.path;
  record.title = "Benches";
  add_evidence(record, doc, "/title", "Benches");
  record.sections = {{"Benches", {8, 15}}};
  return record;
}

ReadAnswer sample_answer() {
  const Document doc = make_document("Benches\nare old\n", kSha);
  ReadAnswer answer;
  answer.state = FileState::Partial;
  answer.wanted = {2, 5};
  answer.content = Content{*pack_document(doc), {sample_record(doc)}, {"sig"}, {}, ""};
  answer.content->completeness = {1, 1, 1, 0, 13, 12};
  return answer;
}

}  // namespace

TEST_CASE("wire: an answer comes out as it went in") {
  const ReadAnswer sent = sample_answer();
  const auto got = unpack_read(pack(sent), kAsked);
  REQUIRE(got);
  CHECK(got->state == FileState::Partial);
  CHECK(got->wanted == std::vector<int>{2, 5});
  CHECK(got->document.text == "Benches\nare old");
  REQUIRE(got->content);
  CHECK(got->content->document == sent.content->document);
  CHECK(got->content->completeness == sent.content->completeness);
  CHECK(got->content->signatures == std::vector<std::string>{"sig"});
  REQUIRE(got->content->records.size() == 1);
  CHECK(to_json(got->content->records[0]) == to_json(sent.content->records[0]));
  CHECK(got->content->records[0].sections.at(0).range == TextRange{8, 15});
}

TEST_CASE("wire: requests come out as they went in") {
  ReadRequest read{"/a.pdf", true, true, {{3, "words"}, {9, ""}}};
  const auto got = unpack_request(pack(read));
  REQUIRE(got);
  const auto& back = std::get<ReadRequest>(*got);
  CHECK(back.path == read.path);
  CHECK(back.ocr);
  CHECK(back.every_page);
  CHECK(back.pages == read.pages);
  CHECK(std::get<OcrRequest>(*unpack_request(pack(OcrRequest{7, "eng+cym"}))).page == 7);
  CHECK(std::get<RenewRequest>(*unpack_request(pack(RenewRequest{"/a", "doc"}))).document == "doc");
  CHECK_FALSE(unpack_request("\x07"));
}

TEST_CASE("wire: bytes that are cut short or changed give nothing, never a crash") {
  const std::string bytes = pack(sample_answer());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CHECK_FALSE(unpack_read(std::string_view(bytes).substr(0, size), kAsked));
  }
  CHECK_FALSE(unpack_read(bytes + "x", kAsked));
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    std::string changed = bytes;
    changed[at] = '\x7F';
    const auto got = unpack_read(changed, kAsked);
    if (!got || !got->content) continue;
    for (const Record& record : got->content->records) {
      CHECK(record.range.end <= got->document.text.size());
    }
  }
}

TEST_CASE("wire: an answer about another file is none") {
  struct Row {
    const char* what;
    void (*change)(ReadAnswer&);
  };
  const Row rows[] = {
      {"bytes", [](ReadAnswer& a) { a.content->records[0].source.sha256 = "ff"; }},
      {"pages",
       [](ReadAnswer& a) {
         a.wanted = {0, 1};
       }},
      {"pages that descend",
       [](ReadAnswer& a) {
         a.wanted = {2, 1};
       }},
      {"more pages than are read",
       [](ReadAnswer& a) {
         a.wanted.resize(kMostPages + 1);
         std::iota(a.wanted.begin(), a.wanted.end(), 1);
       }},
      {"reason", [](ReadAnswer& a) { a.reason = std::string(5000, 'x'); }},
      {"reason that is no text", [](ReadAnswer& a) { a.hint = "\xFF"; }},
      {"id", [](ReadAnswer& a) { a.content->records[0].id = "ff112233445566778-p1"; }},
      {"id with more than a place", [](ReadAnswer& a) { a.content->records[0].id += "x/7"; }},
      {"id with zero bytes",
       [](ReadAnswer& a) { a.content->records[0].id += std::string(100, '\0'); }},
      {"language", [](ReadAnswer& a) { a.content->records[0].language = "klingon"; }},
      {"kind", [](ReadAnswer& a) { a.content->records[0].kind = "spell"; }},
      {"range",
       [](ReadAnswer& a) {
         a.content->records[0].range = {0, 99};
       }},
      {"evidence",
       [](ReadAnswer& a) {
         a.content->records[0].evidence["/title"].where[0].range = {5, 99};
       }},
      {"evidence that has the whole text a thousand times",
       [](ReadAnswer& a) {
         auto& places = a.content->records[0].evidence["/title"].where;
         Place all = places[0];
         all.range = {0, 15};
         places.assign(100'000, all);
       }},
      {"more notes than any file has",
       [](ReadAnswer& a) {
         Document doc = make_document("Benches\nare old\n", kSha);
         doc.notes.resize(200'000);
         a.content->document = *pack_document(doc);
       }},
      {"document",
       [](ReadAnswer& a) { a.content->document = *pack_document(make_document("X", "ff")); }},
      {"no content", [](ReadAnswer& a) { a.content.reset(); }},
      {"content of a failure", [](ReadAnswer& a) { a.state = FileState::Failed; }}};
  for (const Row& row : rows) {
    CAPTURE(row.what);
    ReadAnswer answer = sample_answer();
    row.change(answer);
    CHECK_FALSE(unpack_read(pack(answer), kAsked));
  }
}

TEST_CASE("wire: of a file without a sum nothing is taken") {
  ReadAnswer answer = sample_answer();
  Document doc = make_document("Benches\nare old\n", "");
  answer.content->document = *pack_document(doc);
  answer.content->records[0].id = "-p1";
  answer.content->records[0].source.sha256 = "";
  CHECK_FALSE(unpack_read(pack(answer), {"/papers/a.pdf", ""}));
}

TEST_CASE("wire: records made anew are held to their document") {
  const Document doc = make_document("Bänches\nare old\n", kSha);
  RenewAnswer sent;
  sent.records = {make_record(doc, kSha.substr(0, 16) + "-p1")};
  sent.signatures = {"sig"};
  sent.indexed = INT64_MAX;
  const auto got = unpack_renew(pack(sent), kAsked, doc.text);
  REQUIRE(got);
  CHECK(got->records.at(0).source.path == kAsked.path);
  CHECK(got->indexed <= static_cast<std::int64_t>(doc.text.size()));
  add_evidence(sent.records[0], doc, "/title", "are");
  CHECK(unpack_renew(pack(sent), kAsked, doc.text));
  sent.records[0].evidence["/title"].where[0].range = {2, 5};  // within a letter
  CHECK_FALSE(unpack_renew(pack(sent), kAsked, doc.text));
  sent.records[0].evidence.clear();
  CHECK_FALSE(unpack_renew(pack(sent), kAsked, doc.text.substr(0, 8)));
  CHECK_FALSE(unpack_renew(pack(sent), {"/papers/a.pdf", std::string(64, 'f')}, doc.text));
}

TEST_CASE("wire: what OCR saw is told with the file that it saw") {
  OcrAnswer sent;
  sent.words = pack_ocr_page(OcrPage{});
  sent.sha256 = kSha;
  const auto got = unpack_ocr(pack(sent));
  REQUIRE(got);
  CHECK(got->sha256 == kSha);
  CHECK(got->words == sent.words);
  sent.words = "no page";
  CHECK_FALSE(unpack_ocr(pack(sent)));
  sent.words = "";
  sent.reason = std::string(5000, 'x');
  CHECK_FALSE(unpack_ocr(pack(sent)));
}

TEST_CASE("wire: what a worker says of the path and counts is held to the file") {
  ReadAnswer answer = sample_answer();
  answer.content->records[0].source.path = "/etc/passwd";
  answer.content->completeness = {-1, 1 << 30, 7, 7, INT64_MAX, INT64_MAX};
  const auto got = unpack_read(pack(answer), kAsked);
  REQUIRE(got);
  CHECK(got->content->records[0].source.path == kAsked.path);
  CHECK(got->content->completeness == Completeness{1, 1, 1, 1, 13, 13});
}
